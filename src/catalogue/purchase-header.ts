import { texts } from './texts.ts';

export const headerWords = texts('purchase-header', 'headerWords', {
  edit: 'Change name or amount',
  name: 'Name',
  amount: 'Amount',
  currency: 'Currency',
  renamed: 'Renamed',
  amount_changed: 'Amount changed',
  plates: 'The jobs at a glance',
  of: (given: number, needed: number) => `${given} of ${needed}`,
  waits: (clauses: number) => (clauses === 1 ? 'waits for one' : `waits for ${clauses}`),
});
