/*
 * The critical path method (Kelley and Walker 1959) over working days, with what has happened so far.
 *
 *   forward   a step is likely done on the latest of: its own day; its duration after the last step it depends on; so many
 *             days after the step from which its day counts; its duration from today, or from when it was started
 *   backward  at the latest when what comes after it can still be done by the end: the target, or the last likely day
 *   slack     working days between the two; the critical path is where it is least, and wherever there is none
 *
 * The days of open steps are working days. A step that is done was done on the day that was said.
 */
import {
  addWorkingDays,
  calendarOf,
  dayOfNumber,
  numberOfDay,
  onOrAfter,
  onOrBefore,
  type WorkCalendar,
  workingDaysBetween,
} from './calendar.ts';
import type { Plan, Step } from './step.ts';

export interface ScheduledStep {
  step_id: string;
  /** By when, as planned: said, or counted from others; null where nothing says so. */
  due_on: string | null;
  starts_on: string;
  /** When it is likely done, or was done. */
  likely_on: string;
  /** By when it has to be done for the end to hold; null for a step that is done. */
  latest_on: string | null;
  /** In working days; less than 0 where the end no longer holds. Null for a step that is done. */
  slack_days: number | null;
  critical: boolean;
  /** Working days after what was planned; 0 where it is not late. */
  late_days: number;
  /** The step that it is late by: itself where it slipped. Null where it is not late, or its own day never was possible. */
  late_by: string | null;
  /** The step that is done last before it, where that is what decides its day. */
  driven_by: string | null;
}

export interface Schedule {
  steps: Record<string, ScheduledStep>;
  /** When all is likely done; null for a plan without steps. */
  likely_on: string | null;
  /** Working days after the target; less than 0 before it. Null without a target or steps. */
  target_late_days: number | null;
}

interface Edge {
  from: string;
  /** Working days from the end of the one to the end of the other. */
  days: number;
}

interface Pass {
  calendar: WorkCalendar;
  steps: Readonly<Record<string, Step>>;
  order: readonly string[];
  edges: ReadonlyMap<string, readonly Edge[]>;
  today: number;
}

interface Forward {
  due: number | null;
  likely: number;
  driven_by: string | null;
  late_by: string | null;
}

/** When each step of a plan is likely done, what decides that, and how much room there is. @param today YYYY-MM-DD */
export function scheduleOf(plan: Plan, today: string): Schedule {
  const calendar = calendarOf(plan.terms);
  const { steps } = plan;
  const edges = new Map(Object.values(steps).map((step) => [step.step_id, edgesOf(step, steps)]));
  const pass: Pass = { calendar, steps, order: inOrder(edges), edges, today: onOrAfter(calendar, numberOfDay(today)) };
  const forward = passForward(pass);
  const target = plan.terms.target_on === null ? null : onOrBefore(calendar, numberOfDay(plan.terms.target_on));
  const last = [...forward.values()].reduce<number | null>((max, { likely }) => Math.max(max ?? likely, likely), null);
  const latest = passBackward(pass, target ?? last ?? pass.today);
  const least = Math.min(...[...latest].map(([id, at]) => slackOf(pass, forward, id, at)));
  return {
    steps: Object.fromEntries(
      pass.order.map((id) => [id, told(pass, { id, forward, latest: latest.get(id) ?? null, least })]),
    ),
    likely_on: last === null ? null : dayOfNumber(last),
    target_late_days: target === null || last === null ? null : workingDaysBetween(calendar, target, last),
  };
}

/** By when each step was planned, said or counted from others; those without a day are left out. */
export function plannedDays(plan: Plan): Map<string, string> {
  // What was planned does not depend on the day on which it is asked.
  const { steps } = scheduleOf(plan, '1970-01-01');
  return new Map(Object.values(steps).flatMap(({ step_id, due_on }) => (due_on === null ? [] : [[step_id, due_on]])));
}

function edgesOf(step: Step, steps: Readonly<Record<string, Step>>): Edge[] {
  const known = step.depends_on.filter((id) => id in steps);
  const edges = known.map((from) => ({ from, days: step.duration_days }));
  const { after_id } = step;
  return after_id !== null && after_id in steps ? [...edges, { from: after_id, days: step.after_days }] : edges;
}

/** Each step after those that come before it, in the order in which they stand where that leaves a choice. */
function inOrder(edges: ReadonlyMap<string, readonly Edge[]>): string[] {
  const done = new Set<string>();
  const visit = (id: string): void => {
    if (done.has(id)) return;
    done.add(id);
    for (const { from } of edges.get(id) ?? []) visit(from);
    order.push(id);
  };
  const order: string[] = [];
  for (const id of edges.keys()) visit(id);
  return order;
}

function passForward(pass: Pass): Map<string, Forward> {
  const found = new Map<string, Forward>();
  for (const id of pass.order) {
    const step = pass.steps[id];
    if (step !== undefined) found.set(id, forwardOf(pass, step, found));
  }
  return found;
}

function forwardOf(pass: Pass, step: Step, found: ReadonlyMap<string, Forward>): Forward {
  const due = dueOf(pass, step, found);
  if (step.state === 'done' && step.done_on !== null) {
    const likely = numberOfDay(step.done_on);
    return { due, likely, driven_by: null, late_by: due !== null && likely > due ? step.step_id : null };
  }
  let likely = ownDay(pass, step);
  let driven_by: string | null = null;
  if (step.due_on !== null) likely = Math.max(likely, onOrBefore(pass.calendar, numberOfDay(step.due_on)));
  for (const { from, days } of pass.edges.get(step.step_id) ?? []) {
    const before = found.get(from);
    const after = before === undefined ? likely : addWorkingDays(pass.calendar, before.likely, days);
    if (after <= likely && !(driven_by === null && after === likely && isLate(before, due, likely))) continue;
    likely = after;
    driven_by = from;
  }
  const late = due !== null && likely > due;
  const late_by = !late ? null : driven_by === null ? step.step_id : (found.get(driven_by)?.late_by ?? null);
  return { due, likely, driven_by, late_by };
}

/** Where today and a late step lead to the same day, it is the late step that is told. */
const isLate = (before: Forward | undefined, due: number | null, likely: number): boolean =>
  before !== undefined && before.late_by !== null && due !== null && likely > due;

/** When a step would be done if it waited for nothing: its duration from today, or from when it was started. */
function ownDay({ calendar, today }: Pass, { duration_days, state, started_on }: Step): number {
  const rest = Math.max(duration_days - 1, 0);
  if (state !== 'started' || started_on === null) return addWorkingDays(calendar, today, rest);
  return Math.max(today, addWorkingDays(calendar, onOrAfter(calendar, numberOfDay(started_on)), rest));
}

/** By when a step was planned: on its own day, so long after another, or its duration after what it depends on. */
function dueOf(pass: Pass, step: Step, found: ReadonlyMap<string, Forward>): number | null {
  if (step.due_on !== null) return numberOfDay(step.due_on);
  const edges = pass.edges.get(step.step_id) ?? [];
  // The day that counts from another step is said; the others only have to be done before.
  const said = step.after_id !== null && step.after_id in pass.steps;
  const counts = said ? edges.slice(-1) : edges;
  const days = counts.flatMap(({ from, days: after }) => {
    const due = found.get(from)?.due ?? null;
    return due === null ? [] : [addWorkingDays(pass.calendar, onOrBefore(pass.calendar, due), after)];
  });
  return days.length === 0 ? null : Math.max(...days);
}

function passBackward({ calendar, steps, order, edges }: Pass, end: number): Map<string, number> {
  const latest = new Map<string, number>();
  for (const id of order.toReversed()) {
    if (steps[id]?.state === 'done') continue;
    const at = latest.get(id) ?? end;
    latest.set(id, at);
    for (const { from, days } of edges.get(id) ?? []) {
      if (steps[from]?.state === 'done') continue;
      const before = addWorkingDays(calendar, at, -days);
      latest.set(from, Math.min(latest.get(from) ?? end, before));
    }
  }
  return latest;
}

const slackOf = ({ calendar }: Pass, forward: ReadonlyMap<string, Forward>, id: string, latest: number): number =>
  workingDaysBetween(calendar, forward.get(id)?.likely ?? latest, latest);

interface Told {
  id: string;
  forward: ReadonlyMap<string, Forward>;
  latest: number | null;
  /** The least slack of any open step. */
  least: number;
}

function told(pass: Pass, { id, forward, latest, least }: Told): ScheduledStep {
  const { due, likely, driven_by, late_by } = forward.get(id) ?? NOWHERE;
  const slack_days = latest === null ? null : slackOf(pass, forward, id, latest);
  return {
    step_id: id,
    due_on: due === null ? null : dayOfNumber(due),
    starts_on: startOf(pass, id, likely),
    likely_on: dayOfNumber(likely),
    latest_on: latest === null ? null : dayOfNumber(latest),
    slack_days,
    critical: slack_days !== null && slack_days <= Math.max(0, least),
    late_days: due === null || likely <= due ? 0 : Math.max(1, workingDaysBetween(pass.calendar, due, likely)),
    late_by,
    driven_by,
  };
}

const NOWHERE: Forward = { due: null, likely: 0, driven_by: null, late_by: null };

function startOf({ calendar, steps }: Pass, id: string, likely: number): string {
  const step = steps[id];
  if (step?.started_on != null) return step.started_on;
  const back = Math.max((step?.duration_days ?? 1) - 1, 0);
  return dayOfNumber(back === 0 ? likely : addWorkingDays(calendar, onOrBefore(calendar, likely), -back));
}
