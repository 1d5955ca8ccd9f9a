import { calendarOf, numberOfDay, type WorkCalendar, workingDaysBetween } from './calendar.ts';
import type { Plan, Step } from './step.ts';

/** How long a step of a template took, in working days, over so many finished plans. */
export interface LearnedStep {
  from_template: string;
  n: number;
  median_days: number;
  least_days: number;
  most_days: number;
}

export interface Learned {
  /** Finished plans that were looked at. */
  plans: number;
  steps: LearnedStep[];
}

/** Fewer cases than these tell nothing: a template keeps its own duration. */
export const FEWEST_CASES = 3;

/** Every step of it is done. */
export const isFinished = ({ steps }: Plan): boolean =>
  Object.keys(steps).length > 0 && Object.values(steps).every(({ state }) => state === 'done');

/** How long steps took in plans that were finished, by the step of a template that they were made from. */
export function learnedFrom(plans: readonly Plan[]): Learned {
  const finished = plans.filter(isFinished);
  const cases = new Map<string, number[]>();
  for (const plan of finished) {
    const calendar = calendarOf(plan.terms);
    for (const step of Object.values(plan.steps)) {
      const days = step.from_template === null ? null : daysTaken(plan, calendar, step);
      if (step.from_template !== null && days !== null)
        cases.set(step.from_template, [...(cases.get(step.from_template) ?? []), days]);
    }
  }
  const steps = [...cases].map(([from_template, days]) => {
    const sorted = days.toSorted((a, b) => a - b);
    return {
      from_template,
      n: sorted.length,
      median_days: medianOf(sorted),
      least_days: sorted[0] ?? 0,
      most_days: sorted.at(-1) ?? 0,
    };
  });
  return { plans: finished.length, steps: steps.sort((a, b) => (a.from_template < b.from_template ? -1 : 1)) };
}

/** From the day it was started, that one counted; else from the day after the last it waited for. Null where neither is known. */
function daysTaken(plan: Plan, calendar: WorkCalendar, { started_on, done_on, depends_on }: Step): number | null {
  if (done_on === null) return null;
  const done = numberOfDay(done_on);
  if (started_on !== null) return Math.max(0, workingDaysBetween(calendar, numberOfDay(started_on) - 1, done));
  const before = depends_on.flatMap((id) => plan.steps[id]?.done_on ?? []).map(numberOfDay);
  return before.length === 0 ? null : Math.max(0, workingDaysBetween(calendar, Math.max(...before), done));
}

/** Of two in the middle the mean, in whole days. */
function medianOf(sorted: readonly number[]): number {
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? 0;
  return Number.isInteger(middle) ? Math.round(((sorted[middle - 1] ?? 0) + upper) / 2) : upper;
}
