import type { Claim } from './claim.ts';
import { contradictionsOf, losersTo } from './contradiction.ts';
import type { Command } from './decide.ts';
import type { BodyOf } from './event.ts';
import { narrowestZone } from './narrowest.ts';
import type { PurchaseState } from './state.ts';

/** What somebody says of a contradiction. */
export interface Settling {
  contradiction_id: string;
  holds?: string | undefined;
  no_conflict?: boolean | undefined;
  note?: string | undefined;
  evidence?: string | undefined;
}

/** What an event has to say so that a claim is said once more as it is. */
function bodyOf(claim: Claim): BodyOf<'claim.changed'> {
  const {
    at: _at,
    event_id: _event,
    zone: _zone,
    by: _by,
    side: _side,
    first_at: _first,
    refuted: _refuted,
    ...body
  } = claim;
  const { wording_only: _wording, ...rest } = body;
  return rest;
}

/**
 * The commands that settle a contradiction: what the person says of it and, as far as those are their own side's, the
 * retraction of the claims that it refutes. Where a private claim decided it, the shared ones are left as they are: taking
 * them back would tell of it.
 * @param state the purchase as the person's side knows it
 */
export function settlingOf(settling: Settling, state: PurchaseState, side: Claim['side']): Command[] {
  const found = contradictionsOf(state).find(({ contradiction_id }) => contradiction_id === settling.contradiction_id);
  const claim_ids = [...(found?.claim_ids ?? [])];
  const { holds, no_conflict, note, evidence, contradiction_id } = settling;
  const resolved: Command = {
    kind: 'contradiction.resolved',
    body: {
      contradiction_id,
      ...(claim_ids.length > 0 && { claim_ids }),
      ...(holds !== undefined && { holds }),
      ...(no_conflict !== undefined && { no_conflict }),
      ...(note !== undefined && { note }),
      ...(evidence !== undefined && { evidence }),
    },
  };
  const zone = narrowestZone(state, resolved) ?? 'shared';
  const losers = holds === undefined ? [] : losersTo(state, claim_ids, holds);
  const own = losers.filter((claim) => claim.side === side && claim.zone === zone);
  return [
    resolved,
    ...own.map((claim): Command => ({ kind: 'claim.changed', body: { ...bodyOf(claim), retracted: true } })),
  ];
}

/**
 * The commands that put claims aside, or take them back; those that are so already, or that the view does not know, are
 * left out.
 */
export const puttingAside = (claim_ids: readonly string[], aside: boolean, state: PurchaseState): Command[] =>
  [...new Set(claim_ids)].flatMap((claim_id): Command[] => {
    const claim = state.basis.claims[claim_id];
    if (claim === undefined || (claim.aside ?? false) === aside) return [];
    return [{ kind: 'claim.changed', body: { ...bodyOf(claim), aside } }];
  });
