import { z } from 'zod';
import { CHANNELS, OUTCOMES, SIGNALS } from '../core/body/words.ts';
import { operation } from './operation.ts';
import { count, id, in_workspace, instant } from './terms.ts';

/** What a column of a file is read as. */
export const COLUMN_USES = [
  'purchase',
  'name',
  'account',
  'activity',
  'time',
  'person',
  'side',
  'amount',
  'currency',
  'channel',
  'stage',
  'outcome',
  'ignore',
] as const;

/** How one source's words become events: a small readable file, suggested from the data, edited, reusable. */
export const mapping = z.strictObject({
  mapping: z.literal(1).describe('The version of this format.'),
  name: z.string().min(1).max(120),
  about: z.string().max(2000).optional(),
  columns: z
    .record(z.string(), z.enum(COLUMN_USES))
    .describe('Column (or XES attribute, `case:` first for those of a trace) to use.'),
  time: z
    .strictObject({ format: z.string().max(60).default('auto'), zone: z.string().max(60).optional() })
    .default({ format: 'auto' })
    .describe('`zone` is an IANA name, for times without an offset.'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  template: z.string().max(200).default('buying-6'),
  persons: z
    .enum(['seller', 'buyer', 'none'])
    .default('seller')
    .describe('On which side the persons of the file are. Only buyers become stakeholders.'),
  activities: z
    .record(
      z.string(),
      z.strictObject({
        evidence: z
          .array(z.strictObject({ job: z.string(), signal: z.enum(SIGNALS) }))
          .optional()
          .describe('What it suggests of which jobs.'),
        outcome: z.enum(OUTCOMES).optional(),
        channel: z.enum(CHANNELS).optional().describe('The channel of the touch that it otherwise is.'),
        ignore: z.boolean().optional(),
      }),
    )
    .default({})
    .describe('Activity (as in the file; with lifecycle `A+COMPLETE` where the mapping names it so) to meaning.'),
  outcomes: z
    .record(z.string(), z.enum(OUTCOMES))
    .default({})
    .describe('Words of the outcome or stage column that end a purchase.'),
});
export type Mapping = z.output<typeof mapping>;

export const refusal = z.strictObject({
  line: z.int(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  code: z.string(),
  reason: z.string(),
});

const import_state = z.enum(['queued', 'running', 'done', 'failed', 'retracted']);

export const import_record = z.strictObject({
  import_id: id,
  name: z.string(),
  state: import_state,
  step: z.string().describe('What it is at, in words.'),
  share: z.number().min(0).max(1).describe('How far it is.'),
  started_at: instant,
  finished_at: instant.nullable(),
  rows: z.int(),
  events: z.int(),
  purchases: z.int(),
  repeated: z.int().describe('Rows that were in the ledger already.'),
  refused: z.int(),
  outcomes: z.strictObject({ bought: z.int(), lost: z.int(), no_decision: z.int(), open: z.int() }),
  error: z.string().nullable(),
  by: z.string().nullable(),
});

const column = z.strictObject({
  name: z.string(),
  use: z.enum(COLUMN_USES),
  examples: z.array(z.string()),
  distinct: z.int().nullable(),
  empty_share: z.number(),
  time_format: z.string().nullable(),
});

/** What is known of an uploaded file before it is imported. */
export const preview = z.strictObject({
  upload_id: id,
  file_name: z.string(),
  size_bytes: z.int(),
  format: z.enum(['csv', 'xes', 'coassent']),
  complete: z.boolean().describe('Whether all of it was looked at, or its beginning.'),
  rows_seen: z.int(),
  columns: z.array(column),
  activities: z.array(z.strictObject({ name: z.string(), count: z.int() })),
  sample: z.array(z.record(z.string(), z.string())),
  mapping,
  recognised: z.string().nullable().describe('The shipped mapping that fits this file.'),
  questions: z.array(z.strictObject({ code: z.string(), text: z.string(), column: z.string().nullable() })),
  known_as: id.nullable().describe('The import that this same file was before.'),
});

const in_import = z.strictObject({ workspace_id: id, import_id: id });
const in_upload = z.strictObject({ workspace_id: id, upload_id: id });

export const importOperations = {
  'uploads.create': operation({
    method: 'POST',
    path: '/workspaces/:workspace_id/uploads',
    noun: 'import',
    summary: 'Takes a file in (several for a CRM export that comes in parts) and looks at it.',
    permission: 'seller',
    zone: 'seller',
    params: in_workspace,
    output: preview,
    media: 'upload',
  }),
  'uploads.get': operation({
    method: 'GET',
    path: '/workspaces/:workspace_id/uploads/:upload_id',
    noun: 'import',
    summary: 'What is known of an uploaded file.',
    permission: 'seller',
    zone: 'seller',
    params: in_upload,
    output: preview,
  }),
  'previews.create': operation({
    method: 'POST',
    path: '/workspaces/:workspace_id/uploads/:upload_id/previews',
    noun: 'import',
    summary: 'Tries a mapping on the beginning of a file: the first purchases and what would be refused.',
    permission: 'seller',
    zone: 'seller',
    params: in_upload,
    body: z.strictObject({ mapping }),
    output: z.strictObject({
      rows: z.int(),
      purchases: z.int(),
      events: z.int(),
      outcomes: z.strictObject({ bought: z.int(), lost: z.int(), no_decision: z.int(), open: z.int() }),
      refused: z.array(refusal),
      questions: z.array(z.strictObject({ code: z.string(), text: z.string(), column: z.string().nullable() })),
    }),
  }),
  'imports.create': operation({
    method: 'POST',
    path: '/workspaces/:workspace_id/imports',
    noun: 'import',
    summary: 'Imports an uploaded file with a mapping, as one unit.',
    permission: 'seller',
    zone: 'seller',
    params: in_workspace,
    body: z.strictObject({ upload_id: id, mapping, replace: z.boolean().default(false) }),
    output: import_record,
  }),
  'imports.list': operation({
    method: 'GET',
    path: '/workspaces/:workspace_id/imports',
    noun: 'import',
    summary: 'All imports, newest first.',
    permission: 'seller',
    zone: 'seller',
    params: in_workspace,
    output: z.strictObject({ imports: z.array(import_record) }),
  }),
  'imports.get': operation({
    method: 'GET',
    path: '/workspaces/:workspace_id/imports/:import_id',
    noun: 'import',
    summary: 'One import: how far it is, what came of it.',
    permission: 'seller',
    zone: 'seller',
    params: in_import,
    output: import_record,
  }),
  'imports.refusals': operation({
    method: 'GET',
    path: '/workspaces/:workspace_id/imports/:import_id/refusals',
    noun: 'import',
    summary: 'The rows that were refused, with line, column, value and reason.',
    permission: 'seller',
    zone: 'seller',
    params: in_import,
    query: z.strictObject({ after: count.min(0).default(0), limit: count.min(1).max(1000).default(100) }),
    output: z.strictObject({ refusals: z.array(refusal), total: z.int() }),
  }),
  'imports.refusals_csv': operation({
    method: 'GET',
    path: '/workspaces/:workspace_id/imports/:import_id/refusals.csv',
    noun: 'import',
    summary: 'The same as a CSV file.',
    permission: 'seller',
    zone: 'seller',
    params: in_import,
    output: z.string(),
    media: 'download',
  }),
  'retractions.put': operation({
    method: 'PUT',
    path: '/workspaces/:workspace_id/imports/:import_id/retraction',
    noun: 'import',
    summary: 'Undoes an import: its events stay in the ledger and no longer count.',
    permission: 'seller',
    zone: 'seller',
    params: in_import,
    output: import_record,
  }),
  'retractions.delete': operation({
    method: 'DELETE',
    path: '/workspaces/:workspace_id/imports/:import_id/retraction',
    noun: 'import',
    summary: 'Restores an undone import.',
    permission: 'seller',
    zone: 'seller',
    params: in_import,
    output: import_record,
  }),
  'mappings.list': operation({
    method: 'GET',
    path: '/workspaces/:workspace_id/mappings',
    noun: 'import',
    summary: 'Shipped mappings and those kept in this workspace.',
    permission: 'seller',
    zone: 'seller',
    params: in_workspace,
    output: z.strictObject({ mappings: z.array(z.strictObject({ shipped: z.boolean(), mapping })) }),
  }),
  'mappings.put': operation({
    method: 'PUT',
    path: '/workspaces/:workspace_id/mappings',
    noun: 'import',
    summary: 'Keeps a mapping under its name.',
    permission: 'seller',
    zone: 'seller',
    params: in_workspace,
    body: z.strictObject({ mapping }),
    output: z.strictObject({ shipped: z.boolean(), mapping }),
  }),
};
