import type { LedgerEvent } from './event.ts';
import { jobOf, type PurchaseState } from './state.ts';

/** Why an event or a command has no effect: a stable dotted code and a sentence that says what to do. */
export interface Rejection {
  code: string;
  message: string;
}

const reject = (code: string, message: string): Rejection => ({ code, message });

const COMPOSITION_KINDS: ReadonlySet<string> = new Set([
  'stakeholder.named',
  'stakeholder.left',
  'stakeholder.roles_changed',
  'stakeholder.delegate_named',
  'job.added',
  'job.reworded',
  'job.rule_changed',
  'job.removed',
]);

/**
 * Why an event cannot have an effect on this state, however it came; null if it can. Holds when folding (the event stays
 * in the ledger without effect) and when deciding (it is not even written).
 */
export function refusal(state: PurchaseState, event: LedgerEvent): Rejection | null {
  if (event.kind === 'purchase.opened') {
    return state.opened_at === null
      ? null
      : reject('purchase.already_open', 'This purchase is already open; choose another id.');
  }
  if (state.buyer_entered_at !== null && event.actor.side !== 'buyer' && COMPOSITION_KINDS.has(event.kind)) {
    return reject(
      'group.buyers_only',
      'Since the first buyer came in, only the buyer side changes people, roles, jobs and rules. Ask a buyer to do it.',
    );
  }
  return refusalOfJob(state, event) ?? refusalOfPerson(state, event);
}

function refusalOfJob(state: PurchaseState, event: LedgerEvent): Rejection | null {
  if (!('job_id' in event.body) || event.body.job_id === undefined || event.kind === 'touch.recorded') return null;
  const known = jobOf(state, event.body.job_id) !== undefined;
  if (event.kind === 'job.added') {
    return known
      ? reject('job.already_there', 'This purchase already has a job with that id; choose another id.')
      : null;
  }
  return known ? null : reject('job.unknown', 'This purchase has no such job. Reload to see its jobs.');
}

function refusalOfPerson(state: PurchaseState, event: LedgerEvent): Rejection | null {
  switch (event.kind) {
    case 'assent.given':
    case 'assent.reaffirmed':
    case 'assent.working':
    case 'assent.withheld':
    case 'assent.withdrawn':
    case 'assent.aside':
    case 'stakeholder.left':
    case 'stakeholder.roles_changed':
    case 'stakeholder.delegate_named': {
      const person = state.stakeholders[event.body.person_id];
      if (person !== undefined && person.left_at === null) return null;
      return reject(
        'group.not_a_stakeholder',
        'This person is not in the buying group. Name them as a stakeholder first.',
      );
    }
    default:
      return null;
  }
}
