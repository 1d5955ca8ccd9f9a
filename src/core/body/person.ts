import { z } from 'zod';
import { id } from './words.ts';

/**
 * What identified a person outside the ledger was erased. The ledger itself stays as it is: whoever reads it from now on
 * finds no name behind the person's id. It is no activity: nothing happened in the purchase.
 */
export const person_erased = z.strictObject({
  person_id: id,
  erasure_id: id.describe('The erasure that this belongs to.'),
});

/** A text of an earlier event was blanked outside the ledger, because it named someone who was erased. */
export const text_blanked = z.strictObject({
  event_id: id,
  place: z.string().min(1).max(300).describe('Where in the body of that event the text stood, parts joined by `/`.'),
  erasure_id: id,
});
