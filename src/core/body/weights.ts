import { z } from 'zod';
import { id, text } from './words.ts';

/** A person is asked at most so many questions. */
export const MOST_ANSWERS = 10;
export const WEIGHT_METHODS = ['ranking', 'swing'] as const;

export const weights_stated = z.strictObject({
  person_id: id,
  method: z
    .enum(WEIGHT_METHODS)
    .describe(
      '`ranking`: what matters more; `swing`: how much the way from worst to best is worth, the most being 100.',
    ),
  answers: z
    .array(z.strictObject({ requirement_id: id, value: z.number().min(0).max(100) }))
    .min(1)
    .max(MOST_ANSWERS)
    .describe('A rank from 1, equal ones tied, or a swing from 0 to 100. What is left out comes after all of these.'),
  sentence: text.optional().describe('Why, in their own words.'),
});

export const weights_aside = z.strictObject({ person_id: id, reason: text.optional() });
