import { dueTexts } from '../../catalogue/next-things.ts';
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
  return dueTexts.slip(moved.length, nameOf(step_id));
}

/** Why an open step is likely late, as a sentence; null for one that is not. @param nameOf what a step is called */
export function lateSentence(
  { step_id, late_by, late_days, driven_by }: ScheduledStep,
  nameOf: (step_id: string) => string,
): string | null {
  if (late_days === 0) return null;
  if (late_by === step_id) return dueTexts.late(late_days);
  if (late_by !== null) return dueTexts.late_because(late_days, nameOf(late_by));
  return driven_by === null ? null : dueTexts.cannot_be_kept(nameOf(driven_by));
}
