import { sentences } from '../catalogue/sentences.ts';
import { isActive, isComplete } from './completion.ts';
import { type MissingRole, missingRoles } from './missing.ts';
import { begun, missingSummary } from './sentence.ts';
import type { Job, PurchaseState } from './state.ts';

/** A job that is done, or not, in a sentence. */
export interface StandingJob {
  job_id: string;
  name: string;
  text: string;
  /** Since when it is complete, or open again; null for one that never was. */
  since: string | null;
}

/** What the start page says of a purchase, whoever reads it. */
export interface RoomStart {
  settled: StandingJob[];
  open: StandingJob[];
  missing: MissingRole[];
  /** Named, and not come in yet. */
  not_here: string[];
}

/** What is settled, what is open and who is missing, as one view, or a part of it, may know it. */
export function roomStart(state: PurchaseState): RoomStart {
  const jobs = state.jobs.filter(({ phase }) => phase === 'decide' || state.outcome?.outcome === 'bought');
  return {
    settled: jobs.filter(isComplete).map((job) => settledJob(state, job)),
    open: jobs.filter((job) => !isComplete(job)).map((job) => openJob(state, job)),
    missing: missingRoles(state),
    not_here: Object.values(state.stakeholders)
      .filter((person) => isActive(person) && person.entered_at === null)
      .map(({ person_id }) => person_id),
  };
}

function settledJob(state: PurchaseState, job: Job): StandingJob {
  const agreed = Object.values(job.assents).filter(
    ({ state: stance, shaken }) => stance === 'given' && shaken.length === 0,
  );
  return {
    ...named(job),
    text: sentences.agree(agreed.length, job.sentence),
    since: job.complete.at(-1)?.from ?? state.opened_at,
  };
}

function openJob(state: PurchaseState, job: Job): StandingJob {
  const text = `${begun(missingSummary(state, job))}.`;
  return { ...named(job), text, since: job.complete.at(-1)?.to ?? null };
}

const named = ({ job_id, name }: Job): Pick<StandingJob, 'job_id' | 'name'> => ({ job_id, name });
