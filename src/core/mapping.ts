import { z } from 'zod';
import { CHANNELS, OUTCOMES, SIDES, SIGNALS } from './body/words.ts';

/** What a column of a file is read as. */
export const COLUMN_USES = [
  'purchase',
  'name',
  'account',
  'activity',
  'lifecycle',
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

/** The CRMs whose exports come in parts that are joined. */
export const CRMS = ['salesforce', 'hubspot', 'maven', 'olist'] as const;

/** How one source's words become events: a small readable file, suggested from the data, edited, reusable. */
export const mapping = z.strictObject({
  mapping: z.literal(1).describe('The version of this format.'),
  name: z.string().min(1).max(120),
  about: z.string().max(2000).optional(),
  crm: z.enum(CRMS).optional().describe('The files are parts of an export of this CRM and are joined.'),
  columns: z
    .record(z.string(), z.enum(COLUMN_USES))
    .describe('Column (or XES attribute, `case:` first for those of a trace) to use.'),
  time: z
    .strictObject({
      format: z.string().max(60).default('auto').describe('auto, iso, month_first, day_first, epoch_s or epoch_ms.'),
      zone: z.string().max(60).optional().describe('An IANA name, for times without an offset.'),
      at: z.iso.datetime({ offset: true }).optional().describe('The time of rows that do not say when.'),
    })
    .default({ format: 'auto' }),
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
        side: z.enum(SIDES).optional().describe('Who did it; left out: the side of the persons of the file.'),
        ignore: z.boolean().optional(),
      }),
    )
    .default({})
    .describe(
      'Activity to meaning. Where a column is the lifecycle, `A+COMPLETE` is looked for before `A`; the word that is found ' +
        'here is the one that is kept.',
    ),
  outcomes: z
    .record(z.string(), z.enum(OUTCOMES))
    .default({})
    .describe('Words of the outcome or stage column that end a purchase.'),
});
export type Mapping = z.output<typeof mapping>;

/** A row that was not imported, and why. */
export const refusal = z.strictObject({
  line: z.int(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  code: z.string(),
  reason: z.string(),
});
export type Refusal = z.output<typeof refusal>;
