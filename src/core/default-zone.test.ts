import { describe, expect, it } from 'vitest';
import { buyer, deciding, seller } from '../../test/core/deciding.ts';
import {
  amongSellers,
  job,
  named,
  opened,
  option,
  privately,
  requirement,
  seen,
  stateAfter,
  type Told,
  told,
} from '../../test/core/story.ts';
import type { Actor } from './event.ts';

const group = [opened(job('fit')), named('ann')];
const score = (option_id: string, value: number | null = 50): Told =>
  told('score.changed', { option_id, requirement_id: 'r1', score: value });
const cost = (option_id: string): Told =>
  told('option.costed', { option_id, cost: { amount_minor: 1, currency: 'EUR' } });

function zoneOf(who: Actor, line: Told, ...story: Told[]): string {
  const decision = deciding(stateAfter(...group, ...story), who, line);
  return 'events' in decision ? (decision.events.at(-1)?.zone ?? '') : decision.rejection.code;
}

const ours = option('ours', 'Ours', { kind: 'this_supplier' });
const theirs = option('theirs', 'Theirs', { kind: 'other_supplier' });

describe('where nobody says who may read it', () => {
  it.each<[string, Actor, Told, Told[], string]>([
    ['this supplier’s option is shared', buyer('ann'), ours, [], 'shared'],
    ['another supplier stays with the buyers', buyer('ann'), theirs, [], 'buyer'],
    ['building it stays with the buyers', buyer('ann'), option('b', 'Build', { kind: 'build' }), [], 'buyer'],
    ['an option of no kind stays with the buyers', buyer('ann'), option('x', 'X'), [], 'buyer'],
    ['another supplier that a seller brings stays with the sellers', seller('sam'), theirs, [], 'seller'],
    ['what was shared stays shared', buyer('ann'), option('theirs', 'Theirs Ltd'), [theirs], 'shared'],
    ['what was kept stays kept', buyer('ann'), option('ours', 'Ours Ltd'), [privately(ours)], 'buyer'],
    ['a requirement is shared', buyer('ann'), requirement('r1', 'fast'), [], 'shared'],
    [
      'a requirement that was kept is not shared by changing it',
      buyer('ann'),
      requirement('r1', 'faster'),
      [privately(requirement('r1', 'fast'))],
      'buyer',
    ],
    [
      'a problem that was kept is not shared by changing it',
      buyer('ann'),
      told('purchase.problem_stated', { statement: 'slower' }),
      [privately(told('purchase.problem_stated', { statement: 'slow' }))],
      'buyer',
    ],
    ['what buyers score stays with them', buyer('ann'), score('ours'), [ours], 'buyer'],
    ['a score that was shared stays shared', buyer('ann'), score('ours', 60), [ours, score('ours')], 'shared'],
    ['what a seller says of a shared option is shared', seller('sam'), score('ours'), [ours], 'shared'],
    ['what buyers reckon with as cost stays with them', buyer('ann'), cost('ours'), [ours], 'buyer'],
    ['what a seller asks is shared', seller('sam'), cost('ours'), [ours], 'shared'],
  ])('%s', (_, who, line, story, zone) => {
    expect(zoneOf(who, line, ...story)).toBe(zone);
  });

  it('what sellers keep is not shared by changing it', () => {
    const state = seen({ view: 'seller' }, ...group, amongSellers(requirement('r1', 'fast')));
    const decision = deciding(state, seller('sam'), requirement('r1', 'faster'));
    expect(decision).toMatchObject({ events: [{ zone: 'seller' }] });
  });
});
