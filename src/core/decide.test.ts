import { describe, expect, it } from 'vitest';
import { buyer, deciding, outcomeOf, seller } from '../../test/core/deciding.ts';
import {
  agrees,
  amongSellers,
  claim,
  day,
  delegate,
  entered,
  job,
  left,
  named,
  netValue,
  opened,
  option,
  privately,
  reaffirms,
  requirement,
  stateAfter,
  type Told,
  told,
  withdraws,
  withId,
  works,
} from '../../test/core/story.ts';
import type { Actor } from './event.ts';
import { emptyState } from './state.ts';

const group = [opened(job('fit')), named('ann'), named('ben')];
const ann = buyer('ann');
const wants = (who: Actor, line: Told, ...story: Told[]) =>
  outcomeOf(deciding(stateAfter(...group, ...story), who, line));

describe('given a group, when someone states something, then', () => {
  it('they come in with it, and the statement follows', () => {
    const decision = deciding(stateAfter(...group), ann, agrees('ann', 'fit', { confidence: 4 }));
    expect(decision).toMatchObject({
      events: [
        { id: 'decided-2', kind: 'stakeholder.entered', zone: 'shared', body: { person_id: 'ann' } },
        { id: 'decided-1', kind: 'assent.given', zone: 'shared', body: { person_id: 'ann', confidence: 4 } },
      ],
    });
    for (const event of 'events' in decision ? decision.events : []) {
      expect(event).toMatchObject({
        occurred_at: day(100),
        known_at: day(100),
        recorded_at: day(100),
        actor: ann,
        seq: 0,
      });
    }
  });

  it('they do not come in twice, nor by a private statement, nor by that of a delegate', () => {
    expect(wants(ann, agrees('ann', 'fit'), entered('ann'))).toEqual(['assent.given']);
    expect(wants(ann, privately(agrees('ann', 'fit')))).toEqual(['assent.given']);
    expect(wants(buyer('ben'), agrees('ann', 'fit'), delegate('ann', 'ben'))).toEqual(['assent.given']);
  });

  it.each<[string, Actor, Told, string]>([
    ['software', { kind: 'agent', id: 'bot', side: 'buyer' }, agrees('ann', 'fit'), 'assent.given_by_agent'],
    [
      'software in their name',
      { kind: 'agent', id: 'ann', side: 'buyer' },
      works('ann', 'fit'),
      'assent.given_by_agent',
    ],
    ['someone else', buyer('ben'), agrees('ann', 'fit'), 'assent.not_yours'],
    ['a seller', seller('sam'), agrees('ann', 'fit'), 'assent.not_yours'],
    ['a seller under their id', seller('ann'), agrees('ann', 'fit'), 'assent.not_yours'],
    ['the operator', { kind: 'operator', id: 'ann', side: 'none' }, agrees('ann', 'fit'), 'assent.not_yours'],
    [
      'a private reason of someone else',
      buyer('ben'),
      told('assent.private_reason', { person_id: 'ann', job_id: 'fit', reason: '…' }),
      'assent.not_yours',
    ],
    ['an earlier day', ann, { ...agrees('ann', 'fit'), occurred_at: day(99) }, 'assent.backdated'],
    ['a job that is not there', ann, agrees('ann', 'price'), 'job.unknown'],
    ['a stranger', buyer('zoe'), agrees('zoe', 'fit'), 'purchase.unknown'],
    ['the seller zone', ann, amongSellers(agrees('ann', 'fit')), 'zone.not_for_kind'],
    [
      'a sentence that changed meanwhile',
      ann,
      agrees('ann', 'fit', { sentence: 'Another.' }),
      'assent.wording_changed',
    ],
    ['nothing to take back', ann, withdraws('ann', 'fit'), 'assent.nothing_to_withdraw'],
    ['nothing to reaffirm', ann, reaffirms('ann', 'fit'), 'assent.nothing_to_reaffirm'],
  ])('not by, for or with %s', (_what, who, line, code) => {
    expect(wants(who, line)).toBe(code);
  });

  it('the sentence they read is the one of the job', () => {
    expect(wants(ann, agrees('ann', 'fit', { sentence: 'fit is done.' }), entered('ann'))).toEqual(['assent.given']);
  });

  it('the same again is no news, unless it was shaken, has another confidence or is by someone else', () => {
    const given = [entered('ann'), agrees('ann', 'fit', { confidence: 3 })];
    expect(wants(ann, agrees('ann', 'fit'), ...given)).toEqual([]);
    expect(wants(ann, reaffirms('ann', 'fit', { confidence: 3 }), ...given)).toEqual([]);
    expect(wants(ann, agrees('ann', 'fit', { confidence: 4 }), ...given)).toEqual(['assent.given']);
    const shaken = told('assent.shaken', { job_id: 'fit', reason: 'merger' });
    expect(wants(ann, reaffirms('ann', 'fit'), ...given, shaken)).toEqual(['assent.reaffirmed']);
    const reworded = told('job.reworded', { job_id: 'fit', sentence: 'Fit.', wording_only: true });
    expect(wants(ann, agrees('ann', 'fit'), ...given, reworded)).toEqual(['assent.given']);
    expect(wants(buyer('ben'), agrees('ann', 'fit'), ...given, delegate('ann', 'ben'))).toEqual(['assent.given']);
    expect(wants(ann, works('ann', 'fit'), ...given)).toEqual(['assent.working']);
  });

  it('what they kept private they can share', () => {
    const kept = [entered('ann'), privately(agrees('ann', 'fit'))];
    expect(wants(ann, agrees('ann', 'fit'), ...kept)).toEqual(['assent.given']);
    expect(wants(ann, privately(agrees('ann', 'fit')), ...kept)).toEqual([]);
    expect(wants(ann, privately(agrees('ann', 'fit')), entered('ann'), agrees('ann', 'fit'))).toEqual([]);
    const taken_back = [entered('ann'), agrees('ann', 'fit'), privately(withdraws('ann', 'fit'))];
    expect(wants(ann, withdraws('ann', 'fit'), ...taken_back)).toEqual(['assent.withdrawn']);
    expect(wants(ann, privately(withdraws('ann', 'fit')), ...taken_back)).toBe('assent.nothing_to_withdraw');
  });
});

describe('when something is dated', () => {
  const dated = (line: Told, number: number) => wants(seller('sam'), { ...line, occurred_at: day(number) });
  it('back, it is a record of what happened, not what assents rest on', () => {
    expect(dated(told('touch.recorded', { channel: 'phone' }), 5)).toEqual(['touch.recorded']);
    expect(dated(named('cem'), 5)).toEqual(['stakeholder.named']);
    for (const line of [
      netValue(1),
      requirement('r1', 'fast'),
      option('o1', 'Ours'),
      told('job.removed', { job_id: 'fit' }),
    ]) {
      expect(dated(line, 5)).toBe('event.backdated');
    }
    const reason = told('assent.private_reason', { person_id: 'ann', job_id: 'fit', reason: '…' });
    expect(wants(ann, { ...reason, occurred_at: day(5) })).toBe('assent.backdated');
  });

  it('ahead, it has not happened, a few minutes of wrong clocks aside', () => {
    const touch = told('touch.recorded', { channel: 'phone' });
    expect(dated(touch, 101)).toBe('event.in_future');
    const minutes = (count: number) => new Date(Date.parse(day(100)) + count * 60_000).toISOString();
    expect(wants(ann, { ...touch, occurred_at: minutes(5) })).toEqual(['touch.recorded']);
    expect(wants(ann, { ...touch, occurred_at: minutes(6) })).toBe('event.in_future');
  });

  it('it is known only from now on', () => {
    const touch = { ...told('touch.recorded', { channel: 'phone' }), occurred_at: day(5) };
    expect(deciding(stateAfter(...group), ann, touch)).toMatchObject({
      events: [{ occurred_at: day(5), known_at: day(100), recorded_at: day(100) }],
    });
  });
});

describe('zones', () => {
  it('of the other side are not written into', () => {
    expect(wants(ann, amongSellers(requirement('r1', 'fast')))).toBe('zone.not_yours');
    expect(wants(seller('sam'), privately(requirement('r1', 'fast')))).toBe('zone.not_yours');
    expect(wants(seller('sam'), amongSellers(requirement('r1', 'fast')))).toEqual(['requirement.changed']);
  });

  it('left out are those of the kind', () => {
    const stage = told('purchase.stage_changed', { stage: 'Proposal' });
    expect(deciding(stateAfter(...group), seller('sam'), stage)).toMatchObject({ events: [{ zone: 'seller' }] });
    expect(wants(ann, stage)).toBe('zone.not_yours');
  });
});

describe('a purchase', () => {
  it('has to be there, and is opened once', () => {
    const nothing = emptyState('p', 'buyer');
    expect(outcomeOf(deciding(nothing, ann, named('cem')))).toBe('purchase.unknown');
    expect(outcomeOf(deciding(nothing, ann, opened()))).toEqual(['purchase.opened']);
    expect(wants(ann, opened())).toBe('purchase.already_open');
  });

  it('with something from a newer program is only read', () => {
    expect(wants(ann, works('ann', 'fit'), { kind: 'mood.changed', body: {} })).toBe('purchase.read_only');
  });
});

describe('the group', () => {
  it('holds no sellers', () => {
    expect(wants(ann, named('sue'))).toBe('group.seller_not_stakeholder');
    expect(wants(ann, entered('sue'))).toBe('group.seller_not_stakeholder');
  });

  it('is the buyers own once one came in', () => {
    expect(wants(seller('sam'), left('ben'))).toEqual(['stakeholder.left']);
    expect(wants(seller('sam'), left('ben'), entered('ann'))).toBe('group.buyers_only');
  });

  it('has delegates from within it, named by whom they speak for', () => {
    expect(wants(ann, delegate('ann', 'ben'))).toEqual(['stakeholder.delegate_named']);
    expect(wants(ann, delegate('ann', null))).toEqual(['stakeholder.delegate_named']);
    expect(wants(ann, delegate('ben', 'ann'))).toBe('group.not_yours');
    expect(wants(ann, delegate('ann', 'ann'))).toBe('group.unknown_delegate');
    expect(wants(ann, delegate('ann', 'zoe'))).toBe('group.unknown_delegate');
    expect(wants(ann, delegate('ann', 'ben'), left('ben'))).toBe('group.unknown_delegate');
  });
});

describe('a conflict', () => {
  const set: [string, Told, Told][] = [
    ['a requirement', requirement('r1', 'fast'), requirement('r1', 'faster')],
    ['an option', option('o1', 'Ours'), option('o1', 'Ours Ltd')],
    [
      'a score',
      told('score.changed', { option_id: 'o', requirement_id: 'r', score: 1 }),
      told('score.changed', { option_id: 'o', requirement_id: 'r', score: 2 }),
    ],
    ['a claim', claim('c1', 4), claim('c1', 5)],
    [
      'an assumption',
      told('assumption.changed', { assumption_id: 'a', name: 'hours', value: 1 }),
      told('assumption.changed', { assumption_id: 'a', name: 'hours', value: 2 }),
    ],
    [
      'the problem',
      told('purchase.problem_stated', { statement: 'slow' }),
      told('purchase.problem_stated', { statement: 'dear' }),
    ],
    ['the net value', netValue(1), netValue(2)],
    ['an assent', agrees('ann', 'fit'), works('ann', 'fit')],
    ['a job', told('job.added', job('price')), told('job.removed', { job_id: 'price' })],
    ['a person', named('cem'), left('cem')],
  ];

  it.each(set)('of %s is seen by the thing that changed', (_what, before, line) => {
    const story = [entered('ann'), withId('first', before)];
    expect(wants(ann, { ...line, seen: 'first' }, ...story)).toEqual([line.kind]);
    expect(wants(ann, { ...line, seen: 'older' }, ...story)).toBe('conflict.changed_meanwhile');
    expect(wants(ann, { ...line, seen: null }, ...story)).toBe('conflict.changed_meanwhile');
    expect(wants(ann, line, ...story)).toEqual([line.kind]);
  });

  it('of what was not there is none', () => {
    expect(wants(ann, { ...requirement('r1', 'fast'), seen: null })).toEqual(['requirement.changed']);
    expect(wants(ann, { ...requirement('r1', 'fast'), seen: 'x' })).toBe('conflict.changed_meanwhile');
    expect(wants(ann, { ...told('touch.recorded', { channel: 'chat' }), seen: 'x' })).toEqual(['touch.recorded']);
  });
});
