import type { InternalKind, OWNER_ROLES, StepState } from '../body/plan.ts';
import type { Side } from '../body/words.ts';
import type { Zone } from '../zone.ts';

export interface ChecklistItem {
  item_id: string;
  text: string;
  ticked: { at: string; by: string } | null;
}

/** Something said of a step; it may stand on one side only although the step is shared. */
export interface StepComment {
  event_id: string;
  at: string;
  by: string;
  side: Side | 'none';
  comment: string;
  zone: Zone;
}

/** A step of the plan as last said, and how it stands. */
export interface Step {
  step_id: string;
  name: string;
  owner_id: string | null;
  owner_side: Side | null;
  owner_role: (typeof OWNER_ROLES)[number] | null;
  /** A day of its own; null where it counts from another step, or from what it depends on. */
  due_on: string | null;
  after_id: string | null;
  after_days: number;
  duration_days: number;
  depends_on: string[];
  job_id: string | null;
  internal: InternalKind | null;
  checklist: ChecklistItem[];
  from_template: string | null;
  state: StepState;
  started_on: string | null;
  done_on: string | null;
  /** Who last said how it stands. */
  progressed: { at: string; by: string } | null;
  /** How often it was opened again after it was done. */
  reopens: number;
  comments: StepComment[];
  /** The side that added it. */
  side: Side;
  added_at: string;
  at: string;
  event_id: string;
  zone: Zone;
}

/** What holds for the whole plan. */
export interface PlanTerms {
  target_on: string | null;
  time_zone: string;
  /** ISO days of the week: 1 is Monday. */
  weekend: number[];
  holidays: string[];
  event_id: string | null;
}

/** The mutual action plan as one view knows it. */
export interface Plan {
  terms: PlanTerms;
  steps: Record<string, Step>;
}

/** A plan without steps, with Saturdays and Sundays free. */
export const emptyPlan = (): Plan => ({
  terms: { target_on: null, time_zone: 'UTC', weekend: [6, 7], holidays: [], event_id: null },
  steps: {},
});
