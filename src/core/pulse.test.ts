import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buyer, deciding, outcomeOf, seller } from '../../test/core/deciding.ts';
import {
  agrees,
  byBuyer,
  day,
  entered,
  eventsOf,
  imported,
  job,
  named,
  on,
  opened,
  seen,
  stateAfter,
  type Told,
  told,
} from '../../test/core/story.ts';
import { PULSE_ITEMS, type PulseItem } from './body/pulse.ts';
import { fold } from './fold.ts';
import { duePulse, PULSE_REST_MS, pulseAnswers, pulseResults } from './pulse.ts';

const answers = (who: string, item: PulseItem, value: number): Told =>
  byBuyer(who, { ...told('pulse.answered', { person_id: who, item, value }), zone: 'buyer' });
const skips = (who: string, item: PulseItem): Told =>
  byBuyer(who, { ...told('pulse.skipped', { person_id: who, item }), zone: 'buyer' });
const group = (...people: string[]): Told[] => [
  opened(job('fit')),
  ...people.flatMap((who) => [named(who), entered(who)]),
];

describe('a pulse question', () => {
  it('is not asked of who only came in, and is as soon as they said something or a day is over', () => {
    const here = stateAfter(opened(job('fit')), named('ann', 'champion'), entered('ann'));
    expect(duePulse(here, 'ann', day(3.5))).toBe(null);
    expect(duePulse(here, 'ann', day(4))).toBe('ease');
    const spoke = stateAfter(opened(job('fit')), named('ann', 'champion'), byBuyer('ann', agrees('ann', 'fit')));
    expect(duePulse(spoke, 'ann', day(3))).toBe('ease');
  });

  it('is one at a time, each before any comes again, and rests a week after an answer or a skip', () => {
    const asked = [...group('ann'), on(10, answers('ann', 'ease', 4)), on(20, skips('ann', 'confidence'))];
    const state = stateAfter(...asked);
    expect(duePulse(state, 'ann', day(26.9))).toBe(null);
    expect(duePulse(state, 'ann', day(27))).toBe('uncertainty_paralysed');
    const all = PULSE_ITEMS.map((item, at) => on(10 + 8 * at, answers('ann', item, 3)));
    expect(duePulse(stateAfter(...group('ann'), ...all), 'ann', day(100))).toBe('ease');
  });

  it('is not asked of observers, strangers and sellers, nor after the end', () => {
    const state = stateAfter(opened(job('fit')), named('obi', 'observer'), entered('obi'));
    expect(duePulse(state, 'obi', day(50))).toBe(null);
    expect(duePulse(state, 'nobody', day(50))).toBe(null);
    const ended = stateAfter(...group('ann'), told('purchase.outcome_reached', { outcome: 'lost' }));
    expect(duePulse(ended, 'ann', day(50))).toBe(null);
    expect(duePulse(seen({ view: 'seller' }, ...group('ann')), 'ann', day(50))).toBe(null);
  });

  it('is answered by the person alone, once a week', () => {
    const state = stateAfter(...group('ann', 'ben'), on(96, answers('ann', 'ease', 4)));
    const ease = (who: string) => told('pulse.answered', { person_id: who, item: 'ease', value: 2 });
    expect(outcomeOf(deciding(state, buyer('ann'), ease('ann')))).toBe('pulse.not_due');
    expect(outcomeOf(deciding(state, buyer('ann'), ease('ben')))).toBe('pulse.not_yours');
    expect(outcomeOf(deciding(state, seller('sam'), ease('ben')))).toBe('zone.not_yours');
    expect(outcomeOf(deciding(state, { ...buyer('ben'), kind: 'agent' }, ease('ben')))).toBe('pulse.not_yours');
    expect(outcomeOf(deciding(state, buyer('ben'), ease('ben')))).toEqual(['pulse.answered']);
    expect(outcomeOf(deciding(state, buyer('ben'), { ...ease('ben'), zone: 'shared' }))).toBe('zone.not_for_kind');
  });

  it('is not answered by an import, and neither completes, reopens nor revives anything', () => {
    const before = stateAfter(...group('ann'), byBuyer('ann', agrees('ann', 'fit')));
    const after = stateAfter(
      ...group('ann'),
      byBuyer('ann', agrees('ann', 'fit')),
      answers('ann', 'ease', 1),
      imported('i1', answers('ann', 'confidence', 5)),
    );
    expect(after.pulses.ann).toEqual([{ item: 'ease', value: 1, at: day(5) }]);
    expect(after.jobs).toEqual(before.jobs);
    expect(after.held).toEqual(before.held);
  });
});

describe('what a group sees of its answers', () => {
  // Day 5 of the stories is a Monday.
  const three = ['ann', 'ben', 'cem'];

  it('is nothing of two people, and a mean of three once the week is over', () => {
    const two = group(...three).concat(on(8, answers('ann', 'ease', 2)), on(8, answers('ben', 'ease', 5)));
    expect(pulseResults(stateAfter(...two), day(60))).toEqual([]);
    const state = stateAfter(...two, on(9, answers('cem', 'ease', 4)));
    expect(pulseResults(state, day(11))).toEqual([]);
    expect(pulseResults(state, day(13))).toEqual([{ item: 'ease', week: '2026-W03', people: 3, mean: 3.7 }]);
  });

  it('does not move by one person or two, and does by three', () => {
    const first = [...group(...three, 'dan'), ...three.map((who) => on(8, answers(who, 'ease', 2)))];
    const one_more = [...first, on(15, answers('dan', 'ease', 5)), on(16, answers('ann', 'ease', 5))];
    expect(pulseResults(stateAfter(...one_more), day(60))).toMatchObject([{ people: 3, mean: 2, week: '2026-W03' }]);
    const third = [...one_more, on(22, answers('ben', 'ease', 5))];
    expect(pulseResults(stateAfter(...third), day(60))).toMatchObject([{ people: 4, mean: 4.3, week: '2026-W05' }]);
  });

  it('never lets two results differ by the answers of fewer than three people', () => {
    const onceAWeek = ({ who, week }: { who: string; week: number }) => `${who} ${week}`;
    const said = fc.record({
      who: fc.constantFrom('ann', 'ben', 'cem', 'dan', 'eli'),
      week: fc.integer({ min: 0, max: 11 }),
      value: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      // Nobody answers twice in a week: that is refused.
      fc.property(fc.uniqueArray(said, { minLength: 3, maxLength: 30, selector: onceAWeek }), (all) => {
        const sorted = all.toSorted((a, b) => a.week - b.week);
        const lines = sorted.map(({ who, week, value }) => on(20 + 7 * week, answers(who, 'ease', value)));
        const start = group('ann', 'ben', 'cem', 'dan', 'eli');
        const state = fold('p', eventsOf(...start, ...lines), { view: 'buyer' });
        const shown = Array.from({ length: 16 }, (_one, week) => {
          const now = day(20 + 7 * week);
          return { result: pulseResults(state, now)[0], known: latestBefore(sorted, week, now) };
        });
        for (const [at, { result }] of shown.entries()) {
          if (result === undefined) continue;
          expect(result.people).toBeGreaterThanOrEqual(3);
          const before = shown[at - 1]?.result;
          if (before === undefined || before.week === result.week) continue;
          const then = shown.find((one) => one.result?.week === before.week)?.known ?? new Map();
          const now = shown[at]?.known ?? new Map();
          const changed = [...now].filter(([who, value]) => then.get(who) !== value).length;
          expect(changed).toBeGreaterThanOrEqual(3);
        }
      }),
      { numRuns: 200 },
    );
  });

  const latestBefore = (all: readonly { who: string; week: number; value: number }[], week: number, now: string) => {
    // Answers are given in the middle of a week: they count from the next.
    const monday = Date.parse(now) - ((new Date(now).getUTCDay() + 6) % 7) * 86_400_000;
    const counted = all.filter(
      (one) => Date.parse(day(20 + 7 * one.week)) < monday - 9 * 3_600_000 && one.week <= week,
    );
    return new Map(counted.map(({ who, value }) => [who, value]));
  };

  it('is handed to the weekly figures for sellers as the last answer of each', () => {
    const state = stateAfter(
      ...group('ann'),
      on(8, answers('ann', 'ease', 2)),
      on(20, answers('ann', 'ease', 5)),
      on(30, skips('ann', 'ease')),
    );
    expect(pulseAnswers(state)).toEqual([
      { contributor: 'ann', purchase_id: 'p', figure: 'pulse/ease', part_of: null, value: 5 },
    ]);
    expect(PULSE_REST_MS).toBe(7 * 86_400_000);
  });
});
