import { z } from 'zod';
import { id } from './words.ts';

/**
 * An earlier event of the same side now also stands in the zone `to`, as an event of its own with the same command; what
 * was shared before stays in the ledger of both sides. Stands in that side's own zone, so that only they read of it.
 */
export const event_zone_moved = z.strictObject({
  event_id: id,
  to: z.enum(['shared', 'buyer', 'seller']).describe('The zone in which the copy stands.'),
});
