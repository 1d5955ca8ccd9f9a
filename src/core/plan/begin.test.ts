import { describe, expect, it } from 'vitest';
import { buyer, deciding, seller } from '../../../test/core/deciding.ts';
import { progress, step } from '../../../test/core/planning.ts';
import { byBuyer, entered, job, named, opened, seen, stateAfter, type Told } from '../../../test/core/story.ts';
import type { PurchaseState } from '../state.ts';
import { beginPlan } from './begin.ts';
import { learnedFrom } from './learned.ts';
import { scheduleOf } from './schedule.ts';
import { PLAN_TEMPLATE_NAMES, PLAN_TEMPLATES } from './templates.ts';

const start: Told[] = [opened(job('fit')), named('ann', 'champion'), byBuyer('ann', entered('ann'))];
const having = (...story: Told[]): PurchaseState => stateAfter(...start, ...story);
const bySellers = (...story: Told[]): PurchaseState => seen({ view: 'seller' }, ...start, ...story);
const ann = buyer('ann');
const sam = seller('sam');

describe('a plan from a template', () => {
  const begin = (state: PurchaseState, more: Partial<Parameters<typeof beginPlan>[1]> = {}) =>
    beginPlan(state, {
      ...{ template: 'software', starts_on: '2026-03-02', side: 'buyer', internal: 'own', durations: {} },
      idOf: (n) => `t${n}`,
      ...more,
    });
  /** What follows when the commands are carried out one after the other. */
  function carriedOut(state: PurchaseState, commands: ReturnType<typeof begin>, side = ann): Told[] {
    const lines: Told[] = [];
    let now = state;
    for (const command of commands) {
      const decision = deciding(now, side, command as unknown as Told);
      if ('rejection' in decision) throw new Error(decision.rejection.message);
      for (const { kind, body, zone } of decision.events)
        lines.push({ kind, body: body as Told['body'], zone, actor: side });
      now = having(...lines);
    }
    return lines;
  }

  it.each(PLAN_TEMPLATE_NAMES)('for %s can be carried out by either side, and says all of it', (template) => {
    const all = PLAN_TEMPLATES[template].steps.length;
    const internal = PLAN_TEMPLATES[template].steps.filter((one) => one.internal !== undefined).length;
    const of = (side: 'buyer' | 'seller', part: 'own' | 'shared') =>
      carriedOut(having(), begin(having(), { template, side, internal: part }), side === 'buyer' ? ann : sam);
    expect(Object.keys(having(...of('buyer', 'own')).plan.steps)).toHaveLength(all);
    expect(Object.keys(bySellers(...of('buyer', 'own')).plan.steps)).toHaveLength(all - internal);
    expect(Object.keys(bySellers(...of('buyer', 'shared')).plan.steps)).toHaveLength(all);
    expect(Object.keys(bySellers(...of('seller', 'own')).plan.steps)).toHaveLength(all - internal);
  });

  it('leaves room for the internal steps, shown or not', () => {
    const own = having(...carriedOut(having(), begin(having()))).plan;
    const shared = having(...carriedOut(having(), begin(having(), { internal: 'shared' }))).plan;
    const day = (plan: typeof own): string | undefined =>
      Object.values(scheduleOf(plan, '2026-03-02').steps).find(
        ({ step_id }) => plan.steps[step_id]?.from_template === 'software/signature',
      )?.likely_on;
    expect(day(own)).toBe(day(shared));
    expect(scheduleOf(own, '2026-03-02').steps).not.toMatchObject({ t1: { late_days: 1 } });
    expect(Object.values(scheduleOf(shared, '2026-03-02').steps).every(({ late_days }) => late_days === 0)).toBe(true);
  });

  it('adds the internal steps to one that the supplier began, and nothing twice', () => {
    const sellers = having(...carriedOut(having(), begin(having(), { side: 'seller', idOf: (n) => `s${n}` }), sam));
    const more = begin(sellers, { internal: 'only' });
    expect(more.map(({ body }) => 'internal' in body && body.internal)).toEqual([
      'budget',
      'security',
      'legal',
      'procurement',
    ]);
    expect(more.find(({ body }) => 'internal' in body && body.internal === 'legal')).toMatchObject({
      body: { depends_on: ['s9'] },
      zone: 'buyer',
    });
    expect(begin(having(...carriedOut(having(), begin(having())))).length).toBe(0);
  });

  it('takes over what finished plans took, where enough of them tell', () => {
    const finished = (days: number) => {
      const end = `2026-03-${String(days + 1).padStart(2, '0')}`;
      return having(
        step('a', { from_template: 'software/needs' }),
        step('b', { from_template: 'software/shown', depends_on: ['a'] }),
        progress('a', { to: 'started', on: '2026-03-02' }),
        { ...progress('a', { to: 'done', on: end }), occurred_at: '2026-04-01T00:00:00.000Z' },
        { ...progress('b', { to: 'done', on: '2026-03-12' }), occurred_at: '2026-04-02T00:00:00.000Z' },
      ).plan;
    };
    const open = having(step('a', { from_template: 'software/needs' })).plan;
    const learned = learnedFrom([finished(2), finished(5), finished(3), open]);
    expect(learned.plans).toBe(3);
    expect(learned.steps).toEqual([
      { from_template: 'software/needs', n: 3, median_days: 3, least_days: 2, most_days: 5 },
      { from_template: 'software/shown', n: 3, median_days: 6, least_days: 4, most_days: 7 },
    ]);
    const needs = begin(having(), { durations: { 'software/needs': 9 } }).find(
      ({ body }) => 'from_template' in body && body.from_template === 'software/needs',
    );
    expect(needs).toMatchObject({ body: { duration_days: 9, due_on: '2026-03-12' } });
  });
});
