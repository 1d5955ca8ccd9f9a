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

const unknown = (): Rejection => reject('step.unknown', 'The plan has no such step. Reload to see its steps.');

function refusalOfChange({ plan }: PurchaseState, event: EventOf<'step.changed'>): Rejection | null {
  const step = plan.steps[event.body.step_id];
  const removed = event.body.removed === true;
  if (step === undefined) {
    if (removed) return unknown();
    return Object.keys(plan.steps).length < MOST_IMPORTED ? null : full(MOST_IMPORTED);
  }
  if (step.zone === 'shared' && event.zone !== 'shared') {
    return reject(
      'step.shared_already',
      'Both sides know this step, so it cannot become one of your side only. Add a comment or a step on your side.',
    );
  }
  return removed && step.zone !== event.zone ? otherZone() : refusalOfOthers(step, event);
}

function refusalOfProgress(step: Step, event: EventOf<'step.progressed'>): Rejection | null {
  if (step.zone !== event.zone) return otherZone();
  const { item_id } = event.body;
  if (item_id !== undefined && !step.checklist.some((item) => item.item_id === item_id)) {
    return reject('step.unknown_item', 'The checklist has no such entry any more. Reload to see it.');
  }
  return refusalOfOthers(step, event);
}

const otherZone = (): Rejection =>
  reject('step.other_zone', 'How a step stands is known to whoever knows the step. Leave the zone out.');

/** What is one side's own business is that side's to change, shown to the other or not. */
function refusalOfOthers({ internal, side }: Step, { actor, import_id }: LedgerEvent): Rejection | null {
  const by = actor.side === 'buyer' && import_id === null ? 'buyer' : 'seller';
  if (internal === null || side === by) return null;
  return reject(
    'step.not_yours',
    `This is an internal step of the ${side} side. Ask them to change it, or comment on it.`,
  );
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
    return reject('step.unknown_job', 'The purchase has no such job any more. Choose another for this step, or none.');
  }
  if (typeof body.due_on === 'string' && typeof body.after_id === 'string') {
    return reject('step.two_days', 'Say a day, or how many days after another step: not both.');
  }
  const { owner_id } = body;
  if (typeof owner_id === 'string' && state.stakeholders[owner_id] === undefined && sideOf(owner_id) !== 'seller') {
    return reject('step.unknown_owner', 'Nobody of that id is known here. Choose somebody of the list, or a role.');
  }
  return refusalOfOrder(state, event);
}

const full = (most: number): Rejection =>
  reject('plan.full', `A plan has at most ${most} steps. Take out what is not needed, or use a checklist.`);

function refusalOfOrder({ plan }: PurchaseState, { body }: EventOf<'step.changed'>): Rejection | null {
  const before = [...(body.depends_on ?? []), ...(typeof body.after_id === 'string' ? [body.after_id] : [])];
  for (const id of before) {
    if (id === body.step_id) {
      return reject('step.cycle', 'A step cannot wait for itself. Choose another one that comes before it.');
    }
    if (plan.steps[id] === undefined) {
      return reject('step.unknown_before', 'A step that should come before this one is no longer there. Reload.');
    }
    const way = cycleBy(plan.steps, body.step_id, id);
    if (way !== null)
      return cycleRejection(way.map((one) => (one === body.step_id ? body.name : plan.steps[one]?.name)));
  }
  return null;
}

const cycleRejection = (names: readonly (string | undefined)[]): Rejection => {
  const last = names.at(-1);
  const chain = names.map((name) => `“${name}”`).join(', which waits for ');
  return reject('step.cycle', `“${last}” would wait for ${chain}. That is a circle: take out one of them.`);
};

function refusalOfDay({ body, occurred_at }: EventOf<'step.progressed'>, { plan }: PurchaseState): Rejection | null {
  if (body.to === undefined && body.item_id === undefined) {
    return reject('step.nothing_said', 'Say how the step stands, or which entry of its checklist is done.');
  }
  if (body.on === undefined || body.on <= dayIn(occurred_at, plan.terms.time_zone)) return null;
  return reject('step.in_future', 'That day is yet to come. Say when it was, or leave the day out for today.');
}
