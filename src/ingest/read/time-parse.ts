import { importRefusals } from '../../catalogue/import-refusals.ts';
import { zoneClock } from './zone.ts';

/**
 * - `iso`: year first, `2017-10-22T11:15:41.000+02:00`, `2014/10/22 11:15:41`, `2017-10-22`
 * - `month_first`: `10/22/2017`, `5/28/2018 13:46`, `5/28/18 1:46 PM`
 * - `day_first`: `22/10/2017`, `22.10.2017 11:15`
 * - `epoch_s`: seconds since 1970, decimals allowed; `epoch_ms`: milliseconds
 */
export type TimeFormat = 'iso' | 'month_first' | 'day_first' | 'epoch_s' | 'epoch_ms';

/** Why a value is no time in a format. */
export interface BadTime {
  code: 'time.bad_format' | 'time.out_of_range' | 'time.no_such_date' | 'time.zone_needed';
  reason: string;
}

export type ParseTime = (value: string) => number | BadTime;

/** Years outside are typing errors in the data of a purchase, not times. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
const MINUTE_MS = 60_000;

/**
 * A parser for one column: from text to epoch milliseconds (fractions beyond that are cut), or why not.
 *
 * @param zone IANA zone of values without an offset; null when there is none to be told, such values are then refused
 * @throws RangeError for a zone that does not exist
 */
export function compileTime(format: TimeFormat, zone: string | null): ParseTime {
  if (format === 'epoch_s') return (value) => epoch(value, 1000);
  if (format === 'epoch_ms') return (value) => epoch(value, 1);
  const toInstant = zone === null ? null : zone === 'UTC' ? (wall_ms: number) => wall_ms : zoneClock(zone);
  return (value) => {
    const text = value.trim();
    const date = format === 'iso' ? yearFirst(text) : yearLast(text, format === 'month_first');
    if (date === null) return badFormat(format);
    return wallTime(text, date, toInstant);
  };
}

/** A date as numbers, and where in the text it ends. */
interface DatePart {
  year: number;
  month: number;
  day: number;
  end: number;
}

function yearFirst(text: string): DatePart | null {
  // Most files write four, two and two digits: read without a regular expression.
  const separator = text.charCodeAt(4);
  if ((separator === 45 || separator === 47 || separator === 46) && text.charCodeAt(7) === separator) {
    const year = digits(text, 0, 4);
    const month = digits(text, 5, 2);
    const day = digits(text, 8, 2);
    if (year >= 0 && month >= 0 && day >= 0) return { year, month, day, end: 10 };
  }
  const match = /^(\d{4,6})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/.exec(text);
  if (!match) return null;
  return { year: Number(match[1]), month: Number(match[3]), day: Number(match[4]), end: match[0].length };
}

function yearLast(text: string, month_first: boolean): DatePart | null {
  const match = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{2}|\d{4,6})(?!\d)/.exec(text);
  if (!match) return null;
  const first = Number(match[1]);
  const second = Number(match[3]);
  const written = match[4] as string;
  // Two digits of a year as POSIX reads them: 69 to 99 are of the last century.
  const century = written.length > 2 ? 0 : Number(written) >= 69 ? 1900 : 2000;
  const year = century + Number(written);
  const end = match[0].length;
  return month_first ? { year, month: first, day: second, end } : { year, month: second, day: first, end };
}

function wallTime(text: string, date: DatePart, toInstant: ((wall_ms: number) => number) | null): number | BadTime {
  const { year, month, day } = date;
  const clock = date.end === text.length ? MIDNIGHT : clockPart(text, date.end);
  if (clock === null) return BAD_CLOCK;
  if (year < FIRST_YEAR || year > LAST_YEAR) return outOfRange(year);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return NO_SUCH_DATE;
  const wall_ms = Date.UTC(year, month - 1, day) + clock.ms;
  if (clock.offset_minutes !== null) return wall_ms - clock.offset_minutes * MINUTE_MS;
  return toInstant === null ? ZONE_NEEDED : toInstant(wall_ms);
}

/** Time of day in milliseconds, and its offset from UTC where it has one. */
interface Clock {
  ms: number;
  offset_minutes: number | null;
}

const MIDNIGHT: Clock = { ms: 0, offset_minutes: null };

/** The usual `T11:15:41.000+02:00` character by character; anything else by pattern. */
function clockPart(text: string, from: number): Clock | null {
  const hour = digits(text, from + 1, 2);
  const minute = digits(text, from + 4, 2);
  const second = digits(text, from + 7, 2);
  const usual =
    hour >= 0 && minute >= 0 && second >= 0 && text.charCodeAt(from + 3) === 58 && text.charCodeAt(from + 6) === 58;
  if (!usual || !isDateEnd(text.charCodeAt(from))) return unusualClock(text.slice(from));
  let ms = clockMs(hour, minute, second);
  let at = from + 9;
  if (text.charCodeAt(at) === 46) {
    const fraction = digits(text, at + 1, 3);
    const next = text.charCodeAt(at + 4);
    if (fraction < 0 || (next >= 48 && next <= 57)) return unusualClock(text.slice(from));
    ms += fraction;
    at += 4;
  }
  if (at === text.length) return ms < 0 ? null : { ms, offset_minutes: null };
  const sign = text.charCodeAt(at);
  if ((sign === 43 || sign === 45) && text.charCodeAt(at + 3) === 58 && at + 6 === text.length) {
    const hours = digits(text, at + 1, 2);
    const minutes = digits(text, at + 4, 2);
    if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59 || ms < 0) return null;
    return { ms, offset_minutes: (sign === 43 ? 1 : -1) * (hours * 60 + minutes) };
  }
  return unusualClock(text.slice(from));
}

const CLOCK =
  /^(?:[Tt ]|,)\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?([AaPp]\.?[Mm]\.?)?\s?(Z|z|UTC|GMT|[+-](?:0\d|1[0-8])(?::?[0-5]\d)?)?$/;

function unusualClock(text: string): Clock | null {
  const match = CLOCK.exec(text);
  if (!match) return null;
  let hour = Number(match[1]);
  const half = match[5]?.[0]?.toLowerCase();
  if (half) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half === 'p' ? 12 : 0);
  }
  const ms = clockMs(hour, Number(match[2]), Number(match[3] ?? '0'));
  if (ms < 0) return null;
  return { ms: ms + Math.floor(Number(`0.${match[4] ?? '0'}`) * 1000), offset_minutes: offsetMinutes(match[6]) };
}

function offsetMinutes(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (text[0] !== '+' && text[0] !== '-') return 0;
  const numbers = text.slice(1).replace(':', '').padEnd(4, '0');
  const minutes = Number(numbers.slice(0, 2)) * 60 + Number(numbers.slice(2));
  return text[0] === '-' ? -minutes : minutes;
}

/** −1 for a time no clock shows; a leap second counts as the second after it. */
function clockMs(hour: number, minute: number, second: number): number {
  if (hour > 23 || minute > 59 || second > 60) return hour === 24 && minute === 0 && second === 0 ? 86_400_000 : -1;
  return hour * 3_600_000 + minute * MINUTE_MS + second * 1000;
}

function epoch(value: string, unit_ms: number): number | BadTime {
  const text = value.trim();
  if (!/^\d+(?:\.\d+)?$/.test(text)) return badFormat(unit_ms === 1 ? 'epoch_ms' : 'epoch_s');
  const [whole = '', fraction = ''] = text.split('.');
  const ms = unit_ms === 1 ? Number(whole) : Number(whole) * 1000 + Number(`${fraction}000`.slice(0, 3));
  if (ms < FIRST_EPOCH_MS || ms >= END_EPOCH_MS) return epochOutOfRange(text);
  return ms;
}

/** An epoch below is 0 for "unknown", or in the other unit: 1973-03-03 in ms is as many digits as 5138 in s. */
const FIRST_EPOCH_MS = 100_000_000_000;
const END_EPOCH_MS = Date.UTC(LAST_YEAR + 1, 0, 1);

function digits(text: string, from: number, count: number): number {
  let number = 0;
  for (let i = from; i < from + count; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/** T, t or a blank. */
function isDateEnd(code: number): boolean {
  return code === 84 || code === 116 || code === 32;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const BAD_CLOCK: BadTime = {
  code: 'time.bad_format',
  get reason() {
    return importRefusals.date_followed_by_something;
  },
};
const NO_SUCH_DATE: BadTime = {
  code: 'time.no_such_date',
  get reason() {
    return importRefusals.there_no_such_day;
  },
};
const ZONE_NEEDED: BadTime = {
  code: 'time.zone_needed',
  get reason() {
    return importRefusals.time_no_offset_say;
  },
};

function badFormat(format: TimeFormat): BadTime {
  return { code: 'time.bad_format', reason: importRefusals.no_time_as_column(importRefusals.sample[format]) };
}

function outOfRange(year: number): BadTime {
  const reason = importRefusals.year_out_range_correct(year, FIRST_YEAR, LAST_YEAR);
  return { code: 'time.out_of_range', reason };
}

function epochOutOfRange(value: string): BadTime {
  const reason = importRefusals.out_range_for_time(value);
  return { code: 'time.out_of_range', reason };
}
