import type { Claim } from '../claim.ts';
import { isLiveClaim } from '../contradiction.ts';
import type { PurchaseState } from '../state.ts';
import { compareClaims, plainWords } from './compare.ts';

/** Who says one thing, of the options that anything is said about. */
export interface Audited {
  subject: string;
  attribute: string;
  /** By option, the claims on it. */
  by_option: Record<string, Claim[]>;
}

/** What tells options apart, and what only sounds so. */
export interface Audit {
  /** Options that claims are about; doing nothing is not audited. */
  option_ids: string[];
  /** Every option says the same: tells nothing apart. */
  by_all: Audited[];
  /** One option alone says it. */
  by_one: Audited[];
  /** Several say it, with different values: what tells them apart. */
  differing: Audited[];
  /** Nobody has shown that it is so. */
  without_evidence: Claim[];
}

/** The option that a claim is about: its own, or the supplier's where there is only one such option. */
export function optionOf(state: PurchaseState, claim: Claim): string | null {
  if (claim.option_id != null) return claim.option_id;
  const ours = Object.values(state.basis.options).filter(({ kind }) => kind === 'this_supplier');
  return ours.length === 1 ? (ours[0]?.option_id ?? null) : null;
}

/**
 * Which claims every option makes, which only one makes, and for which nobody has evidence. Compared by attribute: the
 * subjects of two suppliers have different names.
 */
export function auditClaims(state: PurchaseState): Audit {
  const live = Object.values(state.basis.claims).filter(isLiveClaim);
  const by_attribute = new Map<string, Audited>();
  const options = new Set<string>();
  for (const claim of live) {
    const option_id = optionOf(state, claim);
    if (option_id === null || state.basis.options[option_id]?.kind === 'do_nothing') continue;
    options.add(option_id);
    const key = plainWords(claim.attribute);
    const audited = by_attribute.get(key) ?? { subject: claim.subject, attribute: claim.attribute, by_option: {} };
    audited.by_option[option_id] = [...(audited.by_option[option_id] ?? []), claim];
    by_attribute.set(key, audited);
  }
  const audit: Audit = {
    option_ids: [...options],
    by_all: [],
    by_one: [],
    differing: [],
    without_evidence: live.filter(({ evidence }) => (evidence ?? '') === ''),
  };
  for (const audited of by_attribute.values()) {
    const said_by = Object.keys(audited.by_option).length;
    if (options.size < 2) continue;
    if (said_by === 1) audit.by_one.push(audited);
    else if (sayTheSame(audited)) {
      if (said_by === options.size) audit.by_all.push(audited);
    } else audit.differing.push(audited);
  }
  return audit;
}

function sayTheSame({ by_option }: Audited): boolean {
  const [first = [], ...others] = Object.values(by_option);
  return others.every((claims) => claims.every((claim) => first.every((one) => alike(one, claim))));
}

/** The same of two options, whatever each calls itself. */
const alike = (a: Claim, b: Claim): boolean =>
  compareClaims({ ...a, option_id: null }, { ...b, option_id: null, subject: a.subject, attribute: a.attribute })
    .verdict === 'same';

/** The claims that every option makes alike: they tell nothing apart in this decision. */
export const tellsNothingApart = (audit: Audit): Set<string> =>
  new Set(audit.by_all.flatMap(({ by_option }) => Object.values(by_option).flat()).map(({ claim_id }) => claim_id));
