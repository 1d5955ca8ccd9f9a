import { z } from 'zod';
import { VERDICTS } from '../core/claims/compare.ts';
import { ASIDE_REASONS } from '../core/claims/overload.ts';
import { GROUNDS, LACKS } from '../core/claims/sense.ts';
import { VALUE_KINDS } from '../core/claims/value.ts';
import { channel, claim_view, contradiction_view, said } from './claim-view.ts';
import { written } from './command.ts';
import { operation } from './operation.ts';
import { at_date, flag, id, in_purchase } from './terms.ts';

const PURCHASE = '/workspaces/:workspace_id/purchases/:purchase_id';

const pair = z.strictObject({
  claim_ids: z.tuple([id, id]),
  similarity: z.number().describe('0 to 1.'),
  why: z.string(),
});

const proposal = z.strictObject({
  subject: z.string(),
  attribute: z.string(),
  value: said,
  unit: z.string().nullable(),
  value_kind: z.enum(VALUE_KINDS),
  text: z.string(),
  quote: z.string(),
  offset: z.int().describe('Where the value stands in the text, in UTF-16 units from 0.'),
  length: z.int(),
  line: z.int(),
  drafted_by: z.string().nullable().describe('The model that drafted it; null where rules found it.'),
  known: z
    .strictObject({ claim_id: id, verdict: z.enum(VERDICTS), text: z.string() })
    .nullable()
    .describe('A claim on the same thing that is there already, and how the two compare.'),
});

const audited = z.strictObject({
  subject: z.string(),
  attribute: z.string(),
  said: z.array(z.strictObject({ option_id: id, claims: z.array(claim_view) })),
});

const LONGEST_TEXT = 200_000;

const readOperations = {
  'claims.list': operation({
    method: 'GET',
    path: `${PURCHASE}/claims`,
    noun: 'claim',
    summary: 'Claims as you may know them, with the contradictions between them and pairs only a person can compare.',
    permission: 'member',
    zone: 'view',
    params: in_purchase,
    query: z.strictObject({
      ...at_date.shape,
      q: z.string().max(200).optional().describe('Part of subject, attribute, value or source.'),
      channel: channel.optional(),
      option_id: id.optional(),
      all: flag.optional().describe('Retracted ones too.'),
    }),
    output: z.strictObject({
      claims: z.array(claim_view),
      contradictions: z.array(contradiction_view).describe('Open ones first, then the newest.'),
      pairs: z.array(pair),
      options: z.array(z.strictObject({ option_id: id, name: z.string() })),
      jobs: z.array(z.strictObject({ job_id: id, name: z.string() })),
      model: z.string().nullable().describe('The text model that can draft claims here; null where there is none.'),
    }),
  }),
  'channels.get': operation({
    method: 'GET',
    path: `${PURCHASE}/channels`,
    noun: 'claim',
    summary: 'What the supplier says of each thing, by channel, and what to mend where it comes from.',
    permission: 'seller',
    zone: 'view',
    params: in_purchase,
    query: at_date,
    output: z.strictObject({
      answers: z.array(
        z.strictObject({
          subject: z.string(),
          attribute: z.string(),
          verdict: z.enum(VERDICTS),
          said: z.array(z.strictObject({ channel, claims: z.array(claim_view) })),
          silent: z.array(channel),
          holds: claim_view.nullable(),
          mend: z.array(claim_view),
        }),
      ),
    }),
  }),
  'claim_audits.get': operation({
    method: 'GET',
    path: `${PURCHASE}/claim-audit`,
    noun: 'claim',
    summary: 'Claims that every option makes, that only one makes, and for which nobody has evidence.',
    permission: 'member',
    zone: 'view',
    params: in_purchase,
    query: at_date,
    output: z.strictObject({
      options: z.array(z.strictObject({ option_id: id, name: z.string() })),
      by_all: z.array(audited),
      by_one: z.array(audited),
      differing: z.array(audited),
      without_evidence: z.array(claim_view),
    }),
  }),
  'senses.get': operation({
    method: 'GET',
    path: `${PURCHASE}/jobs/:job_id/sense`,
    noun: 'claim',
    summary: 'For one job: what is established, disputed, missing, and what does not matter for this decision.',
    permission: 'member',
    zone: 'view',
    params: z.strictObject({ ...in_purchase.shape, job_id: id }),
    query: at_date,
    output: z.strictObject({
      job_id: id,
      name: z.string(),
      sentence: z.string(),
      established: z.array(z.strictObject({ claim: claim_view, ground: z.enum(GROUNDS), also: z.array(claim_view) })),
      disputed: z.array(
        z.strictObject({
          contradiction: contradiction_view.nullable(),
          claims: z.array(claim_view),
          assumption: z.string().nullable(),
        }),
      ),
      missing: z.array(z.strictObject({ kind: z.enum(LACKS), what: z.string().nullable() })),
      no_matter: z.array(
        z.strictObject({ claim: claim_view, why: z.enum(['aside', 'tells_nothing_apart', 'expired']) }),
      ),
      model: z.string().nullable().describe('The text model that can draft a summary; null where there is none.'),
    }),
  }),
  'overloads.get': operation({
    method: 'GET',
    path: `${PURCHASE}/overload`,
    noun: 'claim',
    summary: 'How much there is to read for how many people, against what was used, and what could be put aside.',
    permission: 'member',
    zone: 'view',
    params: in_purchase,
    query: at_date,
    output: z.strictObject({
      pieces: z.int(),
      people: z.int(),
      per_person: z.number().nullable(),
      used: z.int(),
      put_aside: z.array(z.strictObject({ claim: claim_view, why: z.enum(ASIDE_REASONS) })),
      aside: z.array(claim_view),
    }),
  }),
  'sheets.get': operation({
    method: 'GET',
    path: `${PURCHASE}/sheet`,
    noun: 'claim',
    summary: 'The options side by side, from claims that say where they come from.',
    permission: 'member',
    zone: 'view',
    params: in_purchase,
    query: at_date,
    output: z.strictObject({
      options: z.array(z.strictObject({ option_id: id, name: z.string() })),
      rows: z.array(
        z.strictObject({
          attribute: z.string(),
          cells: z.array(z.strictObject({ option_id: id, claims: z.array(claim_view) })),
        }),
      ),
      left_out: z.int().describe('Claims that name no source.'),
      markdown: z.string(),
    }),
  }),
};

export const claimOperations = {
  ...readOperations,
  'claim_proposals.create': operation({
    method: 'POST',
    path: `${PURCHASE}/claim-proposals`,
    noun: 'claim',
    summary: 'Proposes claims from a text or a page; writes nothing.',
    permission: 'member',
    zone: 'view',
    params: in_purchase,
    body: z.strictObject({
      text: z.string().max(LONGEST_TEXT),
      format: z.enum(['text', 'html']).default('text'),
      subject: z.string().max(200).optional().describe('What it is about, where the text does not say.'),
      option_id: id.optional(),
      model: z.boolean().default(false).describe('Ask the text model too, where one is set up.'),
    }),
    output: z.strictObject({
      text: z.string().describe('What the places refer to; of a page, its text.'),
      proposals: z.array(proposal),
      said: z.string().nullable().describe('What there is to say of it, e.g. why the model did not answer.'),
    }),
  }),
  'summaries.create': operation({
    method: 'POST',
    path: `${PURCHASE}/jobs/:job_id/summaries`,
    noun: 'claim',
    summary: 'Lets the text model, where one is set up, draft a summary of what is known for a job; writes nothing.',
    permission: 'member',
    zone: 'view',
    params: z.strictObject({ ...in_purchase.shape, job_id: id }),
    body: z.strictObject({}),
    output: z.strictObject({
      drafted_by: z.string().nullable().describe('The model; null where there is none.'),
      sentences: z.array(
        z.strictObject({
          text: z.string(),
          cites: z.array(z.strictObject({ text: z.string(), claim_id: id.nullable() })),
        }),
      ),
      said: z.string().nullable().describe('What there is to say of it, e.g. why the model did not answer.'),
    }),
  }),
  'settlements.create': operation({
    method: 'POST',
    path: `${PURCHASE}/contradictions/:contradiction_id/settlements`,
    noun: 'contradiction',
    summary: 'Says which claim holds, or that there is no conflict; retracts what was refuted as far as it is yours.',
    permission: 'member',
    zone: 'view',
    params: z.strictObject({ ...in_purchase.shape, contradiction_id: id }),
    body: z.strictObject({
      holds: id.optional(),
      no_conflict: z.boolean().optional(),
      note: z.string().max(20_000).optional(),
      evidence: z.string().max(20_000).optional(),
    }),
    output: written,
  }),
  'claim_asides.create': operation({
    method: 'POST',
    path: `${PURCHASE}/claim-asides`,
    noun: 'claim',
    summary: 'Puts claims aside that do not matter for this decision, or takes them back.',
    permission: 'member',
    zone: 'view',
    params: in_purchase,
    body: z.strictObject({ claim_ids: z.array(id).min(1).max(200), aside: z.boolean() }),
    output: written,
  }),
};
