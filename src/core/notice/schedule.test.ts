import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOTICE_KINDS } from './kinds.ts';
import { clockIn, dayAfter } from './local-time.ts';
import {
  clockFor,
  defaultSettings,
  isQuiet,
  MOST_ATTEMPTS,
  mailIsDue,
  type NoticeSettings,
  retryAt,
  type Waiting,
} from './schedule.ts';

const SETTLE_MS = 180_000;
const settings: NoticeSettings = { ...defaultSettings('buyer'), time_zone: 'Europe/Berlin' };
const due = (waiting: Waiting[], now: string, last_mail_at: string | null = null, own: Partial<NoticeSettings> = {}) =>
  mailIsDue(waiting, { settings: { ...settings, ...own }, last_mail_at, settle_ms: SETTLE_MS, now });
const shaken = (at: string): Waiting => ({ kind: 'shaken', at });
const news = (at: string): Waiting => ({ kind: 'news', at });

describe('the clock of a time zone', () => {
  it.each([
    ['Europe/Berlin', '2026-01-10T23:30:00.000Z', '2026-01-11', 30],
    ['Europe/Berlin', '2026-03-29T00:59:00.000Z', '2026-03-29', 119],
    ['Europe/Berlin', '2026-03-29T01:00:00.000Z', '2026-03-29', 180],
    ['Asia/Kolkata', '2026-01-10T00:00:00.000Z', '2026-01-10', 330],
    ['America/New_York', '2026-01-10T02:15:00.000Z', '2026-01-09', 1275],
    ['UTC', '2026-02-28T23:59:59.999Z', '2026-02-28', 1439],
  ])('%s at %s', (time_zone, at, day, minute) => {
    expect(clockIn(time_zone)(at)).toEqual({ day, minute });
  });

  it('knows the day after a day', () => {
    expect(dayAfter('2026-02-28')).toBe('2026-03-01');
  });
});

describe('a mail', () => {
  it('waits until a burst is over, and no longer than half an hour', () => {
    const first = '2026-02-02T09:00:00.000Z';
    expect(due([shaken(first)], '2026-02-02T09:02:59.000Z')).toBe(false);
    expect(due([shaken(first)], '2026-02-02T09:03:00.000Z')).toBe(true);
    expect(due([shaken(first), shaken('2026-02-02T09:02:00.000Z')], '2026-02-02T09:04:00.000Z')).toBe(false);
    expect(due([shaken(first), shaken('2026-02-02T09:29:00.000Z')], '2026-02-02T09:30:00.000Z')).toBe(true);
  });

  it('comes with the first digest after, for what is told daily', () => {
    expect(due([news('2026-02-02T06:59:00.000Z')], '2026-02-02T07:00:00.000Z')).toBe(true);
    expect(due([news('2026-02-02T07:01:00.000Z')], '2026-02-02T18:00:00.000Z')).toBe(false);
    expect(due([news('2026-02-02T07:01:00.000Z')], '2026-02-03T07:00:00.000Z')).toBe(true);
  });

  it('is not sent in quiet hours, but as soon as they end', () => {
    expect(due([shaken('2026-02-02T19:05:00.000Z')], '2026-02-02T19:30:00.000Z')).toBe(false);
    expect(due([shaken('2026-02-02T19:05:00.000Z')], '2026-02-03T05:59:00.000Z')).toBe(false);
    expect(due([shaken('2026-02-02T19:05:00.000Z')], '2026-02-03T06:00:00.000Z')).toBe(true);
    expect(isQuiet({ from: '12:00', to: '13:00' }, 12 * 60)).toBe(true);
    expect(isQuiet({ from: '12:00', to: '13:00' }, 13 * 60)).toBe(false);
    expect(isQuiet(null, 0)).toBe(false);
  });

  it('is never a second one on a day, or within an hour where someone wants that', () => {
    const last = '2026-02-02T07:00:00.000Z';
    expect(due([shaken('2026-02-02T10:00:00.000Z')], '2026-02-02T12:00:00.000Z', last)).toBe(false);
    expect(due([shaken('2026-02-02T10:00:00.000Z')], '2026-02-03T06:00:00.000Z', last)).toBe(true);
    expect(due([shaken(last)], '2026-02-02T07:59:00.000Z', last, { most_often: 'hour' })).toBe(false);
    expect(due([shaken(last)], '2026-02-02T08:00:00.000Z', last, { most_often: 'hour' })).toBe(true);
  });

  it('is never sent for a kind that is off, nor to who stopped all mails', () => {
    const now = '2026-02-03T12:00:00.000Z';
    expect(due([shaken('2026-02-02T09:00:00.000Z')], now, null, { mails_off: true })).toBe(false);
    const kinds = { ...settings.kinds, shaken: 'off' as const };
    expect(due([shaken('2026-02-02T09:00:00.000Z')], now, null, { kinds })).toBe(false);
  });
});

describe('whatever comes and whatever someone set', () => {
  const MINUTE_MS = 60_000;
  const begin_ms = Date.UTC(2026, 2, 27);
  const any_settings: fc.Arbitrary<NoticeSettings> = fc.record({
    kinds: fc.record(
      Object.fromEntries(NOTICE_KINDS.map((kind) => [kind, fc.constantFrom('immediate', 'daily', 'off')])),
    ) as unknown as fc.Arbitrary<NoticeSettings['kinds']>,
    quiet: fc.option(
      fc.record({ from: fc.constantFrom('20:00', '12:00', '00:00'), to: fc.constantFrom('07:00', '13:30', '09:00') }),
    ),
    time_zone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', null),
    most_often: fc.constantFrom('hour', 'day'),
    mails_off: fc.constant(false),
  });
  const coming = fc.array(
    fc.record({ kind: fc.constantFrom(...NOTICE_KINDS), minute: fc.integer({ min: 0, max: 5 * 1440 }) }),
    { maxLength: 25 },
  );

  /** The mails of twelve days, looked at every ten minutes, each with what it held. */
  function mailsOf(own: NoticeSettings, notices: { kind: Waiting['kind']; minute: number }[]) {
    const all = notices.map(({ kind, minute }) => ({
      kind,
      at: new Date(begin_ms + minute * MINUTE_MS).toISOString(),
    }));
    const mails: { at: string; held: Waiting[] }[] = [];
    const gone = new Set<Waiting>();
    const clock = clockFor(own);
    for (let minute = 0; minute <= 12 * 1440; minute += 10) {
      const now = new Date(begin_ms + minute * MINUTE_MS).toISOString();
      const waiting = all.filter((one) => one.at <= now && !gone.has(one) && own.kinds[one.kind] !== 'off');
      const last_mail_at = mails.at(-1)?.at ?? null;
      if (!mailIsDue(waiting, { settings: own, last_mail_at, settle_ms: SETTLE_MS, now }, clock)) continue;
      mails.push({ at: now, held: waiting });
      for (const one of waiting) gone.add(one);
    }
    return { all, mails, clock };
  }

  it('nobody gets two mails in their window, nothing in quiet hours, and each notice in exactly one mail', () => {
    fc.assert(
      fc.property(any_settings, coming, (own, notices) => {
        const { all, mails, clock } = mailsOf(own, notices);
        for (const [n, mail] of mails.entries()) {
          expect(isQuiet(own.quiet, clock(mail.at).minute)).toBe(false);
          const before = mails[n - 1];
          if (before === undefined) continue;
          if (own.most_often === 'day') expect(clock(mail.at).day > clock(before.at).day).toBe(true);
          else expect(Date.parse(mail.at) - Date.parse(before.at)).toBeGreaterThanOrEqual(3_600_000);
        }
        const held = mails.flatMap((mail) => mail.held);
        expect(new Set(held).size).toBe(held.length);
        expect(held.length).toBe(all.filter(({ kind }) => own.kinds[kind] !== 'off').length);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a mail that no server takes', () => {
  it('is tried again later and later, and given up', () => {
    const now = '2026-02-02T09:00:00.000Z';
    const waits = Array.from(
      { length: MOST_ATTEMPTS - 1 },
      (_, n) => Date.parse(retryAt(n + 1, now) ?? '') - Date.parse(now),
    );
    expect(waits).toEqual([...waits].sort((one, other) => one - other));
    expect(waits[0]).toBe(60_000);
    expect(retryAt(MOST_ATTEMPTS, now)).toBeNull();
  });
});
