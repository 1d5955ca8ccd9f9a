import type { Step } from '../../plan/step.ts';
import { type Course, champion, sellerActor } from '../course.ts';
import { inDays, inRoomAnyway } from './in-room.ts';
import { doerOf } from './steps.ts';
import { DECISION, stepId } from './timetable.ts';

/** A working week in days of the calendar. */
const CALENDAR_DAYS = 7 / 5;

/**
 * It was bought: what was open before the decision is done in the days around it, then the contract is signed, and what
 * follows is done one after the other.
 */
export function carryOut(course: Course): void {
  const { random } = course.room;
  const open = Object.values(course.state.plan.steps).filter(({ state }) => state !== 'done');
  let days = 0.1;
  for (const step of inOrder(course, open)) {
    const follows = comesAfterDecision(course, step);
    const duration = step.duration_days * CALENDAR_DAYS * random.between(0.9, 1.3);
    const started = days;
    days += follows ? Math.max(0.6, duration) : random.between(0.05, 0.3);
    if (follows && step.duration_days > 1) inDays(course, started + 0.3, () => say(course, step, 'started'));
    inDays(course, days, () => say(course, step, 'done'));
  }
}

/** It was not bought: what is not done is taken out of the plan, by the side that it stands on. */
export function takeOut(course: Course): void {
  inDays(course, course.room.random.between(0.3, 3), () => {
    for (const { step_id, name, state, zone, internal, side } of Object.values(course.state.plan.steps)) {
      if (state === 'done') continue;
      const by_buyer = zone === 'buyer' || (internal !== null && side === 'buyer');
      const actor = by_buyer ? champion(course) : sellerActor(course);
      inRoomAnyway(course, actor, { kind: 'step.changed', body: { step_id, name, removed: true } });
    }
  });
}

function say(course: Course, step: Step, to: 'started' | 'done'): void {
  const role = step.owner_role ?? (step.owner_side === 'seller' ? 'implementation' : 'champion');
  const body = { step_id: step.step_id, to };
  inRoomAnyway(course, doerOf(course, step, role), { kind: 'step.progressed', body });
}

function comesAfterDecision({ state }: Course, step: Step): boolean {
  const before = [...step.depends_on, ...(step.after_id === null ? [] : [step.after_id])];
  return before.some((id) => {
    const one = state.plan.steps[id];
    return id === stepId(DECISION) || (one !== undefined && comesAfterDecision({ state } as Course, one));
  });
}

/** Those of before the decision, the decision, then each after what it waits for. */
function inOrder(course: Course, open: readonly Step[]): Step[] {
  const before = open.filter((step) => step.step_id !== stepId(DECISION) && !comesAfterDecision(course, step));
  const decision = open.filter((step) => step.step_id === stepId(DECISION));
  // They were written in the order in which they wait for one another.
  return [...before, ...decision, ...open.filter((step) => comesAfterDecision(course, step))];
}
