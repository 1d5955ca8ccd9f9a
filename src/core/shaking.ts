import type { RestsOn } from './body/words.ts';
import type { Assent, Cause, Job, PurchaseState } from './state.ts';

/** A net value may move by one part in ten from what a person agreed to before the assent is shaken. */
const TOLERANCE_PART = 10;

/**
 * Marks the given assents to every job that rests on one of the topics as shaken (product rule 3). A job's name never
 * matters. An assent that was shaken before keeps its earlier causes. Changes the draft.
 */
export function shake(
  draft: PurchaseState,
  topics: readonly RestsOn[],
  cause: Cause,
  only?: (a: Assent) => boolean,
): void {
  for (const job of draft.jobs) {
    if (job.rests_on.some((topic) => topics.includes(topic))) shakeJob(job, cause, only);
  }
}

/** Marks the given assents to one job as shaken. Changes the draft. */
export function shakeJob(job: Job, cause: Cause, only?: (assent: Assent) => boolean): void {
  for (const assent of Object.values(job.assents)) {
    if (assent.state !== 'given' || (only !== undefined && !only(assent))) continue;
    // One event can change several things that a job rests on; it is still one cause.
    if (assent.shaken.at(-1)?.event_id !== cause.event_id) assent.shaken.push(cause);
  }
}

/** Marks every given assent of the purchase as shaken. Changes the draft. */
export function shakeAll(draft: PurchaseState, cause: Cause): void {
  for (const job of draft.jobs) shakeJob(job, cause);
}

/** An amount of money. */
export interface Money {
  amount_minor: number;
  currency: string;
}

/**
 * Whether a net value differs too much from the one a person agreed to: by more than 10 % of it, in its sign, or in its
 * currency. Where the person agreed before there was any, every net value is news.
 */
export function netValueMoved(agreed: Money | null, now: Money): boolean {
  if (agreed === null || agreed.currency !== now.currency) return true;
  if (Math.sign(agreed.amount_minor) !== Math.sign(now.amount_minor)) return true;
  // In whole numbers: 10 % exactly is still within.
  return Math.abs(now.amount_minor - agreed.amount_minor) * TOLERANCE_PART > Math.abs(agreed.amount_minor);
}

/** The claims a job rests on: those the group used for it, and those that scores cite. */
export function claimsUsedFor(state: PurchaseState, job: Job): Set<string> {
  const used = new Set<string>();
  if (!job.rests_on.includes('claims_used')) return used;
  for (const claim of Object.values(state.basis.claims)) {
    if (claim.used_for?.includes(job.job_id)) used.add(claim.claim_id);
  }
  for (const score of Object.values(state.basis.scores)) {
    for (const claim_id of score.claim_ids ?? []) used.add(claim_id);
  }
  return used;
}

/** Marks the given assents to every job that used one of the claims as shaken. Changes the draft. */
export function shakeUsersOf(
  draft: PurchaseState,
  claim_ids: readonly string[],
  cause: Cause,
  only?: (assent: Assent) => boolean,
): void {
  for (const job of draft.jobs) {
    const used = claimsUsedFor(draft, job);
    if (claim_ids.some((claim_id) => used.has(claim_id))) shakeJob(job, cause, only);
  }
}
