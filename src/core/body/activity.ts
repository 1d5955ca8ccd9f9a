import { z } from 'zod';
import { activity, CHANNELS, id, SIDES, SIGNALS, text } from './words.ts';

const sides = z
  .array(z.enum(SIDES))
  .max(2)
  .optional()
  .describe('Which sides took part. A thing only sellers did does not revive a purchase.');

/** Suggests progress on a job without anyone's assent; makes it indicated, never complete. */
export const evidence_recorded = z.strictObject({
  job_id: id,
  signal: z.enum(SIGNALS),
  activity,
  person_id: id.optional().describe('The stakeholder it is about.'),
  by: id.optional().describe('Who did it, where the source says so.'),
  sides,
  note: text.optional(),
});

/** One interaction on one channel. */
export const touch_recorded = z.strictObject({
  channel: z.enum(CHANNELS),
  activity,
  person_ids: z.array(id).max(50).optional().describe('The stakeholders who took part.'),
  by: id.optional(),
  sides,
  job_id: id.optional().describe('What it was about.'),
  duration_s: z.number().min(0).max(1e7).optional(),
  note: text.optional(),
});
