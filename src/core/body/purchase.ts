import { z } from 'zod';
import { inputRefusals } from '../../catalogue/input-refusals.ts';
import { job_body } from './job.ts';
import { activity, amount_minor, currency, id, name, OUTCOMES, text, wording_only } from './words.ts';

export const purchase_opened = z.strictObject({
  name,
  account_name: name.optional(),
  amount_minor: amount_minor.optional(),
  currency: currency.optional(),
  template: z
    .enum(['buying-6', 'core-4', 'lifecycle-5', 'none'])
    .default('buying-6')
    .describe('The preset whose jobs the purchase starts with; ignored where `jobs` is given.'),
  jobs: z
    .array(job_body)
    .max(40)
    .refine((jobs) => new Set(jobs.map((job) => job.job_id)).size === jobs.length, {
      error: () => inputRefusals.two_jobs_have_same,
    })
    .optional()
    .describe('The jobs with their rules, in place of a preset.'),
  simulated: z.boolean().optional().describe('The purchase was generated, not lived.'),
});

export const purchase_renamed = z.strictObject({ name });
export const purchase_amount_changed = z.strictObject({ amount_minor, currency });

/** What a CRM says; never progress by itself. */
export const purchase_stage_changed = z.strictObject({
  stage: z.string().min(1).max(200),
  odds: z.number().min(0).max(1).optional().describe('The chance of winning that the CRM states.'),
  closes_on: z.iso.date().optional(),
});

export const purchase_problem_stated = z.strictObject({ statement: text, wording_only });
export const purchase_outcome_reached = z.strictObject({
  outcome: z.enum(OUTCOMES),
  reason: text.optional(),
  activity,
});
export const purchase_revived = z.strictObject({ reason: text.optional() });

/** Takes every event of one import out of the state; in the workspace's stream it holds for all purchases. */
export const import_retracted = z.strictObject({ import_id: id, reason: text.optional() });
export const import_restored = z.strictObject({ import_id: id });

/** Replaces the body of an earlier event of the same purchase, or voids it (`body: null`). The earlier event stays. */
export const event_corrected = z.strictObject({
  event_id: id,
  body: z.record(z.string(), z.unknown()).nullable(),
  reason: text.optional(),
});
