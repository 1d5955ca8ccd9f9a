import { expect } from 'vitest';
import { completionOf, decideJobs, isComplete, isHeld } from '../../src/core/completion.ts';
import type { Interval, Job, PurchaseState } from '../../src/core/state.ts';

/** The completion rule once more, in other words: by counting people, and fractions as fractions. */
export function naivelyComplete(state: PurchaseState, job: Job): boolean {
  const active = Object.values(state.stakeholders).filter((p) => p.left_at === null && !p.roles.includes('observer'));
  const agreed = active.filter((p) => {
    const assent = job.assents[p.person_id];
    return assent?.state === 'given' && assent.shaken.length === 0;
  });
  const asked = active.filter((p) => job.assents[p.person_id]?.state !== 'aside');
  const [part, whole] = job.quorum.split('/').map(BigInt) as [bigint, bigint];
  const enough = BigInt(agreed.length) * whole >= part * BigInt(asked.length);
  const roles_agree = job.required_roles.every((role) => {
    const holders = active.filter((p) => p.roles.includes(role));
    return holders.length > 0 && holders.every((p) => agreed.includes(p));
  });
  return roles_agree && enough && agreed.length > 0;
}

export function expectValid(state: PurchaseState): void {
  const ids = state.jobs.map((job) => job.job_id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const job of [...state.jobs, ...state.removed_jobs]) {
    expectOrdered(job.complete);
    expectOrdered(job.indicated.intervals);
    expect(job.indicated.intervals.at(-1)?.to === null).toBe(
      state.jobs.includes(job) && job.indicated.level !== 'none',
    );
    for (const [person_id, assent] of Object.entries(job.assents)) {
      expect(state.stakeholders).toHaveProperty(person_id);
      if (assent.state !== 'given') expect(assent.shaken).toEqual([]);
      else expect(assent.sentence).not.toBeNull();
    }
  }
  for (const job of state.jobs) {
    expect(isComplete(job)).toBe(completionOf(state, job).complete);
    expect(job.reopens).toBe(job.complete.filter((interval) => interval.to !== null).length);
  }
  for (const job of state.removed_jobs) expect(isComplete(job)).toBe(false);
  const decide = decideJobs(state);
  const complete = decide.filter(isComplete).length;
  expectOrdered(state.held);
  expectOrdered(state.near);
  expect(isHeld(state)).toBe(decide.length > 0 && complete === decide.length);
  expect(state.near.at(-1)?.to === null).toBe(decide.length > 1 && complete === decide.length - 1);
  if (state.held.length > 0) expect(state.nearest).toMatchObject({ complete: state.nearest?.of });
  for (const { claim_ids, spans } of Object.values(state.basis.found)) {
    if (spans.at(-1)?.to !== null) continue;
    expect(claim_ids.length).toBeGreaterThan(1);
    for (const claim_id of claim_ids) expect(state.basis.claims[claim_id]).toMatchObject({ refuted: null });
  }
  const { chosen_option_id, options } = state.basis;
  if (chosen_option_id !== null) expect(options).toHaveProperty(chosen_option_id);
}

/** Stretches follow each other, and only the last can still last. */
function expectOrdered(intervals: readonly Interval[]): void {
  intervals.forEach((interval, index) => {
    const next = intervals[index + 1];
    expect(interval.to === null).toBe(interval.ended === null);
    if (interval.to === null) expect(next).toBeUndefined();
    else expect(interval.from <= interval.to && (next === undefined || interval.to <= next.from)).toBe(true);
  });
}
