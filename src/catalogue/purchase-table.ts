import { texts } from './texts.ts';

export const tableWords = texts('purchase-table', 'tableWords', {
  label: 'When each job was complete or indicated',
  hide: 'Hide the table',
  columns: ['Job', 'Was', 'From', 'To', 'Began with', 'Ended with'],
  lasted: 'Lasted',
  all: 'All jobs',
  held: 'held',
  complete: 'complete',
  indicated: 'indicated',
  now: 'now',
  empty: 'No job was complete or indicated yet.',
});
