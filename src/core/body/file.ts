import { z } from 'zod';
import { id, name } from './words.ts';

/** The bytes of a file are kept beside the ledger, by what they are. */
export const file_content = z.strictObject({
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('The SHA-256 of the bytes.'),
  size_bytes: z.int().min(0),
  media_type: z.string().max(120).describe('What the bytes are, as found by looking at them.'),
});

export const file_changed = z.strictObject({
  file_id: id,
  name,
  job_id: id.nullable().optional().describe('The job it is for. Left out: as before; null: none.'),
  content: file_content.optional().describe('A new version. This and `link` left out: the content stays as it was.'),
  link: z
    .url({ protocol: /^https$/ })
    .max(2_000)
    .optional()
    .describe('Where it stands, in place of bytes here. It is never asked for by the program.'),
  removed: z.boolean().optional(),
});
