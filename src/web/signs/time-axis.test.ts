import { describe, expect, it } from 'vitest';
import { timeMarks } from './time-axis.ts';

const day = (text: string): number => new Date(`${text}T12:00:00`).getTime();

describe('the marks of a time axis', () => {
  it('stand at the beginning of months over half a year', () => {
    const marks = timeMarks(day('2025-03-06'), day('2025-08-24'), 8);
    expect(marks.map((mark) => new Date(mark.at).getDate())).toEqual([1, 1, 1, 1, 1]);
    expect(marks.map((mark) => new Date(mark.at).getMonth())).toEqual([3, 4, 5, 6, 7]);
  });

  it.each([
    ['2025-03-06', '2025-03-08'],
    ['2011-10-01', '2012-03-14'],
    ['1990-01-01', '2025-01-01'],
  ])('are never more than asked for, from %s to %s', (from, to) => {
    const marks = timeMarks(day(from), day(to), 6);
    expect(marks.length).toBeGreaterThan(0);
    expect(marks.length).toBeLessThanOrEqual(6);
    expect(marks.every((mark) => mark.at >= day(from) && mark.at <= day(to))).toBe(true);
  });
});
