import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  calendarOf,
  dayIn,
  dayOfNumber,
  isWorkingDay,
  numberOfDay,
  onOrAfter,
  onOrBefore,
  workingDaysBetween,
} from './calendar.ts';

const usual = calendarOf({ weekend: [6, 7], holidays: ['2026-04-03', '2026-04-06', '2026-05-01', '2026-05-02'] });
const add = (day: string, days: number): string => dayOfNumber(addWorkingDays(usual, numberOfDay(day), days));
const between = (from: string, to: string): number => workingDaysBetween(usual, numberOfDay(from), numberOfDay(to));

const calendar = fc
  .record({
    weekend: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 }),
    holidays: fc.array(fc.integer({ min: 20_400, max: 20_700 }).map(dayOfNumber), { maxLength: 20 }),
  })
  .map(calendarOf);
const number = fc.integer({ min: 20_400, max: 20_700 });

describe('working days', () => {
  it('leave weekends and holidays out', () => {
    // Good Friday and Easter Monday of 2026.
    expect(add('2026-04-02', 1)).toBe('2026-04-07');
    expect(add('2026-04-07', -1)).toBe('2026-04-02');
    expect(add('2026-04-04', 0)).toBe('2026-04-07');
    expect(add('2026-04-04', 1)).toBe('2026-04-07');
    expect(between('2026-04-02', '2026-04-08')).toBe(2);
    expect(between('2026-04-08', '2026-04-02')).toBe(-2);
    // A holiday on a Saturday takes no day away.
    expect(between('2026-04-30', '2026-05-04')).toBe(1);
  });

  it('that are added are there again when they are taken away', () => {
    fc.assert(
      fc.property(calendar, number, fc.integer({ min: -200, max: 200 }), (one, from, days) => {
        const start = onOrAfter(one, from);
        const there = addWorkingDays(one, start, days);
        expect(isWorkingDay(one, there)).toBe(true);
        expect(addWorkingDays(one, there, -days)).toBe(start);
        expect(workingDaysBetween(one, start, there)).toBe(days);
      }),
    );
  });

  it('are counted as one counts them on a calendar', () => {
    fc.assert(
      fc.property(calendar, number, number, (one, from, to) => {
        let count = 0;
        for (let at = Math.min(from, to) + 1; at <= Math.max(from, to); at++) if (isWorkingDay(one, at)) count++;
        expect(workingDaysBetween(one, from, to)).toBe(to < from ? 0 - count : count);
        expect(onOrBefore(one, from)).toBeLessThanOrEqual(from);
      }),
    );
  });
});

describe('the day of an instant', () => {
  it('is that of the time zone', () => {
    expect(dayIn('2026-03-31T22:30:00.000Z', 'UTC')).toBe('2026-03-31');
    expect(dayIn('2026-03-31T22:30:00.000Z', 'Europe/Berlin')).toBe('2026-04-01');
    expect(dayIn('2026-01-01T02:00:00.000Z', 'America/New_York')).toBe('2025-12-31');
  });
});
