import type { Schedule, ScheduledStep } from './schedule.ts';

/** A step that slipped, and the open ones that moved because of it, the earliest first. */
export interface Slip {
  step_id: string;
  moved: string[];
}

/** What moved because something else slipped; what moved most first. A step whose own day passed moved nobody by itself. */
export function slipsOf({ steps }: Schedule): Slip[] {
  const moved = new Map<string, string[]>();
  const late = Object.values(steps).filter(({ late_by, step_id }) => late_by !== null && late_by !== step_id);
  for (const { late_by, step_id } of late.sort((a, b) => (a.likely_on < b.likely_on ? -1 : 1))) {
    if (late_by !== null) moved.set(late_by, [...(moved.get(late_by) ?? []), step_id]);
  }
  const slips = [...moved].map(([step_id, ids]) => ({ step_id, moved: ids }));
  return slips.sort((a, b) => b.moved.length - a.moved.length);
}

/** A slip in words. @param nameOf what a step is called */
export function slipSentence({ step_id, moved }: Slip, nameOf: (step_id: string) => string): string {
  const what = moved.length === 1 ? 'One step' : `${moved.length} steps`;
  return `${what} moved because “${nameOf(step_id)}” slipped.`;
}

/** Why an open step is likely late, as a sentence; null for one that is not. @param nameOf what a step is called */
export function lateSentence(
  { step_id, late_by, late_days, driven_by }: ScheduledStep,
  nameOf: (step_id: string) => string,
): string | null {
  if (late_days === 0) return null;
  const days = `${late_days} working ${late_days === 1 ? 'day' : 'days'}`;
  if (late_by === step_id) return `Likely ${days} later than planned.`;
  if (late_by !== null) return `Likely ${days} later, because “${nameOf(late_by)}” slipped.`;
  if (driven_by === null) return null;
  return `Its day cannot be kept: “${nameOf(driven_by)}” comes before it and ends too late.`;
}
