/*
 * Days as whole numbers: how many days after 1 January 1970. A working day is one that is neither on the weekend nor a
 * holiday.
 */
import type { PlanTerms } from './step.ts';

const DAY_MS = 86_400_000;

export interface WorkCalendar {
  weekend: ReadonlySet<number>;
  /** As numbers of days, those on a weekend left out, in order. */
  holidays: readonly number[];
  is_holiday: ReadonlySet<number>;
}

/** A day, YYYY-MM-DD, as a number. */
export const numberOfDay = (day: string): number => Math.round(Date.parse(day) / DAY_MS);

/** A number as a day, YYYY-MM-DD. */
export const dayOfNumber = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);

/** ISO day of the week: 1 is Monday. 1 January 1970 was a Thursday. */
const weekdayOf = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;

/** When people work, from what is said of the plan. */
export function calendarOf({ weekend, holidays }: Pick<PlanTerms, 'weekend' | 'holidays'>): WorkCalendar {
  const free = new Set(weekend);
  const numbers = [...new Set(holidays.map(numberOfDay))].filter((number) => !free.has(weekdayOf(number)));
  return { weekend: free, holidays: numbers.sort((a, b) => a - b), is_holiday: new Set(numbers) };
}

/** Whether people work on a day. */
export const isWorkingDay = (calendar: WorkCalendar, number: number): boolean =>
  !calendar.weekend.has(weekdayOf(number)) && !calendar.is_holiday.has(number);

/** The first working day from a day on. */
export function onOrAfter(calendar: WorkCalendar, number: number): number {
  let found = number;
  while (!isWorkingDay(calendar, found)) found++;
  return found;
}

/** The last working day up to a day. */
export function onOrBefore(calendar: WorkCalendar, number: number): number {
  let found = number;
  while (!isWorkingDay(calendar, found)) found--;
  return found;
}

/** The n-th working day after a day, before it for less than 0; for 0 the first working day from it on. */
export function addWorkingDays(calendar: WorkCalendar, number: number, days: number): number {
  if (days === 0) return onOrAfter(calendar, number);
  const direction = Math.sign(days);
  let at = number;
  for (let left = Math.abs(days); left > 0; ) {
    at += direction;
    if (isWorkingDay(calendar, at)) left--;
  }
  return at;
}

/** How many working days lie after one day and up to another; less than 0 where that one is earlier. */
export function workingDaysBetween(calendar: WorkCalendar, from: number, to: number): number {
  // Taken from 0, as −0 is not what anybody counts.
  if (to < from) return 0 - workingDaysBetween(calendar, to, from);
  const weeks = Math.floor((to - from) / 7);
  let count = weeks * (7 - calendar.weekend.size);
  for (let at = from + weeks * 7 + 1; at <= to; at++) if (!calendar.weekend.has(weekdayOf(at))) count++;
  return count - calendar.holidays.filter((holiday) => holiday > from && holiday <= to).length;
}

/** By time zone: making one takes longer than folding a purchase. There are as many as time zones. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();

const formatIn = (time_zone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone: time_zone, calendar: 'gregory', numberingSystem: 'latn' },
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
  } as const);

/** The day that an instant falls on in a time zone. @param instant ISO 8601 @param time_zone an IANA name */
export function dayIn(instant: string, time_zone: string): string {
  if (time_zone === 'UTC') return new Date(instant).toISOString().slice(0, 10);
  const format = FORMATS.get(time_zone) ?? formatIn(time_zone);
  FORMATS.set(time_zone, format);
  const part = Object.fromEntries(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return `${part.year?.padStart(4, '0')}-${part.month}-${part.day}`;
}
