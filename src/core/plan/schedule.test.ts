import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { progress, step } from '../../../test/core/planning.ts';
import { job, named, opened, stateAfter, type Told } from '../../../test/core/story.ts';
import { addWorkingDays, calendarOf, dayOfNumber, isWorkingDay, numberOfDay } from './calendar.ts';
import { type Schedule, scheduleOf } from './schedule.ts';
import { slipSentence, slipsOf } from './slip.ts';
import { emptyPlan, type Plan, type Step } from './step.ts';

/** A Monday. */
const TODAY = '2026-03-02';
const planOf = (...story: Told[]): Plan => stateAfter(opened(job('fit')), named('ann', 'champion'), ...story).plan;
const schedule = (...story: Told[]): Schedule => scheduleOf(planOf(...story), TODAY);

describe('a schedule', () => {
  it('tells the earliest day, the latest, the slack and the critical path', () => {
    const { steps, likely_on } = schedule(
      step('draft', { duration_days: 3 }),
      step('legal', { duration_days: 5, depends_on: ['draft'] }),
      step('security', { duration_days: 2, depends_on: ['draft'] }),
      step('sign', { duration_days: 1, depends_on: ['legal', 'security'] }),
    );
    expect(likely_on).toBe('2026-03-12');
    expect(steps.draft).toMatchObject({ starts_on: TODAY, likely_on: '2026-03-04', slack_days: 0, critical: true });
    expect(steps.legal).toMatchObject({ likely_on: '2026-03-11', slack_days: 0, critical: true, driven_by: 'draft' });
    expect(steps.security).toMatchObject({ likely_on: '2026-03-06', latest_on: '2026-03-11', slack_days: 3 });
    expect(steps.security?.critical).toBe(false);
    expect(steps.sign).toMatchObject({ starts_on: '2026-03-12', likely_on: '2026-03-12', driven_by: 'legal' });
  });

  it('says what slipped, and what moved because of it, with the likely days', () => {
    const found = schedule(
      step('draft', { due_on: '2026-02-25' }),
      step('legal', { duration_days: 5, depends_on: ['draft'] }),
      step('sign', { depends_on: ['legal'] }),
      step('other', { due_on: '2026-03-20' }),
    );
    // Due on a Wednesday, and today is the Monday after: three working days later, and so is what comes after it.
    expect(found.steps.draft).toMatchObject({ due_on: '2026-02-25', likely_on: TODAY, late_days: 3, late_by: 'draft' });
    expect(found.steps.legal).toMatchObject({ due_on: '2026-03-04', likely_on: '2026-03-09', late_by: 'draft' });
    expect(found.steps.sign).toMatchObject({ due_on: '2026-03-05', likely_on: '2026-03-10', late_by: 'draft' });
    expect(found.steps.other).toMatchObject({ likely_on: '2026-03-20', late_by: null, late_days: 0 });
    const slips = slipsOf(found);
    expect(slips).toEqual([{ step_id: 'draft', moved: ['legal', 'sign'] }]);
    expect(slips.map((slip) => slipSentence(slip, (id) => id))).toEqual(['2 steps moved because “draft” slipped.']);
  });

  it('counts a day from another step, early or late', () => {
    const lines = [step('visit', { due_on: '2026-03-06' }), step('report', { after_id: 'visit', after_days: 3 })];
    expect(schedule(...lines).steps.report).toMatchObject({ due_on: '2026-03-11', likely_on: '2026-03-11' });
    const early = schedule(...lines, progress('visit', { to: 'done', on: '2026-01-02' }));
    expect(early.steps.report).toMatchObject({ due_on: '2026-03-11', likely_on: TODAY, late_by: null });
    const late = scheduleOf(planOf(...lines), '2026-03-16');
    expect(late.steps.report).toMatchObject({ likely_on: '2026-03-19', late_by: 'visit' });
  });

  it('tells days that never were possible from those that slipped', () => {
    const found = schedule(
      step('build', { duration_days: 10, due_on: '2026-03-13' }),
      step('use', { due_on: '2026-03-06', depends_on: ['build'] }),
    );
    expect(found.steps.use).toMatchObject({ likely_on: '2026-03-16', late_by: null, driven_by: 'build', late_days: 6 });
    expect(slipsOf(found)).toEqual([]);
  });

  it('compares with the target, and has less slack than none where that is missed', () => {
    const plan = planOf(step('one', { duration_days: 5 }), step('two', { duration_days: 5, depends_on: ['one'] }));
    const by = (target_on: string): Schedule => scheduleOf({ ...plan, terms: { ...plan.terms, target_on } }, TODAY);
    expect(by('2026-03-20').target_late_days).toBe(-5);
    expect(by('2026-03-20').steps.one).toMatchObject({ slack_days: 5, critical: true });
    expect(by('2026-03-11').target_late_days).toBe(2);
    expect(by('2026-03-11').steps.two).toMatchObject({ slack_days: -2, latest_on: '2026-03-11' });
    expect(scheduleOf(emptyPlan(), TODAY)).toEqual({ steps: {}, likely_on: null, target_late_days: null });
  });

  it('takes what is done for done', () => {
    const found = schedule(
      step('draft', { due_on: '2026-01-05' }),
      step('legal', { duration_days: 5, depends_on: ['draft'] }),
      progress('draft', { to: 'done', on: '2026-01-03' }),
      progress('legal', { to: 'started', on: '2026-01-04' }),
    );
    expect(found.steps.draft).toMatchObject({
      likely_on: '2026-01-03',
      slack_days: null,
      critical: false,
      late_days: 0,
    });
    expect(found.steps.legal).toMatchObject({ starts_on: '2026-01-04', likely_on: TODAY, late_by: 'legal' });
  });
});

/** A plan whose steps wait for earlier ones only, so that there is no circle. */
const plans = fc
  .array(
    fc.record({
      duration_days: fc.integer({ min: 0, max: 6 }),
      before: fc.array(fc.nat(20), { maxLength: 3 }),
      after: fc.option(fc.tuple(fc.nat(20), fc.integer({ min: 0, max: 9 })), { freq: 3 }),
      due: fc.option(fc.integer({ min: -10, max: 40 }), { freq: 2 }),
      state: fc.constantFrom('open', 'open', 'open', 'started', 'done'),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((drawn) => {
    const plan = emptyPlan();
    plan.terms.holidays = ['2026-03-10', '2026-03-19'];
    for (const [n, one] of drawn.entries()) {
      const id = `s${n}`;
      const earlier = (place: number): string => `s${place % n}`;
      plan.steps[id] = {
        ...(stateAfter(opened(), step(id)).plan.steps[id] as Step),
        duration_days: one.duration_days,
        depends_on: n === 0 ? [] : one.before.map(earlier),
        after_id: n === 0 || one.after === null ? null : earlier(one.after[0]),
        after_days: one.after?.[1] ?? 0,
        due_on: one.due === null || one.after !== null ? null : dayOfNumber(numberOfDay(TODAY) + one.due),
        state: one.state as Step['state'],
        started_on: one.state === 'started' ? '2026-02-26' : null,
        done_on: one.state === 'done' ? '2026-02-27' : null,
      };
    }
    return plan;
  });

/** When a step is done, by going every way that leads to it: the longest one counts. */
function byEveryWay(plan: Plan, id: string): number {
  const calendar = calendarOf(plan.terms);
  const one = plan.steps[id] as Step;
  if (one.done_on !== null) return numberOfDay(one.done_on);
  const from = Math.max(numberOfDay(one.started_on ?? TODAY));
  const ways = [numberOfDay(TODAY), addWorkingDays(calendar, from, Math.max(one.duration_days - 1, 0))];
  if (one.due_on !== null) {
    let due = numberOfDay(one.due_on);
    while (!isWorkingDay(calendar, due)) due--;
    ways.push(due);
  }
  for (const before of one.depends_on) ways.push(addWorkingDays(calendar, byEveryWay(plan, before), one.duration_days));
  if (one.after_id !== null) ways.push(addWorkingDays(calendar, byEveryWay(plan, one.after_id), one.after_days));
  return Math.max(...ways);
}

describe('whatever the plan', () => {
  it('a step is likely done at the end of the longest way to it', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const { steps } = scheduleOf(plan, TODAY);
        for (const id of Object.keys(plan.steps)) {
          expect([id, steps[id]?.likely_on]).toEqual([id, dayOfNumber(byEveryWay(plan, id))]);
        }
      }),
    );
  });

  it('without a target there is slack or none, and a critical path to the end', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const { steps } = scheduleOf(plan, TODAY);
        const open = Object.values(steps).filter(({ slack_days }) => slack_days !== null);
        for (const { slack_days } of open) expect(slack_days).toBeGreaterThanOrEqual(0);
        if (open.length > 0) expect(open.some(({ critical }) => critical)).toBe(true);
      }),
    );
  });

  it('a step that is done by its latest day leaves the end where it is', () => {
    fc.assert(
      fc.property(plans, fc.nat(7), (plan, place) => {
        const id = `s${place % Object.keys(plan.steps).length}`;
        const before = scheduleOf(plan, TODAY);
        const latest = before.steps[id]?.latest_on ?? null;
        if (latest === null) return;
        const moved = { ...plan.steps[id], due_on: latest } as Step;
        const after = scheduleOf({ ...plan, steps: { ...plan.steps, [id]: moved } }, TODAY);
        expect(after.likely_on).toBe(before.likely_on);
      }),
    );
  });

  it('moving one step later makes no other earlier', () => {
    fc.assert(
      fc.property(plans, fc.nat(7), fc.integer({ min: 1, max: 15 }), (plan, place, days) => {
        const id = `s${place % Object.keys(plan.steps).length}`;
        const before = scheduleOf(plan, TODAY).steps;
        const later = addWorkingDays(calendarOf(plan.terms), numberOfDay(before[id]?.likely_on ?? TODAY), days);
        const moved = { ...plan.steps[id], due_on: dayOfNumber(later) } as Step;
        const after = scheduleOf({ ...plan, steps: { ...plan.steps, [id]: moved } }, TODAY).steps;
        for (const one of Object.keys(before)) {
          expect((after[one]?.likely_on ?? '') >= (before[one]?.likely_on ?? '')).toBe(true);
        }
      }),
    );
  });
});
