import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { progress, sellersStep, step } from '../../../test/core/planning.ts';
import { byBuyer, job, named, opened, seen, stateAfter, type Told, told } from '../../../test/core/story.ts';
import { dueSteps, isStillDue, nextLook, remindedOf } from './due.ts';
import { clockIn, startOfDay } from './local-time.ts';
import { noticeText } from './telling.ts';

const start = [opened(job('fit')), named('ann', 'champion'), named('lea', 'legal')];
const having = (...story: Told[]) => stateAfter(...start, ...story);
const at = (day: string, clock = '09:00') => `${day}T${clock}:00.000Z`;
const due = (state: ReturnType<typeof having>, person_id: string, day: string, clock?: string) =>
  dueSteps(state, remindedOf(state, { person_id, side: state.view }), at(day, clock)).map(
    ({ step_id, overdue }) => `${step_id} ${overdue ? 'overdue' : 'soon'}`,
  );

/** A Friday. */
const visit = step('visit', { owner_id: 'ann', due_on: '2026-03-06' });

describe('a step that is due', () => {
  it('is told to its owner three working days before, and when it is overdue, and then no more', () => {
    const state = having(visit);
    const told_on = (day: string) => due(state, 'ann', day);
    expect(told_on('2026-03-02')).toEqual([]);
    expect(told_on('2026-03-03')).toEqual(['visit soon']);
    expect(told_on('2026-03-06')).toEqual(['visit soon']);
    expect(told_on('2026-03-07')).toEqual(['visit overdue']);
    expect(told_on('2026-03-13')).toEqual(['visit overdue']);
    expect(told_on('2026-03-16')).toEqual([]);
    expect(due(state, 'lea', '2026-03-06')).toEqual([]);
  });

  it('is told to everyone who has its role, where nobody is named', () => {
    const state = having(step('papers', { owner_side: 'buyer', owner_role: 'legal', due_on: '2026-03-06' }));
    expect(due(state, 'lea', '2026-03-05')).toEqual(['papers soon']);
    expect(due(state, 'ann', '2026-03-05')).toEqual([]);
  });

  it('goes by the working days and the time zone of the plan', () => {
    const state = having(told('plan.set', { time_zone: 'Pacific/Auckland', holidays: ['2026-03-05'] }), visit);
    expect(due(state, 'ann', '2026-03-01', '10:00')).toEqual([]);
    // Monday has begun in Auckland.
    expect(due(state, 'ann', '2026-03-01', '12:00')).toEqual(['visit soon']);
  });

  it('is told to nobody once it is done, taken out, or the purchase has ended', () => {
    const ended = byBuyer('ann', told('purchase.outcome_reached', { outcome: 'bought' }));
    for (const then of [progress('visit', { to: 'done' }), step('visit', { removed: true }), ended]) {
      const state = having(visit, then);
      expect(due(state, 'ann', '2026-03-06')).toEqual([]);
      expect(nextLook(state, null)).toBeNull();
    }
  });

  it('of one side is not there for the other', () => {
    const kept = { ...sellersStep('price', { owner_id: 'sam', due_on: '2026-03-06' }), zone: 'seller' };
    expect(due(seen({ view: 'seller' }, ...start, kept), 'sam', '2026-03-06')).toEqual(['price soon']);
    const buyers = having(kept);
    expect(due(buyers, 'sam', '2026-03-06')).toEqual([]);
    expect(nextLook(buyers, null)).toBeNull();
  });
});

describe('what someone was told of a step', () => {
  const notice = (overdue: boolean) => ({
    ...{ kind: 'step_due' as const, event_ids: [], job_ids: [], reopened_ids: [] },
    step: { step_id: 'visit', due_on: '2026-03-06', overdue },
  });

  it('says the day, and stands as long as it holds', () => {
    const text = (overdue: boolean, ...more: Told[]) => noticeText(having(visit, ...more), [], notice(overdue), 'ann');
    expect(text(false)).toBe('“visit” is due on 6 March 2026, and yours to see to.');
    expect(text(true)).toBe('“visit” was planned for 6 March 2026 and is not done: do it, or say by when.');
    expect(text(true, progress('visit', { to: 'started' }))).toMatch(/not done/);
    for (const then of [
      progress('visit', { to: 'done' }),
      step('visit', { due_on: '2026-03-09' }),
      step('visit', { owner_id: 'lea' }),
      step('visit', { removed: true }),
    ]) {
      expect(text(false, then)).toBeNull();
    }
  });
});

describe('when a plan is looked at', () => {
  it('is from the day on which something is due soon, each day while there is something to tell', () => {
    const state = having(visit);
    expect(nextLook(state, null)).toBe('2026-03-03T00:00:00.000Z');
    expect(nextLook(state, at('2026-03-03'))).toBe('2026-03-04T00:00:00.000Z');
    expect(nextLook(state, at('2026-03-12'))).toBe('2026-03-13T00:00:00.000Z');
    expect(nextLook(state, at('2026-03-15'))).toBeNull();
    expect(nextLook(having(step('undated')), null)).toBeNull();
    const far = having(visit, step('far', { due_on: '2026-05-01' }));
    expect(nextLook(far, at('2026-03-15'))).toBe('2026-04-28T00:00:00.000Z');
  });

  it('finds in any plan whatever looking every hour would find', () => {
    const days = fc
      .integer({ min: 0, max: 40 })
      .map((n) => new Date(Date.UTC(2026, 2, 1 + n)).toISOString().slice(0, 10));
    const zone = fc.constantFrom('UTC', 'Asia/Kolkata', 'America/New_York', 'Pacific/Auckland');
    const weekend = fc.constantFrom([6, 7], [5, 6], [], [1, 3, 5]);
    fc.assert(
      fc.property(
        fc.array(days, { maxLength: 4 }),
        zone,
        weekend,
        fc.array(days),
        (dues, time_zone, free, holidays) => {
          const steps = dues.map((due_on, n) => step(`s${n}`, { owner_id: 'ann', due_on }));
          const state = having(told('plan.set', { time_zone, weekend: free, holidays }), ...steps);
          const who = remindedOf(state, { person_id: 'ann', side: 'buyer' });
          const found = (now: string) => dueSteps(state, who, now).map((one) => JSON.stringify(one));
          const hours = Array.from({ length: 60 * 24 }, (_, n) => new Date(Date.UTC(2026, 1, 20, n)).toISOString());
          const [hourly, looking] = [new Set<string>(), new Set<string>()];
          let look = nextLook(state, null);
          for (const now of hours) {
            for (const one of found(now)) hourly.add(one);
            if (look === null || look > now) continue;
            for (const one of found(now)) looking.add(one);
            look = nextLook(state, now);
          }
          expect([...looking].sort()).toEqual([...hourly].sort());
        },
      ),
      { numRuns: 8 },
    );
  });

  it('is the beginning of a day where the plan is', () => {
    expect(startOfDay('2026-03-03', clockIn('Asia/Kolkata'))).toBe('2026-03-02T18:30:00.000Z');
    expect(startOfDay('2026-03-03', clockIn('America/New_York'))).toBe('2026-03-03T05:00:00.000Z');
  });

  it('no longer holds for whoever does not own the step', () => {
    const state = having(visit);
    const lea = remindedOf(state, { person_id: 'lea', side: 'buyer' });
    expect(isStillDue(state, lea, { step_id: 'visit', due_on: '2026-03-06', overdue: false })).toBe(false);
  });
});
