import { describe, expect, it } from 'vitest';
import { progress, step } from '../../../test/core/planning.ts';
import {
  agrees,
  byBuyer,
  day,
  entered,
  eventsOf,
  job,
  named,
  on,
  opened,
  PURCHASE,
  requirement,
} from '../../../test/core/story.ts';
import { expectationSentence, expectedMails, mailsOf } from './expected.ts';
import { defaultSettings } from './schedule.ts';

const story = [
  opened(job('fit', { rests_on: ['requirements'] })),
  named('ann', 'champion'),
  named('ben', 'finance'),
  entered('ann'),
  entered('ben'),
  agrees('ann', 'fit'),
  on(30, byBuyer('ben', requirement('r', 'fast'))),
  on(30, byBuyer('ben', requirement('q', 'safe'))),
  on(40, byBuyer('ben', requirement('s', 'small'))),
];
const expected = (now: string) => expectedMails(PURCHASE, eventsOf(...story), { view: 'buyer', now });

describe('what a room leads to', () => {
  it('is counted for who would have got most, a burst as one', () => {
    // Ann: one mail for both changes of day 30, one on day 40.
    expect(expected(day(41)).last_four_weeks).toBe(2);
    expect(expected(day(60)).last_four_weeks).toBe(1);
    expect(expected(day(90)).last_four_weeks).toBe(0);
  });

  it('counts what time alone tells, from shared steps', () => {
    const planned = (zone: string) => [
      ...story,
      on(45, { ...step('visit', { owner_id: 'ann', due_on: '2026-02-27' }), zone }),
      on(46, { ...step('papers', { owner_side: 'buyer', owner_role: 'finance', due_on: '2026-03-12' }), zone }),
      on(47, { ...progress('visit', { to: 'started' }), zone }),
    ];
    const count = (now: string, zone = 'shared') =>
      expectedMails(
        PURCHASE,
        eventsOf(...planned(zone)).filter((event) => event.zone === 'shared'),
        { view: 'buyer', now },
      ).last_four_weeks;
    expect([count(day(48)), count(day(55)), count(day(62))]).toEqual([3, 3, 3]);
    expect(count(day(68))).toBe(4);
    // Ben: that the papers are due, and that they are overdue.
    expect(count(day(90))).toBe(2);
    expect(count(day(68), 'buyer')).toBe(0);
  });

  it('is not counted for a room of a few days, and never more than the rule says', () => {
    expect(
      expectedMails(PURCHASE, eventsOf(...story.slice(0, 3)), { view: 'buyer', now: day(5) }).last_four_weeks,
    ).toBeNull();
    const hourly = Array.from({ length: 28 * 24 }, (_, hour) => ({
      kind: 'shaken' as const,
      at: new Date(Date.parse(day(1)) + hour * 3_600_000).toISOString(),
    }));
    expect(mailsOf(hourly, defaultSettings('buyer'), day(30))).toBeLessThanOrEqual(30);
  });

  it('is one sentence', () => {
    expect(expectationSentence({ most_often: 'day', last_four_weeks: 3 })).toBe(
      'At most one mail a day, and only when something changed or is due; in the last four weeks that would have been 3. You can stop them with one click.',
    );
    expect(expectationSentence({ most_often: 'hour', last_four_weeks: null })).toBe(
      'At most one mail an hour, and only when something changed or is due. You can stop them with one click.',
    );
  });
});
