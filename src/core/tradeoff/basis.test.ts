import { describe, expect, it } from 'vitest';
import { buyer, deciding, outcomeOf, seller } from '../../../test/core/deciding.ts';
import {
  agrees,
  bySeller,
  entered,
  imported,
  job,
  left,
  named,
  opened,
  option,
  requirement,
  stateAfter,
  type Told,
  theJob,
  told,
} from '../../../test/core/story.ts';
import { DO_NOTHING, tableOf } from './of-state.ts';

const topics = ['requirements', 'options', 'scores', 'chosen_option'] as const;
const group = [
  opened(...topics.map((topic) => job(topic, { rests_on: [topic] }))),
  named('ann'),
  requirement('r1', 'fast', { priority: 'must' }),
  option('ours', 'Ours', { kind: 'this_supplier', chosen: true }),
];
const agreed = [...group, ...topics.map((topic) => agrees('ann', topic))];

/** Which jobs' assents the last of a story shook. */
const shaken = (...story: Told[]): string[] => {
  const state = stateAfter(...agreed, ...story);
  return topics.filter((topic) => theJob(state, topic).assents.ann?.shaken.length === 1);
};
const cost = (amount_minor: number | null): Told =>
  told('option.costed', { option_id: 'ours', cost: amount_minor === null ? null : { amount_minor, currency: 'EUR' } });
const score = (value: number | null, more = {}): Told =>
  told('score.changed', { option_id: 'ours', requirement_id: 'r1', score: value, ...more });
const again = (...story: Told[]): Told[] => [...story, ...topics.map((topic) => agrees('ann', topic))];

describe('what shakes', () => {
  it.each<[string, Told[], string[]]>([
    ['how a requirement is checked', [requirement('r1', 'fast', { check: 'measure it' })], ['requirements']],
    ['from where a must is met', [requirement('r1', 'fast', { met_from: 70 })], ['requirements']],
    [
      'a check that is only worded otherwise',
      again(requirement('r1', 'fast', { check: 'time it' })).concat(
        requirement('r1', 'fast', { check: 'Time it.', wording_only: true }),
      ),
      [],
    ],
    [
      'why it matters, to whom, and who owns it',
      [requirement('r1', 'fast', { why: 'queues', matters_to: ['ann'], owner_id: 'ann' })],
      [],
    ],
    ['the first cost', [cost(1_000)], ['scores', 'chosen_option']],
    ['a cost that moved by more than 10 %', [...again(cost(1_000)), cost(1_101)], ['scores', 'chosen_option']],
    ['a cost that moved by 10 %', [...again(cost(1_000)), cost(1_100)], []],
    ['a cost taken back', [...again(cost(1_000)), cost(null)], ['scores', 'chosen_option']],
    ['a wider range', [...again(score(80)), score(80, { low: 60, high: 90 })], ['scores']],
    [
      'more evidence for the same score',
      [...again(score(80)), score(80, { evidence: [{ kind: 'test', reference: 'trial' }] })],
      [],
    ],
  ])('%s', (_, story, which) => {
    expect(shaken(...story)).toEqual(which);
  });
});

describe('a requirement', () => {
  it('keeps what a change leaves out, and counts the changes of its meaning', () => {
    const about = { why: 'queues', check: 'measure it', owner_id: 'ann', met_from: 70 };
    const state = stateAfter(
      ...group,
      requirement('r1', 'fast', about),
      requirement('r1', 'Fast.', { wording_only: true }),
      requirement('r1', 'very fast'),
    );
    expect(state.basis.requirements.r1).toMatchObject({ ...about, text: 'very fast', priority: 'must', version: 3 });
  });
});

describe('a score', () => {
  it.each([
    ['upside down', { low: 90, high: 60 }],
    ['beside its score', { low: 85 }],
  ])('with a range %s is refused with what to do', (_, range) => {
    expect(outcomeOf(deciding(stateAfter(...group), buyer('ann'), score(80, range)))).toBe('score.bad_range');
  });
});

describe('what a supplier says', () => {
  it('of scores and costs stands until a buyer comes in, and then only what buyers say', () => {
    const supplier = seller('sam');
    expect(outcomeOf(deciding(stateAfter(...group), supplier, score(90)))).toEqual(['score.changed']);
    const inside = stateAfter(...group, entered('ann'));
    for (const line of [score(90), cost(1)]) {
      expect(outcomeOf(deciding(inside, supplier, { ...line, zone: 'shared' }))).toBe('score.buyers_only');
      // For themselves they may note what they like.
      expect(deciding(inside, supplier, line)).toMatchObject({ events: [{ zone: 'seller' }] });
    }
    const later = stateAfter(...group, entered('ann'), score(40), bySeller(score(90)), imported('i1', score(95)));
    expect(tableOf(later).scores).toMatchObject([{ point: 40 }]);
  });
});

describe('the table of a purchase', () => {
  it('always has doing nothing, costs, ranges, and the weights of those who are in the group', () => {
    const weights = told('weights.stated', {
      person_id: 'ann',
      method: 'ranking',
      answers: [{ requirement_id: 'r1', value: 1 }],
    });
    const story = [...group, cost(5), score(80, { low: 60, high: 90 }), weights];
    const table = tableOf(stateAfter(...story));
    expect(table.requirements).toEqual([{ requirement_id: 'r1', text: 'fast', priority: 'must', met_from: 50 }]);
    expect(table.options).toEqual([
      { option_id: 'ours', name: 'Ours', kind: 'this_supplier', cost: { amount_minor: 5, currency: 'EUR' } },
      DO_NOTHING,
    ]);
    expect(table.scores).toEqual([{ option_id: 'ours', requirement_id: 'r1', low: 60, point: 80, high: 90 }]);
    expect(table.weighings.map(({ name }) => name)).toEqual(['Ann']);
    expect(tableOf(stateAfter(...story, left('ann'))).weighings).toEqual([]);
    const written = option('stay', 'Leave it', { kind: 'do_nothing' });
    expect(tableOf(stateAfter(...story, written)).options.map(({ option_id }) => option_id)).toEqual(['ours', 'stay']);
    expect(tableOf(stateAfter(...story, score(null))).scores).toEqual([]);
  });
});
