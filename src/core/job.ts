import type { BodyOf, EventMeta, EventOf } from './event.ts';
import { closeLast } from './settle.ts';
import { shakeJob } from './shaking.ts';
import { type Cause, type Job, jobOf, type PurchaseState } from './state.ts';

/** Adds a job at the end; one that a side had for itself is from now on shared. Changes the draft. */
export function addJob(draft: PurchaseState, body: BodyOf<'job.added'>, event: EventMeta): void {
  const own = jobOf(draft, body.job_id);
  if (own !== undefined) {
    own.zone = event.zone;
    return;
  }
  const job: Job = {
    job_id: body.job_id,
    name: body.name,
    sentence: body.sentence,
    phase: body.phase,
    required_roles: body.required_roles,
    rests_on: body.rests_on,
    quorum: body.quorum,
    event_id: event.id,
    zone: event.zone,
    added_at: event.occurred_at,
    assents: {},
    complete: [],
    reopens: 0,
    indicated: { level: 'none', at: null, people: {}, intervals: [] },
  };
  draft.jobs.push(job);
}

/** Another sentence shakes the assents that were given to the old one, unless its author says it is wording only. */
export function reworded(draft: PurchaseState, event: EventOf<'job.reworded'>, cause: Cause): void {
  const { body } = event;
  const job = jobOf(draft, body.job_id);
  if (job === undefined) return;
  const changed = job.sentence !== body.sentence;
  job.sentence = body.sentence;
  job.name = body.name ?? job.name;
  job.event_id = event.id;
  if (changed && body.wording_only !== true) shakeJob(job, cause);
}

export function ruleChanged(draft: PurchaseState, event: EventOf<'job.rule_changed'>): void {
  const { body } = event;
  const job = jobOf(draft, body.job_id);
  if (job === undefined) return;
  job.required_roles = body.required_roles ?? job.required_roles;
  job.rests_on = body.rests_on ?? job.rests_on;
  job.quorum = body.quorum ?? job.quorum;
  job.event_id = event.id;
}

/** The job's history is kept apart; its completion ends without counting as a reopening. */
export function removed(draft: PurchaseState, event: EventOf<'job.removed'>, cause: Cause): void {
  const job = jobOf(draft, event.body.job_id);
  if (job === undefined) return;
  closeLast(job.complete, cause);
  closeLast(job.indicated.intervals, cause);
  draft.jobs = draft.jobs.filter((other) => other !== job);
  draft.removed_jobs.push(job);
}
