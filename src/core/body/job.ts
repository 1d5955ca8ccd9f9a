import { z } from 'zod';
import { id, PHASES, quorum, RESTS_ON, roles, wording_only } from './words.ts';

const sentence = z.string().min(1).max(500).describe('What one agrees to, in plain words.');
const title = z.string().min(1).max(120);
const rests_on = z.array(z.enum(RESTS_ON)).max(RESTS_ON.length);

export const job_body = z.strictObject({
  job_id: id,
  name: title,
  sentence,
  phase: z.enum(PHASES).default('decide'),
  required_roles: roles.default([]),
  rests_on: rests_on.default([]),
  quorum: quorum.default('2/3'),
});

export const job_reworded = z.strictObject({ job_id: id, sentence, name: title.optional(), wording_only });

export const job_rule_changed = z.strictObject({
  job_id: id,
  required_roles: roles.optional(),
  rests_on: rests_on.optional(),
  quorum: quorum.optional(),
});

export const job_removed = z.strictObject({ job_id: id });
