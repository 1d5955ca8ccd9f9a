/*
 * What time alone brings: a step of the plan is told to who sees to it once it is due soon, and once more when it is overdue.
 *
 *          three working days before      its day      five working days after
 *   ───────────────┬─────────────────────────┬──────────────────┬──────────▶
 *                  │  due soon: told once     │  overdue: once   │  nothing: it stands on the page of the plan
 */
import { addWorkingDays, calendarOf, dayIn, dayOfNumber, numberOfDay, onOrBefore } from '../plan/calendar.ts';
import { ownsStep, planReminders, type Reminded, SOON_DAYS } from '../plan/reminder.ts';
import { plannedDays } from '../plan/schedule.ts';
import type { PurchaseState } from '../state.ts';
import { clockIn, dayAfter, startOfDay } from './local-time.ts';

/** A step that somebody is told of, for one day that it was planned for. */
export interface DueStep {
  step_id: string;
  /** `2026-03-01`. */
  due_on: string;
  overdue: boolean;
}

/** What is overdue for longer is told anew to nobody: whoever takes over an old plan reads it there. */
const OVERDUE_TOLD_DAYS = 5;

type Planned = Pick<PurchaseState, 'plan' | 'outcome'>;

/** Somebody as the plan knows them: their roles are those they have in this purchase. */
export const remindedOf = (
  { stakeholders }: Pick<PurchaseState, 'stakeholders'>,
  who: Omit<Reminded, 'roles'>,
): Reminded => ({ ...who, roles: stakeholders[who.person_id]?.roles ?? [] });

/** The steps that somebody is to be told of at an instant; none once the purchase has ended. */
export function dueSteps({ plan, outcome }: Planned, who: Reminded, now: string): DueStep[] {
  if (outcome !== null) return [];
  return planReminders(plan, who, dayIn(now, plan.terms.time_zone))
    .filter(({ in_days }) => in_days >= -OVERDUE_TOLD_DAYS)
    .map(({ step_id, due_on, in_days }) => ({ step_id, due_on, overdue: in_days < 0 }));
}

/** Whether what someone was told of a step still holds: it is theirs, not done, and planned for the same day. */
export function isStillDue(state: Planned, who: Reminded, { step_id, due_on }: DueStep): boolean {
  const step = state.plan.steps[step_id];
  if (step === undefined || step.state === 'done' || state.outcome !== null || !ownsStep(who, step)) return false;
  return plannedDays(state.plan).get(step_id) === due_on;
}

/**
 * From when on a plan is to be looked at for steps that are due: ISO 8601 in UTC; null where time alone brings nothing more.
 * @param looked_at when it was looked at last; null for a plan that was not
 */
export function nextLook({ plan, outcome }: Planned, looked_at: string | null): string | null {
  const open = Object.values(plan.steps).filter(({ state }) => state !== 'done');
  if (outcome !== null || open.length === 0) return null;
  const { time_zone } = plan.terms;
  const calendar = calendarOf(plan.terms);
  const due = plannedDays(plan);
  const today = looked_at === null ? null : dayIn(looked_at, time_zone);
  const days = open.flatMap(({ step_id }) => {
    const due_on = due.get(step_id);
    if (due_on === undefined) return [];
    const number = numberOfDay(due_on);
    const soon = dayOfNumber(addWorkingDays(calendar, onOrBefore(calendar, number), -SOON_DAYS));
    if (today === null || soon > today) return [soon];
    const over = dayOfNumber(addWorkingDays(calendar, number, OVERDUE_TOLD_DAYS + 1));
    const tomorrow = dayAfter(today);
    // Looked at every day meanwhile: who sees to it may change without the plan.
    return tomorrow < over ? [tomorrow] : [];
  });
  const [first] = days.sort();
  return first === undefined ? null : startOfDay(first, clockIn(time_zone));
}
