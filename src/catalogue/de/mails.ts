import { listed, plural } from '../format.ts';
import type * as en from '../mails.ts';

const quoted = (words: readonly string[]): string => listed(words.map((word) => `„${word}“`));

export const noticeTexts: typeof en.noticeTexts = {
  subject: (where, count) => (count === 1 ? `${where}: Es gibt etwas Neues` : `${where}: ${count} Neuigkeiten`),
  hello: (name) => (name === null ? 'Guten Tag,' : `Guten Tag ${name},`),
  why: 'Sie bekommen das, weil Sie dort an einer Beschaffung beteiligt sind. Welche E-Mails Sie wann bekommen, stellen Sie bei der Glocke oben auf der Seite ein.',
  stop: (link) => `Alle diese E-Mails mit einem Klick abbestellen: ${link}`,
  run_by: (who) => `Dieser Rechner wird betrieben von: ${who}.`,
  stopped: 'Sie bekommen keine dieser E-Mails mehr.',
  more: (count) => `Und ${count} weitere.`,
  shaken: (jobs) =>
    jobs.length === 0
      ? 'Etwas, dem Sie zugestimmt haben, hat sich geändert.'
      : `Etwas, dem Sie zugestimmt haben, hat sich geändert: Sagen Sie, ob ${quoted(jobs)} für Sie noch ${jobs.length === 1 ? 'gilt' : 'gelten'}.`,
  asked: (jobs) =>
    jobs.length === 0 ? 'Sie haben hier eine andere Rolle.' : `Sie werden gefragt, wie ${quoted(jobs)} für Sie steht.`,
  held: 'Alle Aufgaben sind zugleich erfüllt: Es kann entschieden werden.',
  complete: (jobs) => `${quoted(jobs)} ${jobs.length === 1 ? 'ist' : 'sind'} erfüllt.`,
  reopened: (jobs) => `${quoted(jobs)} ${jobs.length === 1 ? 'ist' : 'sind'} wieder offen.`,
  due: (step, day) => `„${step}“ ist am ${day} fällig und liegt bei Ihnen.`,
  overdue: (step, day) =>
    `„${step}“ war für den ${day} geplant und ist nicht erledigt: Erledigen Sie es, oder sagen Sie, bis wann.`,
  import_failed: (name, why) =>
    `„${name}“ konnte nicht importiert werden. ${why ?? 'Sehen Sie nach, und importieren Sie es noch einmal.'}`,
  import_done: (name, events, purchases, refused) => {
    const done = `„${name}“ ist importiert: ${plural(events, 'Ereignis', 'Ereignisse')} in ${plural(purchases, 'Beschaffung', 'Beschaffungen')}.`;
    if (refused === 0) return done;
    return `${done} ${plural(refused, 'Zeile wurde', 'Zeilen wurden')} abgelehnt: Sehen Sie, warum, und bessern Sie die Datei aus.`;
  },
  expected: (often, lately) => {
    const rule = often === 'day' ? 'Höchstens eine E-Mail am Tag' : 'Höchstens eine E-Mail in der Stunde';
    const many = lately === 0 ? 'keine' : lately === 1 ? 'eine' : String(lately);
    const would = lately === null ? '' : `; in den letzten vier Wochen wären das ${many} gewesen`;
    return `${rule}, und nur, wenn sich etwas geändert hat oder fällig ist${would}. Sie können sie mit einem Klick abbestellen.`;
  },
};

export const entryMails: typeof en.entryMails = {
  pass_subject: (by, purchase, supplier) =>
    by === null ? `Ihr Zugang zum Raum mit ${supplier}` : `${by} lädt Sie ein: ${purchase ?? supplier}`,
  pass_hello: (name) => `Guten Tag ${name},`,
  pass_why: (by, purchase, supplier) => {
    const invites =
      by === null
        ? `Sie haben um einen Zugang zum Raum ${purchase === null ? 'einer Beschaffung' : `für „${purchase}“`} mit ${supplier} gebeten.`
        : `${by} lädt Sie ein, ${purchase === null ? 'eine Beschaffung' : `„${purchase}“`} gemeinsam zu entscheiden, im Raum mit ${supplier}.`;
    return `${invites} Dort sehen Sie, was geklärt ist, was offen ist und wer noch zustimmen muss.`;
  },
  pass_open: 'Öffnen Sie diesen Link, und drücken Sie den Knopf. Sie brauchen kein Konto:',
  pass_once:
    'Der Knopf wirkt einmal, innerhalb von vierzehn Tagen; danach bietet die Seite einen neuen Link an. Haben Sie nichts dergleichen erwartet, tun Sie nichts.',
  invitation_subject: (workspace) => `Kommen Sie zu ${workspace} auf Coassent`,
  invitation: (by, workspace, link) =>
    `${by ?? 'Jemand aus Ihrem Unternehmen'} lädt Sie ein, in ${workspace} mitzuarbeiten.\n\nÖffnen Sie diesen Link, und melden Sie sich mit dieser Adresse an:\n\n${link}\n\nEr wirkt einmal, sieben Tage lang.`,
  password_subject: 'Wählen Sie ein neues Passwort',
  password: (link) =>
    `Öffnen Sie diesen Link, um ein neues Passwort für Coassent zu wählen:\n\n${link}\n\nEr wirkt einmal, eine Stunde lang. Haben Sie nicht darum gebeten, tun Sie nichts.`,
  address_subject: 'Bestätigen Sie Ihre Adresse',
  address: (link) =>
    `Öffnen Sie diesen Link, um Ihre Adresse für Coassent zu bestätigen:\n\n${link}\n\nHaben Sie sich nicht registriert, tun Sie nichts.`,
};
