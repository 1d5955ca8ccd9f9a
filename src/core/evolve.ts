import * as activity from './activity.ts';
import * as assent from './assent.ts';
import * as basis from './basis.ts';
import { causeOf } from './cause.ts';
import { contradictionResolved } from './contradiction.ts';
import { isErasing } from './erasure.ts';
import { type EventKind, type EventOf, isKnown, type LedgerEvent, type UnknownEvent } from './event.ts';
import { fileChanged } from './file.ts';
import * as group from './group.ts';
import * as job from './job.ts';
import * as plan from './plan.ts';
import { pulsed } from './pulse.ts';
import * as purchase from './purchase.ts';
import * as question from './question.ts';
import { type Rejection, refusal, revisesFold } from './refusal.ts';
import { risk } from './risk.ts';
import { pointOf } from './row.ts';
import { settle } from './settle.ts';
import type { Cause, PurchaseState } from './state.ts';
import * as valuecase from './valuecase.ts';
import * as weights from './weights.ts';

type Apply<K extends EventKind> = (draft: PurchaseState, event: EventOf<K>, cause: Cause) => void;

/** What each kind does to the state; retracting, restoring and correcting act on the fold itself. */
const APPLY: { [K in EventKind]?: Apply<K> } = {
  'purchase.opened': purchase.opened,
  'purchase.renamed': (draft, event) => {
    draft.name = event.body.name;
  },
  'purchase.amount_changed': (draft, event) => {
    draft.amount = event.body;
  },
  'purchase.stage_changed': purchase.stageChanged,
  'purchase.problem_stated': purchase.problemStated,
  'purchase.outcome_reached': purchase.outcomeReached,
  'purchase.revived': (draft, _event, cause) => purchase.revive(draft, cause),
  'stakeholder.named': group.named,
  'stakeholder.entered': group.entered,
  'stakeholder.left': group.left,
  'stakeholder.roles_changed': group.rolesChanged,
  'stakeholder.delegate_named': group.delegateNamed,
  'job.added': (draft, event) => job.addJob(draft, event.body, event),
  'job.reworded': job.reworded,
  'job.rule_changed': job.ruleChanged,
  'job.removed': job.removed,
  'assent.given': assent.stated,
  'assent.reaffirmed': assent.stated,
  'assent.working': assent.stated,
  'assent.withheld': assent.stated,
  'assent.withdrawn': assent.stated,
  'assent.aside': assent.stated,
  'assent.shaken': assent.shaken,
  'assent.private_reason': assent.privateReason,
  'evidence.recorded': activity.evidence,
  'touch.recorded': activity.touch,
  'requirement.changed': basis.requirement,
  'option.changed': basis.option,
  'option.costed': basis.cost,
  'score.changed': basis.score,
  'weights.stated': weights.stated,
  'weights.aside': weights.aside,
  'claim.changed': basis.claim,
  'contradiction.opened': basis.contradictionOpened,
  'contradiction.resolved': contradictionResolved,
  'assumption.changed': valuecase.assumption,
  'assumption.judged': valuecase.judged,
  'assumption.commented': valuecase.commented,
  'driver.changed': valuecase.driver,
  'case.set': valuecase.termsSet,
  'realised.recorded': valuecase.realised,
  'net_value.changed': basis.netValue,
  'plan.set': plan.planSet,
  'step.changed': plan.stepChanged,
  'step.progressed': plan.stepProgressed,
  'step.commented': plan.stepCommented,
  'file.changed': fileChanged,
  'pulse.answered': pulsed,
  'pulse.skipped': pulsed,
  'question.asked': question.asked,
  'question.answered': question.answered,
  'question.closed': question.closed,
  'answer.accepted': question.accepted,
  'risk.changed': risk,
};

/** Kinds that cannot change who has agreed to what; completion need not be looked at again after them. */
const NEVER_SETTLES: ReadonlySet<string> = new Set([
  'evidence.recorded',
  'touch.recorded',
  'purchase.stage_changed',
  'weights.stated',
  'weights.aside',
  'plan.set',
  'step.changed',
  'step.progressed',
  'step.commented',
  'pulse.answered',
  'pulse.skipped',
  'question.asked',
  'question.answered',
  'question.owned',
  'question.closed',
  'answer.accepted',
  'risk.changed',
  'file.changed',
]);

/**
 * The state after an event; the state given stays as it is. The only way a state changes.
 * The event must be one that this view may read, in ledger order.
 */
export function evolve(state: PurchaseState, event: LedgerEvent | UnknownEvent): PurchaseState {
  const draft = copy(state);
  applyEvent(draft, event);
  return draft;
}

/**
 * The same, but changes the draft itself: for folds, which own their state.
 * @returns why the event had no effect, or null
 */
export function applyEvent(draft: PurchaseState, event: LedgerEvent | UnknownEvent): Rejection | null {
  // What says which events count is not itself something that happened in the purchase.
  if (isKnown(event) && revisesFold(event.kind)) return null;
  if (isErasing(event)) return applyErasure(draft, event as LedgerEvent);
  draft.events++;
  if (!isKnown(event)) {
    draft.unknown_kind ??= event.kind;
    return null;
  }
  const why_not = refusal(draft, event);
  if (why_not !== null) return why_not;
  const cause = causeOf(draft, event);
  noteSilence(draft, event.occurred_at);
  const revives = purchase.revives(draft, event);
  if (revives) purchase.revive(draft, cause);
  (APPLY[event.kind] as Apply<EventKind> | undefined)?.(draft, event, cause);
  draft.last_at = event.occurred_at;
  if (event.import_id === null) draft.lived_at = event.occurred_at;
  draft.last_event_id = event.id;
  if (revives || !NEVER_SETTLES.has(event.kind)) settle(draft, event, cause);
  return null;
}

/** An erasure takes a name away and is nothing else: no activity, no end of a silence. Files erase nobody. */
function applyErasure(draft: PurchaseState, event: LedgerEvent): Rejection | null {
  const why_not = refusal(draft, event);
  if (why_not === null && event.kind === 'person.erased') group.erased(draft, event);
  return why_not;
}

/** Takes down how long nothing had happened before this, at the point the purchase was at. Changes the draft. */
function noteSilence(draft: PurchaseState, at: string): void {
  if (draft.last_at === null || draft.last_at === at) return;
  const silent_s = Math.round((Date.parse(at) - Date.parse(draft.last_at)) / 1000);
  const point = pointOf(draft);
  for (let i = draft.silences_s.length; i <= point; i++) draft.silences_s.push(0);
  if (silent_s > (draft.silences_s[point] ?? 0)) draft.silences_s[point] = silent_s;
}

/** A deep copy of plain data. */
function copy<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copy) as T;
  if (typeof value !== 'object' || value === null) return value;
  const result: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) result[key] = copy(part);
  return result as T;
}
