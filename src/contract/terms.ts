import { z } from 'zod';
import { id, OUTCOMES, PHASES, SIDES } from '../core/body/words.ts';
import { JOB_STATES } from '../core/completion.ts';
import { instant, zone } from '../core/event.ts';
import { VIEWS } from '../core/zone.ts';

export { id, instant, zone };

export const in_workspace = z.strictObject({ workspace_id: id });
export const in_purchase = z.strictObject({ workspace_id: id, purchase_id: id });
export const view = z.enum(VIEWS);
export const side = z.enum(SIDES);
export const outcome = z.enum(OUTCOMES);
export const level = z.enum(['none', 'started', 'advanced', 'completed']);

/** Query text to number and truth: what a URL can carry. */
export const count = z.coerce.number().int();
export const flag = z.stringbool();

/** As of when, and as known when; both default to now. */
export const at_date = z.strictObject({
  as_of: instant
    .optional()
    .describe('Only what had happened by then, and, where `known` is not given, was known by then.'),
  known: instant.optional().describe('Only what was known by then.'),
});

export const ring = z.strictObject({
  job_id: id,
  name: z.string(),
  phase: z.enum(PHASES),
  state: z.enum(JOB_STATES),
  agreed: z.number().describe('Share (0–1) of the people whom the job requires who have a live assent.'),
  shaken: z.number(),
  indicated: level,
});

export const reason = z.strictObject({
  code: z.enum(['shaken', 'missing', 'contradiction', 'silence', 'repeats', 'age']),
  text: z.string(),
});

/** RFC 9457. `code` is stable; `detail` says what to do. */
export const problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
});
export type Problem = z.output<typeof problem>;
