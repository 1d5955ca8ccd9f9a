import type { Phase } from './body/words.ts';
import {
  activeStakeholders,
  completionOf,
  decideJobs,
  isComplete,
  isHeld,
  type JobState,
  jobState,
} from './completion.ts';
import { contradictionsOf } from './contradiction.ts';
import { type CauseTold, causeTold, type Missing, missingOf } from './sentence.ts';
import type { Job, Level, PurchaseState } from './state.ts';

/** One job ring: what is drawn of a job anywhere it is recognised by its row of rings. */
export interface Ring {
  job_id: string;
  name: string;
  phase: Phase;
  state: JobState;
  /** Share (0–1) of the people whom the job requires who have a live assent; a role nobody holds counts as one missing. */
  agreed: number;
  /** Share of the same people whose assent is shaken. */
  shaken: number;
  indicated: Level;
}

/** The rings of a purchase, in the order of its jobs. */
export const ringsOf = (state: PurchaseState): Ring[] => state.jobs.map((job) => ringOf(state, job));

function ringOf(state: PurchaseState, job: Job): Ring {
  const active = activeStakeholders(state);
  const required = active.filter((person) => person.roles.some((role) => job.required_roles.includes(role)));
  const completion = completionOf(state, job);
  const people = job.required_roles.length === 0 ? active : required;
  const total = people.length + completion.unheld_roles.length;
  const given = people.filter((person) => job.assents[person.person_id]?.state === 'given');
  const shaken = given.filter((person) => (job.assents[person.person_id]?.shaken.length ?? 0) > 0).length;
  return {
    job_id: job.job_id,
    name: job.name,
    phase: job.phase,
    state: jobState(job),
    agreed: total === 0 ? 0 : (given.length - shaken) / total,
    shaken: total === 0 ? 0 : shaken / total,
    indicated: job.indicated.level,
  };
}

/** A purchase as lists show it. Instants are ISO 8601 in UTC; durations are in seconds. */
export interface PurchaseRow {
  purchase_id: string;
  name: string | null;
  account_name: string | null;
  amount_minor: number | null;
  currency: string | null;
  stage: string | null;
  odds: number | null;
  outcome: 'bought' | 'lost' | 'no_decision' | null;
  outcome_at: string | null;
  simulated: boolean;
  opened_at: string | null;
  last_at: string | null;
  last_buyer_at: string | null;
  /** When something was last told here, and not by an import. */
  lived_at: string | null;
  people: number;
  complete: number;
  decide_jobs: number;
  held_since: string | null;
  /** How far it has come: decide jobs that anything speaks for. */
  point: number;
  /** Jobs that were done, or looked done, and were gone back to. */
  repeats: number;
  /** The longest silence at each point, in seconds. */
  silences_s: number[];
  /** The job that most needs someone, and what it misses. */
  stuck: { job_id: string; job: string; missing: Missing[] } | null;
  /** Who has not looked again, at which job, and since what; of several jobs the one with most people. */
  shaken: { people: number; job: string; cause: CauseTold } | null;
  open_contradictions: number;
  rings: Ring[];
}

/** What lists show of a purchase, from the state of one view. */
export function purchaseRow(state: PurchaseState): PurchaseRow {
  const decide = decideJobs(state);
  const held = state.held.at(-1);
  return {
    purchase_id: state.purchase_id,
    name: state.name,
    account_name: state.account_name,
    amount_minor: state.amount?.amount_minor ?? null,
    currency: state.amount?.currency ?? null,
    stage: state.stage?.stage ?? null,
    odds: state.stage?.odds ?? null,
    outcome: state.outcome?.outcome ?? null,
    outcome_at: state.outcome?.at ?? null,
    simulated: state.simulated,
    opened_at: state.opened_at,
    last_at: state.last_at,
    last_buyer_at: state.touches.last_buyer_at,
    lived_at: state.lived_at,
    people: activeStakeholders(state).length,
    complete: decide.filter(isComplete).length,
    decide_jobs: decide.length,
    held_since: isHeld(state) ? (held?.from ?? null) : null,
    point: pointOf(state),
    repeats: repeatsOf(state),
    silences_s: state.silences_s,
    stuck: stuckOf(state, decide),
    shaken: shakenOf(state),
    open_contradictions: contradictionsOf(state).filter(({ to }) => to === null).length,
    rings: ringsOf(state),
  };
}

/** How many decide jobs anything speaks for, stated or indicated: where in its journey a purchase is. */
export function pointOf(state: PurchaseState): number {
  let point = 0;
  for (const job of state.jobs) if (job.phase === 'decide' && jobState(job) !== 'none') point++;
  return point;
}

/** How often a job that was complete, or looked so by evidence, was gone back to. */
export function repeatsOf(state: PurchaseState): number {
  let repeats = 0;
  for (const job of state.jobs) repeats += job.reopens + Math.max(0, job.indicated.intervals.length - 1);
  return repeats;
}

/** Reopened jobs first, then the one that is nearest to complete, among jobs that someone has stated something on. */
function stuckOf(state: PurchaseState, jobs: Job[]): PurchaseRow['stuck'] {
  if (state.outcome !== null) return null;
  let best: { job: Job; rank: number } | null = null;
  for (const job of jobs) {
    if (isComplete(job) || Object.keys(job.assents).length === 0) continue;
    const { needed, given } = completionOf(state, job);
    const rank = (jobState(job) === 'reopened' ? 1 : 0) + (needed === 0 ? 0 : Math.min(1, given / needed) / 2);
    if (best === null || rank > best.rank) best = { job, rank };
  }
  if (best === null) return null;
  return { job_id: best.job.job_id, job: best.job.name, missing: missingOf(state, best.job) };
}

function shakenOf(state: PurchaseState): PurchaseRow['shaken'] {
  let most: PurchaseRow['shaken'] = null;
  if (state.outcome !== null) return most;
  for (const job of state.jobs) {
    const causes = activeStakeholders(state).flatMap(({ person_id }) => job.assents[person_id]?.shaken.at(-1) ?? []);
    const last = causes.sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
    if (last === undefined || causes.length <= (most?.people ?? 0)) continue;
    most = { people: causes.length, job: job.name, cause: causeTold(state, last) };
  }
  return most;
}
