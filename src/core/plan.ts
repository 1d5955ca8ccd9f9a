import type { EventOf } from './event.ts';
import { dayIn } from './plan/calendar.ts';
import { withoutCycles } from './plan/cycle.ts';
import type { Step } from './plan/step.ts';
import type { PurchaseState } from './state.ts';

/** What holds for the whole plan; what is left out stays. */
export function planSet(draft: PurchaseState, { body, id }: EventOf<'plan.set'>): void {
  const said = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
  draft.plan.terms = { ...draft.plan.terms, ...said, event_id: id };
}

/** A step, new, changed or taken out. What depends on one that is taken out no longer waits for it. */
export function stepChanged(draft: PurchaseState, event: EventOf<'step.changed'>): void {
  const { steps } = draft.plan;
  const { step_id, removed } = event.body;
  if (removed === true) delete steps[step_id];
  else steps[step_id] = withoutCycles(steps, stepAfter(knownBefore(steps[step_id], event), event));
}

/** The step before a change; what only one side had under that id is another step than the one that now is shared. */
function knownBefore(before: Step | undefined, { zone, actor }: EventOf<'step.changed'>): Step | undefined {
  const of_others = before !== undefined && before.zone !== 'shared' && zone === 'shared' && actor.side !== before.zone;
  return of_others ? undefined : before;
}

const NEW: Pick<
  Step,
  | 'owner_id'
  | 'owner_side'
  | 'owner_role'
  | 'due_on'
  | 'after_id'
  | 'after_days'
  | 'duration_days'
  | 'depends_on'
  | 'job_id'
  | 'internal'
  | 'from_template'
> = {
  ...{ owner_id: null, owner_side: null, owner_role: null, due_on: null, after_id: null, after_days: 0 },
  ...{ duration_days: 1, depends_on: [], job_id: null, internal: null, from_template: null },
};

function stepAfter(before: Step | undefined, event: EventOf<'step.changed'>): Step {
  const { body, zone } = event;
  const { checklist, removed: _removed, ...rest } = body;
  const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return {
    ...(before ?? { ...NEW, ...unbegun(event) }),
    ...said,
    // One day takes the place of the other.
    ...(typeof body.due_on === 'string' && { after_id: null, after_days: 0 }),
    ...(typeof body.after_id === 'string' && { due_on: null }),
    ...(typeof body.owner_id === 'string' && { owner_role: body.owner_role ?? null }),
    step_id: body.step_id,
    name: body.name,
    depends_on: [...new Set(body.depends_on ?? before?.depends_on ?? [])],
    checklist: (checklist ?? before?.checklist ?? []).map(({ item_id, text }) => ({
      ...{ item_id, text },
      ticked: before?.checklist.find((one) => one.item_id === item_id)?.ticked ?? null,
    })),
    at: event.occurred_at,
    event_id: event.id,
    zone,
  };
}

/** A step that nobody has begun. What comes by an import is the supplier's. */
const unbegun = ({ occurred_at, actor, import_id }: EventOf<'step.changed'>) => ({
  state: 'open' as const,
  started_on: null,
  done_on: null,
  progressed: null,
  reopens: 0,
  comments: [],
  side: actor.side === 'buyer' && import_id === null ? ('buyer' as const) : ('seller' as const),
  added_at: occurred_at,
});

/** How a step stands, or an entry of its checklist. Doing a step never completes a job. */
export function stepProgressed(draft: PurchaseState, event: EventOf<'step.progressed'>): void {
  const step = draft.plan.steps[event.body.step_id];
  if (step === undefined) return;
  const { to, on, item_id, ticked } = event.body;
  const by = { at: event.occurred_at, by: event.actor.id };
  const item = step.checklist.find((one) => one.item_id === item_id);
  if (item !== undefined) item.ticked = ticked === false ? null : by;
  if (to === undefined) return;
  const day = on ?? dayIn(event.occurred_at, draft.plan.terms.time_zone);
  if (step.state === 'done' && to !== 'done') step.reopens++;
  step.started_on = to === 'open' ? null : to === 'started' ? (step.started_on ?? day) : step.started_on;
  step.done_on = to === 'done' ? day : null;
  step.state = to;
  step.progressed = by;
}

export function stepCommented(draft: PurchaseState, event: EventOf<'step.commented'>): void {
  const { id: event_id, occurred_at: at, actor, zone, body } = event;
  draft.plan.steps[body.step_id]?.comments.push({
    ...{ event_id, at, by: actor.id, side: actor.side, comment: body.comment, zone },
  });
}
