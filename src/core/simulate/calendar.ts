import type { Random } from './random.ts';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

const OPENS_MS = 8 * HOUR_MS;
const OPEN_HOURS_MS = 10 * HOUR_MS;
const SATURDAY = 6;
const SUNDAY = 0;
/** A share of what happens does so in the evening or at the weekend. */
const OUT_OF_HOURS = 0.04;

/**
 * Moves an instant into business hours: a time of day is squeezed into 8 to 18 o'clock, a weekend goes to Monday. A few
 * instants stay where they are.
 * @param at_ms milliseconds since 1970, UTC
 * @param offset_h the account's hours ahead of UTC
 */
export function businessTime(at_ms: number, offset_h: number, random: Random): number {
  if (random.chance(OUT_OF_HOURS)) return wholeSeconds(at_ms);
  const local_ms = at_ms + offset_h * HOUR_MS;
  const day = Math.floor(local_ms / DAY_MS);
  const time_ms = OPENS_MS + ((local_ms - day * DAY_MS) / DAY_MS) * OPEN_HOURS_MS;
  // 1 January 1970 was a Thursday.
  const weekday = (day + 4) % 7;
  const shift = weekday === SATURDAY ? 2 : weekday === SUNDAY ? 1 : 0;
  return wholeSeconds((day + shift) * DAY_MS + time_ms - offset_h * HOUR_MS);
}

const wholeSeconds = (at_ms: number): number => Math.floor(at_ms / 1000) * 1000;

/** Milliseconds since 1970 as the ledger writes an instant. */
export const instantOf = (at_ms: number): string => new Date(at_ms).toISOString();
