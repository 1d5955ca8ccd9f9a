import { plural } from '../format.ts';
import type * as en from '../settings.ts';

export const words: typeof en.words = {
  title: 'Einstellungen',
  tabs: {
    templates: 'Vorlagen für Aufgaben',
    people: 'Anbieter',
    brand: 'Wie Käufer Sie sehen',
    library: 'Antwortbibliothek',
    sso: 'Single Sign-on',
    api: 'Schlüssel für Software',
    kept: 'Vertrauliches in Summe',
    audit: 'Protokoll',
    retention: 'Aufbewahrung',
    appearance: 'Darstellung',
    keys: 'Tastatur',
    about: 'Über',
  },
};

export const brandWords: typeof en.brandWords = {
  about:
    'Was Käufer von Ihnen sehen: vor der Tür eines Raums, darin und in seinen E-Mails. Ihre Farbe ist eine Linie neben Ihrem Namen: Text bleibt lesbar.',
  name: 'Ihr Name, wie Käufer Sie kennen',
  name_about: 'Leer: der Name dieses Arbeitsbereichs.',
  own_colour: 'Eine eigene Farbe',
  colour: 'Farbe',
  logo: 'Bild (PNG, JPEG oder WebP, höchstens 60 kB)',
  too_large:
    'Dieses Bild ist größer als 60 kB. Verkleinern Sie es, 300 Pixel Breite genügen, und wählen Sie es dann erneut.',
  no_logo: 'Ohne Bild',
  look: 'So sieht es aus',
  save: 'Speichern',
  saved: 'So sehen Käufer Sie von jetzt an',
};

export const templateWords: typeof en.templateWords = {
  about:
    'Eine Beschaffung beginnt mit den Aufgaben einer Vorlage; danach gehört die Liste ihr. Eine geänderte Vorlage ändert keine Beschaffung, die vorher eröffnet wurde.',
  preset: 'mitgeliefert',
  own: 'Ihre',
  duplicate: 'Kopieren und bearbeiten',
  copy_of: (name) => `${name}, unsere`,
  name: 'Name der Vorlage',
  save: 'Vorlage speichern',
  saved: 'Vorlage gespeichert',
  delete: 'Aus der Liste nehmen',
  deleted: 'Vorlage herausgenommen',
  add_job: 'Aufgabe hinzufügen',
  remove_job: (name) => `${name} entfernen`,
  up: (name) => `${name} nach oben`,
  down: (name) => `${name} nach unten`,
  job_name: 'Aufgabe',
  sentence: 'Der Satz, dem man zustimmt',
  roles: 'Rollen, die alle zustimmen müssen',
  rests_on: 'Wessen Änderung sie erschüttert',
  quorum: 'Anteil, der zustimmen muss',
  phase: 'Zählt für „gemeinsam getragen“',
  phases: { decide: 'ja: eine Entscheidungsaufgabe', after: 'nein: folgt nach der Entscheidung' },
  rule: 'Die Regel',
  new_job: 'Neue Aufgabe',
  new_sentence: 'Für mich ist diese Aufgabe getan.',
  shaken_by: (what) => `Erschüttert, wenn sich ändert: ${what}.`,
  shaken_by_nothing: 'Keine Änderung erschüttert sie.',
  phase_said: { decide: 'Zählt für „gemeinsam getragen“.', after: 'Folgt nach der Entscheidung.' },
  jobs: (n) => plural(n, 'Aufgabe', 'Aufgaben'),
  unsaved: 'Noch nicht gespeichert',
};

export const sellerWords: typeof en.sellerWords = {
  about:
    'Die Anbieterseite dieses Arbeitsbereichs. Käufer werden in ihrer Beschaffung benannt. Die Türen dieses Arbeitsbereichs stehen offen: An diesem Rechner kann jeder als jeder handeln.',
  name: 'Name',
  add: 'Hinzufügen',
  added: (name) => `${name} ist hinzugefügt`,
  act: 'Handeln als',
  act_as: (name) => `Handeln als ${name}`,
  you: 'handelt gerade',
};

export const appearanceWords: typeof en.appearanceWords = {
  about: 'In diesem Browser gespeichert.',
  themes: { system: 'Wie der Rechner', light: 'Hell', dark: 'Dunkel' },
  legend: 'Farben',
};

export const keyWords: typeof en.keyWords = {
  rows: [
    ['Strg K, ⌘ K', 'Suche und Befehle, überall'],
    ['/', 'Das Portfolio durchsuchen'],
    ['j, k', 'Im Portfolio nach unten und oben'],
    ['Eingabe', 'Das Ausgewählte öffnen'],
    ['Pfeile', 'In der Matrix von Zelle zu Zelle; auf dem Zeitstreifen um einen Tag'],
    ['Umschalt + Pfeile', 'Um eine Woche'],
    ['Bild auf, Bild ab', 'Um einen Monat'],
    ['Ende', 'Zurück zu jetzt'],
    ['Esc', 'Schließen, was offen ist'],
  ],
};

export const aboutWords: typeof en.aboutWords = {
  lines: [
    'Coassent hält eine Beschaffung gemeinsam fest: Es misst, was erfüllt ist, nicht die Phase.',
    'Es läuft nur auf diesem Rechner und ist nur von ihm aus erreichbar. Wer ihn betreibt, könnte seine Datenbank lesen.',
    'Schriften, Symbole und alles andere sind dabei: Keine Seite fragt einen anderen Rechner.',
    'Alles, was geschieht, steht in einem Journal, an das nur angehängt wird. Berichtigungen und rückgängig gemachte Importe sind neue Einträge.',
  ],
  api: 'Die HTTP-API dieser Oberfläche, dokumentiert',
  zone: (zone) => `Uhrzeiten gelten für ${zone}, die Zeitzone dieses Browsers.`,
};

export const memberWords: typeof en.memberWords = {
  about:
    'Die Menschen der Anbieterseite. Partner gehören zu einem anderen Unternehmen und sehen nur die Beschaffungen ihrer Teams.',
  roles: { admin: 'Administration', lead: 'Teamleitung', member: 'Mitglied', partner: 'Partner' },
  role_of: (name) => `Rolle von ${name}`,
  remove: 'Herausnehmen',
  recorded: 'Was festgehalten ist',
  invited_until: (email, until) => `${email}, eingeladen bis ${until}`,
  name: 'Name',
  email: 'E-Mail',
  role: 'Rolle',
  invite: 'Einladen',
  sent: (email) => `Eine Einladung an ${email} ist unterwegs`,
};

export const apiKeyWords: typeof en.apiKeyWords = {
  about:
    'Mit Ihrem Schlüssel darf Software, was Sie dürfen, nicht mehr, und je nach Umfang weniger; er endet, wenn Sie gehen. Ein Schlüssel des Arbeitsbereichs gehört einem Dienst: Die Administration erstellt ihn, und er bleibt. Jeder wird nur einmal gezeigt; gespeichert ist nur ein Prüfwert.',
  none: 'Noch keine Schlüssel. Erstellen Sie unten einen für die Software, die hier lesen oder schreiben soll.',
  scopes: { read: 'lesen', write: 'lesen und schreiben', admin: 'lesen, schreiben und verwalten' },
  granted: { read: 'lesen', write: 'schreiben', admin: 'verwalten' },
  name: 'Wofür er ist',
  scope: 'Er darf',
  days: 'Gültig für',
  day_choices: { 7: 'eine Woche', 30: '30 Tage', 90: '90 Tage', 365: 'ein Jahr' },
  whose: 'Wem er gehört',
  whose_choices: {
    own: 'mir',
    agent: 'einem Agenten: handelt für mich',
    service: 'dem Arbeitsbereich: ein Dienst',
  },
  kinds: { own: '', agent: 'Agent', service: 'Dienst des Arbeitsbereichs' },
  by: (name) => `erstellt von ${name}`,
  of: (name) => `von ${name}`,
  make: 'Schlüssel erstellen',
  shown_once: 'Kopieren Sie ihn jetzt; er wird nicht noch einmal gezeigt:',
  copy: 'Kopieren',
  copied: 'Schlüssel kopiert',
  never_used: 'nie benutzt',
  used: (at) => `zuletzt benutzt ${at}`,
  until: (at) => `bis ${at}`,
  expired: 'abgelaufen',
  revoked: 'widerrufen',
  revoke: 'Widerrufen',
  revoke_key: (name) => `${name} widerrufen`,
};

export const auditWords: typeof en.auditWords = {
  about:
    'Anmeldungen, Einladungen, Räume, Schlüssel und Einstellungen Ihrer Seite. Niemand kann es ändern. Die Käufer haben ein eigenes Protokoll.',
};

export const releaseWords: typeof en.releaseWords = {
  pulse: 'Wie es den Käufern dabei geht',
  question: 'Frage, beantwortet von 1 bis 5',
  mean: 'Mittel',
  title: 'Was Käufer für sich behalten, in Summe',
  about:
    'Käufer können auf ihrer Seite behalten, was sie von einer Aufgabe halten. Sie lesen nie, von wem es ist oder was es sagt; Sie lesen, was es über alle Beschaffungen ergibt.',
  none: 'Noch lässt sich nichts freigeben',
  rule: 'Gezählt wird einmal in der Woche, am Montag, über alle Beschaffungen zusammen und ohne Filter. Eine Zahl braucht mindestens 5 Personen, davon 3 außerhalb jeder einzelnen Beschaffung, und sie wird erst neu gezählt, wenn mindestens 3 von ihnen ihre Meinung geändert haben, gekommen oder gegangen sind. Bis dahin bleibt sie, wie sie ist, damit sich niemandes eigene Antwort errechnen lässt. Was Käufer offen teilen, ist hier nicht enthalten.',
  next: (at) => `Die nächsten Zahlen, sofern sich welche freigeben lassen, kommen am ${at}.`,
  job: 'Aufgabe',
  week: 'Freigegeben in',
  people: 'Personen',
  agrees: 'Stimmen zu',
  at_it: 'Arbeiten daran',
  withholds: 'Stimmen nicht zu',
  confidence: 'Sicherheit, 1–5',
  too_few: 'zu wenige Angaben',
  of_people: (mean, people) => `${mean} (n = ${people})`,
  of_week: (told, week) => `${told}, ${week}`,
};
