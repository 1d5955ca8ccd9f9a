import { dueTexts } from '../../catalogue/next-things.ts';
import type { Side } from '../body/words.ts';
import { waitsFor } from './board.ts';
import { calendarOf, numberOfDay, workingDaysBetween } from './calendar.ts';
import { scheduleOf } from './schedule.ts';
import type { Plan, Step } from './step.ts';

/** Somebody to be reminded: they own what is theirs by name, and what is their role's where nobody is named. */
export interface Reminded {
  person_id: string;
  side: Side;
  roles: readonly string[];
}

/** A step of theirs that is due soon or overdue. */
export interface Reminder {
  step_id: string;
  name: string;
  due_on: string;
  /** Working days until it is due; less than 0 for one that is overdue. */
  in_days: number;
}

/** From so many working days before on, a step is due soon. */
export const SOON_DAYS = 3;

/** Whether a step is somebody's to do. */
export const ownsStep = ({ person_id, side, roles }: Reminded, step: Step): boolean =>
  step.owner_id === null
    ? step.owner_side === side && step.owner_role !== null && roles.includes(step.owner_role)
    : step.owner_id === person_id;

/**
 * The steps of a person that are due within three working days or overdue and that they can go on with: those that wait for
 * others are left out. Computed on reading. @param today YYYY-MM-DD, in the time zone of the plan
 */
export function planReminders(plan: Plan, who: Reminded, today: string): Reminder[] {
  const mine = Object.values(plan.steps).filter(
    (step) => step.state !== 'done' && ownsStep(who, step) && waitsFor(plan, step).length === 0,
  );
  if (mine.length === 0) return [];
  const { steps } = scheduleOf(plan, today);
  const calendar = calendarOf(plan.terms);
  return mine
    .flatMap(({ step_id, name }) => {
      const due_on = steps[step_id]?.due_on ?? null;
      if (due_on === null) return [];
      const in_days = workingDaysBetween(calendar, numberOfDay(today), numberOfDay(due_on));
      const overdue = due_on < today;
      return overdue || in_days <= SOON_DAYS
        ? [{ step_id, name, due_on, in_days: overdue ? Math.min(in_days, -1) : in_days }]
        : [];
    })
    .sort((a, b) => (a.due_on < b.due_on ? -1 : a.due_on > b.due_on ? 1 : 0));
}

/** When a step is due, as people say it: "today", "in 2 working days", "3 working days ago". */
export function dueWords({ in_days }: Pick<Reminder, 'in_days'>): string {
  if (in_days === 0) return dueTexts.today;
  return in_days < 0 ? dueTexts.overdue(-in_days) : dueTexts.in_days(in_days);
}
