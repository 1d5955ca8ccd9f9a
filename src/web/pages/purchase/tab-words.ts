/** What the pages of a purchase are called. */
export const tabWords = {
  label: 'Pages of this purchase',
  start: 'Start',
  overview: 'Overview',
  value: 'Value case',
  recorded: 'Recorded about you',
  log: 'Log',
  options: 'Options',
  brief: 'Brief',
} as const;
