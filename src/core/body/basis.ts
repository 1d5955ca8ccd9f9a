import { z } from 'zod';
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

export const claim_changed = z.strictObject({
  claim_id: id,
  subject: z.string().min(1).max(200),
  attribute: z.string().min(1).max(200),
  value: z.union([z.number(), z.boolean(), z.string().max(2_000)]),
  unit: z.string().max(40).optional(),
  source: z.string().max(500).optional(),
  used_for: z.array(id).max(40).optional().describe('The jobs the group used it for. Left out: as before.'),
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
  holds: id.optional().describe('The claim that holds.'),
  note: text.optional(),
});

export const net_value_changed = z.strictObject({ amount_minor, currency });
