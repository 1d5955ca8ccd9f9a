/** What the pages of a purchase are called. */
export const tabWords = {
  label: 'Pages of this purchase',
  overview: 'Overview',
  options: 'Options',
} as const;
