import type { EventOf } from './event.ts';
import { closeLast } from './settle.ts';
import { type Cause, type Job, jobOf, type Level, type PurchaseState } from './state.ts';

const RANK: Record<Level, number> = { none: 0, started: 1, advanced: 2, completed: 3 };

/** Evidence makes a job indicated, or takes that back (`reopened`); it never completes one. */
export function evidence(draft: PurchaseState, event: EventOf<'evidence.recorded'>, cause: Cause): void {
  const { body } = event;
  const job = jobOf(draft, body.job_id);
  if (job === undefined) return;
  if (body.signal !== 'reopened') {
    indicate(job, body.signal, body.person_id ?? null, cause);
    return;
  }
  closeLast(job.indicated.intervals, cause);
  job.indicated.level = 'none';
  job.indicated.at = cause.at;
  job.indicated.people = {};
}

/** Raises what evidence suggests of a job; never lowers it. Changes the job. */
export function indicate(job: Job, level: Level, person_id: string | null, cause: Cause): void {
  const { indicated } = job;
  if (indicated.level === 'none') indicated.intervals.push({ from: cause.at, to: null, began: cause, ended: null });
  if (RANK[level] > RANK[indicated.level]) indicated.level = level;
  indicated.at = cause.at;
  if (person_id !== null) indicated.people[person_id] = cause.at;
}

export function touch(draft: PurchaseState, event: EventOf<'touch.recorded'>): void {
  const { touches } = draft;
  const { channel, sides } = event.body;
  touches.count++;
  touches.first_at ??= event.occurred_at;
  touches.last_at = event.occurred_at;
  touches.by_channel[channel] = (touches.by_channel[channel] ?? 0) + 1;
  if (sides === undefined || sides.includes('buyer')) touches.last_buyer_at = event.occurred_at;
}
