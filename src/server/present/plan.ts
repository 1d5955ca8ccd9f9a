import { sentences } from '../../catalogue/sentences.ts';
import { serverTexts } from '../../catalogue/server-texts.ts';
import { telling } from '../../catalogue/telling.ts';
import type { OutputOf } from '../../contract/operations.ts';
import type { Side } from '../../core/body/words.ts';
import { fromTemplate } from '../../core/plan/begin.ts';
import { waitsFor } from '../../core/plan/board.ts';
import { dueWords, ownsStep, planReminders, type Reminded } from '../../core/plan/reminder.ts';
import { type ScheduledStep, scheduleOf } from '../../core/plan/schedule.ts';
import { lateSentence, slipSentence, slipsOf } from '../../core/plan/slip.ts';
import type { Step } from '../../core/plan/step.ts';
import { PLAN_TEMPLATE_NAMES, PLAN_TEMPLATES } from '../../core/plan/templates.ts';
import type { PurchaseState } from '../../core/state.ts';

export type PlanPage = OutputOf<'plans.get'>;
type StepView = PlanPage['steps'][number];

export interface PlanContext {
  /** YYYY-MM-DD, in the time zone of the plan. */
  today: string;
  /** Null for nobody in person. */
  who: Reminded | null;
  side: Side;
  /** The one who asks can write into the buyers' own zone. */
  adds_internal: boolean;
  names: ReadonlyMap<string, string>;
}

/** A plan as one caller sees it: an explicit list of fields, from the state of their view and the day. */
export function planPage(state: PurchaseState, context: PlanContext): PlanPage {
  const { plan } = state;
  const { today, who } = context;
  const schedule = scheduleOf(plan, today);
  const nameOf = (step_id: string): string => plan.steps[step_id]?.name ?? telling.a_step;
  const { target_on, time_zone, weekend, holidays, event_id } = plan.terms;
  const steps = Object.values(plan.steps).flatMap((step) => {
    const at = schedule.steps[step.step_id];
    return at === undefined ? [] : [stepView(state, step, { ...context, at, nameOf })];
  });
  return {
    purchase_id: state.purchase_id,
    view: state.view,
    today,
    terms: { target_on, time_zone, weekend, holidays, seen: event_id },
    steps: steps.sort((a, b) => (a.likely_on < b.likely_on ? -1 : a.likely_on > b.likely_on ? 1 : 0)),
    slips: slipsOf(schedule).map((slip) => ({ ...slip, text: slipSentence(slip, nameOf) })),
    likely_on: schedule.likely_on,
    target_late_days: schedule.target_late_days,
    reminders: (who === null ? [] : planReminders(plan, who, today)).map((one) => ({ ...one, text: dueWords(one) })),
    could_add: context.adds_internal ? PLAN_TEMPLATE_NAMES.filter((name) => lacksInternal(state, name)) : [],
  };
}

interface StepContext extends PlanContext {
  at: ScheduledStep;
  nameOf: (step_id: string) => string;
}

function stepView(state: PurchaseState, step: Step, context: StepContext): StepView {
  const { plan } = state;
  const { at, who, nameOf } = context;
  const { after_id } = step;
  return {
    step_id: step.step_id,
    name: step.name,
    owner: ownerOf(state, step, context),
    mine: who !== null && ownsStep(who, step),
    state: step.state,
    said_on: step.due_on,
    after: after_id !== null && after_id in plan.steps ? { step_id: after_id, days: step.after_days } : null,
    due_on: at.due_on,
    starts_on: at.starts_on,
    likely_on: at.likely_on,
    latest_on: at.latest_on,
    slack_days: at.slack_days,
    critical: at.critical,
    late_days: at.late_days,
    slipped: at.late_by === step.step_id,
    why: step.state === 'done' ? null : lateSentence(at, nameOf),
    started_on: step.started_on,
    done_on: step.done_on,
    reopens: step.reopens,
    duration_days: step.duration_days,
    depends_on: step.depends_on.filter((id) => id in plan.steps),
    waits_for: waitsFor(plan, step),
    job_id: step.job_id,
    internal: step.internal,
    checklist: step.checklist.map(({ item_id, text, ticked }) => ({ item_id, text, ticked: ticked !== null })),
    comments: step.comments.map((one) => ({ ...one, by: nameOfPerson(state, one.by, context) ?? sentences.someone })),
    zone: step.zone,
    side: step.side,
    locked: lockOf(step, context.side),
    seen: step.event_id,
  };
}

function ownerOf(state: PurchaseState, step: Step, context: StepContext): StepView['owner'] {
  const { owner_id, owner_side, owner_role } = step;
  if (owner_id === null && owner_side === null && owner_role === null) return null;
  const side = owner_id === null ? owner_side : owner_id in state.stakeholders ? 'buyer' : (owner_side ?? 'seller');
  return { person_id: owner_id, name: nameOfPerson(state, owner_id, context), side, role: owner_role };
}

const nameOfPerson = (state: PurchaseState, person_id: string | null, { names }: StepContext): string | null =>
  person_id === null ? null : (state.stakeholders[person_id]?.name ?? names.get(person_id) ?? null);

const lockOf = ({ internal, side }: Step, own: Side): string | null =>
  internal === null || side === own ? null : serverTexts.internal_step(side);

/** Whether steps of a template are in the plan, but not all that are the buyers' own business. */
function lacksInternal({ plan }: PurchaseState, name: (typeof PLAN_TEMPLATE_NAMES)[number]): boolean {
  const there = new Set(Object.values(plan.steps).map(({ from_template }) => from_template));
  const { steps } = PLAN_TEMPLATES[name];
  return (
    steps.some(({ key }) => there.has(fromTemplate(name, key))) &&
    !steps.some(({ key, internal }) => internal !== undefined && there.has(fromTemplate(name, key)))
  );
}
