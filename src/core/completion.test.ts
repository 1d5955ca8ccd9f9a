import { describe, expect, it } from 'vitest';
import {
  agrees,
  byAgent,
  byBuyer,
  bySeller,
  delegate,
  imported,
  job,
  left,
  named,
  opened,
  privately,
  roles,
  seen,
  standsAside,
  stateAfter,
  type Told,
  theJob,
  told,
  withdraws,
  withholds,
  works,
} from '../../test/core/story.ts';
import {
  activeStakeholders,
  completionOf,
  decideJobs,
  isComplete,
  isHeld,
  jobState,
  neededAssents,
} from './completion.ts';

const onFit = (rule: Record<string, unknown> = {}): Told => opened(job('fit', rule));
const completion = (...story: Told[]) => {
  const state = stateAfter(...story);
  return completionOf(state, theJob(state, 'fit'));
};
const done = (...story: Told[]): boolean => isComplete(theJob(stateAfter(...story), 'fit'));

describe('needed assents', () => {
  it.each([
    ['2/3', 0, 0],
    ['2/3', 1, 1],
    ['2/3', 2, 2],
    ['2/3', 3, 2],
    ['2/3', 4, 3],
    ['2/3', 6, 4],
    ['2/3', 7, 5],
    ['1/2', 3, 2],
    ['1/1', 11, 11],
    ['1/999999', 11, 1],
    // As a double, 0.07 · 100 is more than 7.
    ['7/100', 100, 7],
  ])('⌈%s · %i⌉ = %i', (quorum, counted, needed) => {
    expect(neededAssents(quorum, counted)).toBe(needed);
  });
});

describe('a job is complete when', () => {
  it('every required role is held, its holders agree and enough others do', () => {
    const story = [
      onFit({ required_roles: ['champion'], quorum: '2/3' }),
      named('ann', 'champion'),
      named('ben'),
      named('cem'),
    ];
    expect(done(...story, agrees('ann', 'fit'))).toBe(false);
    expect(done(...story, agrees('ben', 'fit'), agrees('cem', 'fit'))).toBe(false);
    expect(done(...story, agrees('ann', 'fit'), agrees('ben', 'fit'))).toBe(true);
  });

  it('not while nobody holds a required role, and it says so', () => {
    const story = [onFit({ required_roles: ['champion', 'legal'] }), named('ann', 'champion'), agrees('ann', 'fit')];
    expect(completion(...story)).toEqual({
      complete: false,
      counted: 1,
      needed: 1,
      given: 1,
      shaken: 0,
      unheld_roles: ['legal'],
      missing_people: [],
    });
    expect(done(...story, named('lea', 'legal'))).toBe(false);
    expect(done(...story, named('lea', 'legal'), agrees('lea', 'fit'))).toBe(true);
  });

  it('not while one of two holders of a required role is missing, although the quorum is met', () => {
    const story = [
      onFit({ required_roles: ['evaluator'], quorum: '1/3' }),
      named('eva', 'evaluator'),
      named('eli', 'user', 'evaluator'),
      named('ann'),
      agrees('eva', 'fit'),
      agrees('ann', 'fit'),
    ];
    expect(completion(...story)).toMatchObject({ complete: false, needed: 1, given: 2, missing_people: ['eli'] });
    expect(done(...story, agrees('eli', 'fit'))).toBe(true);
  });

  it('not without anyone, even when everyone stood aside', () => {
    expect(completion(onFit())).toMatchObject({ complete: false, needed: 0, given: 0 });
    expect(completion(onFit(), named('ann'), standsAside('ann', 'fit'))).toMatchObject({
      complete: false,
      counted: 0,
      needed: 0,
    });
  });

  it('those who stood aside are not counted, but a required role does not stand aside', () => {
    const story = [onFit({ required_roles: ['champion'] }), named('ann', 'champion'), named('ben')];
    expect(done(...story, agrees('ann', 'fit'), standsAside('ben', 'fit'))).toBe(true);
    expect(completion(...story, standsAside('ann', 'fit'), agrees('ben', 'fit'))).toMatchObject({
      complete: false,
      counted: 1,
      given: 1,
      missing_people: ['ann'],
    });
  });

  it.each([
    ['withheld', withholds('ben', 'fit')],
    ['withdrawn', withdraws('ben', 'fit')],
    ['working', works('ben', 'fit')],
  ])('%s counts as someone who has not agreed', (_stance, line) => {
    const story = [onFit(), named('ann'), named('ben'), agrees('ann', 'fit'), agrees('ben', 'fit'), line];
    expect(completion(...story)).toMatchObject({ complete: false, counted: 2, given: 1, shaken: 0 });
  });

  it('a shaken assent does not count, and is told apart', () => {
    const story = [
      onFit(),
      named('ann'),
      agrees('ann', 'fit'),
      told('assent.shaken', { job_id: 'fit', reason: 'merger' }),
    ];
    expect(completion(...story)).toMatchObject({ complete: false, given: 0, shaken: 1 });
  });
});

describe('who counts', () => {
  it('observers and those who left do not, whatever they said', () => {
    const story = [
      onFit(),
      named('ann'),
      named('oda', 'observer'),
      named('leo'),
      agrees('oda', 'fit'),
      agrees('leo', 'fit'),
    ];
    expect(completion(...story, left('leo'))).toMatchObject({ counted: 1, given: 0, complete: false });
    expect(completion(...story, left('leo'), agrees('ann', 'fit'))).toMatchObject({ counted: 1, complete: true });
  });

  it('are listed in the order in which they were named', () => {
    const state = stateAfter(onFit(), named('zoe'), named('ann'), named('oda', 'observer'), named('leo'), left('leo'));
    expect(activeStakeholders(state).map((person) => person.person_id)).toEqual(['zoe', 'ann']);
  });

  it('an observer with another role is still an observer', () => {
    expect(completion(onFit({ required_roles: ['user'] }), named('oda', 'user', 'observer'))).toMatchObject({
      counted: 0,
      unheld_roles: ['user'],
    });
  });

  it('a returner counts again, with the assent from before', () => {
    const story = [onFit(), named('ann'), agrees('ann', 'fit'), left('ann')];
    expect(done(...story)).toBe(false);
    expect(done(...story, named('ann'))).toBe(true);
    expect(theJob(stateAfter(...story, named('ann')), 'fit').complete.at(-1)?.by_composition).toBe(true);
  });

  it('someone known who is named again keeps their roles', () => {
    const state = stateAfter(onFit(), named('ann', 'champion'), named('ann'));
    expect(state.stakeholders.ann?.roles).toEqual(['champion']);
    expect(stateAfter(onFit(), named('ann', 'champion'), roles('ann')).stakeholders.ann?.roles).toEqual([]);
  });

  it('a newcomer is missing and reopens the job', () => {
    const state = stateAfter(onFit(), named('ann'), agrees('ann', 'fit'), named('ben'));
    expect(theJob(state, 'fit')).toMatchObject({ reopens: 1, assents: { ann: { shaken: [] } } });
    expect(theJob(state, 'fit').complete[0]?.ended).toMatchObject({ kind: 'stakeholder.named', person_id: 'ben' });
  });
});

describe('stated is not indicated', () => {
  const story = [onFit(), named('ann'), named('dan')];
  it.each([
    ['an import', imported('crm', agrees('ann', 'fit'))],
    ['software', byAgent(agrees('ann', 'fit'))],
    ['software in their name', { ...agrees('ann', 'fit'), actor: { kind: 'agent', id: 'ann', side: 'buyer' } }],
    ['an address that is not verified', agrees('ann', 'fit', { verified: false })],
    ['someone else', byBuyer('dan', agrees('ann', 'fit'))],
    ['a seller', bySeller(agrees('ann', 'fit'))],
    ['a seller under the same id', bySeller(agrees('ann', 'fit'), 'ann')],
    ['the operator', { ...agrees('ann', 'fit'), actor: { kind: 'operator', id: 'ann', side: 'none' } }],
  ])('an assent by %s only indicates', (_who, line) => {
    const found = theJob(stateAfter(...story, standsAside('dan', 'fit'), line), 'fit');
    expect(found.assents.ann).toBeUndefined();
    expect(isComplete(found)).toBe(false);
    expect(found.indicated).toMatchObject({ level: 'advanced', people: { ann: expect.any(String) } });
  });

  it('work that nobody entitled stated indicates a start, and any other stance nothing', () => {
    expect(theJob(stateAfter(...story, byAgent(works('ann', 'fit'))), 'fit').indicated.level).toBe('started');
    expect(theJob(stateAfter(...story, byAgent(withholds('ann', 'fit'))), 'fit').indicated.level).toBe('none');
  });

  it('evidence completes nothing, not even with every person named', () => {
    const evidence = told('evidence.recorded', { job_id: 'fit', signal: 'completed', person_id: 'ann' });
    const found = theJob(stateAfter(onFit(), named('ann'), evidence), 'fit');
    expect(isComplete(found)).toBe(false);
    expect(jobState(found)).toBe('indicated');
    expect(found.indicated.level).toBe('completed');
  });
});

describe('delegates', () => {
  const story = [onFit(), named('ann'), named('dan'), standsAside('dan', 'fit')];
  const asDan = byBuyer('dan', agrees('ann', 'fit'));

  it('state for the person who named them, and both are shown', () => {
    const state = stateAfter(...story, delegate('ann', 'dan'), asDan);
    expect(isComplete(theJob(state, 'fit'))).toBe(true);
    expect(theJob(state, 'fit').assents.ann?.by).toBe('dan');
    expect(state.stakeholders.dan?.entered_at).not.toBeNull();
  });

  it.each([
    ['were not named', []],
    ['were taken back', [delegate('ann', 'dan'), delegate('ann', null)]],
    ['left', [delegate('ann', 'dan'), left('dan')]],
    ['were named by someone else', [byBuyer('dan', delegate('ann', 'dan'))]],
    ['were named by an import', [imported('crm', delegate('ann', 'dan'))]],
  ])('do not where they %s', (_why, lines) => {
    expect(done(...story, ...lines, asDan)).toBe(false);
  });

  it('may be from outside the group', () => {
    const state = stateAfter(onFit(), named('ann'), delegate('ann', 'pia'), byBuyer('pia', agrees('ann', 'fit')));
    expect(isComplete(theJob(state, 'fit'))).toBe(true);
    expect(state.buyer_entered_at).not.toBeNull();
  });

  it('never from the selling side', () => {
    expect(done(...story, delegate('ann', 'sam'), bySeller(agrees('ann', 'fit')))).toBe(false);
  });
});

describe('held', () => {
  it('needs every decide job and at least one; after-phase jobs never matter', () => {
    const jobs = opened(job('fit'), job('price'), job('adopt', { phase: 'after' }));
    const story = [jobs, named('ann'), agrees('ann', 'fit')];
    expect(isHeld(stateAfter(...story))).toBe(false);
    expect(isHeld(stateAfter(...story, agrees('ann', 'price')))).toBe(true);
    expect(decideJobs(stateAfter(jobs)).map((one) => one.job_id)).toEqual(['fit', 'price']);
    expect(isHeld(stateAfter(opened(job('adopt', { phase: 'after' })), named('ann'), agrees('ann', 'adopt')))).toBe(
      false,
    );
  });

  it('is not, while the last job is open, on the side that may not know the last assent', () => {
    const story = [opened(job('fit')), named('ann'), privately(agrees('ann', 'fit'))];
    expect(isHeld(seen({ view: 'buyer' }, ...story))).toBe(true);
    expect(isHeld(seen({ view: 'seller' }, ...story))).toBe(false);
    expect(theJob(seen({ view: 'seller' }, ...story), 'fit')).toMatchObject({
      assents: {},
      indicated: { level: 'none', people: {} },
    });
  });
});

describe('a job in one word', () => {
  it.each([
    ['none', []],
    ['indicated', [told('evidence.recorded', { job_id: 'fit', signal: 'started' })]],
    ['working', [works('ann', 'fit')]],
    ['complete', [agrees('ann', 'fit')]],
    ['reopened', [agrees('ann', 'fit'), withdraws('ann', 'fit')]],
  ])('%s', (word, lines) => {
    expect(jobState(theJob(stateAfter(onFit(), named('ann'), ...lines), 'fit'))).toBe(word);
  });
});
