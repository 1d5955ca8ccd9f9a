import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_RETENTION, dueBefore, isIdentityDue, monthsBefore } from './retention.ts';

const now = '2026-03-31T10:00:00.000Z';

describe('what is due', () => {
  test('given nothing is set, then only what opens nothing any more', () => {
    expect(dueBefore(DEFAULT_RETENTION, now)).toEqual({
      viewings: null,
      mails: null,
      uploads: null,
      spent: '2026-03-01T10:00:00.000Z',
      identities: null,
    });
  });
  test('given days are set, then what is older than so many days', () => {
    expect(dueBefore({ ...DEFAULT_RETENTION, viewings_days: 1, mails_days: 31 }, now)).toMatchObject({
      viewings: '2026-03-30T10:00:00.000Z',
      mails: '2026-02-28T10:00:00.000Z',
    });
  });
  test.each([
    ['2026-03-31', 1, '2026-02-28'],
    ['2024-03-31', 1, '2024-02-29'],
    ['2026-01-15', 1, '2025-12-15'],
    ['2026-03-15', 24, '2024-03-15'],
  ])('given %s and %i months, then %s', (day, months, before) => {
    expect(monthsBefore(`${day}T10:00:00.000Z`, months)).toBe(`${before}T10:00:00.000Z`);
  });
  test('given an ended purchase, then its people are due once that is long ago; an open one never is', () => {
    const due = dueBefore({ ...DEFAULT_RETENTION, identities_months: 6 }, now);
    expect(isIdentityDue({ outcome_at: '2025-09-29T00:00:00.000Z' }, due)).toBe(true);
    expect(isIdentityDue({ outcome_at: '2025-10-01T00:00:00.000Z' }, due)).toBe(false);
    expect(isIdentityDue({ outcome_at: null }, due)).toBe(false);
    expect(isIdentityDue({ outcome_at: '2001-01-01T00:00:00.000Z' }, dueBefore(DEFAULT_RETENTION, now))).toBe(false);
  });
  test('what is due stays due as time goes on', () => {
    const days = fc.integer({ min: 1, max: 3650 });
    const at = fc.integer({ min: Date.UTC(2020), max: Date.UTC(2030) });
    fc.assert(
      fc.property(days, at, fc.integer({ min: 0, max: 1e11 }), (kept, from, later) => {
        const retention = { ...DEFAULT_RETENTION, viewings_days: kept, identities_months: Math.ceil(kept / 30) };
        const [one, other] = [from, from + later].map((ms) => dueBefore(retention, new Date(ms).toISOString()));
        expect((one?.viewings ?? '') <= (other?.viewings ?? '')).toBe(true);
        expect((one?.identities ?? '') <= (other?.identities ?? '')).toBe(true);
      }),
    );
  });
});
