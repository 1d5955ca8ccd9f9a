import type { Role } from './body/words.ts';
import type { Assent, Job, PurchaseState, Stakeholder } from './state.ts';

/** Named or entered, not left, not an observer. */
export const isActive = (person: Stakeholder): boolean => person.left_at === null && !person.roles.includes('observer');

/** The active stakeholders, in the order in which they were named. */
export const activeStakeholders = (state: PurchaseState): Stakeholder[] =>
  Object.values(state.stakeholders).filter(isActive);

/** Given, and nothing it rests on has changed since. */
export const isLive = (assent: Assent | undefined): boolean =>
  assent !== undefined && assent.state === 'given' && assent.shaken.length === 0;

/**
 * How many live assents a job needs: ⌈q · n⌉, in whole numbers.
 * @param quorum q as `part/whole`
 * @param counted n, the active stakeholders who have not stood aside
 */
export function neededAssents(quorum: string, counted: number): number {
  const [part = 1, whole = 1] = quorum.split('/').map(Number);
  return Math.floor((part * counted + whole - 1) / whole);
}

/** How a job stands against its completion rule. */
export interface Completion {
  complete: boolean;
  /** Active stakeholders who have not stood aside: n. */
  counted: number;
  /** ⌈q · n⌉. */
  needed: number;
  /** Live assents of active stakeholders. */
  given: number;
  /** Given by active stakeholders, but shaken since. */
  shaken: number;
  /** Required roles that nobody active holds. */
  unheld_roles: Role[];
  /** Active holders of a required role without a live assent. */
  missing_people: string[];
}

/**
 * The completion rule (product rule 1): (a) every required role is held by someone active and every such person has a
 * live assent, (b) live assents ≥ ⌈q · n⌉, (c) there is at least one.
 */
export function completionOf(state: PurchaseState, job: Job): Completion {
  let counted = 0;
  let given = 0;
  let shaken = 0;
  const held = new Set<Role>();
  const missing_people: string[] = [];
  for (const person_id in state.stakeholders) {
    const person = state.stakeholders[person_id];
    if (person === undefined || !isActive(person)) continue;
    const assent = job.assents[person_id];
    const live = isLive(assent);
    if (assent?.state !== 'aside') counted++;
    if (live) given++;
    else if (assent?.state === 'given') shaken++;
    let required = false;
    for (const role of person.roles) {
      if (!job.required_roles.includes(role)) continue;
      held.add(role);
      required = true;
    }
    if (required && !live) missing_people.push(person_id);
  }
  const unheld_roles = job.required_roles.filter((role) => !held.has(role));
  const needed = neededAssents(job.quorum, counted);
  const complete = unheld_roles.length === 0 && missing_people.length === 0 && given >= needed && given >= 1;
  return { complete, counted, needed, given, shaken, unheld_roles, missing_people };
}

/** Whether the job is complete by what the state has recorded last. */
export const isComplete = (job: Job): boolean => job.complete.at(-1)?.to === null;

/** Whether all decide jobs are complete at once, and there is at least one. */
export const isHeld = (state: PurchaseState): boolean => state.held.at(-1)?.to === null;

export const decideJobs = (state: PurchaseState): Job[] => state.jobs.filter((job) => job.phase === 'decide');

export const JOB_STATES = ['none', 'indicated', 'working', 'reopened', 'complete'] as const;
export type JobState = (typeof JOB_STATES)[number];

/**
 * A job's state in one word: `complete` by its rule; `reopened` if it was and no longer is; `working` when someone has
 * stated something; `indicated` when only evidence speaks for it; `none`.
 */
export function jobState(job: Job): JobState {
  if (isComplete(job)) return 'complete';
  if (job.complete.length > 0) return 'reopened';
  if (Object.keys(job.assents).length > 0) return 'working';
  return job.indicated.level === 'none' ? 'none' : 'indicated';
}
