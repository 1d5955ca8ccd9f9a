import type { ClaimChannel } from '../body/basis.ts';
import { CLAIM_CHANNELS } from '../body/basis.ts';
import type { Claim } from '../claim.ts';
import { isLiveClaim } from '../contradiction.ts';
import type { PurchaseState } from '../state.ts';
import { compareClaims, thingOf, type Verdict } from './compare.ts';

/** The ways on which a supplier answers: what it says should be the same on each. */
export const ANSWERS: readonly ClaimChannel[] = ['web', 'proposal', 'rep', 'partner', 'support'];

/** One thing that a supplier says, on every channel that says it. */
export interface Answer {
  thing: string;
  subject: string;
  attribute: string;
  option_id: string | null;
  /** By channel; several where one channel says several things. */
  by_channel: Partial<Record<ClaimChannel, Claim[]>>;
  /** The worst of all comparisons: `same` only where every channel says the same. */
  verdict: Verdict;
  /** What was settled as holding, where something was. */
  holds: Claim | null;
  /** Claims to mend where they come from: refuted, or at odds with what holds. */
  mend: Claim[];
  /** Channels of `ANSWERS` that do not say it. */
  silent: ClaimChannel[];
}

const WORST: readonly Verdict[] = ['same', 'together', 'unclear', 'conflict'];

/**
 * Every thing that is said about a supplier's option (or about no option in particular), by channel, those that differ
 * first. Retracted claims are mended already; refuted ones stand here until they are retracted.
 */
export function answersOf(state: PurchaseState): Answer[] {
  const own = new Set(
    Object.values(state.basis.options)
      .filter(({ kind }) => kind === 'this_supplier' || kind === 'smaller_scope')
      .map(({ option_id }) => option_id),
  );
  const by_thing = new Map<string, Claim[]>();
  for (const claim of Object.values(state.basis.claims)) {
    if (claim.retracted === true || (claim.option_id != null && !own.has(claim.option_id))) continue;
    const thing = thingOf(claim);
    by_thing.set(thing, [...(by_thing.get(thing) ?? []), claim]);
  }
  return [...by_thing]
    .map(([thing, claims]) => answerOf(thing, claims))
    .sort((a, b) => WORST.indexOf(b.verdict) - WORST.indexOf(a.verdict) || b.mend.length - a.mend.length);
}

function answerOf(thing: string, claims: Claim[]): Answer {
  const by_channel: Answer['by_channel'] = {};
  for (const channel of CLAIM_CHANNELS) {
    const on_it = claims.filter((claim) => (claim.channel ?? 'other') === channel);
    if (on_it.length > 0) by_channel[channel] = on_it;
  }
  const live = claims.filter(isLiveClaim);
  const refuted = claims.filter((claim) => !isLiveClaim(claim));
  const holds = claims.find(({ claim_id }) => refuted.some((claim) => claim.refuted?.holds === claim_id)) ?? null;
  const at_odds = holds === null ? [] : live.filter((claim) => compareClaims(claim, holds).verdict === 'conflict');
  const first = claims[0] as Claim;
  return {
    thing,
    subject: first.subject,
    attribute: first.attribute,
    option_id: first.option_id ?? null,
    by_channel,
    verdict: refuted.length > 0 ? 'conflict' : worstOf(live),
    holds,
    mend: [...refuted, ...at_odds],
    silent: ANSWERS.filter((channel) => by_channel[channel] === undefined),
  };
}

function worstOf(claims: readonly Claim[]): Verdict {
  let worst = 0;
  claims.forEach((one, at) => {
    for (const other of claims.slice(at + 1)) worst = Math.max(worst, WORST.indexOf(compareClaims(one, other).verdict));
  });
  return WORST[worst] ?? 'same';
}
