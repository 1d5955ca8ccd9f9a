import { refusals } from '../../catalogue/refusals.ts';
import type { Claim } from '../claim.ts';
import type { LedgerEvent } from '../event.ts';
import type { Rejection } from '../refusal.ts';
import type { PurchaseState } from '../state.ts';
import { readUnit } from './unit.ts';
import { readValue } from './value.ts';

const reject = (code: string, message: string): Rejection => ({ code, message });

/**
 * Why what somebody is about to say of claims cannot be meant: a value that does not read as what it is said to be, a
 * validity that ends before it begins, a contradiction that is not there. What is in the ledger already is never refused.
 */
export function refusalOfClaim(event: LedgerEvent, state: PurchaseState): Rejection | null {
  if (event.kind === 'contradiction.resolved') return refusalOfSettlement(event, state);
  if (event.kind !== 'claim.changed') return null;
  const { value, unit, value_kind, valid_from, valid_to } = event.body;
  const before = state.basis.claims[event.body.claim_id];
  if (before !== undefined && isOfOthers(event, before)) {
    return reject('claim.not_yours', refusals.other_side_said_say);
  }
  if (event.actor.side === 'seller' && (event.body.aside ?? before?.aside ?? false) !== (before?.aside ?? false)) {
    return reject('claim.aside_by_buyers', refusals.what_does_not_matter);
  }
  if (valid_from != null && valid_to != null && valid_from > valid_to) {
    return reject('claim.validity', refusals.would_hold_until_but(valid_to, valid_from));
  }
  if (value_kind === undefined) return null;
  const read = readValue({ value, unit, value_kind });
  if ('problem' in read) return read.problem;
  const measured = unit === undefined ? null : readUnit(unit);
  return measured !== null && 'problem' in measured ? measured.problem : null;
}

const SAID = ['subject', 'attribute', 'value', 'unit', 'condition', 'valid_from', 'valid_to', 'option_id'] as const;

/** Someone of the other side would change what a claim says; taking it into use, or showing it, is for both. */
function isOfOthers({ actor, body }: Extract<LedgerEvent, { kind: 'claim.changed' }>, before: Claim): boolean {
  const sides = [actor.side, before.side];
  if (!sides.includes('buyer') || !sides.includes('seller')) return false;
  if ((body.retracted ?? false) !== (before.retracted ?? false)) return true;
  return SAID.some((part) => body[part] !== undefined && (body[part] ?? undefined) !== before[part]);
}

function refusalOfSettlement(
  { body }: Extract<LedgerEvent, { kind: 'contradiction.resolved' }>,
  { basis }: PurchaseState,
): Rejection | null {
  const { contradiction_id, claim_ids = [], holds } = body;
  const found = Object.values(basis.found).find((one) => one.contradiction_id === contradiction_id);
  const between = [...(basis.contradictions[contradiction_id]?.claim_ids ?? found?.claim_ids ?? []), ...claim_ids];
  if (between.length === 0) return reject('contradiction.unknown', refusals.there_no_such_contradiction);
  if (holds !== undefined && !between.includes(holds)) {
    return reject('contradiction.other_claim', refusals.what_holds_one_claims);
  }
  if (body.no_conflict !== true) return null;
  if (holds !== undefined) {
    return reject('contradiction.both', refusals.either_one_them_holds);
  }
  return (body.note ?? '').trim() === '' ? reject('contradiction.no_reason', refusals.say_why_they_do) : null;
}
