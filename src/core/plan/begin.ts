import type { Side } from '../body/words.ts';
import type { Command } from '../decide.ts';
import type { BodyOf } from '../event.ts';
import { jobOf, type PurchaseState } from '../state.ts';
import { type ScheduledStep, scheduleOf } from './schedule.ts';
import type { Step } from './step.ts';
import { PLAN_TEMPLATES, type PlanTemplateName, type TemplateStep } from './templates.ts';

/** What becomes of the steps that are the buyers' own business: kept, shown to both, left out, or nothing besides them. */
export const INTERNAL_PARTS = ['own', 'shared', 'none', 'only'] as const;

export interface Beginning {
  template: PlanTemplateName;
  /** The first day, YYYY-MM-DD. */
  starts_on: string;
  side: Side;
  internal: (typeof INTERNAL_PARTS)[number];
  /** Working days by the step of a template, in place of its own. */
  durations: Readonly<Record<string, number>>;
  /** A new id for the n-th step of the template. */
  idOf: (n: number) => string;
}

/** The step of a template, as steps that were made from it say. */
export const fromTemplate = (template: PlanTemplateName, key: string): string => `${template}/${key}`;

/**
 * The commands that make a plan from a template. Steps made from it before are left as they are. Dates leave room for the
 * internal steps even where those stand on one side only, or are left out: a shared step cannot wait for a private one, so
 * it gets the day that follows from it.
 */
export function beginPlan(state: PurchaseState, beginning: Beginning): Command[] {
  const { template, side, internal } = beginning;
  const steps = PLAN_TEMPLATES[template].steps;
  const there = new Map(Object.values(state.plan.steps).map(({ from_template, step_id }) => [from_template, step_id]));
  const ids = new Map(
    steps.map(({ key }, n) => [key, there.get(fromTemplate(template, key)) ?? beginning.idOf(n + 1)] as const),
  );
  const days = scheduleOf({ ...state.plan, steps: sketch(beginning, ids) }, beginning.starts_on).steps;
  // Sellers cannot write what is the buyers' own.
  const part = side === 'seller' ? 'none' : internal;
  const made = steps.filter(
    ({ key, internal: kind }) =>
      !there.has(fromTemplate(template, key)) && (kind === undefined ? part !== 'only' : part !== 'none'),
  );
  const kept = new Set(
    part === 'own' || part === 'only' ? steps.flatMap((one) => (one.internal ? [one.key] : [])) : [],
  );
  const known = new Set([
    ...made.map(({ key }) => key),
    ...steps.map(({ key }) => key).filter((key) => there.has(fromTemplate(template, key))),
  ]);
  const making = { state, beginning, ids, days, kept, known };
  return inOrder(made).map((step) => ({
    kind: 'step.changed',
    body: bodyOf(making, step),
    zone: kept.has(step.key) ? 'buyer' : 'shared',
  }));
}

/** Each after those that it waits for, as nothing can wait for what is not there yet. */
function inOrder(steps: readonly TemplateStep[]): TemplateStep[] {
  const left = [...steps];
  const order: TemplateStep[] = [];
  const isFree = (step: TemplateStep): boolean => !step.after.some((key) => left.some((one) => one.key === key));
  for (let next = left.find(isFree); next !== undefined; next = left.find(isFree)) {
    order.push(next);
    left.splice(left.indexOf(next), 1);
  }
  return order;
}

interface Making {
  state: PurchaseState;
  beginning: Beginning;
  ids: ReadonlyMap<string, string>;
  days: Readonly<Record<string, ScheduledStep>>;
  kept: ReadonlySet<string>;
  known: ReadonlySet<string>;
}

function bodyOf({ state, beginning, ids, days, kept, known }: Making, step: TemplateStep): BodyOf<'step.changed'> {
  const step_id = ids.get(step.key) ?? step.key;
  const waits = step.after.filter((key) => known.has(key) && (kept.has(step.key) || !kept.has(key)));
  // Counted from what comes before, unless something of that cannot be named here.
  const has_day = waits.length === 0 || waits.length < step.after.length;
  return {
    step_id,
    name: step.name,
    owner_side: step.side,
    owner_role: step.role,
    duration_days: durationOf(beginning, step),
    depends_on: waits.flatMap((key) => ids.get(key) ?? []),
    from_template: fromTemplate(beginning.template, step.key),
    ...(has_day && { due_on: days[step_id]?.likely_on ?? beginning.starts_on }),
    ...(step.internal !== undefined && { internal: step.internal }),
    ...(step.job_id !== undefined && jobOf(state, step.job_id) !== undefined && { job_id: step.job_id }),
    ...(step.checklist !== undefined && {
      checklist: step.checklist.map((text, n) => ({ item_id: `${step_id}-${n + 1}`, text })),
    }),
  };
}

const durationOf = ({ template, durations }: Beginning, { key, duration_days }: TemplateStep): number =>
  durations[fromTemplate(template, key)] ?? duration_days;

/** The whole template as steps, to see when what would be done. */
function sketch(beginning: Beginning, ids: ReadonlyMap<string, string>): Record<string, Step> {
  const steps = PLAN_TEMPLATES[beginning.template].steps.map(
    (step): Step => ({
      step_id: ids.get(step.key) ?? step.key,
      duration_days: durationOf(beginning, step),
      depends_on: step.after.flatMap((key) => ids.get(key) ?? []),
      ...{
        name: step.name,
        owner_id: null,
        owner_side: step.side,
        owner_role: step.role,
        due_on: null,
        after_id: null,
      },
      ...{
        after_days: 0,
        job_id: null,
        internal: null,
        checklist: [],
        from_template: null,
        state: 'open',
        started_on: null,
      },
      ...{
        done_on: null,
        progressed: null,
        reopens: 0,
        comments: [],
        side: step.side,
        added_at: '',
        at: '',
        event_id: '',
      },
      zone: 'shared',
    }),
  );
  return Object.fromEntries(steps.map((step) => [step.step_id, step]));
}
