import { describe, expect, it } from 'vitest';
import { buyer, deciding, outcomeOf, seller } from '../../test/core/deciding.ts';
import {
  agrees,
  byAgent,
  byBuyer,
  bySeller,
  delegate,
  imported,
  job,
  named,
  opened,
  privately,
  requirement,
  seen,
  stateAfter,
  type Told,
  theJob,
  told,
} from '../../test/core/story.ts';
import type { Actor } from './event.ts';

const group = [
  opened(job('fit', { rests_on: ['requirements', 'options', 'scores', 'chosen_option'] })),
  named('ann'),
  named('ben'),
  requirement('r1', 'fast'),
  requirement('r2', 'safe'),
];
const weighs = (person_id: string, answers: [string, number][], method = 'ranking'): Told =>
  told('weights.stated', {
    person_id,
    method,
    answers: answers.map(([requirement_id, value]) => ({ requirement_id, value })),
  });
const RANKED: [string, number][] = [
  ['r1', 1],
  ['r2', 2],
];
const wants = (who: Actor, line: Told, more = {}) => outcomeOf(deciding(stateAfter(...group), who, line, more));

describe('given a group, when someone weighs, then', () => {
  it('it stands in the buyer zone, as theirs, and the last word counts', () => {
    const decision = deciding(stateAfter(...group), buyer('ann'), weighs('ann', RANKED));
    expect(decision).toMatchObject({ events: [{ kind: 'weights.stated', zone: 'buyer' }] });
    const state = stateAfter(...group, weighs('ann', RANKED), weighs('ann', [['r2', 1]]));
    expect(state.basis.weights.ann?.answers).toEqual([{ requirement_id: 'r2', value: 1 }]);
    const aside = stateAfter(...group, weighs('ann', RANKED), told('weights.aside', { person_id: 'ann' }));
    expect([aside.basis.weights.ann, aside.basis.weights_aside.ann?.zone]).toEqual([undefined, 'buyer']);
  });

  it('the other side reads nothing of it, unless it is shared', () => {
    const story = [...group, privately(weighs('ann', RANKED))];
    expect(seen({ view: 'seller' }, ...story)).toEqual(seen({ view: 'seller' }, ...group));
    expect(
      seen({ view: 'seller' }, ...group, { ...weighs('ann', RANKED), zone: 'shared' }).basis.weights,
    ).toHaveProperty('ann');
  });

  it('sharing it does not tell that there is a requirement which the other side does not know', () => {
    const state = stateAfter(...group, privately(requirement('r3', 'below the ceiling')));
    const line = { ...weighs('ann', [...RANKED, ['r3', 3]]), zone: 'shared' };
    expect(outcomeOf(deciding(state, buyer('ann'), line))).toBe('zone.on_your_side_only');
  });

  it('nobody is shaken: what one rests on has not changed', () => {
    const state = stateAfter(...group, agrees('ann', 'fit'), weighs('ben', RANKED), weighs('ben', [['r2', 1]]));
    expect(theJob(state, 'fit').assents.ann?.shaken).toEqual([]);
  });

  it.each<[string, Actor, Told, string]>([
    ['someone else', buyer('ben'), weighs('ann', RANKED), 'weights.not_yours'],
    ['a seller', seller('sam'), { ...weighs('ann', RANKED), zone: 'shared' }, 'weights.not_yours'],
    ['software', { kind: 'agent', id: 'ann', side: 'buyer' }, weighs('ann', RANKED), 'weights.by_agent'],
    ['a stranger', buyer('zoe'), weighs('zoe', RANKED), 'purchase.unknown'],
  ])('it is not for %s to do', (_, who, line, code) => {
    expect(wants(who, line)).toBe(code);
  });

  it('a delegate assents for someone, but does not weigh for them', () => {
    const state = stateAfter(...group, delegate('ann', 'ben'));
    expect(outcomeOf(deciding(state, buyer('ben'), weighs('ann', RANKED)))).toBe('weights.not_yours');
  });

  it.each<[string, Told, string]>([
    ['an earlier day', { ...weighs('ann', RANKED), occurred_at: '2026-01-01T00:00:00.000Z' }, 'event.backdated'],
    ['nothing but zeros', weighs('ann', [['r1', 0]], 'swing'), 'weights.all_zero'],
    [
      'a requirement twice',
      weighs('ann', [
        ['r1', 1],
        ['r1', 2],
      ]),
      'weights.twice',
    ],
    ['a place that is none', weighs('ann', [['r1', 0]]), 'weights.bad_rank'],
    ['a place beyond the last', weighs('ann', [['r1', 2]]), 'weights.bad_rank'],
    [
      'half a place',
      weighs('ann', [
        ['r1', 1.5],
        ['r2', 2],
      ]),
      'weights.bad_rank',
    ],
    ['a requirement that is not there', weighs('ann', [['gone', 1]]), 'requirement.unknown'],
  ])('it is not of %s', (_, line, code) => {
    expect(wants(buyer('ann'), line)).toBe(code);
  });

  it.each([
    ['a file', imported('i1', weighs('ann', RANKED))],
    ['software', byAgent(weighs('ann', RANKED))],
    ['a seller', bySeller(weighs('ann', RANKED))],
    ['another buyer', byBuyer('ben', weighs('ann', RANKED))],
    ['someone who is not in the group', weighs('zoe', RANKED)],
  ])('what %s says of it has no effect', (_, line) => {
    expect(stateAfter(...group, line).basis.weights).toEqual({});
  });
});
