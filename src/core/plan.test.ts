import { describe, expect, it } from 'vitest';
import { buyer, deciding, outcomeOf, seller } from '../../test/core/deciding.ts';
import { progress, sellersStep, step } from '../../test/core/planning.ts';
import {
  agrees,
  amongSellers,
  byBuyer,
  entered,
  imported,
  job,
  named,
  opened,
  privately,
  seen,
  stateAfter,
  type Told,
  told,
} from '../../test/core/story.ts';
import { isComplete } from './completion.ts';
import { EVENT_KINDS } from './event.ts';
import { nextThing } from './next.ts';
import { dueWords, planReminders } from './plan/reminder.ts';
import type { PurchaseState } from './state.ts';

const start: Told[] = [
  opened(job('fit')),
  named('ann', 'champion'),
  named('lea', 'legal'),
  byBuyer('ann', entered('ann')),
];
const having = (...story: Told[]): PurchaseState => stateAfter(...start, ...story);
const bySellers = (...story: Told[]): PurchaseState => seen({ view: 'seller' }, ...start, ...story);
const ann = buyer('ann');
const sam = seller('sam');
const message = (decision: ReturnType<typeof deciding>): string =>
  'rejection' in decision ? decision.rejection.message : 'nothing was refused';

describe('a step', () => {
  it('keeps what a change leaves out, and one day takes the place of the other', () => {
    const steps_then = having(
      step('visit', { due_on: '2026-03-06', owner_id: 'lea', checklist: [{ item_id: 'a', text: 'Badge' }] }),
      progress('visit', { item_id: 'a', ticked: true }),
      step('visit', {
        duration_days: 2,
        checklist: [
          { item_id: 'b', text: 'Shoes' },
          { item_id: 'a', text: 'Pass' },
        ],
      }),
      step('report', { due_on: '2026-03-10' }),
      step('report', { after_id: 'visit', after_days: 2 }),
    ).plan.steps;
    expect(steps_then.visit).toMatchObject({ due_on: '2026-03-06', owner_id: 'lea', duration_days: 2, state: 'open' });
    expect(steps_then.visit?.checklist).toMatchObject([
      { item_id: 'b', ticked: null },
      { text: 'Pass', ticked: { by: 'ann' } },
    ]);
    expect(steps_then.report).toMatchObject({ due_on: null, after_id: 'visit', after_days: 2 });
    expect(having(step('visit'), step('visit', { removed: true })).plan.steps).toEqual({});
  });

  it('that is finished completes no job, whatever it serves', () => {
    const state = having(step('test', { job_id: 'fit' }), progress('test', { to: 'done' }));
    expect(state.plan.steps.test).toMatchObject({ state: 'done', job_id: 'fit', progressed: { by: 'ann' } });
    expect(state.jobs.some(isComplete)).toBe(false);
    const agreed = having(agrees('ann', 'fit'), agrees('lea', 'fit'), step('test', { job_id: 'fit' }));
    expect(agreed.jobs.every(isComplete)).toBe(true);
    expect(agreed.jobs[0]?.assents.ann?.shaken).toEqual([]);
  });

  it('that is opened again says so, and forgets when it was done', () => {
    const state = having(
      step('test'),
      progress('test', { to: 'started', on: '2026-01-02' }),
      progress('test', { to: 'done', on: '2026-01-03' }),
      progress('test', { to: 'started' }),
    );
    expect(state.plan.steps.test).toMatchObject({
      state: 'started',
      started_on: '2026-01-02',
      done_on: null,
      reopens: 1,
    });
  });

  it('has a name in any script, and a day of a year with four digits', () => {
    const { body } = EVENT_KINDS['step.changed'];
    for (const name of ['🚀 Go live', 'مراجعة العقد', 'בדיקה']) {
      expect(having(step('x', { name })).plan.steps.x?.name).toBe(name);
    }
    for (const [due_on, says] of [
      ['20266-03-01', 'a year of four digits'],
      ['2026-02-30', 'year-month-day'],
      ['soon', 'year-month-day'],
      ['1999-12-31', 'from the year 2000 to 2199'],
    ]) {
      const read = body.safeParse({ step_id: 'x', name: 'x', due_on });
      expect(read.error?.issues[0]?.message).toContain(says);
    }
  });

  it('cannot wait for itself: the circle is told by name', () => {
    const state = having(step('a'), step('b', { depends_on: ['a'] }), step('c', { after_id: 'b' }));
    const refused = deciding(state, ann, told('step.changed', { step_id: 'a', name: 'A', depends_on: ['c'] }));
    expect(outcomeOf(refused)).toBe('step.cycle');
    expect(message(refused)).toContain('“A” would wait for “c”, which waits for “b”, which waits for “A”');
    expect(outcomeOf(deciding(state, ann, step('a', { depends_on: ['a'] })))).toBe('step.cycle');
    // However it came into the ledger: the later edge has no effect.
    expect(
      having(step('a'), step('b', { depends_on: ['a'] }), step('a', { depends_on: ['b'] })).plan.steps.a,
    ).toMatchObject({
      depends_on: [],
    });
  });

  it.each([
    [{ depends_on: ['gone'] }, 'step.unknown_before'],
    [{ job_id: 'gone' }, 'step.unknown_job'],
    [{ owner_id: 'nobody' }, 'step.unknown_owner'],
    [{ due_on: '2026-03-06', after_id: 'a' }, 'step.two_days'],
    [{ owner_id: 'sam', owner_role: null, job_id: 'fit' }, ['step.changed']],
  ])('with %j is answered with %s', (more, code) => {
    expect(outcomeOf(deciding(having(step('a')), ann, step('b', more)))).toEqual(code);
  });

  it('is progressed by what was so, not by what is to come', () => {
    const state = having(step('a'));
    expect(outcomeOf(deciding(state, ann, progress('a', {})))).toBe('step.nothing_said');
    expect(outcomeOf(deciding(state, ann, progress('a', { to: 'done', on: '2030-01-01' })))).toBe('step.in_future');
    expect(outcomeOf(deciding(state, ann, progress('b', { to: 'done' })))).toBe('step.unknown');
    expect(outcomeOf(deciding(state, ann, progress('a', { item_id: 'x' })))).toBe('step.unknown_item');
  });
});

describe('where a step stands', () => {
  it('an internal one stands on the side of who adds it, a common one with both', () => {
    const zoneOf = (decision: ReturnType<typeof deciding>) =>
      'events' in decision ? decision.events[0]?.zone : decision;
    expect(zoneOf(deciding(having(), ann, step('x', { internal: 'legal' })))).toBe('buyer');
    expect(zoneOf(deciding(bySellers(), sam, sellersStep('x', { internal: 'legal' })))).toBe('seller');
    expect(zoneOf(deciding(having(), ann, step('x')))).toBe('shared');
    const state = having(privately(step('own')), step('common'));
    expect(zoneOf(deciding(state, ann, step('own')))).toBe('buyer');
    expect(zoneOf(deciding(state, ann, progress('own', { to: 'done' })))).toBe('buyer');
  });

  it('what waits for a private one is private too', () => {
    const state = having(privately(step('own')), step('common'));
    const waiting = deciding(state, ann, step('later', { depends_on: ['own'] }));
    expect('events' in waiting && waiting.events[0]?.zone).toBe('buyer');
    const shown = deciding(state, ann, { ...step('common', { depends_on: ['own'] }), zone: 'shared' });
    expect(outcomeOf(shown)).toBe('zone.on_your_side_only');
    // Left out, the zone would be the buyers' own, and what both know does not become that.
    expect(outcomeOf(deciding(state, ann, step('common', { depends_on: ['own'] })))).toBe('step.shared_already');
  });

  it('no seller changes what is internal to the buyers, shown or not, nor a file in their name', () => {
    const state = having(step('legal', { internal: 'legal' }), step('common'));
    expect(outcomeOf(deciding(state, sam, sellersStep('legal')))).toBe('step.not_yours');
    expect(outcomeOf(deciding(state, sam, { ...progress('legal', { to: 'done' }), actor: sam }))).toBe(
      'step.not_yours',
    );
    expect(outcomeOf(deciding(state, sam, sellersStep('common')))).toEqual(['step.changed']);
    const filed = having(step('legal', { internal: 'legal' }), imported('i', progress('legal', { to: 'done' })));
    expect(filed.plan.steps.legal?.state).toBe('open');
  });

  it('what one side keeps shows nowhere on the other', () => {
    const story = [
      step('common'),
      privately(step('own', { depends_on: ['common'] })),
      privately(byBuyer('ann', told('step.commented', { step_id: 'common', comment: 'Do not tell.' }))),
    ];
    expect(Object.keys(having(...story).plan.steps)).toEqual(['common', 'own']);
    expect(having(...story).plan.steps.common?.comments).toMatchObject([{ comment: 'Do not tell.', zone: 'buyer' }]);
    const sellers = bySellers(...story);
    expect(sellers.plan.steps).toMatchObject({ common: { comments: [] } });
    expect(sellers.plan.steps.own).toBeUndefined();
  });

  it('the same id on two sides names two steps, and nothing of the one gets into the other', () => {
    const story = [
      amongSellers(sellersStep('x', { checklist: [{ item_id: 'i', text: 'Margin' }] })),
      step('x', { name: 'X' }),
    ];
    expect(bySellers(...story).plan.steps.x).toMatchObject({ name: 'X', zone: 'shared', checklist: [], side: 'buyer' });
  });
});

describe('the terms of a plan', () => {
  it('stay as they were where a change leaves them out', () => {
    const { terms } = having(
      told('plan.set', { time_zone: 'Asia/Dubai', weekend: [5, 6] }),
      told('plan.set', { target_on: '2026-06-01' }),
    ).plan;
    expect(terms).toMatchObject({ time_zone: 'Asia/Dubai', weekend: [5, 6], target_on: '2026-06-01', holidays: [] });
    const { body } = EVENT_KINDS['plan.set'];
    expect(body.safeParse({ time_zone: 'Mars/Base' }).success).toBe(false);
    expect(body.safeParse({ weekend: [1, 2, 3, 4, 5, 6, 7] }).success).toBe(false);
  });
});

describe('reminders', () => {
  const who = { person_id: 'ann', side: 'buyer' as const, roles: ['champion'] };
  const remind = (today: string, ...story: Told[]) => planReminders(having(...story).plan, who, today);

  it('name what is due soon or overdue and can be done, by name or by role', () => {
    const story = [
      step('named', { owner_id: 'ann', due_on: '2026-03-06' }),
      step('by role', { owner_side: 'buyer', owner_role: 'champion', due_on: '2026-03-04' }),
      step('of lea', { owner_id: 'lea', owner_role: 'champion', due_on: '2026-03-04' }),
      step('later', { owner_id: 'ann', due_on: '2026-03-20' }),
      step('waiting', { owner_id: 'ann', due_on: '2026-03-04', depends_on: ['of lea'] }),
      step('done', { owner_id: 'ann', due_on: '2026-03-04' }),
      progress('done', { to: 'done' }),
    ];
    const found = remind('2026-03-05', ...story);
    expect(found.map(({ step_id, in_days }) => [step_id, in_days])).toEqual([
      ['by role', -1],
      ['named', 1],
    ]);
    expect(found.map(dueWords)).toEqual(['overdue by 1 working day', 'due in 1 working day']);
    expect(dueWords({ in_days: 0 })).toBe('due today');
    expect(remind('2026-03-02', ...story).map(({ step_id }) => step_id)).toEqual(['by role']);
  });

  it('say that a day on a weekend has passed', () => {
    expect(remind('2026-03-08', step('x', { owner_id: 'ann', due_on: '2026-03-07' }))).toMatchObject([{ in_days: -1 }]);
  });
});

describe('the one next thing', () => {
  it('is a step of one’s own that is due, before a job that only lacks one more', () => {
    const state = having(step('papers', { owner_id: 'ann', due_on: '2026-03-06' }));
    const next = (today?: string) =>
      nextThing(state, { person_id: 'ann', governs: false, ...(today !== undefined && { today }) });
    expect(next('2026-03-05')).toMatchObject({
      what: 'Go on with “papers”',
      why: 'This step of the plan is yours and due in 1 working day.',
      action: { do: 'step', step_id: 'papers' },
    });
    expect(next('2026-02-01')?.action.do).toBe('state');
    expect(next()?.action.do).toBe('state');
  });
});
