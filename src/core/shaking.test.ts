import { describe, expect, it } from 'vitest';
import { assumption, problem, score, shaking } from '../../test/core/shaken.ts';
import {
  agrees,
  amongSellers,
  claim,
  contradiction,
  job,
  left,
  named,
  netValue,
  opened,
  option,
  privately,
  reaffirms,
  requirement,
  roles,
  seen,
  standsAside,
  stateAfter,
  type Told,
  theJob,
  told,
  withdraws,
  works,
} from '../../test/core/story.ts';
import { RESTS_ON } from './body/words.ts';
import { isHeld } from './completion.ts';
import { netValueMoved } from './shaking.ts';

/** For each topic: what is there when Ann agrees, and what then changes it. */
const CHANGES: Record<(typeof RESTS_ON)[number], { before: Told[]; change: Told }> = {
  problem_statement: { before: [problem('slow')], change: problem('slow and dear') },
  options: { before: [option('o1', 'Ours')], change: option('o2', 'Theirs') },
  requirements: { before: [requirement('r1', 'fast')], change: requirement('r1', 'very fast') },
  scores: { before: [score(50)], change: score(60) },
  claims_used: { before: [claim('c1', 4, { used_for: ['fit'] })], change: contradiction('x1', 'c1') },
  agreed_assumptions: { before: [assumption(5, 'agreed')], change: assumption(6, 'agreed') },
  net_value: { before: [netValue(100)], change: netValue(120) },
  chosen_option: { before: [option('o1', 'Ours')], change: option('o1', 'Ours', { chosen: true }) },
  decision_makers: { before: [named('dan', 'decision_maker')], change: left('dan') },
};

describe('an assent is shaken by a change of what its job rests on', () => {
  it.each(RESTS_ON)('%s', (topic) => {
    const { before, change } = CHANGES[topic];
    expect(shaking([topic], before, [change])).toEqual([change.kind]);
    expect(shaking(['net_value', topic], [netValue(1), ...before], [change])).toEqual([change.kind]);
  });

  it.each(RESTS_ON)('%s leaves every job alone that does not rest on it, whatever it is called', (topic) => {
    const { before, change } = CHANGES[topic];
    const others = RESTS_ON.filter((other) => other !== topic);
    // A new choice is a change of the choice only; all other changes here touch one topic as well.
    expect(shaking(others, before, [change])).toEqual([]);
  });

  it('is not live until it is reaffirmed or given again, and keeps every cause until then', () => {
    const story = [opened(job('fit', { rests_on: ['requirements'] })), named('ann'), agrees('ann', 'fit')];
    const changed = [...story, requirement('r1', 'fast'), requirement('r2', 'safe')];
    expect(isHeld(stateAfter(...changed))).toBe(false);
    expect(theJob(stateAfter(...changed), 'fit').assents.ann?.shaken).toMatchObject([
      { what: 'fast' },
      { what: 'safe' },
    ]);
    expect(isHeld(stateAfter(...changed, requirement('r2', 'safe', { removed: true })))).toBe(false);
    expect(isHeld(stateAfter(...changed, reaffirms('ann', 'fit')))).toBe(true);
    expect(isHeld(stateAfter(...changed, agrees('ann', 'fit')))).toBe(true);
  });

  it('only assents that were given can be shaken', () => {
    const story = [opened(job('fit', { rests_on: ['requirements'] })), named('ann'), named('ben'), named('cem')];
    const stances = [works('ann', 'fit'), standsAside('ben', 'fit'), agrees('cem', 'fit'), withdraws('cem', 'fit')];
    const state = stateAfter(...story, ...stances, requirement('r1', 'fast'));
    for (const assent of Object.values(theJob(state, 'fit').assents)) expect(assent.shaken).toEqual([]);
  });

  it('one event is one cause, even where a job rests on two things it changes', () => {
    const chosen = option('o1', 'Ours', { chosen: true });
    expect(shaking(['options', 'chosen_option'], [], [chosen])).toEqual(['option.changed']);
  });
});

describe('the net value', () => {
  const eur = (amount_minor: number) => ({ amount_minor, currency: 'EUR' });

  it.each([
    [100, 110, false],
    [100, 111, true],
    [100, 90, false],
    [100, 89, true],
    [-100, -110, false],
    [-100, -111, true],
    [100, -1, true],
    [-1, 1, true],
    [100, 0, true],
    [0, 0, false],
    [0, 1, true],
    [9, 9, false],
    [9, 10, true],
  ])('agreed at %i and now %i: moved %s', (agreed, now, moved) => {
    expect(netValueMoved(eur(agreed), eur(now))).toBe(moved);
  });

  it('in another currency, or where there was none, is news', () => {
    expect(netValueMoved(eur(100), { amount_minor: 100, currency: 'USD' })).toBe(true);
    expect(netValueMoved(null, eur(100))).toBe(true);
  });

  it('that drifts in two steps is compared with what that person agreed to', () => {
    const story = [
      opened(job('fit', { rests_on: ['net_value'] })),
      named('ann'),
      named('ben'),
      netValue(100),
      agrees('ann', 'fit'),
      netValue(108),
      agrees('ben', 'fit'),
    ];
    expect(isHeld(stateAfter(...story))).toBe(true);
    const { assents } = theJob(stateAfter(...story, netValue(115)), 'fit');
    expect(assents.ann?.shaken).toHaveLength(1);
    expect(assents.ben?.shaken).toHaveLength(0);
    expect(theJob(stateAfter(...story, netValue(115), netValue(100)), 'fit').assents.ann?.shaken).toHaveLength(1);
    expect(isHeld(stateAfter(...story, netValue(115), reaffirms('ann', 'fit'), netValue(118)))).toBe(true);
  });

  it('that one side keeps to itself shakes on that side alone', () => {
    const story = [opened(job('fit', { rests_on: ['net_value'] })), named('ann'), netValue(100), agrees('ann', 'fit')];
    for (const [line, buyer, seller] of [
      [privately(netValue(200)), false, true],
      [amongSellers(netValue(200)), true, false],
    ] as const) {
      expect(isHeld(seen({ view: 'buyer' }, ...story, line))).toBe(buyer);
      expect(isHeld(seen({ view: 'seller' }, ...story, line))).toBe(seller);
    }
  });
});

describe('decision makers present', () => {
  it.each<[string, Told]>([
    ['leaves', left('dan')],
    ['has other roles', roles('dan', 'legal')],
    ['becomes an observer', roles('dan', 'decision_maker', 'observer')],
    ['is named anew as something else', named('dan', 'legal')],
  ])('one who %s shakes', (_what, change) => {
    expect(shaking(['decision_makers'], [named('dan', 'decision_maker')], [change])).toEqual([change.kind]);
  });

  it('one who had left, or only watched, shakes nobody any more', () => {
    const gone = [
      named('dan', 'decision_maker'),
      left('dan'),
      named('dan', 'decision_maker'),
      roles('dan', 'observer'),
    ];
    expect(shaking(['decision_makers'], gone, [roles('dan')])).toEqual([]);
  });
});

describe('an explicit shake', () => {
  const both = [opened(job('fit'), job('price')), named('ann'), named('ben')];
  const given = ['ann', 'ben'].flatMap((who) => [agrees(who, 'fit'), agrees(who, 'price')]);
  const shakenAfter = (line: Told) =>
    stateAfter(...both, ...given, line).jobs.map((one) =>
      Object.values(one.assents).map((assent) => assent.shaken.length),
    );

  it('is of one job, of everyone or of one person', () => {
    expect(shakenAfter(told('assent.shaken', { job_id: 'fit', reason: 'merger' }))).toEqual([
      [1, 1],
      [0, 0],
    ]);
    expect(shakenAfter(told('assent.shaken', { job_id: 'fit', person_id: 'ben', reason: 'merger' }))).toEqual([
      [0, 1],
      [0, 0],
    ]);
    expect(shakenAfter(told('assent.shaken', { job_id: 'fit', person_id: 'zoe', reason: 'merger' }))).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });
});
