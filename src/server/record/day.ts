/** The beginning of the day (UTC) of an instant: when, for who need not know it by the minute. */
export const beginOfDay = (at: string): string => `${at.slice(0, 10)}T00:00:00.000Z`;
