import { refusals } from '../catalogue/refusals.ts';
import type { EventOf, LedgerEvent } from './event.ts';
import { refusalOfFile } from './file.ts';
import { refusalOfStep } from './plan/refusal.ts';
import { refusalOfThread } from './question.ts';
import { jobOf, type PurchaseState } from './state.ts';
import { refusalOfWeights } from './weights.ts';

/** Why an event or a command has no effect: a stable dotted code and a sentence that says what to do. */
export interface Rejection {
  code: string;
  message: string;
}

const reject = (code: string, message: string): Rejection => ({ code, message });

/** Kinds that change who has to agree, or on what. */
export const COMPOSITION_KINDS: ReadonlySet<string> = new Set([
  'stakeholder.named',
  'stakeholder.entered',
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
    return state.opened_at === null ? null : reject('purchase.already_open', refusals.purchase_already_open_choose);
  }
  if (event.kind === 'stakeholder.delegate_named' && event.import_id !== null) {
    return reject('group.not_yours', refusals.only_person_can_name);
  }
  if (event.kind === 'person.erased' && event.import_id !== null) {
    return reject('erasure.by_import', refusals.file_erases_nobody_ask);
  }
  // A file may say that a buyer did it; whoever imports it is a seller all the same.
  const by_buyer = event.actor.side === 'buyer' && event.import_id === null;
  if (state.buyer_entered_at !== null && !by_buyer && changesComposition(state, event)) {
    return reject('group.buyers_only', refusals.since_first_buyer_came);
  }
  if (state.buyer_entered_at !== null && !by_buyer && event.zone === 'shared' && RECKONED.has(event.kind)) {
    return reject('score.buyers_only', refusals.since_first_buyer_came_);
  }
  return (
    refusalOfJob(state, event) ??
    refusalOfPerson(state, event) ??
    refusalOfValue(state, event) ??
    refusalOfStep(state, event) ??
    refusalOfScore(event) ??
    refusalOfThread(state, event) ??
    refusalOfFile(state, event)
  );
}

/** What a supplier shared of these would stand in place of what the buyers found. */
const RECKONED: ReadonlySet<string> = new Set(['score.changed', 'option.costed']);

/** Someone who is in the group already changes nothing by coming in. */
function changesComposition(state: PurchaseState, event: LedgerEvent): boolean {
  if (event.kind !== 'stakeholder.entered') return COMPOSITION_KINDS.has(event.kind);
  return !isInGroup(state, event.body.person_id);
}

const isInGroup = (state: PurchaseState, person_id: string): boolean => state.stakeholders[person_id]?.left_at === null;

function refusalOfJob(state: PurchaseState, event: LedgerEvent): Rejection | null {
  if (!('job_id' in event.body) || event.body.job_id == null) return null;
  // A touch, or a step that serves a job, can outlive it.
  if (event.kind === 'touch.recorded' || event.kind === 'step.changed') return null;
  const job = jobOf(state, event.body.job_id);
  const known = job !== undefined;
  if (event.kind === 'job.added') {
    const widens = event.zone === 'shared' && job?.zone !== 'shared';
    return known && !widens ? reject('job.already_there', refusals.purchase_already_job_with) : null;
  }
  return known ? null : reject('job.unknown', refusals.purchase_no_such_job);
}

function refusalOfPerson(state: PurchaseState, event: LedgerEvent): Rejection | null {
  switch (event.kind) {
    case 'stakeholder.named':
    case 'stakeholder.entered':
      if (event.actor.side !== 'seller' || event.actor.id !== event.body.person_id) return null;
      return reject('group.seller_not_stakeholder', refusals.someone_on_selling_side);
    case 'assent.given':
    case 'assent.reaffirmed':
    case 'assent.working':
    case 'assent.withheld':
    case 'assent.withdrawn':
    case 'assent.aside':
    case 'stakeholder.left':
    case 'stakeholder.roles_changed':
      return refusalOfOutsider(state, event.body.person_id);
    case 'pulse.answered':
    case 'pulse.skipped':
      return refusalOfOutsider(state, event.body.person_id) ?? refusalOfPulse(event);
    case 'stakeholder.delegate_named':
      return refusalOfOutsider(state, event.body.person_id) ?? refusalOfDelegate(event);
    case 'weights.stated':
    case 'weights.aside':
      return refusalOfOutsider(state, event.body.person_id) ?? refusalOfWeights(event);
    default:
      return null;
  }
}

/** Only a named buyer agrees to an assumption, and only for themselves; what is said of something is of something there. */
function refusalOfValue(state: PurchaseState, event: LedgerEvent): Rejection | null {
  const { assumptions, drivers } = state.basis;
  switch (event.kind) {
    case 'assumption.changed': {
      const judges = event.body.state === 'agreed' || event.body.state === 'disputed';
      if (!judges || event.actor.side !== 'seller' || event.import_id !== null) return null;
      return reject('assumption.not_yours', refusals.only_someone_buyer_side);
    }
    case 'assumption.judged': {
      const { kind, side, id } = event.actor;
      if (kind !== 'person' || side !== 'buyer' || id !== event.body.person_id || event.import_id !== null) {
        return reject('assumption.not_yours', refusals.only_person_buyer_side);
      }
      return refusalOfOutsider(state, id) ?? unknownUnless(event.body.assumption_id in assumptions);
    }
    case 'assumption.commented':
      return unknownUnless(event.body.assumption_id in assumptions);
    case 'realised.recorded':
      return unknownUnless(event.body.driver_id in drivers);
    default:
      return null;
  }
}

const unknownUnless = (known: boolean): Rejection | null =>
  known ? null : reject('value.unknown', refusals.value_case_nothing_id);

function refusalOfScore(event: LedgerEvent): Rejection | null {
  if (event.kind !== 'score.changed') return null;
  const { score, low, high } = event.body;
  if (score === null ? low === undefined && high === undefined : (low ?? score) <= score && score <= (high ?? score)) {
    return null;
  }
  return reject('score.bad_range', refusals.range_goes_from_worst);
}

function refusalOfOutsider(state: PurchaseState, person_id: string): Rejection | null {
  if (isInGroup(state, person_id)) return null;
  return reject('group.not_a_stakeholder', refusals.person_not_in_buying);
}

/** Nobody is spoken for without having said so. */
function refusalOfDelegate(event: EventOf<'stakeholder.delegate_named'>): Rejection | null {
  if (event.actor.kind === 'person' && event.actor.id === event.body.person_id && event.import_id === null) return null;
  return reject('group.not_yours', refusals.only_person_can_name_);
}

/** How someone feels is theirs alone to say: no delegate, no software, no import. */
function refusalOfPulse({ actor, body, import_id }: EventOf<'pulse.answered' | 'pulse.skipped'>): Rejection | null {
  if (actor.kind === 'person' && actor.id === body.person_id && import_id === null) return null;
  return reject('pulse.not_yours', refusals.only_person_who_was);
}

/** Whether an event changes which other events count, so that its purchase has to be folded anew. */
export const revisesFold = (kind: string): boolean =>
  kind === 'import.retracted' ||
  kind === 'import.restored' ||
  kind === 'event.corrected' ||
  kind === 'event.zone_moved';
