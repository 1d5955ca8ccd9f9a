import { plural } from '../format.ts';
import type * as en from '../records.ts';

export const logWords: typeof en.logWords = {
  family: 'Über',
  families: {
    '': 'alles',
    session: 'Anmeldungen',
    member: 'Mitglieder',
    guest: 'wer hereinkam',
    pass: 'Einladungen von Käufern',
    room: 'Räume',
    grant: 'Freigaben',
    zone: 'Wechsel zwischen Zonen',
    export: 'Exporte',
    record: 'Archive über eine Person',
    person: 'Löschungen von Personen',
    text: 'nach einer Löschung durchgesehene Texte',
    key: 'Schlüssel',
    setting: 'Einstellungen',
    retention: 'fristgerecht Gelöschtes',
    guess: 'Rateversuche',
  },
  person: 'Von oder über',
  anyone: 'alle',
  from: 'Von',
  to: 'Bis',
  none: 'Nichts dieser Art',
  none_about: 'Wählen Sie eine andere Art oder eine längere Zeit.',
  older: 'Ältere Einträge',
  newest: 'Zurück zum Neuesten',
  csv: 'CSV herunterladen',
  jsonl: 'JSON-Zeilen herunterladen',
  times: (zone) =>
    `Uhrzeiten gelten für ${zone}. Niemand kann dieses Protokoll ändern oder kürzen; wird es exportiert, steht das darin.`,
};

export const reviewWords: typeof en.reviewWords = {
  title: 'Texte, die vielleicht eine gelöschte Person nennen',
  about:
    'Einen Namen im freien Text findet ein Programm, darüber urteilt ein Mensch. Einen Text zu schwärzen lässt sich nicht rückgängig machen; dass es geschah, ist ein eigenes Ereignis.',
  none: 'Noch wurde niemand gelöscht',
  none_about: 'Wenn jemand gelöscht wird, stehen hier Texte Ihrer Seite, die die Person vielleicht nennen.',
  nothing_open: 'Jeder Text ist durchgesehen.',
  erased_on: (by, at) => `Gelöscht ${at} von ${by}`,
  counts: (open, blanked, kept) => `${open} durchzusehen, ${blanked} geschwärzt, ${kept} nicht über die Person`,
  blank: 'Diesen Text schwärzen',
  keep: 'Nicht über die Person',
  sure: 'Endgültig schwärzen',
  cancel: 'Abbrechen',
  states: { open: 'durchzusehen', blanked: 'geschwärzt', kept: 'nicht über die Person' },
  decided: (state, by, at) => `${state} · ${by} · ${at}`,
  someone: 'jemand',
};

export const eraseWords: typeof en.eraseWords = {
  ask: 'Mich aus dieser Beschaffung löschen',
  ask_other: 'Diese Person aus der Beschaffung löschen',
  ask_all: 'Mich überall löschen',
  ask_seller: 'Löschen',
  sure_title: 'Das lässt sich nicht rückgängig machen',
  goes: 'Name, Adresse, Einladungen, Sitzungen hier, Schlüssel und die Liste des Angesehenen werden gelöscht. Der Zugang zum Raum endet sofort.',
  stays:
    'Zustimmungen und Geschriebenes bleiben im Journal unter „jemand (gelöscht)“, damit die Beschaffung vollständig bleibt. Freie Texte, die die Person vielleicht nennen, werden jeder Seite zur Durchsicht aufgelistet.',
  known:
    'Beide Seiten sehen, dass jemand gelöscht wurde und wann. Texte und Listen einer Seite bleiben bei dieser Seite.',
  goes_all:
    'Das geschieht in jedem Raum jedes Anbieters, und Ihre Identität hier endet. E-Mails an Ihre Adresse werden geleert.',
  goes_seller:
    'Name, Adresse, Mitgliedschaft, Anmeldung und Schlüssel werden gelöscht. Ein Konto, das zu keinem anderen Arbeitsbereich gehört, wird mit ihnen gelöscht.',
  yes: 'Endgültig löschen',
  done: 'Gelöscht',
  cancel: 'Abbrechen',
};

export const recordWords: typeof en.recordWords = {
  title: 'Über Sie festgehalten',
  title_of: 'Über jemanden festgehalten',
  about: (supplier) =>
    `Alles, was in dieser Beschaffung mit ${supplier} über Sie festgehalten ist, an einem Ort. Ihre Sitzungen stehen unter „Meine Räume“.`,
  about_of: (name) => `Alles, was in dieser Beschaffung über ${name} festgehalten ist, soweit Sie es lesen dürfen.`,
  download: 'Alles herunterladen',
  unnamed: 'jemand',
  who: 'Bekannt als',
  name: 'Name',
  email: 'E-Mail',
  proven: (at) => `bestätigt ${at}`,
  not_proven: 'nicht bestätigt',
  roles: 'Rollen',
  function: 'Funktion',
  named: 'Benannt',
  entered: 'Hereingekommen',
  left: 'Gegangen',
  standing: 'Im Raum',
  states: { waiting: 'wartet vor der Tür', in: 'drin', former: 'gegangen', refused: 'abgewiesen' },
  governs: 'verwaltet die Käuferseite',
  notices: 'Was Ihnen gemeldet wurde',
  notices_line: (told, read, mailed) =>
    `${plural(told, 'Benachrichtigung', 'Benachrichtigungen')}, davon ${read} gelesen und ${mailed} per E-Mail versandt. Das sieht sonst niemand; das Archiv führt jede auf.`,
  viewings: 'Was angesehen wurde',
  viewings_about: 'Eine Zeile je Tag. Beide Seiten sehen dasselbe.',
  no_viewings: 'Nichts.',
  viewed: (times) => (times === 1 ? 'einmal' : `${times}-mal`),
  things: { purchase: 'diese Beschaffung' },
  passes: 'Einladungen per E-Mail',
  pass: (email, made, used) => `An ${email}, ${made}${used === null ? ', nicht benutzt' : `, benutzt ${used}`}`,
  no_passes: 'Keine.',
  keys: 'Schlüssel für Software',
  no_keys: 'Keine.',
  key_used: (at) => (at === null ? 'nie benutzt' : `zuletzt benutzt ${at}`),
  log: 'Im Protokoll der Käuferseite',
  no_log: 'Nichts.',
  events: 'Im Journal der Beschaffung',
  only: (side) => (side === 'buyer' ? 'nur die Käuferseite liest das' : 'nur die Anbieterseite liest das'),
  readers: 'Wer es sehen kann',
  readers_lines: (supplier, runs_it) => [
    `Was geteilt ist und was angesehen wurde: die Menschen in diesem Raum und ${supplier}.`,
    'Adresse, Einladungen, Schlüssel und das Protokoll der Käuferseite: die Person selbst und wer diese Seite verwaltet. Kein Anbieter.',
    'Was die Käuferseite für sich behält: die Käufer, die es lesen dürfen. Kein Anbieter.',
    `Diesen Rechner betreibt ${runs_it}; wer ihn betreibt, könnte seine Datenbank lesen.`,
  ],
  kept: 'Wie lange es bleibt',
  kept_viewings: (days) =>
    days === null
      ? 'Was angesehen wurde, bleibt, bis die Person gelöscht wird.'
      : `Was angesehen wurde, wird nach ${plural(days, 'Tag', 'Tagen')} gelöscht.`,
  kept_identity: (months) =>
    months === null
      ? 'Name und Adresse bleiben, bis die Person gelöscht wird.'
      : `Name und Adresse werden ${plural(months, 'Monat', 'Monate')} nach dem Ende der Beschaffung gelöscht.`,
  kept_ledger: 'Journal und Protokolle werden nie gekürzt; wessen Namen sie zeigen, kann trotzdem gelöscht werden.',
  erase: 'Löschen',
  to_log: 'Protokoll',
  log_title: 'Protokoll der Käuferseite',
  log_about:
    'Wer hereinkam oder es versuchte, Einladungen, Freigaben, Exporte, Schlüssel und Löschungen Ihrer Seite. Kein Anbieter liest es.',
  for_administrators: 'Das ist für die Verwaltung der Käuferseite',
  for_administrators_about: 'Fragen Sie Ihren Fürsprecher, oder sehen Sie, was über Sie festgehalten ist.',
};

export const retentionWords: typeof en.retentionWords = {
  about:
    'Wie lange dieser Arbeitsbereich behält, was nicht im Journal steht. Jede Stunde geprüft; was gelöscht wurde, steht mit seiner Anzahl im Protokoll.',
  never: 'An Journal und Protokoll wird nur angehängt: Nichts hier kürzt sie je.',
  fields: {
    viewings_days: 'Was Käufer ansahen, Tage',
    mails_days: 'E-Mails im Postfach, Tage',
    uploads_days: 'Hochgeladene Dateien, Tage',
    spent_days: 'Verbrauchte Einladungen, Tage',
    identities_months: 'Namen in beendeten Beschaffungen, Monate',
  },
  fields_about: {
    viewings_days:
      'Löscht die Zeilen, wer an welchem Tag eine Beschaffung angesehen hat. Nie betroffen ist, was gesagt oder wem zugestimmt wurde.',
    mails_days:
      'Löscht E-Mails dieses Arbeitsbereichs aus dem Postfach dieses Rechners. Nie betroffen ist, was ein Mailserver zugestellt hat.',
    uploads_days: 'Löscht zum Import hochgeladene Dateien. Nie betroffen ist, was aus ihnen importiert wurde.',
    spent_days:
      'Löscht Einladungen und zugesandte Links, die benutzt, zurückgenommen oder zu alt sind. Nie betroffen ist, wer damit hereinkam. Beendete Sitzungen werden nach 30 Tagen gelöscht.',
    identities_months:
      'So viele Monate nach dem Ende einer Beschaffung werden ihre Menschen gelöscht, einer nach dem anderen, als hätten sie darum gebeten. Nie betroffen sind offene Beschaffungen oder Zustimmungen.',
  },
  empty: 'Leer: bleibt für immer.',
  save: 'Speichern',
  saved: 'Gespeichert. Es gilt ab der nächsten Stunde.',
};
