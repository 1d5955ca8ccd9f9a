import { IANAZone } from 'luxon';
import { importRefusals } from '../../catalogue/import-refusals.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/**
 * Turns wall-clock times of an IANA zone into instants. Offsets are kept per day, because a column has many times of
 * few days.
 *
 * Clock changes are resolved as `Temporal` does by default ("compatible"): a time that the clock skipped is read with
 * the offset before the change (so it lands as much later), one that it showed twice is the first of the two.
 *
 * @param zone an IANA name such as `Europe/Amsterdam`, or `UTC`
 * @returns a function from epoch milliseconds of the wall clock read as if it were UTC, to epoch milliseconds
 * @throws RangeError for a zone that does not exist
 */
export function zoneClock(zone: string): (wall_ms: number) => number {
  if (!IANAZone.isValidZone(zone)) {
    throw new RangeError(importRefusals.there_no_time_zone(zone));
  }
  const iana = IANAZone.create(zone);
  const offsetMs = (instant_ms: number) => iana.offset(instant_ms) * MINUTE_MS;
  /** Per day of the wall clock: its offset where that does not change near the day, else NaN. */
  const steady = new Map<number, number>();
  return (wall_ms) => {
    const day = Math.floor(wall_ms / DAY_MS);
    let offset = steady.get(day);
    if (offset === undefined) {
      const before = offsetMs((day - 1) * DAY_MS);
      offset = before === offsetMs((day + 2) * DAY_MS) ? before : Number.NaN;
      steady.set(day, offset);
    }
    return Number.isNaN(offset) ? nearChange(wall_ms, offsetMs) : wall_ms - offset;
  };
}

function nearChange(wall_ms: number, offsetMs: (instant_ms: number) => number): number {
  const before = offsetMs(wall_ms - DAY_MS);
  const after = offsetMs(wall_ms + DAY_MS);
  const early = wall_ms - before;
  const late = wall_ms - after;
  if (offsetMs(early) === before) return early;
  return offsetMs(late) === after ? late : early;
}
