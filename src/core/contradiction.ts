import { readings } from '../catalogue/readings.ts';
import { sentences } from '../catalogue/sentences.ts';
import type { CauseClaim, Claim, Found, Settlement } from './claim.ts';
import { compareClaims, thingOf } from './claims/compare.ts';
import { valueIn, valueText } from './claims/value.ts';
import type { EventMeta, EventOf } from './event.ts';
import { shakeUsersOf } from './shaking.ts';
import type { Cause, PurchaseState } from './state.ts';

/*
 * Contradictions are found when folding, from the claims that the view may read; so one with a private claim is found on
 * that side only. People's statements on them (opened, resolved) are events.
 *
 *   found ──▶ open ──resolved: one holds──▶ settled, the others refuted ─┐
 *              │ ──resolved: no conflict──▶ settled, by pairs of claims ──┼──▶ open again when one of its claims changes
 *              └────a claim changes or is retracted──▶ over ──────────────┘
 */

export const isOpen = ({ spans }: Found): boolean => spans.length > 0 && spans.at(-1)?.to === null;

/** A claim that still counts: neither retracted nor refuted. */
export const isLiveClaim = (claim: Claim): boolean => claim.retracted !== true && claim.refuted === null;

/**
 * Compares a changed claim with the others on the same thing, opens and closes what was found about it, and about what it
 * was about before. Changes the draft.
 * @returns the claims that are in a contradiction now and were not before
 */
export function findContradictions(
  draft: PurchaseState,
  before: Claim | undefined,
  after: Claim,
  event: EventMeta,
): string[] {
  const things = new Set([...(before === undefined ? [] : [thingOf(before)]), thingOf(after)]);
  return [...things].flatMap((thing) => {
    const found = draft.basis.found[thing];
    // Whatever was said of it was said of what it was.
    if (found !== undefined) {
      found.settled_pairs = found.settled_pairs.filter((pair) => !pairMembers(pair).includes(after.claim_id));
    }
    return look(draft, thing, event);
  });
}

/** Looks anew at the claims on one thing. Changes the draft. */
function look(draft: PurchaseState, thing: string, event: EventMeta): string[] {
  const { found } = draft.basis;
  const known = found[thing];
  const now = conflicting(draft, thing, known?.settled_pairs ?? []);
  const open = known !== undefined && isOpen(known);
  if (now.length === 0) {
    if (open) close(known, event.occurred_at);
    return [];
  }
  const was = open ? known.claim_ids : [];
  const entry = known ?? {
    contradiction_id: foundId(thing),
    claim_ids: [],
    spans: [],
    settled_pairs: [],
    settled: null,
  };
  entry.claim_ids = now;
  if (!open) {
    entry.spans.push({ from: event.occurred_at, to: null, event_id: event.id });
    entry.settled = null;
  }
  found[thing] = entry;
  return now.filter((claim_id) => !was.includes(claim_id));
}

const close = (found: Found, at: string): void => {
  const last = found.spans.at(-1);
  if (last !== undefined && last.to === null) last.to = at;
};

/** The live claims on a thing that conflict with another, by id. */
function conflicting(draft: PurchaseState, thing: string, settled_pairs: readonly string[]): string[] {
  const claims = Object.values(draft.basis.claims).filter((claim) => isLiveClaim(claim) && thingOf(claim) === thing);
  const ids = new Set<string>();
  claims.forEach((one, at) => {
    for (const other of claims.slice(at + 1)) {
      if (settled_pairs.includes(pairOf(one.claim_id, other.claim_id))) continue;
      if (compareClaims(one, other).verdict !== 'conflict') continue;
      ids.add(one.claim_id).add(other.claim_id);
    }
  });
  return [...ids].sort();
}

const pairOf = (a: string, b: string): string => JSON.stringify([a, b].sort());
const pairMembers = (pair: string): string[] => JSON.parse(pair) as string[];

/** An id made of what the claims are about, the same in every fold: FNV-1a of 64 bits (Fowler, Noll and Vo; RFC 9923). */
function foundId(thing: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let i = 0; i < thing.length; i++) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(thing.charCodeAt(i))) * 0x100000001b3n);
  }
  return `found-${hash.toString(36)}`;
}

/**
 * A person says how a contradiction is settled. What does not agree with the claim that holds is refuted, and those who
 * used it are shaken; retracting it afterwards is no news to them. Changes the draft.
 */
export function contradictionResolved(
  draft: PurchaseState,
  event: EventOf<'contradiction.resolved'>,
  cause: Cause,
): void {
  const { basis } = draft;
  const { contradiction_id, claim_ids, holds } = event.body;
  const stated = basis.contradictions[contradiction_id];
  const found = Object.values(basis.found).find((one) => one.contradiction_id === contradiction_id);
  const between = [...new Set([...(stated?.claim_ids ?? found?.claim_ids ?? []), ...(claim_ids ?? [])])];
  if (stated === undefined && between.length === 0) return;
  const settled = settlementOf(event);
  if (stated !== undefined) Object.assign(stated, { resolved_at: event.occurred_at, settled });
  const losers = holds === undefined ? [] : refute(draft, between, holds, event);
  const touched = new Set(between.flatMap((claim_id) => thingsOf(draft, claim_id)));
  for (const thing of touched) settleFound(draft, thing, between, settled, event);
  if (losers.length > 0) cause.claims = claimsTold(draft, losers);
  shakeUsersOf(draft, losers, cause);
}

const thingsOf = (draft: PurchaseState, claim_id: string): string[] => {
  const claim = draft.basis.claims[claim_id];
  return claim === undefined ? [] : [thingOf(claim)];
};

const settlementOf = ({ occurred_at, actor, id, body }: EventOf<'contradiction.resolved'>): Settlement => ({
  at: occurred_at,
  by: actor.id,
  event_id: id,
  holds: body.holds ?? null,
  no_conflict: body.no_conflict === true,
  note: body.note ?? null,
  evidence: body.evidence ?? null,
});

/** The claims that cannot hold beside one that does; what says the same as that one holds with it. */
export function losersTo(state: PurchaseState, between: readonly string[], holds: string): Claim[] {
  const winner = state.basis.claims[holds];
  if (winner === undefined) return [];
  return between.flatMap((claim_id) => {
    const claim = state.basis.claims[claim_id];
    if (claim === undefined || claim_id === holds || !isLiveClaim(claim)) return [];
    const { verdict } = compareClaims(claim, winner);
    return verdict === 'same' || verdict === 'together' ? [] : [claim];
  });
}

function refute(draft: PurchaseState, between: readonly string[], holds: string, event: EventMeta): string[] {
  const losers = losersTo(draft, between, holds);
  for (const claim of losers) claim.refuted = { at: event.occurred_at, holds, event_id: event.id };
  const winner = draft.basis.claims[holds];
  if (winner !== undefined) winner.refuted = null;
  return losers.map(({ claim_id }) => claim_id);
}

/** What was found between these claims is settled: by the claim that holds, or because somebody says that all can hold. */
function settleFound(
  draft: PurchaseState,
  thing: string,
  between: readonly string[],
  settled: Settlement,
  event: EventMeta,
): void {
  const found = draft.basis.found[thing];
  if (found === undefined) return;
  const was_open = isOpen(found);
  if (settled.holds === null) {
    const pairs = between.flatMap((one, at) => between.slice(at + 1).map((other) => pairOf(one, other)));
    found.settled_pairs = [...new Set([...found.settled_pairs, ...pairs])].sort();
  }
  look(draft, thing, event);
  if (was_open && !isOpen(found)) found.settled = settled;
}

/** Claims on one thing with what each says and where: `Support, answers within: 4 h (website) or 8 h (proposal)`. */
export const claimsClause = (state: PurchaseState, claim_ids: readonly string[]): string =>
  saidByClaims(claimsTold(state, claim_ids));

/** What of claims is told, as they are now. */
export const claimsTold = ({ basis }: PurchaseState, claim_ids: readonly string[]): CauseClaim[] =>
  claim_ids.flatMap((claim_id) => {
    const claim = basis.claims[claim_id];
    if (claim === undefined) return [];
    const { subject, attribute, value, unit, value_kind, source, document, channel } = claim;
    const told = { subject, attribute, value, unit, value_kind, source, document, channel };
    return [Object.fromEntries(Object.entries(told).filter(([, said]) => said !== undefined)) as CauseClaim];
  });

/** The same of claims as they were told. */
export function saidByClaims(claims: readonly CauseClaim[]): string {
  const [first] = claims;
  if (first === undefined) return sentences.two_claims;
  const values = claims.map((claim) => `${claimText(claim)}${placeOf(claim)}`);
  return `${first.subject}, ${first.attribute}: ${sentences.either([...new Set(values)])}`;
}

/** What a claim says, for people. */
export const claimText = (claim: CauseClaim): string => valueText(valueIn(claim));

const placeOf = ({ source, document, channel }: CauseClaim): string => {
  const place = source ?? document ?? (channel == null ? null : readings.channel(channel));
  return place === null || place === '' ? '' : ` (${place})`;
};

/** One contradiction, stated by somebody or found. */
export interface Contradiction {
  contradiction_id: string;
  claim_ids: readonly string[];
  found: boolean;
  /** Who opened it; null where it was found. */
  by: string | null;
  note: string | null;
  at: string;
  to: string | null;
  /** How long it was open before, in stretches that are over; the current one is from `at` on. */
  earlier_ms: number;
  settled: Settlement | null;
}

/** All contradictions of a view, each once: one that somebody opened stands for what was found between its claims. */
export function contradictionsOf(state: PurchaseState): Contradiction[] {
  const stated = Object.values(state.basis.contradictions).map(
    (one): Contradiction => ({
      contradiction_id: one.contradiction_id,
      claim_ids: one.claim_ids,
      found: false,
      by: one.by,
      note: one.note ?? null,
      at: one.at,
      to: one.resolved_at,
      earlier_ms: 0,
      settled: one.settled,
    }),
  );
  const found = Object.values(state.basis.found).flatMap((one): Contradiction[] => {
    const last = one.spans.at(-1);
    const told = stated.some(
      ({ claim_ids, at, to }) =>
        last !== undefined &&
        one.claim_ids.every((claim_id) => claim_ids.includes(claim_id)) &&
        (to === null || to >= last.from) &&
        (last.to === null || at <= last.to),
    );
    if (last === undefined || told) return [];
    const { contradiction_id, claim_ids, settled } = one;
    const earlier_ms = one.spans.slice(0, -1).reduce((sum, { from, to }) => sum + lengthOf(from, to), 0);
    return [
      {
        contradiction_id,
        claim_ids,
        found: true,
        by: null,
        note: null,
        at: last.from,
        to: last.to,
        earlier_ms,
        settled,
      },
    ];
  });
  return [...stated, ...found];
}

const lengthOf = (from: string, to: string | null): number => (to === null ? 0 : Date.parse(to) - Date.parse(from));
