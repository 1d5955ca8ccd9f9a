import type { Role } from './body/words.ts';
import { activeStakeholders, completionOf } from './completion.ts';
import type { PurchaseState } from './state.ts';
import { TEMPLATES } from './template.ts';

/** A role that nobody active holds. */
export interface MissingRole {
  role: Role;
  /** `required`: a job cannot be complete without it. `usual`: purchases with such a job usually have one. */
  need: 'required' | 'usual';
  /** The names of the jobs that it is for. */
  jobs: string[];
}

const USUAL: ReadonlyMap<string, readonly Role[]> = new Map(
  Object.values(TEMPLATES).flatMap((jobs) =>
    jobs.map(({ job_id, required_roles }) => [job_id, required_roles] as const),
  ),
);

/**
 * Who is missing, by role, for a purchase of this kind: first what its jobs require, then what their preset requires and
 * the group took out. What is for after the decision counts once it was taken.
 */
export function missingRoles(state: PurchaseState): MissingRole[] {
  const held = new Set(activeStakeholders(state).flatMap(({ roles }) => roles));
  const missing = new Map<Role, MissingRole>();
  const add = (role: Role, need: MissingRole['need'], job: string): void => {
    const known = missing.get(role);
    if (known === undefined) missing.set(role, { role, need, jobs: [job] });
    else if (known.need === need) known.jobs.push(job);
  };
  const jobs = state.jobs.filter((job) => job.phase === 'decide' || state.outcome?.outcome === 'bought');
  for (const job of jobs) for (const role of completionOf(state, job).unheld_roles) add(role, 'required', job.name);
  for (const job of jobs)
    for (const role of USUAL.get(job.job_id) ?? []) if (!held.has(role)) add(role, 'usual', job.name);
  return [...missing.values()];
}
