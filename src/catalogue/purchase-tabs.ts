import { texts } from './texts.ts';

/** What the pages of a purchase are called. */
export const tabWords = texts('purchase-tabs', 'tabWords', {
  label: 'Pages of this purchase',
  start: 'Start',
  overview: 'Overview',
  plan: 'Plan',
  options: 'Options',
  value: 'Value case',
  claims: 'Claims',
  sense: 'Making sense',
  answers: 'Answers',
  risks: 'Risks',
  search: 'Search',
  files: 'Files',
  memo: 'Board memo',
  recorded: 'Recorded about you',
  log: 'Log',
  brief: 'Brief',
});
