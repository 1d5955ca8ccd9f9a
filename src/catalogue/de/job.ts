import type * as en from '../job.ts';

export const jobWords: typeof en.jobWords = {
  change: 'Ändern …',
  change_job: (name) => `${name} ändern`,
  add: 'Aufgabe hinzufügen …',
  none: 'Noch keine Aufgaben: Niemand kann sagen, was getan ist.',
  add_title: 'Aufgabe hinzufügen',
  add_about:
    'Sie kommt ans Ende der Liste. Solange einer Entscheidungsaufgabe niemand zugestimmt hat, ist die Beschaffung nicht gemeinsam getragen.',
  add_go: 'Aufgabe hinzufügen',
  change_what: 'Was sich ändern soll',
  tabs: { wording: 'Wortlaut', rule: 'Regel', removal: 'Herausnehmen' },
  about: {
    wording: 'Wer dem alten Satz zugestimmt hat, wird neu gefragt, außer es ändert sich nur der Wortlaut.',
    rule: 'Niemand wird neu gefragt. Ist die Aufgabe durch die neue Regel erfüllt oder wieder offen, sagt die Seite, dass es an der Regel lag.',
    removal:
      'Sie zählt nicht mehr, und niemand kann ihr zustimmen. Was gesagt wurde, bleibt im Journal; gleich danach lässt es sich rückgängig machen.',
  },
  remove_go: 'Aufgabe herausnehmen',
  added: (name) => `${name} ist jetzt eine Aufgabe`,
  reworded: (name) => `${name} ist neu formuliert`,
  ruled: (name) => `Die Regel von ${name} ist geändert`,
  removed: (name) => `${name} ist keine Aufgabe mehr`,
};
