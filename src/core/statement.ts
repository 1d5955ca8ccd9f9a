import type { EventOf } from './event.ts';
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

/**
 * Whether an assent was stated by the person it is about, or by the delegate that person named, here and with a
 * verified address. Anything else (an import, software, hearsay, an unverified address) only indicates (product rules 5 and 11).
 */
export function isStatement(state: PurchaseState, event: EventOf<StanceKind>): boolean {
  if (event.actor.kind !== 'person' || event.import_id !== null || event.body.verified === false) return false;
  return speaksFor(state, event.actor.id, event.body.person_id);
}

/** Whether someone is that person, or the delegate that person named. */
export function speaksFor(state: PurchaseState, actor_id: string, person_id: string): boolean {
  return actor_id === person_id || state.stakeholders[person_id]?.delegate_id === actor_id;
}
