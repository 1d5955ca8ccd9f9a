import { describe, expect, it } from 'vitest';
import type { Page } from '../types.ts';
import { scaleOf } from './time-scale.ts';

const page = (opened_at: string, last_at: string, counted_to: string): Page =>
  ({ opened_at, last_at, counted_to, held: [], jobs: [] }) as unknown as Page;

describe('the time axis of a purchase', () => {
  it('is even where nothing is silent for long', () => {
    const scale = scaleOf(page('2025-03-01T00:00:00Z', '2025-06-01T00:00:00Z', '2025-08-24T00:00:00Z'), 100, 700);
    expect(scale.gap).toBeNull();
    expect(scale.x('2025-03-01T00:00:00Z')).toBe(100);
    expect(scale.x('2025-08-24T00:00:00Z')).toBe(800);
  });

  it('leaves out the years between an old log and today', () => {
    const scale = scaleOf(page('2012-01-01T00:00:00Z', '2012-03-14T00:00:00Z', '2026-03-14T00:00:00Z'), 0, 800);
    expect(scale.gap).toMatchObject({ from: Date.parse('2012-03-14T00:00:00Z') });
    expect(scale.x('2012-03-14T00:00:00Z')).toBeGreaterThan(600);
    expect(scale.x('2026-03-14T00:00:00Z')).toBe(800);
  });

  it('tells the instant at a place, on both sides of a gap', () => {
    const scale = scaleOf(page('2012-01-01T00:00:00Z', '2012-03-14T00:00:00Z', '2026-03-14T00:00:00Z'), 0, 800);
    for (const at of ['2012-02-01T00:00:00Z', '2026-03-13T23:55:00Z'])
      expect(scale.at(scale.x(at))).toBeCloseTo(Date.parse(at), -3);
  });
});
