import { z } from 'zod';
import { CLAIM_CHANNELS } from '../core/body/basis.ts';
import { VALUE_KINDS } from '../core/claims/value.ts';
import { id, instant, zone } from './terms.ts';

/** What a claim says, as it was written. */
export const said = z.union([z.number(), z.boolean(), z.string()]);
export const channel = z.enum(CLAIM_CHANNELS);

/** A claim as its reader may know it. */
export const claim_view = z.strictObject({
  claim_id: id,
  subject: z.string(),
  attribute: z.string(),
  value: said,
  unit: z.string().nullable(),
  value_kind: z.enum(VALUE_KINDS).describe('How the value was read.'),
  text: z.string().describe('The value for people: `≤ 4 h`.'),
  option_id: id.nullable(),
  option_name: z.string().nullable(),
  condition: z.string().nullable(),
  valid_from: z.string().nullable(),
  valid_to: z.string().nullable(),
  source: z.string().nullable(),
  place: z.string().nullable().describe('Where it comes from, in words: source, document, person, line.'),
  channel: channel.nullable(),
  url: z.string().nullable(),
  quote: z.string().nullable(),
  evidence: z.string().nullable(),
  drafted_by: z.string().nullable(),
  side: z.enum(['buyer', 'seller', 'none']).describe('Whose side said it last.'),
  by: z.string().nullable().describe('Who said it last, by name where that is known here.'),
  zone,
  at: instant,
  used_for: z.array(id),
  used: z.boolean().describe('For a job, or by a score.'),
  aside: z.boolean(),
  state: z.enum(['live', 'refuted', 'retracted']),
  contradiction_id: id.nullable().describe('The open contradiction that it is in.'),
  seen: id,
});

/** A contradiction between claims, open or settled. */
export const contradiction_view = z.strictObject({
  contradiction_id: id,
  claim_ids: z.array(id),
  text: z.string(),
  found: z.boolean().describe('Found by comparing; else somebody opened it.'),
  note: z.string().nullable(),
  opened_at: instant,
  resolved_at: instant.nullable(),
  earlier_ms: z.int().describe('How long it was open before it was opened again this time.'),
  settled: z
    .strictObject({
      at: instant,
      by: z.string(),
      holds: id.nullable(),
      no_conflict: z.boolean(),
      note: z.string().nullable(),
      evidence: z.string().nullable(),
    })
    .nullable(),
  relied_on_by: z.int().describe('How many people have agreed to a job that uses one of its claims.'),
});
