import type { Actor, EventOf } from './event.ts';
import type { PurchaseState } from './state.ts';

/** The kinds by which a stakeholder says how a job stands for them. */
export const STANCE_KINDS = [
  'assent.given',
  'assent.reaffirmed',
  'assent.working',
  'assent.withheld',
  'assent.withdrawn',
  'assent.aside',
] as const;
export type StanceKind = (typeof STANCE_KINDS)[number];

export const isStanceKind = (kind: string): kind is StanceKind => (STANCE_KINDS as readonly string[]).includes(kind);

/**
 * Whether an assent was stated by the person it is about, or by the delegate that person named, here and with a
 * verified address. Anything else (an import, software, hearsay, an unverified address) only indicates (product rules 5 and 11).
 */
export function isStatement(state: PurchaseState, event: EventOf<StanceKind>): boolean {
  if (event.import_id !== null || event.body.verified === false) return false;
  return speaksFor(state, event.actor, event.body.person_id);
}

/** Whether someone is that person, or the delegate that person named; never software, a seller, or a delegate who left. */
export function speaksFor(state: PurchaseState, actor: Actor, person_id: string): boolean {
  if (actor.kind !== 'person' || actor.side === 'seller') return false;
  if (actor.id === person_id) return true;
  const left = (state.stakeholders[actor.id]?.left_at ?? null) !== null;
  return !left && state.stakeholders[person_id]?.delegate_id === actor.id;
}
