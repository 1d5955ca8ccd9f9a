import { z } from 'zod';
import { inputRefusals } from '../../catalogue/input-refusals.ts';
import { id, SIDES, text } from './words.ts';

/** The longest question or answer: about ten pages. */
export const LONGEST_TEXT = 20_000;

/** Something is said, and not too much of it to be read. */
const said = z
  .string()
  .min(1, { error: () => inputRefusals.write_something_first })
  .max(LONGEST_TEXT, { error: () => inputRefusals.more_than_20_000 })
  .refine((value) => value.trim() !== '', { error: () => inputRefusals.write_something_first })
  .meta({ outside: true });

const anonymous = z
  .boolean()
  .optional()
  .describe('Without the name of who says it: not even colleagues are told. For the buyer side only.');

export const question_asked = z.strictObject({
  question_id: id,
  text: said,
  to_side: z.enum(SIDES).optional().describe('Whose side is asked. Left out: anyone who reads it.'),
  to_id: id.optional().describe('Who is asked, where it is one person.'),
  job_id: id.optional().describe('The job it is about.'),
  anonymous,
});

export const question_answered = z.strictObject({ question_id: id, answer_id: id, text: said, anonymous });

export const answer_accepted = z.strictObject({
  question_id: id,
  answer_id: id,
  claim_id: id.optional().describe('The claim that the answer became.'),
});

export const question_closed = z.strictObject({
  question_id: id,
  reason: text.optional(),
  open: z.boolean().optional().describe('True opens it again.'),
});

/** Who asked or answered without a name: this alone says it, and only they read it. */
export const question_owned = z.strictObject({ question_id: id, answer_id: id.optional() });
