import { completionOf, isComplete } from './completion.ts';
import type { LedgerEvent } from './event.ts';
import type { Cause, Job, PurchaseState } from './state.ts';

/** Kinds by which a job can become complete without anyone's assent: who counts, or the rule, changed. */
const COMPOSITION: ReadonlySet<string> = new Set([
  'stakeholder.named',
  'stakeholder.entered',
  'stakeholder.left',
  'stakeholder.roles_changed',
  'job.rule_changed',
  'job.removed',
]);

/**
 * Brings completion, reopening, *held* and *nearest* up to date after the facts changed. Changes the draft.
 * One event can complete some jobs and reopen others; each gets the event as its cause.
 */
export function settle(draft: PurchaseState, event: LedgerEvent, cause: Cause): void {
  const by_composition = COMPOSITION.has(event.kind);
  let of = 0;
  let complete = 0;
  for (const job of draft.jobs) {
    const now = settleJob(draft, job, cause, by_composition);
    if (job.phase !== 'decide') continue;
    of++;
    if (now) complete++;
  }
  settleHeld(draft, of > 0 && complete === of, cause, by_composition);
  settleNear(draft, of > 1 && complete === of - 1, cause);
  settleNearest(draft, complete, of, cause);
}

function settleJob(draft: PurchaseState, job: Job, cause: Cause, by_composition: boolean): boolean {
  const before = isComplete(job);
  const after = completionOf(draft, job).complete;
  if (after && !before) job.complete.push({ from: cause.at, to: null, began: cause, ended: null, by_composition });
  if (!after && before) {
    closeLast(job.complete, cause);
    job.reopens++;
  }
  return after;
}

/** Ends the last interval of a list, if it is still open. */
export function closeLast(intervals: { to: string | null; ended: Cause | null }[], cause: Cause): void {
  const last = intervals.at(-1);
  if (last === undefined || last.to !== null) return;
  last.to = cause.at;
  last.ended = cause;
}

function settleHeld(draft: PurchaseState, held: boolean, cause: Cause, by_composition: boolean): void {
  const before = draft.held.at(-1)?.to === null;
  if (held && !before) draft.held.push({ from: cause.at, to: null, began: cause, ended: null, by_composition });
  if (!held && before) closeLast(draft.held, cause);
}

function settleNear(draft: PurchaseState, near: boolean, cause: Cause): void {
  const before = draft.near.at(-1)?.to === null;
  if (near && !before) draft.near.push({ from: cause.at, to: null, began: cause, ended: null });
  if (!near && before) closeLast(draft.near, cause);
}

/** Shares are compared, as jobs can be added and removed: 4 of 4 is nearer than 5 of 6. */
function settleNearest(draft: PurchaseState, complete: number, of: number, cause: Cause): void {
  const best = draft.nearest;
  const by = best === null ? complete : complete * best.of - best.complete * of;
  if (best !== null && best.to === null && (by < 0 || of === 0)) {
    best.to = cause.at;
    best.ended = cause;
  }
  if (by > 0) {
    draft.nearest = { complete, of, from: cause.at, to: null, ended: null };
  }
}
