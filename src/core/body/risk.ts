import { z } from 'zod';
import { inputRefusals } from '../../catalogue/input-refusals.ts';
import { id, text } from './words.ts';

export const RISK_STATES = ['open', 'mitigated', 'accepted', 'happened', 'closed'] as const;
export type RiskState = (typeof RISK_STATES)[number];

const grade = z.int().min(1).max(5);

export const risk_changed = z.strictObject({
  risk_id: id,
  text: z
    .string()
    .min(1)
    .max(2_000, { error: () => inputRefusals.say_what_could_go })
    .refine((value) => value.trim() !== '', { error: () => inputRefusals.say_what_could_go_ })
    .meta({ outside: true }),
  for_whom: text.optional().describe('Whom it would hurt. These and the following: left out, as before.'),
  likelihood: grade.optional().describe('1 (hardly) to 5 (almost surely); 3 for a new one.'),
  impact: grade.optional().describe('1 (barely felt) to 5 (the purchase fails); 3 for a new one.'),
  mitigation: text.optional().describe('What is done about it.'),
  owner_id: id.nullable().optional().describe('Who looks after it.'),
  state: z.enum(RISK_STATES).optional(),
  removed: z.boolean().optional(),
});
