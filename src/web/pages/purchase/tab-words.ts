/** What the pages of a purchase are called. */
export const tabWords = {
  label: 'Pages of this purchase',
  overview: 'Overview',
  value: 'Value case',
  recorded: 'Recorded about you',
  log: 'Log',
  options: 'Options',
} as const;
