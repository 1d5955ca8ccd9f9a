import type * as en from '../purchase-header.ts';

export const headerWords: typeof en.headerWords = {
  edit: 'Name oder Betrag ändern',
  name: 'Name',
  amount: 'Betrag',
  currency: 'Währung',
  renamed: 'Umbenannt',
  amount_changed: 'Betrag geändert',
  plates: 'Die Aufgaben auf einen Blick',
  of: (given, needed) => `${given} von ${needed}`,
  waits: (clauses) => (clauses === 1 ? 'eins fehlt noch' : `${clauses} fehlen noch`),
};
