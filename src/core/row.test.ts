import { describe, expect, it } from 'vitest';
import { agrees, job, left, named, opened, stateAfter, told } from '../../test/core/story.ts';
import { pointOf, purchaseRow, repeatsOf, ringsOf } from './row.ts';

const evidence = (signal: string) => told('evidence.recorded', { job_id: 'fit', signal });
const requirement = told('requirement.changed', { requirement_id: 'r', text: 'Runs offline' });

describe('a ring', () => {
  const fit = job('fit', { required_roles: ['champion', 'finance'], rests_on: ['requirements'] });
  const ring = (...story: Parameters<typeof stateAfter>) => ringsOf(stateAfter(...story))[0];

  it('is the share of required people with a live assent; a role nobody holds counts as one missing', () => {
    const group = [opened(fit), named('ann', 'champion'), named('ben', 'champion'), named('cem', 'user')];
    expect(ring(...group)?.agreed).toBe(0);
    expect(ring(...group, agrees('ann', 'fit'), agrees('cem', 'fit'))?.agreed).toBeCloseTo(1 / 3, 12);
    expect(ring(...group, named('fay', 'finance'), agrees('ann', 'fit'), agrees('fay', 'fit'))?.agreed).toBeCloseTo(
      2 / 3,
      12,
    );
  });

  it('shows what is shaken apart', () => {
    const told_ring = ring(
      opened(fit),
      named('ann', 'champion'),
      named('fay', 'finance'),
      agrees('ann', 'fit'),
      requirement,
    );
    expect(told_ring).toMatchObject({ agreed: 0, shaken: 0.5, state: 'working' });
  });

  it('of a job that requires no role counts everyone active', () => {
    const open = job('fit');
    expect(ring(opened(open), named('ann'), named('ben'), agrees('ann', 'fit'))?.agreed).toBe(0.5);
    expect(ring(opened(open), named('ann'), named('ben'), agrees('ann', 'fit'), left('ben'))?.agreed).toBe(1);
    expect(ring(opened(open))?.agreed).toBe(0);
  });
});

describe('a row', () => {
  it('counts points and repeats: decide jobs that anything speaks for, and jobs gone back to', () => {
    const after_job = job('run', { phase: 'after' });
    const state = stateAfter(
      opened(job('fit'), job('value'), after_job),
      evidence('completed'),
      evidence('reopened'),
      evidence('started'),
    );
    expect(pointOf(state)).toBe(1);
    expect(repeatsOf(state)).toBe(1);
  });

  it('names the stuck job that is nearest to complete, a reopened one first', () => {
    const group = [opened(job('fit', { rests_on: ['requirements'] }), job('value')), named('ann'), named('ben')];
    const both = [agrees('ann', 'value'), agrees('ann', 'fit'), agrees('ben', 'fit')];
    expect(purchaseRow(stateAfter(...group, agrees('ann', 'value'))).stuck?.job_id).toBe('value');
    expect(purchaseRow(stateAfter(...group, ...both, requirement))).toMatchObject({
      stuck: { job_id: 'fit', missing: expect.any(Array) },
      shaken: { people: 2, job: 'fit', cause: { kind: 'requirement.changed', what: 'Runs offline' } },
      complete: 0,
      decide_jobs: 2,
    });
  });

  it('tells of no amount, stage or outcome that is not there', () => {
    expect(purchaseRow(stateAfter(opened(job('fit'))))).toMatchObject({
      amount_minor: null,
      currency: null,
      stage: null,
      outcome: null,
      held_since: null,
      stuck: null,
      shaken: null,
    });
  });
});
