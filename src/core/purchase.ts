import type { EventOf, LedgerEvent } from './event.ts';
import { addJob } from './job.ts';
import { shake, shakeAll } from './shaking.ts';
import { type Cause, jobOf, type PurchaseState } from './state.ts';
import { isStatement } from './statement.ts';
import { jobsMeantBy } from './template.ts';

/** Begins the purchase with the jobs given, or those of its template. */
export function opened(draft: PurchaseState, event: EventOf<'purchase.opened'>): void {
  const { body } = event;
  draft.opened_at = event.occurred_at;
  draft.name = body.name;
  draft.account_name = body.account_name ?? null;
  draft.simulated = body.simulated ?? false;
  if (body.amount_minor !== undefined && body.currency !== undefined) {
    draft.amount = { amount_minor: body.amount_minor, currency: body.currency };
  }
  for (const job of body.jobs ?? jobsMeantBy(body.template)) addJob(draft, job, event);
}

export function stageChanged(draft: PurchaseState, { body, occurred_at }: EventOf<'purchase.stage_changed'>): void {
  draft.stage = { stage: body.stage, odds: body.odds ?? null, closes_on: body.closes_on ?? null, at: occurred_at };
}

export function problemStated(draft: PurchaseState, event: EventOf<'purchase.problem_stated'>, cause: Cause): void {
  const before = draft.basis.problem;
  draft.basis.problem = { ...event.body, at: event.occurred_at, event_id: event.id, zone: event.zone };
  const wording_only = before !== null && event.body.wording_only === true;
  if (before?.statement !== event.body.statement && !wording_only) shake(draft, ['problem_statement'], cause);
}

export function outcomeReached(draft: PurchaseState, event: EventOf<'purchase.outcome_reached'>): void {
  const { outcome, reason } = event.body;
  draft.outcome = { outcome, at: event.occurred_at, event_id: event.id, reason: reason ?? null };
}

/** The purchase goes on: no outcome any more, and every assent is shaken. */
export function revive(draft: PurchaseState, cause: Cause): void {
  draft.outcome = null;
  draft.revived.push(cause);
  shakeAll(draft, cause);
}

/**
 * Whether an event is activity of the buying group after the outcome, which revives a purchase. What only sellers did
 * does not; nor does using what was bought (touches after `bought`, after-phase jobs).
 */
export function revives(state: PurchaseState, event: LedgerEvent): boolean {
  if (state.outcome === null || event.occurred_at <= state.outcome.at) return false;
  switch (event.kind) {
    case 'assent.given':
    case 'assent.reaffirmed':
    case 'assent.working':
    case 'assent.withheld':
    case 'assent.withdrawn':
      return isStatement(state, event) && isDecideJob(state, event.body.job_id);
    case 'evidence.recorded': {
      const { person_id, sides } = event.body;
      // Imported evidence that names nobody may be the supplier's own work on a closed case.
      const by_buyer = sides?.includes('buyer') ?? (person_id !== undefined || event.import_id === null);
      return by_buyer && isDecideJob(state, event.body.job_id);
    }
    case 'touch.recorded':
      if (state.outcome.outcome === 'bought') return false;
      return event.body.sides === undefined || event.body.sides.includes('buyer');
    case 'purchase.problem_stated':
    case 'requirement.changed':
    case 'option.changed':
      return event.actor.side !== 'seller' && event.body.wording_only !== true;
    case 'score.changed':
      return event.actor.side !== 'seller';
    case 'assumption.judged':
      // What was bought goes on being looked at: whether it brings what was promised.
      return state.outcome.outcome !== 'bought';
    default:
      return false;
  }
}

const isDecideJob = (state: PurchaseState, job_id: string): boolean => jobOf(state, job_id)?.phase === 'decide';
