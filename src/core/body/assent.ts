import { z } from 'zod';
import { id, text } from './words.ts';

const whose = { job_id: id, person_id: id };
const confidence = z.int().min(1).max(5).optional().describe('Shown, never counted.');
const sentence = z.string().min(1).max(500).optional().describe('The wording it was given to.');
const verified = z
  .boolean()
  .optional()
  .describe('false: the address was not verified, so the assent is only indicated.');

export const assent_given = z.strictObject({ ...whose, confidence, sentence, verified, reason: text.optional() });
export const assent_reaffirmed = z.strictObject({ ...whose, confidence, sentence, verified });
export const assent_working = z.strictObject({ ...whose, verified });
export const assent_withheld = z.strictObject({ ...whose, reason: text.optional(), verified });
export const assent_withdrawn = z.strictObject({ ...whose, reason: text.optional(), verified });
export const assent_aside = z.strictObject({ ...whose, reason: text.optional(), verified });

/**
 * Something outside what Coassent records changed under the assents to a job (of one person, or of all). Changes that
 * Coassent does record shake by themselves when the ledger is folded and need no such event.
 */
export const assent_shaken = z.strictObject({ job_id: id, person_id: id.optional(), reason: text });

/** A reason that stays on the buyer's side, whoever may read the assent itself. */
export const assent_private_reason = z.strictObject({ ...whose, reason: text });
