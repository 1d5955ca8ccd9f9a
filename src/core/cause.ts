import type { LedgerEvent } from './event.ts';
import type { Cause, PurchaseState } from './state.ts';
import { jobOf } from './state.ts';

/** What an event says of itself where it is the cause of something; built only from what the view may read. */
export function causeOf(state: PurchaseState, event: LedgerEvent): Cause {
  const person_id = 'person_id' in event.body ? (event.body.person_id ?? null) : null;
  return { event_id: event.id, kind: event.kind, at: event.occurred_at, person_id, what: subjectOf(state, event) };
}

function subjectOf(state: PurchaseState, event: LedgerEvent): string | null {
  switch (event.kind) {
    case 'requirement.changed':
      return event.body.text;
    case 'option.changed':
    case 'assumption.changed':
    case 'driver.changed':
    case 'file.changed':
      return event.body.name;
    case 'step.changed':
      return event.body.name;
    case 'step.progressed':
    case 'step.commented':
      return state.plan.steps[event.body.step_id]?.name ?? null;
    case 'assumption.judged':
    case 'assumption.commented':
      return state.basis.assumptions[event.body.assumption_id]?.name ?? null;
    case 'purchase.problem_stated':
      return event.body.statement;
    case 'option.costed':
    case 'score.changed':
      return state.basis.options[event.body.option_id]?.name ?? null;
    case 'claim.changed':
      return `${event.body.subject}: ${event.body.attribute}`;
    case 'contradiction.opened':
      return event.body.note ?? claimSubject(state, event.body.claim_ids);
    case 'job.added':
      return event.body.name;
    case 'job.reworded':
    case 'job.rule_changed':
    case 'job.removed':
      return jobOf(state, event.body.job_id)?.name ?? null;
    case 'assent.shaken':
      return event.body.reason;
    case 'evidence.recorded':
      return event.body.activity ?? null;
    default:
      return null;
  }
}

function claimSubject(state: PurchaseState, claim_ids: readonly string[]): string | null {
  for (const claim_id of claim_ids) {
    const claim = state.basis.claims[claim_id];
    if (claim !== undefined) return `${claim.subject}: ${claim.attribute}`;
  }
  return null;
}
