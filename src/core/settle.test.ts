import { describe, expect, it } from 'vitest';
import {
  agrees,
  day,
  entered,
  job,
  left,
  named,
  opened,
  reaffirms,
  requirement,
  roles,
  standsAside,
  stateAfter,
  type Told,
  theJob,
  told,
  withdraws,
} from '../../test/core/story.ts';

const six = (count: number): Told => opened(...Array.from({ length: count }, (_, n) => job(`job${n + 1}`)));
const agreesToAll = (person_id: string, count: number): Told[] =>
  Array.from({ length: count }, (_, n) => agrees(person_id, `job${n + 1}`));

describe('held together', () => {
  const story = [six(3), named('ann'), ...agreesToAll('ann', 3)];

  it('notes when it began and by what', () => {
    expect(stateAfter(...story).held).toEqual([
      {
        from: day(5),
        to: null,
        began: expect.objectContaining({ kind: 'assent.given', person_id: 'ann', event_id: expect.any(String) }),
        ended: null,
        by_composition: false,
      },
    ]);
  });

  it('ends with the first job that reopens, with its cause, and can come again', () => {
    const state = stateAfter(...story, named('ben'), ...agreesToAll('ben', 3));
    expect(state.held).toMatchObject([
      { from: day(5), to: day(6), ended: { kind: 'stakeholder.named', person_id: 'ben' } },
      { from: day(9), to: null },
    ]);
    expect(state.jobs.map((one) => one.reopens)).toEqual([1, 1, 1]);
  });

  it('a job that is added ends it; taking the job out brings it back by composition', () => {
    const state = stateAfter(...story, told('job.added', job('job4')), told('job.removed', { job_id: 'job4' }));
    expect(state.held).toMatchObject([
      { to: day(6), ended: { kind: 'job.added' }, by_composition: false },
      { from: day(7), to: null, began: { kind: 'job.removed' }, by_composition: true },
    ]);
  });

  it('ends when the last decide job is taken out', () => {
    const state = stateAfter(six(1), named('ann'), agrees('ann', 'job1'), told('job.removed', { job_id: 'job1' }));
    expect(state.held).toMatchObject([{ from: day(3), to: day(4) }]);
    expect(state.nearest).toMatchObject({ complete: 1, of: 1, from: day(3), to: day(4) });
  });
});

describe('near and nearest', () => {
  it('near is all but one, and ends when held or when another reopens', () => {
    const state = stateAfter(
      six(2),
      named('ann'),
      agrees('ann', 'job1'),
      agrees('ann', 'job2'),
      withdraws('ann', 'job1'),
      withdraws('ann', 'job2'),
    );
    expect(state.near).toMatchObject([
      { from: day(3), to: day(4), ended: { kind: 'assent.given' } },
      { from: day(5), to: day(6), ended: { kind: 'assent.withdrawn' } },
    ]);
  });

  it('stays near while other things happen, and nearest keeps its end', () => {
    const story = [six(3), named('ann'), agrees('ann', 'job1'), agrees('ann', 'job2'), requirement('r1', 'fast')];
    expect(stateAfter(...story).near).toMatchObject([{ from: day(4), to: null }]);
    const back = stateAfter(...story, withdraws('ann', 'job2'), withdraws('ann', 'job1'));
    expect(back.nearest).toMatchObject({ from: day(4), to: day(6) });
  });

  it('a purchase with a single job is never near', () => {
    expect(stateAfter(six(1), named('ann')).near).toEqual([]);
  });

  it('nearest is the first time that most were complete', () => {
    const story = [six(3), named('ann'), agrees('ann', 'job1'), agrees('ann', 'job2')];
    expect(stateAfter(six(3)).nearest).toBeNull();
    expect(stateAfter(...story).nearest).toEqual({ complete: 2, of: 3, from: day(4), to: null, ended: null });
    const again = stateAfter(...story, withdraws('ann', 'job2'), agrees('ann', 'job2'));
    expect(again.nearest).toMatchObject({ complete: 2, from: day(4), to: day(5), ended: { kind: 'assent.withdrawn' } });
    expect(stateAfter(...story, agrees('ann', 'job3')).nearest).toMatchObject({ complete: 3, from: day(5), to: null });
  });

  it('a reopening that leaves as large a share changes nothing', () => {
    const state = stateAfter(six(3), named('ann'), agrees('ann', 'job1'), standsAside('ann', 'job2'));
    expect(state.nearest).toMatchObject({ complete: 1, of: 3, from: day(3), to: null });
  });

  it('shares are compared, not numbers: 2 of 2 is nearer than 2 of 3', () => {
    const story = [six(3), named('ann'), agrees('ann', 'job1'), agrees('ann', 'job2')];
    const fewer = stateAfter(...story, told('job.removed', { job_id: 'job3' }));
    expect(fewer.nearest).toMatchObject({ complete: 2, of: 2, from: day(5), to: null });
    const more = stateAfter(...story, told('job.added', job('job4')));
    expect(more.nearest).toMatchObject({ complete: 2, of: 3, from: day(4), to: day(5), ended: { kind: 'job.added' } });
  });
});

describe('completion by composition', () => {
  const waiting = [
    opened(job('fit', { required_roles: ['champion'] })),
    named('ann', 'champion'),
    named('ben', 'champion'),
  ];
  const story = [...waiting, agrees('ann', 'fit')];

  it.each([
    ['a departure', left('ben')],
    ['other roles', roles('ben', 'observer')],
    ['naming someone anew as an observer', named('ben', 'observer')],
  ])('%s completes a job and says so', (_what, line) => {
    expect(theJob(stateAfter(...story), 'fit').complete).toEqual([]);
    expect(theJob(stateAfter(...story, line), 'fit').complete).toMatchObject([{ from: day(5), by_composition: true }]);
    expect(stateAfter(...story, line).held).toMatchObject([{ by_composition: true }]);
  });

  it('so does another rule', () => {
    const rule = told('job.rule_changed', { job_id: 'fit', required_roles: [], quorum: '1/2' });
    expect(theJob(stateAfter(...story, rule), 'fit').complete).toMatchObject([{ by_composition: true }]);
  });

  it('so does the return of someone who had agreed', () => {
    const state = stateAfter(opened(job('fit')), named('ann'), agrees('ann', 'fit'), left('ann'), entered('ann'));
    expect(theJob(state, 'fit').complete).toMatchObject([{ to: day(4) }, { from: day(5), by_composition: true }]);
  });

  it('an assent does not', () => {
    expect(theJob(stateAfter(...story, agrees('ben', 'fit')), 'fit').complete).toMatchObject([
      { by_composition: false },
    ]);
    expect(stateAfter(...story, agrees('ben', 'fit')).held).toMatchObject([{ by_composition: false }]);
  });
});

describe('reopening', () => {
  it('is counted with its cause and ended by the next completion', () => {
    const state = stateAfter(
      opened(job('fit')),
      named('ann'),
      agrees('ann', 'fit'),
      told('assent.shaken', { job_id: 'fit', reason: 'The law changed' }),
      reaffirms('ann', 'fit'),
    );
    expect(theJob(state, 'fit').reopens).toBe(1);
    expect(theJob(state, 'fit').complete).toMatchObject([
      { from: day(3), to: day(4), ended: { kind: 'assent.shaken', what: 'The law changed' } },
      { from: day(5), to: null, began: { kind: 'assent.reaffirmed' } },
    ]);
  });

  it('a removed job keeps its history apart and did not reopen', () => {
    const story = [opened(job('fit'), job('price')), named('ann'), agrees('ann', 'fit')];
    const state = stateAfter(...story, told('job.removed', { job_id: 'fit' }), agrees('ann', 'fit'));
    expect(state.jobs.map((one) => one.job_id)).toEqual(['price']);
    expect(state.removed_jobs).toMatchObject([{ job_id: 'fit', reopens: 0, complete: [{ from: day(3), to: day(4) }] }]);
    expect(state.held).toEqual([]);
  });

  it('a job that is removed after it reopened keeps the time and cause of its reopening', () => {
    const story = [opened(job('fit')), named('ann'), agrees('ann', 'fit'), withdraws('ann', 'fit')];
    const state = stateAfter(...story, told('job.removed', { job_id: 'fit' }));
    expect(state.removed_jobs).toMatchObject([
      { reopens: 1, complete: [{ to: day(4), ended: { kind: 'assent.withdrawn' } }] },
    ]);
  });

  it('an event without effect changes nothing and is counted', () => {
    const before = stateAfter(opened(job('fit')), named('ann'));
    const state = stateAfter(opened(job('fit')), named('ann'), agrees('zoe', 'fit'));
    expect(state).toEqual({ ...before, events: 3 });
  });
});
