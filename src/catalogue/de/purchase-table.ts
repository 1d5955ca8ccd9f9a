import type * as en from '../purchase-table.ts';

export const tableWords: typeof en.tableWords = {
  label: 'Wann jede Aufgabe erfüllt war oder sich andeutete',
  hide: 'Tabelle ausblenden',
  columns: ['Aufgabe', 'War', 'Von', 'Bis', 'Begann mit', 'Endete mit'],
  lasted: 'Dauer',
  all: 'Alle Aufgaben',
  held: 'gemeinsam getragen',
  complete: 'erfüllt',
  indicated: 'angedeutet',
  now: 'jetzt',
  empty: 'Noch keine Aufgabe war erfüllt oder angedeutet.',
};
