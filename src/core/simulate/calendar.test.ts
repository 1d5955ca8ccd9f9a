import { describe, expect, it } from 'vitest';
import { businessTime, HOUR_MS, instantOf } from './calendar.ts';
import { randomOf } from './random.ts';

/** Where an instant goes that is not left out of hours, as local time. */
function moved(at: string, offset_h: number): string {
  const random = { ...randomOf(1, 0), chance: () => false };
  return instantOf(businessTime(Date.parse(at), offset_h, random) + offset_h * HOUR_MS).slice(0, 16);
}

describe('business time', () => {
  it('squeezes a working day into 8 to 18 o’clock, local time', () => {
    expect(moved('2026-06-24T00:00:00Z', 0)).toBe('2026-06-24T08:00');
    expect(moved('2026-06-24T12:00:00Z', 0)).toBe('2026-06-24T13:00');
    expect(moved('2026-06-24T23:59:59Z', 0)).toBe('2026-06-24T17:59');
    expect(moved('2026-06-24T23:00:00Z', 10)).toBe('2026-06-25T11:45');
  });

  it('moves a weekend to Monday', () => {
    expect(moved('2026-06-27T12:00:00Z', 0)).toBe('2026-06-29T13:00');
    expect(moved('2026-06-28T12:00:00Z', 0)).toBe('2026-06-29T13:00');
    expect(moved('2026-06-26T23:00:00Z', -8)).toBe('2026-06-26T14:15');
  });

  it('leaves a few instants where they are', () => {
    const random = { ...randomOf(1, 0), chance: () => true };
    const night_ms = Date.parse('2026-06-27T02:00:00Z');
    expect(businessTime(night_ms, 1, random)).toBe(night_ms);
  });
});
