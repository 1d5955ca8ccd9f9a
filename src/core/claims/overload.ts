import type { Claim } from '../claim.ts';
import { activeStakeholders } from '../completion.ts';
import { contradictionsOf, isLiveClaim } from '../contradiction.ts';
import type { PurchaseState } from '../state.ts';
import { auditClaims, tellsNothingApart } from './audit.ts';
import { compareClaims, thingOf } from './compare.ts';

/** Why a piece of information can be put aside. */
export const ASIDE_REASONS = ['expired', 'repeats', 'tells_nothing_apart', 'unused'] as const;
export type AsideReason = (typeof ASIDE_REASONS)[number];

export interface PutAside {
  claim: Claim;
  why: AsideReason;
}

export interface Overload {
  /** Claims that count and are not put aside. */
  pieces: number;
  people: number;
  /** Pieces for each person; null where nobody is named. */
  per_person: number | null;
  used: number;
  /** What could be put aside, with why; nothing that is used or disputed. */
  put_aside: PutAside[];
  /** Put aside already. */
  aside: Claim[];
}

/** The claims that a job or a score uses. */
export function usedClaims({ basis }: PurchaseState): Set<string> {
  const used = new Set<string>();
  for (const claim of Object.values(basis.claims)) if ((claim.used_for ?? []).length > 0) used.add(claim.claim_id);
  for (const score of Object.values(basis.scores)) for (const claim_id of score.claim_ids ?? []) used.add(claim_id);
  return used;
}

/**
 * How much there is to read for how many people, against what was used: more than a group can read is no help to it (the
 * published figure: 4 to 7 pieces that each of 11 people brings).
 * @param today an ISO date, to tell what no longer holds
 */
export function overloadOf(state: PurchaseState, today: string): Overload {
  const live = Object.values(state.basis.claims).filter(isLiveClaim);
  const shown = live.filter(({ aside }) => aside !== true);
  const used = usedClaims(state);
  const disputed = new Set(contradictionsOf(state).flatMap(({ to, claim_ids }) => (to === null ? claim_ids : [])));
  const apart = tellsNothingApart(auditClaims(state));
  const put_aside = shown.flatMap((claim): PutAside[] => {
    if (used.has(claim.claim_id) || disputed.has(claim.claim_id)) return [];
    return [{ claim, why: reasonOf(claim, { shown, used, apart, today }) }];
  });
  const people = activeStakeholders(state).length;
  return {
    pieces: shown.length,
    people,
    per_person: people === 0 ? null : shown.length / people,
    used: shown.filter(({ claim_id }) => used.has(claim_id)).length,
    put_aside: put_aside.sort((a, b) => ASIDE_REASONS.indexOf(a.why) - ASIDE_REASONS.indexOf(b.why)),
    aside: live.filter(({ aside }) => aside === true),
  };
}

interface Beside {
  shown: readonly Claim[];
  used: ReadonlySet<string>;
  apart: ReadonlySet<string>;
  today: string;
}

function reasonOf(claim: Claim, { shown, used, apart, today }: Beside): AsideReason {
  if (claim.valid_to != null && claim.valid_to < today) return 'expired';
  const repeats = shown.some(
    (other) =>
      other.claim_id !== claim.claim_id &&
      thingOf(other) === thingOf(claim) &&
      compareClaims(other, claim).verdict === 'same' &&
      // Of two that say the same, the one that is used or was there first stays.
      (used.has(other.claim_id) ||
        other.first_at < claim.first_at ||
        (other.first_at === claim.first_at && other.claim_id < claim.claim_id)),
  );
  if (repeats) return 'repeats';
  return apart.has(claim.claim_id) ? 'tells_nothing_apart' : 'unused';
}
