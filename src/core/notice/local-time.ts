/** A day of the calendar and the minutes since its midnight, where someone lives. */
export interface LocalTime {
  /** `2026-03-01`. */
  day: string;
  minute: number;
}

const QUARTER_MS = 15 * 60_000;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Whether a name is that of a time zone, such as `Europe/Berlin`. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/**
 * What clocks show in a time zone. Zones change their offset at quarters of an hour only, so each quarter is looked up once.
 * @returns for an instant, ISO 8601 in UTC, the local time; fails with a RangeError for an unknown zone
 */
export function clockIn(time_zone: string): (instant: string) => LocalTime {
  const format = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: time_zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit' },
  });
  const offsets_ms = new Map<number, number>();
  return (instant) => {
    const at_ms = Date.parse(instant);
    const quarter = Math.floor(at_ms / QUARTER_MS);
    const offset_ms = offsets_ms.get(quarter) ?? offsetAt(format, quarter * QUARTER_MS);
    offsets_ms.set(quarter, offset_ms);
    const local_ms = at_ms + offset_ms;
    const day = new Date(local_ms).toISOString().slice(0, 10);
    return { day, minute: Math.floor((local_ms - Date.parse(day)) / MINUTE_MS) };
  };
}

function offsetAt(format: Intl.DateTimeFormat, at_ms: number): number {
  const parts = Object.fromEntries(format.formatToParts(at_ms).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute) - at_ms;
}

/** When a day begins where a clock hangs, ISO 8601 in UTC; an hour off where the clock is changed in that night. */
export function startOfDay(day: string, clock: (instant: string) => LocalTime): string {
  const utc = `${day}T00:00:00.000Z`;
  const shown = clock(utc);
  const ahead_ms = Date.parse(shown.day) + shown.minute * MINUTE_MS - Date.parse(utc);
  return new Date(Date.parse(utc) - ahead_ms).toISOString();
}

/** The day of the calendar after one. */
export const dayAfter = (day: string): string => new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);

/** `07:30` as minutes since midnight. */
export function minuteOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}
