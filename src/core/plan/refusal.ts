import { refusals } from '../../catalogue/refusals.ts';
import type { EventOf, LedgerEvent } from '../event.ts';
import type { Rejection } from '../refusal.ts';
import { jobOf, type PurchaseState } from '../state.ts';
import { dayIn } from './calendar.ts';
import { cycleBy } from './cycle.ts';
import type { Step } from './step.ts';

const reject = (code: string, message: string): Rejection => ({ code, message });

/** So many steps can be planned here; an import may bring more, up to where a plan is none any more. */
const MOST_STEPS = 300;
const MOST_IMPORTED = 2_000;

/** Why what is said of a step can have no effect, however it came; null for every other kind of event. */
export function refusalOfStep(state: PurchaseState, event: LedgerEvent): Rejection | null {
  if (event.kind === 'step.changed') return refusalOfChange(state, event);
  if (event.kind !== 'step.progressed' && event.kind !== 'step.commented') return null;
  const step = state.plan.steps[event.body.step_id];
  if (step === undefined) return unknown();
  return event.kind === 'step.progressed' ? refusalOfProgress(step, event) : null;
}

const unknown = (): Rejection => reject('step.unknown', refusals.plan_no_such_step);

function refusalOfChange({ plan }: PurchaseState, event: EventOf<'step.changed'>): Rejection | null {
  const step = plan.steps[event.body.step_id];
  const removed = event.body.removed === true;
  if (step === undefined) {
    if (removed) return unknown();
    return Object.keys(plan.steps).length < MOST_IMPORTED ? null : full(MOST_IMPORTED);
  }
  if (step.zone === 'shared' && event.zone !== 'shared') {
    return reject('step.shared_already', refusals.both_sides_know_step);
  }
  return removed && step.zone !== event.zone ? otherZone() : refusalOfOthers(step, event);
}

function refusalOfProgress(step: Step, event: EventOf<'step.progressed'>): Rejection | null {
  if (step.zone !== event.zone) return otherZone();
  const { item_id } = event.body;
  if (item_id !== undefined && !step.checklist.some((item) => item.item_id === item_id)) {
    return reject('step.unknown_item', refusals.checklist_no_such_entry);
  }
  return refusalOfOthers(step, event);
}

const otherZone = (): Rejection => reject('step.other_zone', refusals.how_step_stands_known);

/** What is one side's own business is that side's to change, shown to the other or not. */
function refusalOfOthers({ internal, side }: Step, { actor, import_id }: LedgerEvent): Rejection | null {
  const by = actor.side === 'buyer' && import_id === null ? 'buyer' : 'seller';
  if (internal === null || side === by) return null;
  return reject('step.not_yours', refusals.internal_step_side_ask(side));
}

/** Why a plan cannot be changed like that; holds when deciding. Null for every other kind of event. */
export function refusalOfPlan(
  event: LedgerEvent,
  state: PurchaseState,
  sideOf: (person_id: string) => 'buyer' | 'seller' | null,
): Rejection | null {
  if (event.kind === 'step.progressed') return refusalOfDay(event, state);
  if (event.kind !== 'step.changed' || event.body.removed === true) return null;
  const { plan } = state;
  const { body } = event;
  if (plan.steps[body.step_id] === undefined && Object.keys(plan.steps).length >= MOST_STEPS) return full(MOST_STEPS);
  if (typeof body.job_id === 'string' && jobOf(state, body.job_id) === undefined) {
    return reject('step.unknown_job', refusals.purchase_no_such_job_);
  }
  if (typeof body.due_on === 'string' && typeof body.after_id === 'string') {
    return reject('step.two_days', refusals.say_day_or_how);
  }
  const { owner_id } = body;
  if (typeof owner_id === 'string' && state.stakeholders[owner_id] === undefined && sideOf(owner_id) !== 'seller') {
    return reject('step.unknown_owner', refusals.nobody_id_known_choose);
  }
  return refusalOfOrder(state, event);
}

const full = (most: number): Rejection => reject('plan.full', refusals.plan_at_most_steps(most));

function refusalOfOrder({ plan }: PurchaseState, { body }: EventOf<'step.changed'>): Rejection | null {
  const before = [...(body.depends_on ?? []), ...(typeof body.after_id === 'string' ? [body.after_id] : [])];
  for (const id of before) {
    if (id === body.step_id) {
      return reject('step.cycle', refusals.step_cannot_wait_for);
    }
    if (plan.steps[id] === undefined) {
      return reject('step.unknown_before', refusals.step_should_come_before);
    }
    const way = cycleBy(plan.steps, body.step_id, id);
    if (way !== null)
      return cycleRejection(way.map((one) => (one === body.step_id ? body.name : plan.steps[one]?.name)));
  }
  return null;
}

const cycleRejection = (names: readonly (string | undefined)[]): Rejection => {
  const known = names.map((name) => name ?? '');
  return reject('step.cycle', refusals.would_wait_for_circle(known.at(-1) ?? '', known));
};

function refusalOfDay({ body, occurred_at }: EventOf<'step.progressed'>, { plan }: PurchaseState): Rejection | null {
  if (body.to === undefined && body.item_id === undefined) {
    return reject('step.nothing_said', refusals.say_how_step_stands);
  }
  if (body.on === undefined || body.on <= dayIn(occurred_at, plan.terms.time_zone)) return null;
  return reject('step.in_future', refusals.day_yet_come_say);
}
