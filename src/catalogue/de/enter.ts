import type * as en from '../enter.ts';

export const words: typeof en.words = {
  title: (supplier) => `Der Raum mit ${supplier}`,
  about: 'Sie brauchen kein Konto. Ein Klick, und Sie sehen, was geklärt ist, was offen ist und wer fehlt.',
  hello: (name) => `Guten Tag, ${name}.`,
  enter: 'Eintreten',
  used: 'Dieser Link wurde schon benutzt.',
  expired: 'Dieser Link ist zu alt.',
  closed: 'Dieser Raum ist geschlossen; niemand kommt mehr hinzu.',
  renew: 'Neuen Link zusenden',
  renewed: 'Wenn der Link Ihrer war, ist ein neuer an dieselbe Adresse unterwegs.',
  my_rooms: 'Meine Räume',
  waiting: 'Sie stehen vor der Tür. Die Verwaltung der Käuferseite lässt Menschen ein und sieht, dass Sie warten.',
  mails: 'E-Mails, die Sie bekommen:',
  mailed: 'Sehen Sie in Ihre E-Mails: Wenn diese Adresse eingelassen wird, ist ein Link unterwegs.',
  runs_it: (who) => `Diesen Rechner betreibt ${who}; wer ihn betreibt, könnte seine Datenbank lesen.`,
  name: 'Ihr Name',
  email: 'Ihre E-Mail-Adresse',
  password: 'Passwort des Raums',
  unknown: 'Dieser Link öffnet nichts. Bitten Sie um einen neuen bei der Person, von der er kam.',
};
