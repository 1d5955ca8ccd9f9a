import { plural } from '../format.ts';
import type * as en from '../strip.ts';

export const stripWords: typeof en.stripWords = {
  label: (jobs) =>
    `Wann ${plural(jobs, 'Aufgabe', 'Aufgaben')} erfüllt waren oder sich andeuteten; dasselbe steht unten als Tabelle.`,
  held: 'Gemeinsam getragen: alle Aufgaben gleichzeitig erfüllt',
  held_mark: 'getragen',
  complete: 'erfüllt',
  indicated: 'angedeutet, niemand hat es gesagt',
  reopened: (job) => `${job} wieder offen`,
  reopened_by: (job, cause, date) => `${job} wieder offen: ${cause}, ${date}`,
  cause: (text) => `wieder offen: ${text}`,
  began: 'begann',
  ended: 'endete',
  now: 'jetzt',
  left_out: (span) => `${span} ohne Ereignis`,
  by_composition: 'Kam durch ein Ausscheiden oder eine geänderte Regel, nicht durch eine Zustimmung.',
  playhead: 'Stand',
  playhead_at: (day) => `Stand ${day}`,
  playhead_now: 'jetzt',
  playhead_help: 'Ziehen Sie, oder nehmen Sie die Pfeiltasten, um die Beschaffung an einem früheren Tag zu sehen.',
};
