import {
  activeStakeholders,
  completionOf,
  isActive,
  isComplete,
  isHeld,
  isLive,
  type JobState,
  jobState,
} from './completion.ts';
import { causeClause, missingClauses, ruleSentence } from './sentence.ts';
import type { Cause, Interval, Job, PurchaseState } from './state.ts';

/** A cause as it is told: the event, and what happened in words. */
export interface ToldCause extends Cause {
  text: string;
}

/** How a job stands for one person. */
export interface PersonReport {
  /** Counts: named or entered, not left, not an observer. */
  active: boolean;
  state: string;
  /** Counted as agreed. */
  live: boolean;
  shaken: ToldCause[];
  /** Who stated it: the person, or the delegate. */
  by: string | null;
  at: string | null;
}

export interface JobReport {
  job_id: string;
  name: string;
  phase: string;
  state: JobState;
  complete: boolean;
  /** ⌈q · n⌉ */
  needed: number;
  /** n */
  counted: number;
  /** live assents */
  given: number;
  shaken: number;
  indicated: string;
  unheld_roles: string[];
  missing_people: string[];
  missing: string[];
  rule: string;
  reopens: number;
  by_composition: boolean;
  intervals: ReturnType<typeof told>[];
  /** Why it is not as it was: what shook its assents, or what ended its last completion. */
  causes: ToldCause[];
  people: Record<string, PersonReport>;
}

/** Everything `coassent fold` prints of one purchase: built from the state alone. */
export interface PurchaseReport {
  purchase_id: string;
  view: string;
  name: string | null;
  opened_at: string | null;
  outcome: string | null;
  revived: number;
  read_only: boolean;
  jobs: JobReport[];
  held: {
    held: boolean;
    since: string | null;
    times: number;
    by_composition: boolean;
    intervals: ReturnType<typeof told>[];
    near: ReturnType<typeof told>[];
    nearest: { complete: number; of: number; from: string; to: string | null } | null;
  };
}

export function purchaseReport(state: PurchaseState): PurchaseReport {
  const { nearest } = state;
  const last = state.held.at(-1);
  return {
    purchase_id: state.purchase_id,
    view: state.view,
    name: state.name,
    opened_at: state.opened_at,
    outcome: state.outcome?.outcome ?? null,
    revived: state.revived.length,
    read_only: state.unknown_kind !== null,
    jobs: state.jobs.map((job) => jobReport(state, job)),
    held: {
      held: isHeld(state),
      since: last?.to === null ? last.from : null,
      times: state.held.length,
      by_composition: last?.to === null && last.by_composition,
      intervals: state.held.map((interval) => told(state, interval)),
      near: state.near.map((interval) => told(state, interval)),
      nearest:
        nearest === null ? null : { complete: nearest.complete, of: nearest.of, from: nearest.from, to: nearest.to },
    },
  };
}

function jobReport(state: PurchaseState, job: Job): JobReport {
  const completion = completionOf(state, job);
  const last = job.complete.at(-1);
  return {
    job_id: job.job_id,
    name: job.name,
    phase: job.phase,
    state: jobState(job),
    complete: isComplete(job),
    needed: completion.needed,
    counted: completion.counted,
    given: completion.given,
    shaken: completion.shaken,
    indicated: job.indicated.level,
    unheld_roles: completion.unheld_roles,
    missing_people: completion.missing_people,
    missing: missingClauses(state, job, completion),
    rule: ruleSentence(state, job),
    reopens: job.reopens,
    by_composition: last?.to === null && last.by_composition,
    intervals: job.complete.map((interval) => told(state, interval)),
    causes: jobCauses(state, job),
    people: peopleOf(state, job),
  };
}

/** What shook the assents that count for a job and what reopened it, each once, oldest first. */
export function jobCauses(state: PurchaseState, job: Job): ToldCause[] {
  const causes = new Map<string, Cause>();
  for (const person of activeStakeholders(state)) {
    for (const cause of job.assents[person.person_id]?.shaken ?? []) causes.set(cause.event_id, cause);
  }
  const ended = job.complete.at(-1)?.ended;
  if (ended) causes.set(ended.event_id, ended);
  return [...causes.values()]
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map((cause) => tell(state, cause));
}

function peopleOf(state: PurchaseState, job: Job): JobReport['people'] {
  const people: JobReport['people'] = {};
  for (const person of Object.values(state.stakeholders)) {
    const { person_id } = person;
    const assent = job.assents[person_id];
    const indicated = job.indicated.people[person_id] !== undefined;
    people[person_id] = {
      active: isActive(person),
      state: assent?.state ?? (indicated ? 'indicated' : 'none'),
      live: isActive(person) && isLive(assent),
      shaken: (assent?.shaken ?? []).map((cause) => tell(state, cause)),
      by: assent?.by ?? null,
      at: assent?.at ?? null,
    };
  }
  return people;
}

const tell = (state: PurchaseState, cause: Cause): ToldCause => ({ ...cause, text: causeClause(state, cause) });

function told(state: PurchaseState, interval: Interval & { by_composition?: boolean }) {
  return {
    from: interval.from,
    to: interval.to,
    began: tell(state, interval.began),
    ended: interval.ended === null ? null : tell(state, interval.ended),
    ...(interval.by_composition === undefined ? {} : { by_composition: interval.by_composition }),
  };
}
