import { z } from 'zod';
import { id } from './words.ts';

/**
 * What a pulse can ask (research figures 6, 10 and 13): how easy buying is, how sure one is, three statements on
 * uncertainty, four on information.
 */
export const PULSE_ITEMS = [
  'ease',
  'confidence',
  'uncertainty_paralysed',
  'uncertainty_team',
  'uncertainty_change',
  'information_good',
  'information_overwhelming',
  'information_contradictory',
  'information_tradeoffs',
] as const;
export type PulseItem = (typeof PULSE_ITEMS)[number];

const asked = { person_id: id, item: z.enum(PULSE_ITEMS) };

export const pulse_answered = z.strictObject({
  ...asked,
  value: z.int().min(1).max(5).describe('1 to 5: very hard to very easy, not at all to very sure, disagree to agree.'),
});
export const pulse_skipped = z.strictObject(asked);
