import { z } from 'zod';
import { inputRefusals } from '../../catalogue/input-refusals.ts';
import { id, name, SIDES, text } from './words.ts';

/** What a step that is nobody else's business can be about; where it stands follows from who adds it. */
export const INTERNAL_KINDS = ['legal', 'security', 'procurement', 'budget'] as const;
export type InternalKind = (typeof INTERNAL_KINDS)[number];

/** What the owner of a step can be called while nobody is named. */
export const OWNER_ROLES = [
  ...['champion', 'decision_maker', 'approver', 'evaluator', 'user', 'procurement', 'legal', 'security', 'finance'],
  ...['partner', 'sales', 'solutions', 'implementation', 'support'],
] as const;

export const STEP_STATES = ['open', 'started', 'done'] as const;
export type StepState = (typeof STEP_STATES)[number];

/** A step takes at most so many working days, and comes at most so many after another. */
export const LONGEST_DAYS = 400;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const isDay = (value: string): boolean =>
  DAY.test(value) && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString().startsWith(value);

/** Why a day cannot stand in a plan, as a sentence; null for one that can. */
export function faultOfDay(value: string): string | null {
  if (!isDay(value)) return inputRefusals.write_day_as_year;
  const year = Number(value.slice(0, 4));
  return year < 2000 || year > 2199 ? inputRefusals.plan_reaches_from_year : null;
}

/** A calendar day, in the time zone of the plan. */
export const plan_day = z
  .string()
  .max(40)
  .superRefine((value, ctx) => {
    const message = faultOfDay(value);
    if (message !== null) ctx.addIssue({ code: 'custom', message });
  })
  .describe('A day, YYYY-MM-DD, from 2000 to 2199.');

const days = z.int().min(0).max(LONGEST_DAYS);

/** Whether a name is that of a time zone. */
export function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

export const plan_set = z.strictObject({
  target_on: plan_day.nullable().optional().describe('By when all should be done. Each left out: as before.'),
  time_zone: z
    .string()
    .max(80)
    .refine(isTimeZone, { error: () => inputRefusals.there_no_such_time })
    .optional(),
  weekend: z
    .array(z.int().min(1).max(7))
    .max(6, { error: () => inputRefusals.at_least_one_day })
    .refine((all) => new Set(all).size === all.length, { error: () => inputRefusals.name_each_day_week })
    .optional()
    .describe('Days of the week on which nobody works: 1 is Monday, 7 is Sunday.'),
  holidays: z.array(plan_day).max(500).optional().describe('Further days on which nobody works.'),
});

const item = z.strictObject({ item_id: id, text });

export const step_changed = z.strictObject({
  step_id: id,
  name,
  owner_id: id
    .nullable()
    .optional()
    .describe('The person who sees to it. These and the following: left out, as before.'),
  owner_side: z.enum(SIDES).nullable().optional(),
  owner_role: z.enum(OWNER_ROLES).nullable().optional().describe('Who sees to it, where no person is named.'),
  due_on: plan_day.nullable().optional().describe('By when. Takes the place of a day that counts from another step.'),
  after_id: id.nullable().optional().describe('The step from whose end the day counts.'),
  after_days: days.optional().describe('So many working days after it.'),
  duration_days: days
    .optional()
    .describe('How many working days it takes; 0 for something that only happens. First 1.'),
  depends_on: z.array(id).max(50).optional().describe('Steps that have to be done before it.'),
  job_id: id.nullable().optional().describe('The buying job that it serves. Doing the step does not agree to the job.'),
  internal: z
    .enum(INTERNAL_KINDS)
    .nullable()
    .optional()
    .describe('What it is about, where it is a side’s own business.'),
  checklist: z.array(item).max(50).optional(),
  from_template: z.string().max(80).optional().describe('The step of a template that it was made from.'),
  removed: z.boolean().optional().describe('Takes it out of the plan.'),
});

export const step_progressed = z.strictObject({
  step_id: id,
  to: z.enum(STEP_STATES).optional().describe('How it stands now. `open` or `started` opens one again that was done.'),
  on: plan_day.optional().describe('The day on which it was so; left out, the day of entering it.'),
  item_id: id.optional().describe('The entry of the checklist that is meant.'),
  ticked: z.boolean().optional(),
});

export const step_commented = z.strictObject({ step_id: id, comment: text });
