import { z } from 'zod';
import { VALUE_KINDS } from '../claims/value.ts';
import { amount_minor, currency, id, name, text, wording_only } from './words.ts';

const removed = z.boolean().optional();

export const PRIORITIES = ['must', 'should', 'could'] as const;
export const OPTION_KINDS = ['this_supplier', 'other_supplier', 'build', 'smaller_scope', 'do_nothing'] as const;

export const requirement_changed = z.strictObject({
  requirement_id: id,
  text,
  priority: z.enum(PRIORITIES).optional().describe('Left out: as it was before, `should` for a new requirement.'),
  why: text.optional().describe('Why it matters. These and the following: left out, as before; empty, taken out.'),
  matters_to: z.array(id).max(100).optional().describe('The people to whom it matters.'),
  check: text.optional().describe('How it will be checked.'),
  owner_id: id.nullable().optional().describe('Who sees to it that it is checked.'),
  met_from: z.number().min(0).max(100).optional().describe('The score from which a must counts as met; 50 at first.'),
  removed,
  wording_only,
});

export const option_changed = z.strictObject({
  option_id: id,
  name,
  kind: z.enum(OPTION_KINDS).optional().describe('Left out: as it was before, `other_supplier` for a new option.'),
  chosen: z.boolean().optional().describe('True makes it the chosen option and takes the choice from the others.'),
  removed,
  wording_only,
});

export const option_costed = z.strictObject({
  option_id: id,
  cost: z.strictObject({ amount_minor, currency }).nullable().describe('All that it costs in the time looked at.'),
  note: text.optional().describe('What is in it, and for how long.'),
});

export const EVIDENCE_KINDS = ['document', 'test', 'page', 'person'] as const;

export const score_changed = z.strictObject({
  option_id: id,
  requirement_id: id,
  score: z.number().min(0).max(100).nullable().describe('How it does, best guess; null takes the score back.'),
  low: z.number().min(0).max(100).optional().describe('At worst. Left out, with `high`: the score is a point.'),
  high: z.number().min(0).max(100).optional().describe('At best.'),
  evidence: z
    .array(z.strictObject({ kind: z.enum(EVIDENCE_KINDS), reference: text }))
    .max(20)
    .optional()
    .describe('What it rests on besides claims. Left out: as before.'),
  claim_ids: z
    .array(id)
    .max(100)
    .optional()
    .describe('The claims it rests on; they count as used. Left out: as before.'),
});

/** On which way an answer reached the group; what a supplier says should be the same on each. */
export const CLAIM_CHANNELS = ['web', 'proposal', 'rep', 'partner', 'support', 'document', 'other'] as const;
export type ClaimChannel = (typeof CLAIM_CHANNELS)[number];

const day = z.iso.date().nullable().optional();

/** Where a claim was found. Each part left out: as before; null: none. */
const claim_source = {
  source: z.string().max(500).optional(),
  channel: z.enum(CLAIM_CHANNELS).nullable().optional().describe('On which way the answer came.'),
  document: z.string().max(300).nullable().optional().describe('The name of the page or file.'),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .nullable()
    .optional(),
  line: z.int().min(1).max(10_000_000).nullable().optional().describe('The line or page in it, from 1.'),
  quote: text.nullable().optional().describe('The words themselves.'),
  said_by: name.nullable().optional().describe('Who said it, where a person did.'),
};

export const claim_changed = z.strictObject({
  claim_id: id,
  subject: z.string().min(1).max(200),
  attribute: z.string().min(1).max(200),
  value: z.union([z.number(), z.boolean(), z.string().max(2_000)]),
  unit: z.string().max(60).optional(),
  value_kind: z
    .enum(VALUE_KINDS)
    .optional()
    .describe('How the value is meant. Left out: as before; for a new claim, found out from the value.'),
  option_id: id.nullable().optional().describe('The option it is about. Left out: as before.'),
  condition: z
    .string()
    .max(300)
    .nullable()
    .optional()
    .describe('Under which it holds: a plan, a region. Left out: as before.'),
  valid_from: day.describe('The first day on which it holds. Left out: as before; null: always.'),
  valid_to: day.describe('The last day on which it holds. Left out: as before; null: for good.'),
  ...claim_source,
  evidence: text.nullable().optional().describe('What shows that it is so: a test, a reference. Left out: as before.'),
  drafted_by: z.string().max(200).optional().describe('The software that drafted it; who wrote it confirmed it.'),
  used_for: z.array(id).max(40).optional().describe('The jobs the group used it for. Left out: as before.'),
  aside: z.boolean().optional().describe('It does not matter for this decision. Left out: as before.'),
  retracted: z.boolean().optional(),
  wording_only,
});

export const contradiction_opened = z.strictObject({
  contradiction_id: id,
  claim_ids: z.array(id).min(1).max(20),
  note: text.optional(),
});
export const contradiction_resolved = z.strictObject({
  contradiction_id: id,
  claim_ids: z
    .array(id)
    .min(1)
    .max(20)
    .optional()
    .describe('The claims it was between, where nobody opened it: what compares claims found it.'),
  holds: id.optional().describe('The claim that holds; the others count as refuted.'),
  no_conflict: z.boolean().optional().describe('They do not contradict each other; the note says why.'),
  evidence: text.optional().describe('What shows it.'),
  note: text.optional(),
});

export const net_value_changed = z.strictObject({ amount_minor, currency });
