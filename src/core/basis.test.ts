import { describe, expect, it } from 'vitest';
import { assumption, problem, score, shaking } from '../../test/core/shaken.ts';
import {
  agrees,
  claim,
  contradiction,
  day,
  job,
  left,
  named,
  opened,
  option,
  requirement,
  roles,
  stateAfter,
  type Told,
  theJob,
  told,
} from '../../test/core/story.ts';
import { claimsUsedFor } from './shaking.ts';

describe('wording only', () => {
  const words = { wording_only: true };
  it.each<[string, string, Told, Told]>([
    ['a requirement', 'requirements', requirement('r1', 'fast'), requirement('r1', 'Fast.', words)],
    ['an option', 'options', option('o1', 'Ours'), option('o1', 'Ours Ltd', words)],
    ['the chosen option', 'chosen_option', option('o1', 'Ours', { chosen: true }), option('o1', 'Ours Ltd', words)],
    ['the problem', 'problem_statement', problem('slow'), problem('Slow.', words)],
    ['a claim', 'claims_used', claim('c1', '4 h', { used_for: ['fit'] }), claim('c1', 'four hours', words)],
    [
      'a claim of the same number',
      'claims_used',
      claim('c1', 4, { used_for: ['fit'] }),
      claim('c1', 4, { subject: 'Support', attribute: 'answer time', unit: 'hours', ...words }),
    ],
    [
      'the unit of an agreed assumption',
      'agreed_assumptions',
      assumption(5, 'agreed', { unit: 'h' }),
      assumption(5, 'agreed', { unit: 'hours', ...words }),
    ],
    [
      'an agreed assumption',
      'agreed_assumptions',
      assumption(5, 'agreed'),
      assumption(5, 'agreed', { name: 'Hours', ...words }),
    ],
  ])('%s with other words shakes nobody', (_what, topic, before, change) => {
    expect(shaking([topic], [before], [change])).toEqual([]);
    const { wording_only: _said, ...body } = change.body;
    expect(shaking([topic], [before], [{ ...change, body }])).toEqual([change.kind]);
  });

  it.each<[string, string, Told[], Told]>([
    ['a new requirement', 'requirements', [], requirement('r1', 'fast', words)],
    [
      'a requirement of another weight',
      'requirements',
      [requirement('r1', 'fast')],
      requirement('r1', 'fast', { priority: 'must', ...words }),
    ],
    [
      'a removed requirement',
      'requirements',
      [requirement('r1', 'fast')],
      requirement('r1', 'fast', { removed: true, ...words }),
    ],
    ['a new option', 'options', [], option('o1', 'Ours', words)],
    ['another choice', 'chosen_option', [option('o1', 'Ours')], option('o1', 'Ours', { chosen: true, ...words })],
    ['a first problem statement', 'problem_statement', [], problem('slow', words)],
    ['a claim of another number', 'claims_used', [claim('c1', 4, { used_for: ['fit'] })], claim('c1', 8, words)],
    [
      'a number that becomes a word',
      'claims_used',
      [claim('c1', 4, { used_for: ['fit'] })],
      claim('c1', 'four', words),
    ],
    [
      'a word that becomes a number',
      'claims_used',
      [claim('c1', 'four', { used_for: ['fit'] })],
      claim('c1', 4, words),
    ],
    [
      'a retracted claim',
      'claims_used',
      [claim('c1', 4, { used_for: ['fit'] })],
      claim('c1', 4, { retracted: true, ...words }),
    ],
    ['a disputed assumption', 'agreed_assumptions', [assumption(5, 'agreed')], assumption(5, 'disputed', words)],
  ])('%s is more than wording, whatever its author says', (_what, topic, before, change) => {
    expect(shaking([topic], before, [change])).toEqual([change.kind]);
  });

  it('a reworded job shakes its own assents, unless it is wording only or the same sentence', () => {
    const reworded = (sentence: string, more = {}): Told => told('job.reworded', { job_id: 'fit', sentence, ...more });
    expect(shaking([], [], [reworded('It fits.')])).toEqual(['job.reworded']);
    expect(shaking([], [], [reworded('It fits.', words)])).toEqual([]);
    expect(shaking([], [], [reworded('fit is done.', { name: 'Fit' })])).toEqual([]);
    const story = [opened(job('fit'), job('price')), named('ann'), agrees('ann', 'price'), reworded('It fits.')];
    expect(theJob(stateAfter(...story), 'price').assents.ann?.shaken).toEqual([]);
    expect(theJob(stateAfter(...story), 'fit').sentence).toBe('It fits.');
  });
});

describe('what is not news', () => {
  it.each<[string, string, Told[], Told]>([
    [
      'the same requirement',
      'requirements',
      [requirement('r1', 'fast', { priority: 'must' })],
      requirement('r1', 'fast'),
    ],
    ['removing what was not there', 'requirements', [], requirement('r1', 'fast', { removed: true })],
    ['the same option', 'options', [option('o1', 'Ours', { kind: 'this_supplier' })], option('o1', 'Ours')],
    [
      'choosing an option, to those who only weighed them',
      'options',
      [option('o1', 'Ours', { kind: 'build' })],
      option('o1', 'Ours', { chosen: true }),
    ],
    ['removing an option that was not there', 'options', [], option('o1', 'Ours', { removed: true })],
    [
      'the same choice',
      'chosen_option',
      [option('o1', 'Ours', { chosen: true })],
      option('o1', 'Ours', { chosen: true }),
    ],
    [
      'another option than the chosen one',
      'chosen_option',
      [option('o1', 'Ours', { chosen: true })],
      option('o2', 'Theirs'),
    ],
    [
      'not choosing what was not chosen',
      'chosen_option',
      [option('o1', 'Ours', { chosen: true })],
      option('o2', 'Theirs', { chosen: false }),
    ],
    ['the same score', 'scores', [score(50, { claim_ids: ['c1'] })], score(50)],
    ['the same problem', 'problem_statement', [problem('slow')], problem('slow')],
    ['a claim that nobody used', 'claims_used', [claim('c1', 4)], claim('c1', 5)],
    ['a claim used for another job', 'claims_used', [claim('c1', 4, { used_for: ['price'] })], claim('c1', 5)],
    ['a new claim', 'claims_used', [], claim('c1', 4, { used_for: ['fit'] })],
    [
      'another source of the same claim',
      'claims_used',
      [claim('c1', 4, { used_for: ['fit'] })],
      claim('c1', 4, { source: 'SLA' }),
    ],
    ['a claim taken into use', 'claims_used', [claim('c1', 4)], claim('c1', 4, { used_for: ['fit'] })],
    ['a contradiction of claims that nobody used', 'claims_used', [claim('c1', 4)], contradiction('x1', 'c1')],
    [
      'a contradiction that is open already',
      'claims_used',
      [claim('c1', 4, { used_for: ['fit'] }), contradiction('x1', 'c1')],
      contradiction('x1', 'c1'),
    ],
    [
      'a contradiction resolved',
      'claims_used',
      [claim('c1', 4, { used_for: ['fit'] }), contradiction('x1', 'c1')],
      told('contradiction.resolved', { contradiction_id: 'x1' }),
    ],
    ['a proposed assumption', 'agreed_assumptions', [assumption(5, 'proposed')], assumption(6, 'proposed')],
    ['an assumption that is agreed now', 'agreed_assumptions', [assumption(5, 'proposed')], assumption(5, 'agreed')],
    [
      'the same agreed assumption',
      'agreed_assumptions',
      [assumption(5, 'agreed', { unit: 'h' })],
      assumption(5, 'agreed'),
    ],
    ['a new decision maker', 'decision_makers', [], named('dan', 'decision_maker')],
    [
      'a decision maker with one more role',
      'decision_makers',
      [named('dan', 'decision_maker')],
      roles('dan', 'decision_maker', 'legal'),
    ],
    ['someone else leaving', 'decision_makers', [named('dan', 'legal')], left('dan')],
  ])('%s', (_what, topic, before, change) => {
    expect(shaking([topic], before, [change])).toEqual([]);
  });
});

describe('what is left out of a change stays', () => {
  it('priority, kind, use, unit, source and cited claims', () => {
    const { basis } = stateAfter(
      opened(),
      requirement('r1', 'fast', { priority: 'must' }),
      requirement('r1', 'faster'),
      option('o1', 'Ours', { kind: 'build' }),
      option('o1', 'Ours Ltd'),
      claim('c1', 4, { used_for: ['fit'], source: 'SLA' }),
      told('claim.changed', { claim_id: 'c1', subject: 'support', attribute: 'answers within', value: 5 }),
      score(50, { claim_ids: ['c1'] }),
      score(60),
    );
    expect(basis.requirements.r1).toMatchObject({ text: 'faster', priority: 'must' });
    expect(basis.options.o1).toMatchObject({ name: 'Ours Ltd', kind: 'build' });
    expect(basis.claims.c1).toMatchObject({ value: 5, unit: 'h', source: 'SLA', used_for: ['fit'] });
    expect(Object.values(basis.scores)).toMatchObject([{ score: 60, claim_ids: ['c1'] }]);
  });

  it('but not what is said', () => {
    const { basis } = stateAfter(
      opened(),
      claim('c1', 4, { used_for: ['fit'], source: 'SLA' }),
      claim('c1', 4, { unit: 'min', used_for: [], source: 'offer' }),
      score(50, { claim_ids: ['c1'] }),
      score(50, { claim_ids: ['c2'] }),
      told('score.changed', { option_id: 'o2', requirement_id: 'r1', score: 5 }),
      told('score.changed', { option_id: 'o1', requirement_id: 'r2', score: 6 }),
    );
    expect(basis.claims.c1).toMatchObject({ unit: 'min', used_for: [], source: 'offer' });
    expect(Object.values(basis.scores)).toMatchObject([{ claim_ids: ['c2'] }, { score: 5 }, { score: 6 }]);
  });

  it('what is removed is gone', () => {
    const { basis } = stateAfter(
      ...[opened(), requirement('r1', 'fast'), requirement('r1', 'fast', { removed: true }), option('o1', 'Ours')],
      ...[option('o2', 'Theirs', { chosen: true }), option('o2', 'Theirs', { removed: true, chosen: true })],
    );
    expect(Object.keys(basis.requirements)).toEqual([]);
    expect(Object.keys(basis.options)).toEqual(['o1']);
    expect(basis.chosen_option_id).toBeNull();
  });

  it('defaults are for what is new', () => {
    const { basis } = stateAfter(opened(), requirement('r1', 'fast'), option('o1', 'Ours'));
    expect(basis.requirements.r1?.priority).toBe('should');
    expect(basis.options.o1?.kind).toBe('other_supplier');
  });
});

describe('the chosen option', () => {
  const chosen = option('o1', 'Ours', { chosen: true });
  const topic = ['chosen_option'];

  it.each<[string, Told]>([
    ['another is chosen', option('o2', 'Theirs', { chosen: true })],
    ['it is chosen no longer', option('o1', 'Ours', { chosen: false })],
    ['it is removed', option('o1', 'Ours', { removed: true })],
    ['it is removed while being chosen', option('o1', 'Ours', { removed: true, chosen: true })],
    ['it changes', option('o1', 'Ours', { kind: 'build' })],
  ])('is news when %s', (_what, change) => {
    expect(shaking(topic, [chosen], [change])).toEqual(['option.changed']);
  });

  it('is one at a time', () => {
    const state = stateAfter(opened(), chosen, option('o2', 'Theirs', { chosen: true }), option('o1', 'Ours again'));
    expect(state.basis.chosen_option_id).toBe('o2');
    expect(stateAfter(opened(), chosen, option('o1', 'Ours', { removed: true })).basis).toMatchObject({
      chosen_option_id: null,
      options: {},
    });
  });
});

describe('claims', () => {
  it('count as used where they are cited by a score, for every job that rests on claims', () => {
    const cited = [claim('c1', 4), score(50, { claim_ids: ['c1'] })];
    expect(shaking(['claims_used'], cited, [contradiction('x1', 'c2', 'c1')])).toEqual(['contradiction.opened']);
    expect(shaking(['scores'], cited, [contradiction('x1', 'c1')])).toEqual([]);
  });

  it('shake again when a contradiction comes back, or takes in another claim', () => {
    const used = [
      claim('c1', 4, { used_for: ['fit'] }),
      claim('c2', 8, { used_for: ['fit'] }),
      contradiction('x1', 'c1'),
    ];
    expect(shaking(['claims_used'], used, [contradiction('x1', 'c1', 'c2')])).toEqual(['contradiction.opened']);
    const resolved = [...used, told('contradiction.resolved', { contradiction_id: 'x1' })];
    expect(shaking(['claims_used'], resolved, [contradiction('x1', 'c1')])).toEqual(['contradiction.opened']);
  });

  it('are looked up by what the job rests on', () => {
    const state = stateAfter(
      opened(job('fit', { rests_on: ['claims_used'] }), job('price', { rests_on: ['scores'] })),
      claim('c1', 4, { used_for: ['fit', 'price'] }),
      claim('c2', 4),
    );
    expect([...claimsUsedFor(state, theJob(state, 'fit'))]).toEqual(['c1']);
    expect([...claimsUsedFor(state, theJob(state, 'price'))]).toEqual([]);
  });

  it('of a contradiction show when it was resolved', () => {
    const state = stateAfter(
      opened(),
      contradiction('x1', 'c1'),
      told('contradiction.resolved', { contradiction_id: 'x1' }),
    );
    expect(state.basis.contradictions.x1?.resolved_at).toBe(day(3));
    expect(
      stateAfter(opened(), told('contradiction.resolved', { contradiction_id: 'x9' })).basis.contradictions,
    ).toEqual({});
  });
});
