import { indicate } from './activity.ts';
import type { EventOf } from './event.ts';
import { enter } from './group.ts';
import { shakeJob } from './shaking.ts';
import { type Assent, type Cause, type Job, jobOf, type PurchaseState, type Stance } from './state.ts';
import { isStatement, type StanceKind } from './statement.ts';

/*
 * The stances of one person on one job. Any stance can follow any other; `shaken` is a mark on `given`.
 *
 *   none ──▶ working | given | withheld | aside         (each again from each)
 *   given ──▶ withdrawn
 *   given ──(something it rests on changes)──▶ given, shaken ──(reaffirmed | given)──▶ given
 */
const STANCE: Record<StanceKind, Stance> = {
  'assent.given': 'given',
  'assent.reaffirmed': 'given',
  'assent.working': 'working',
  'assent.withheld': 'withheld',
  'assent.withdrawn': 'withdrawn',
  'assent.aside': 'aside',
};

/** Takes down what a stakeholder says of a job; where nobody entitled said it, it only indicates. */
export function stated(draft: PurchaseState, event: EventOf<StanceKind>, cause: Cause): void {
  const { body } = event;
  const job = jobOf(draft, body.job_id);
  if (job === undefined) return;
  if (!isStatement(draft, event)) {
    if (STANCE[event.kind] === 'given') indicate(job, 'advanced', body.person_id, cause);
    else if (event.kind === 'assent.working') indicate(job, 'started', body.person_id, cause);
    return;
  }
  // A private statement must not tell the other side that someone came in; a delegate's is the delegate's own act.
  if (event.zone === 'shared') enter(draft, event.actor.id, event.occurred_at);
  // Whoever states something is there.
  draft.touches.last_buyer_at = event.occurred_at;
  const before = job.assents[body.person_id];
  job.assents[body.person_id] = {
    state: STANCE[event.kind],
    at: event.occurred_at,
    event_id: event.id,
    by: event.actor.id,
    zone: event.zone,
    confidence: 'confidence' in body ? (body.confidence ?? null) : null,
    sentence: wordingOf(job, event, before),
    reason: 'reason' in body ? (body.reason ?? null) : null,
    private_reason: null,
    net_value: netValueOf(draft),
    shaken: [],
  };
}

function wordingOf(job: Job, event: EventOf<StanceKind>, before: Assent | undefined): string | null {
  if (event.kind === 'assent.given' || event.kind === 'assent.reaffirmed') return event.body.sentence ?? job.sentence;
  return event.kind === 'assent.withdrawn' ? (before?.sentence ?? null) : null;
}

function netValueOf(state: PurchaseState): Assent['net_value'] {
  const net = state.basis.net_value;
  return net === null ? null : { amount_minor: net.amount_minor, currency: net.currency };
}

/** A change outside of what Coassent records shakes one person's assent to a job, or everyone's. */
export function shaken(draft: PurchaseState, event: EventOf<'assent.shaken'>, cause: Cause): void {
  const job = jobOf(draft, event.body.job_id);
  if (job === undefined) return;
  const only = event.body.person_id === undefined ? undefined : job.assents[event.body.person_id];
  shakeJob(job, cause, event.body.person_id === undefined ? undefined : (assent) => assent === only);
}

export function privateReason(draft: PurchaseState, event: EventOf<'assent.private_reason'>): void {
  const assent = jobOf(draft, event.body.job_id)?.assents[event.body.person_id];
  if (assent !== undefined) assent.private_reason = event.body.reason;
}
