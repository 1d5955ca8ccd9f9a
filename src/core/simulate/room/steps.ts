import { isHeld } from '../../completion.ts';
import type { Actor, BodyOf } from '../../event.ts';
import {
  addWorkingDays,
  calendarOf,
  dayIn,
  dayOfNumber,
  numberOfDay,
  onOrAfter,
  workingDaysBetween,
} from '../../plan/calendar.ts';
import type { Step } from '../../plan/step.ts';
import { jobOf } from '../../state.ts';
import { DAY_MS, instantOf } from '../calendar.ts';
import { type Course, champion, sellerActor, shareOf } from '../course.ts';
import { MOVED } from '../texts/rooms/any.ts';
import type { AnyRole, RoomTexts } from '../texts/rooms/room.ts';
import { actorFor, atShare, holderOf, inDays, inRoom, isSellerRole, shareOfDays } from './in-room.ts';
import { DECISION, type PlannedStep, stepId, timetable } from './timetable.ts';

/** When the plan is begun: once it is clear what the purchase is about. */
const BEGINS_AT = 0.1;
/** When the decision is late, it is moved on. */
const MOVES_AT = [0.88, 0.95, 1.02, 1.09, 1.16, 1.23] as const;

/** The mutual action plan from its first draft on: what follows the decision waits for it. */
export function planTogether(course: Course, texts: RoomTexts): void {
  const steps = timetable(course, texts);
  atShare(course, BEGINS_AT, () => {
    const begun = shareOf(course);
    setTerms(course, steps);
    write(course, steps, 'shared');
    inDays(course, 2, () => write(course, steps, 'buyer'));
    inDays(course, 9, () => write(course, steps, 'seller'));
    for (const step of steps) if (step.done !== null) live(course, step, step.done, begun);
  });
  for (const share of MOVES_AT) atShare(course, share, () => moveDecision(course));
  const { standing, now_ms, opened_ms, span_ms } = course.plan;
  if (standing !== 'stuck') return;
  // Shortly before now the supplier writes anew by when what is late could be done.
  const days = course.room.random.between(3, 8);
  atShare(course, (now_ms - days * DAY_MS - opened_ms) / span_ms, () => planAnew(course));
}

function setTerms(course: Course, steps: readonly PlannedStep[]): void {
  const { plan } = course;
  const years = [plan.opened_ms, plan.opened_ms + 2 * plan.span_ms].map((ms) => new Date(ms).getUTCFullYear());
  const holidays = [...new Set(years)].flatMap((year) => [`${year}-01-01`, `${year}-12-25`, `${year}-12-26`]);
  inRoom(course, sellerActor(course), {
    kind: 'plan.set',
    body: { target_on: targetOf(course, steps), time_zone: plan.account.time_zone, holidays },
  });
}

/** As long after the decision as what follows takes, and a few days more. */
function targetOf(course: Course, steps: readonly PlannedStep[]): string {
  const decision = steps.find(({ key }) => key === DECISION);
  const follows = steps.filter(({ due, after }) => due > (decision?.due ?? 1) && after.length > 0);
  const days = follows.reduce((sum, { duration_days }) => sum + duration_days, 0);
  const calendar = calendarOf(course.state.plan.terms);
  return dayOfNumber(addWorkingDays(calendar, numberOfDay(dayAt(course, decision?.due ?? 1)), days + 8));
}

/** The working day that a share of the course falls on. */
function dayAt({ plan, state }: Course, share: number): string {
  const day = dayIn(instantOf(plan.opened_ms + share * plan.span_ms), plan.account.time_zone);
  return dayOfNumber(onOrAfter(calendarOf(state.plan.terms), numberOfDay(day)));
}

const today = (course: Course): string => dayIn(instantOf(course.clock_ms), course.plan.account.time_zone);

function write(course: Course, steps: readonly PlannedStep[], zone: PlannedStep['zone']): void {
  for (const step of steps) {
    if (step.zone !== zone) continue;
    const own = step.side === 'buyer' && (zone === 'buyer' || step.text.internal !== undefined);
    const actor = own ? champion(course) : sellerActor(course);
    inRoom(course, actor, { kind: 'step.changed', zone, body: bodyOf(course, step) });
  }
}

function bodyOf(course: Course, step: PlannedStep): BodyOf<'step.changed'> {
  const { text } = step;
  const step_id = stepId(step.key);
  const after = step.after.filter((key) => stepId(key) in course.state.plan.steps);
  return {
    ...{ step_id, name: step.name, duration_days: step.duration_days, depends_on: after.map(stepId) },
    ...ownerOf(course, step),
    ...whenOf(course, step, after),
    ...(step.from_template !== undefined && { from_template: step.from_template }),
    ...(text.internal !== undefined && { internal: text.internal }),
    ...(text.job_id !== undefined && jobOf(course.state, text.job_id) !== undefined && { job_id: text.job_id }),
    ...(text.checklist !== undefined && {
      checklist: text.checklist.map((what, n) => ({ item_id: `${step_id}-${n + 1}`, text: what })),
    }),
  };
}

/** By name where somebody of that role is there; else by role. */
function ownerOf(course: Course, { side, role }: PlannedStep): Partial<BodyOf<'step.changed'>> {
  const person = course.room.random.chance(0.75) ? holderOf(course, role) : null;
  return person === null ? { owner_side: side, owner_role: role } : { owner_side: side, owner_id: person.id };
}

/** A day, or so many days after another step; what follows the decision counts from what comes before it. */
function whenOf(course: Course, step: PlannedStep, after: readonly string[]): Partial<BodyOf<'step.changed'>> {
  const { state } = course;
  if (step.due > 1 && after.length > 0) return {};
  if (step.key === 'signature') return { after_id: stepId(DECISION), after_days: 5 };
  const due_on = dayAt(course, step.due);
  const last = after.at(-1);
  const before = last === undefined ? undefined : state.plan.steps[stepId(last)];
  if (!step.counted || last === undefined || before?.due_on == null) return { due_on };
  const days = workingDaysBetween(calendarOf(state.plan.terms), numberOfDay(before.due_on), numberOfDay(due_on));
  return { after_id: stepId(last), after_days: Math.max(days, step.duration_days) };
}

/** A step is begun, its checklist ticked, something said of it, and it is done. */
function live(course: Course, step: PlannedStep, done: number, begun: number): void {
  const { random } = course.room;
  const step_id = stepId(step.key);
  const working = shareOfDays(course, step.duration_days * random.between(1, 1.7) + 0.5);
  const started = Math.max(begun + shareOfDays(course, 10), done - working);
  const between = (): number => started + (Math.max(done, started) - started) * random.between(0.3, 0.95);
  atShare(course, started, () => begin(course, step, 8));
  (step.text.checklist ?? []).forEach((_, n) => {
    const tick = { item_id: `${step_id}-${n + 1}`, ticked: true };
    atShare(course, between(), () => once(course, step, 4, () => progress(course, step, tick)));
  });
  for (const [side, comment] of step.text.said ?? []) {
    const role = side === step.side ? step.role : side === 'seller' ? 'sales' : 'champion';
    const who = (): Actor => actorFor(course, role);
    const say = () => inRoom(course, who(), { kind: 'step.commented', body: { step_id, comment } });
    atShare(course, between(), () => once(course, step, 4, say));
  }
  atShare(course, Math.max(done, started + shareOfDays(course, 0.5)), () => finish(course, step, 4));
}

/** Whether what a step depends on is not done yet. */
function waits({ state }: Course, { key }: PlannedStep): boolean {
  const { steps } = state.plan;
  return (steps[stepId(key)]?.depends_on ?? []).some((id) => id in steps && steps[id]?.state !== 'done');
}

/** Begun, unless what it waits for is not done: then some days later. */
function begin(course: Course, step: PlannedStep, patience: number): void {
  if (!waits(course, step)) progress(course, step, { to: 'started' });
  else if (patience > 0) inDays(course, 2, () => begin(course, step, patience - 1));
}

/** What is done while a step is under way: once it is. */
function once(course: Course, step: PlannedStep, patience: number, run: () => void): void {
  const { state } = course.state.plan.steps[stepId(step.key)] ?? { state: 'open' };
  if (state === 'started') run();
  else if (state === 'open' && patience > 0) inDays(course, 3, () => once(course, step, patience - 1, run));
}

/** Done, unless what it waits for is not: then somewhat later. */
function finish(course: Course, step: PlannedStep, patience: number): void {
  if (!waits(course, step)) progress(course, step, { to: 'done' });
  else if (patience > 0) inDays(course, 4, () => finish(course, step, patience - 1));
}

function progress(course: Course, step: PlannedStep, what: Omit<BodyOf<'step.progressed'>, 'step_id'>): void {
  const { plan, room } = course;
  const stalled = plan.stalls_at !== null && shareOf(course) >= plan.stalls_at;
  if (step.side === 'buyer' && stalled && room.random.chance(0.85)) return;
  const before = course.state.plan.steps[stepId(step.key)];
  if (before === undefined || before.state === 'done') return;
  inRoom(course, doerOf(course, before, step.role), {
    kind: 'step.progressed',
    body: { step_id: before.step_id, ...what },
  });
}

/** Who says how a step stands: its owner while there, else whoever leads on that side. */
export function doerOf(course: Course, { owner_id, side, owner_side }: Step, role: AnyRole): Actor {
  const of_side = owner_side ?? side;
  const there = owner_id !== null && course.state.stakeholders[owner_id]?.left_at === null;
  if (of_side === 'buyer') return there ? { kind: 'person', id: owner_id, side: 'buyer' } : champion(course);
  return isSellerRole(role) ? actorFor(course, role) : sellerActor(course);
}

/** What was to be decided by now is put off, and what follows moves with it. */
function moveDecision(course: Course): void {
  const { state, room } = course;
  const decision = state.plan.steps[stepId(DECISION)];
  const soon = dayIn(instantOf(course.clock_ms + 4 * DAY_MS), course.plan.account.time_zone);
  if (decision?.due_on == null || decision.state === 'done' || decision.due_on > soon) return;
  // Once all hold, it is only a matter of days.
  const days = isHeld(state) ? room.random.int(4, 9) : room.random.int(10, 20);
  const due_on = later(course, days);
  const actor = champion(course);
  const { step_id, name } = decision;
  if (!inRoom(course, actor, { kind: 'step.changed', body: { step_id, name, due_on } })) return;
  const comment = room.random.pick(MOVED);
  inRoom(course, actor, { kind: 'step.commented', body: { step_id, comment } });
  const { target_on } = state.plan.terms;
  if (target_on === null || room.random.chance(0.4)) return;
  const calendar = calendarOf(state.plan.terms);
  const moved = dayOfNumber(addWorkingDays(calendar, numberOfDay(target_on), days));
  inRoom(course, actor, { kind: 'plan.set', body: { target_on: moved } });
}

/** The working day so many working days from now. */
function later(course: Course, days: number): string {
  const calendar = calendarOf(course.state.plan.terms);
  return dayOfNumber(addWorkingDays(calendar, numberOfDay(today(course)), days));
}

/** The shared steps that are late get another day, one after the other; what is the buyers' own stays as it is. */
function planAnew(course: Course): void {
  let days = course.room.random.int(3, 6);
  for (const { step_id, name, state, zone, due_on, internal } of Object.values(course.state.plan.steps)) {
    if (state === 'done' || zone !== 'shared' || internal !== null || due_on === null || due_on >= today(course))
      continue;
    inRoom(course, sellerActor(course), { kind: 'step.changed', body: { step_id, name, due_on: later(course, days) } });
    days += course.room.random.int(2, 6);
  }
}
