import { z } from 'zod';
import { EVIDENCE_KINDS, OPTION_KINDS, PRIORITIES } from '../core/body/basis.ts';
import { MOST_ANSWERS, WEIGHT_METHODS } from '../core/body/weights.ts';
import { LIST_COLUMNS, MOST_LISTED } from '../core/tradeoff/requirement-list.ts';
import { written } from './command.ts';
import { operation } from './operation.ts';
import { at_date, id, in_purchase, in_workspace, instant, view, zone } from './terms.ts';

const PURCHASE = '/workspaces/:workspace_id/purchases/:purchase_id';
const share = z.number().describe('A part of 1.');
const money = z.strictObject({ amount_minor: z.int(), currency: z.string() });
const seen = id.describe('Send this back as `seen` so that a change meanwhile is noticed.');

const requirement = z.strictObject({
  requirement_id: id,
  text: z.string(),
  priority: z.enum(PRIORITIES),
  met_from: z.number(),
  why: z.string().nullable(),
  matters_to: z.array(id),
  check: z.string().nullable(),
  owner_id: id.nullable(),
  version: z.int(),
  zone,
  at: instant,
  seen,
});

const option = z.strictObject({
  option_id: id,
  name: z.string(),
  kind: z.enum(OPTION_KINDS),
  chosen: z.boolean(),
  zone: zone.nullable().describe('Null for doing nothing where nobody wrote it down: it always is an option.'),
  seen: seen.nullable(),
  cost: z
    .strictObject({
      ...money.shape,
      note: z.string().nullable(),
      zone,
      seen,
    })
    .nullable(),
});

const score = z.strictObject({
  option_id: id,
  requirement_id: id,
  low: z.number(),
  point: z.number(),
  high: z.number(),
  claims: z.array(z.strictObject({ claim_id: id, text: z.string() })),
  evidence: z.array(z.strictObject({ kind: z.enum(EVIDENCE_KINDS), reference: z.string() })),
  zone,
  at: instant,
  seen,
});

const weighing = z.strictObject({
  person_id: id,
  name: z.string(),
  method: z.enum(WEIGHT_METHODS),
  answers: z.array(z.strictObject({ requirement_id: id, value: z.number() })).max(MOST_ANSWERS),
  sentence: z.string().nullable(),
  zone,
  at: instant,
  seen,
});

const miss = z.strictObject({
  requirement_id: id,
  text: z.string(),
  low: z.number(),
  high: z.number(),
  met_from: z.number(),
  known: z.boolean(),
});

const option_result = z.strictObject({
  option_id: id,
  missed: z.array(miss).describe('Must-haves that it misses: it is out.'),
  open: z.array(miss).describe('Must-haves of which it is not known yet whether it meets them.'),
  out: z.string().nullable().describe('Why it is out, in words.'),
  ranked: z.boolean(),
  value: z.strictObject({ low: z.number(), point: z.number(), high: z.number() }).nullable(),
  ranks: z.array(share).nullable().describe('The share of weightings and scores in which it comes 1st, 2nd …'),
  central: z.array(share).nullable(),
  confidence: share.nullable(),
});

/** Places of requirements are counted from 0, in the order of `requirements`. */
const weight_flip = z.strictObject({
  option_id: id,
  moved: share,
  from: z.array(z.strictObject({ requirement: z.int(), amount: share })),
  to: z.int(),
  weights: z.array(share),
});

const score_flip = z.strictObject({
  option_id: id,
  winner_id: id,
  requirement: z.int(),
  before: z.number(),
  after: z.number(),
  eliminates: z.boolean(),
  admits: z.boolean().describe('It lets an option in that is out.'),
});

const frontier = z.strictObject({
  currency: z.string().nullable(),
  options: z.array(
    z.strictObject({
      option_id: id,
      value: z.number(),
      cost: money,
      efficient: z.boolean(),
      dominated_by: id.nullable(),
    }),
  ),
  steps: z.array(
    z.strictObject({
      from: id,
      to: id,
      extra_minor: z.number(),
      extra_value: z.number(),
      per_point_minor: z.number(),
    }),
  ),
  unpriced: z.array(id),
  other_currency: z.array(id),
});

const agreement = z.strictObject({
  concordance: z
    .strictObject({
      w: share,
      beyond_chance: z.number(),
      p: share,
      method: z.enum(['exact', 'drawn']),
      people: z.int(),
      things: z.int(),
    })
    .nullable(),
  differences: z.array(
    z.strictObject({
      requirement_id: id,
      text: z.string(),
      most: z.strictObject({ person_id: id, weight: share }),
      least: z.strictObject({ person_id: id, weight: share }),
      moves: z.number(),
    }),
  ),
});

const result = z.strictObject({
  weights: z.array(share).describe('The mean of what people said, for each requirement.'),
  options: z.array(option_result),
  people: z.array(
    z.strictObject({
      person_id: id,
      name: z.string(),
      weights: z.array(share),
      left_out: z.int(),
      first: z.array(z.strictObject({ option_id: id, share })),
    }),
  ),
  winner: id.nullable(),
  samples: z.int(),
  weight_flip: weight_flip.nullable(),
  score_flip: score_flip.nullable(),
  frontier,
  alarm: z
    .strictObject({
      apart: z.number(),
      separators: z.array(
        z.strictObject({
          requirement_id: id,
          text: z.string(),
          points: z.number(),
          why: z.enum(['unknown', 'range', 'weight']),
        }),
      ),
    })
    .nullable(),
  agreement,
});

const in_words = z.strictObject({
  verdict: z.string().nullable(),
  flips: z.array(z.string()).describe('What would change the winner.'),
  alarm: z.string().nullable(),
  agreement: z.string().nullable(),
  differences: z.array(z.string()),
  notes: z.array(z.strictObject({ code: z.string(), text: z.string() })),
});

export const tradeoff_page = z.strictObject({
  purchase_id: id,
  view,
  read_only: z.string().nullable(),
  requirements: z.array(requirement),
  options: z.array(option),
  scores: z.array(score),
  weighings: z.array(weighing),
  aside: z.array(z.strictObject({ person_id: id, name: z.string(), at: instant, seen })),
  people: z.array(z.strictObject({ person_id: id, name: z.string() })).describe('Whose it is to weigh.'),
  result,
  words: in_words,
});

const cells = z.array(z.array(z.string().max(4_000)).max(40)).max(2_000);
const columns = z.array(z.enum(LIST_COLUMNS)).max(40);

export const tradeoffOperations = {
  'tradeoffs.get': operation({
    method: 'GET',
    path: `${PURCHASE}/tradeoff`,
    noun: 'tradeoff',
    summary: 'Requirements, options, scores and weights as you may know them, and what follows from them.',
    permission: 'member',
    zone: 'view',
    params: in_purchase,
    query: at_date,
    output: tradeoff_page,
  }),
  'requirement_lists.create': operation({
    method: 'POST',
    path: '/workspaces/:workspace_id/requirement-lists',
    noun: 'requirement',
    summary: 'Reads rows of cells out of a pasted list or a spreadsheet; nothing is kept.',
    permission: 'member',
    zone: 'none',
    params: in_workspace,
    body: z.union([
      z.strictObject({ text: z.string().max(400_000) }),
      z.strictObject({ file: z.base64().max(4_000_000).describe('A CSV or XLSX file, base64.') }),
    ]),
    output: z.strictObject({ rows: cells, columns }),
  }),
  'requirements.create': operation({
    method: 'POST',
    path: `${PURCHASE}/requirements`,
    noun: 'requirement',
    summary: 'Adds several requirements in one go.',
    permission: 'member',
    zone: 'view',
    params: in_purchase,
    body: z.strictObject({
      requirements: z
        .array(
          z.strictObject({
            text: z.string().trim().min(1).max(2_000),
            priority: z.enum(PRIORITIES),
            why: z.string().max(2_000).optional(),
            check: z.string().max(2_000).optional(),
          }),
        )
        .min(1)
        .max(MOST_LISTED),
      zone: zone.optional(),
    }),
    output: written,
  }),
  'rfps.get': operation({
    method: 'GET',
    path: `${PURCHASE}/rfp`,
    noun: 'requirement',
    summary: 'The shared requirements as a request for proposals, as a spreadsheet or as Markdown.',
    permission: 'member',
    zone: 'view',
    params: in_purchase,
    query: z.strictObject({ format: z.enum(['xlsx', 'md']).default('xlsx') }),
    output: z.string(),
    media: 'download',
  }),
};
