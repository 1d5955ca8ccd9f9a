import { z } from 'zod';
import { ASSUMPTION_STATES, DISTRIBUTIONS, DRIVER_KINDS, PERIODS, RAMPS } from '../core/value/case.ts';
import { STANDINGS } from '../core/value/reliance.ts';
import { VALUE_TEMPLATE_NAMES } from '../core/value/templates.ts';
import { written } from './command.ts';
import { operation } from './operation.ts';
import { at_date, id, in_purchase, instant, side, view, zone } from './terms.ts';

const PURCHASE = '/workspaces/:workspace_id/purchases/:purchase_id';

const minor = z.int().describe('In the minor unit of the currency of the case.');
const share = z.number().describe('0 to 1.');
const whose = z.enum(['buyer', 'seller', 'none']);
const named = z.strictObject({ id, name: z.string() });

const assumption_view = z.strictObject({
  assumption_id: id,
  symbol: z.string(),
  name: z.string(),
  value: z.number(),
  unit: z.string().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  distribution: z.enum(DISTRIBUTIONS),
  state: z.enum(ASSUMPTION_STATES),
  zone,
  proposed_by: z.strictObject({ side: whose, name: z.string().nullable() }),
  owner: named.nullable(),
  source: z.string().nullable(),
  at: instant,
  judgements: z.array(
    z.strictObject({
      person_id: id,
      name: z.string(),
      judgement: z.enum(['agreed', 'disputed']),
      reason: z.string().nullable(),
      at: instant,
      zone,
    }),
  ),
  comments: z.array(
    z.strictObject({ event_id: id, by: z.string(), side: whose, comment: z.string(), at: instant, zone }),
  ),
  shared: z
    .strictObject({ value: z.number(), unit: z.string().nullable() })
    .nullable()
    .describe('What both sides read, where your side keeps another version.'),
  used: z.boolean().describe('Whether a driver or a term rests on it.'),
  seen: id,
});

const driver_view = z.strictObject({
  driver_id: id,
  symbol: z.string(),
  name: z.string(),
  formula: z.string(),
  kind: z.enum(DRIVER_KINDS),
  side,
  price: z.boolean(),
  recurring: z.boolean(),
  start_month: z.int(),
  ramp_months: z.int(),
  ramp: z.enum(RAMPS),
  attrition: z.number(),
  matters_to: z.array(z.string()),
  zone,
  standing: z.enum(STANDINGS).describe('Only what is agreed is ever called a saving.'),
  present_value: minor.nullable(),
  total: minor.nullable().describe('Undiscounted.'),
  fault: z.strictObject({ code: z.string(), message: z.string() }).nullable().describe('Why it cannot be computed.'),
  rests_on: z.array(id).describe('Assumptions.'),
  realised_elsewhere: z
    .strictObject({ share: z.number(), customers: z.int(), week: z.string() })
    .nullable()
    .describe('What customers realised of this driver, as released for a week over five customers or more.'),
  seen: id,
});

const irr = z.strictObject({
  found: z.enum(['one', 'several', 'none']),
  rates: z.array(z.number()).describe('A year; several where the flows change sign more than once.'),
});

const figures = z.strictObject({
  net_value: minor,
  complete: z.boolean().describe('Every driver of the buyer is in it.'),
  benefits: minor,
  costs: minor,
  total_cost: z.strictObject({ paid: minor, present_value: minor }).describe('Total cost of ownership.'),
  roi: z.number().nullable(),
  irr,
  payback_years: z.number().nullable(),
  discounted_payback_years: z.number().nullable(),
  discount_rate: z.number(),
  flows: z.array(minor).describe('Benefits less costs by period, the first at once.'),
});

export const value_page = z.strictObject({
  purchase_id: id,
  view,
  as_of: instant.nullable(),
  read_only: z.string().nullable(),
  terms: z.strictObject({
    currency: z.string(),
    horizon_months: z.int(),
    horizon_id: id.nullable(),
    periods: z.enum(PERIODS),
    discount_rate_id: id.nullable(),
    rates: z.array(z.strictObject({ currency: z.string(), assumption_id: id })),
    correlations: z.array(z.strictObject({ one: id, other: id, r: z.number() })),
    starts_on: z.string().nullable(),
    fault: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
    seen: id.nullable(),
  }),
  assumptions: z.array(assumption_view),
  drivers: z.array(driver_view),
  missing: z
    .array(z.strictObject({ symbol: z.string(), drivers: z.array(z.string()) }))
    .describe('Names in formulas that stand for nothing you can read.'),
  figures: figures.nullable().describe('Null while no driver can be computed.'),
  shared_net_value: minor
    .nullable()
    .describe(
      'What the shared part alone comes to; null where it cannot be computed. Equal where your side keeps nothing.',
    ),
  simulation: z
    .strictObject({
      runs: z.int(),
      seed: z.int(),
      mean: minor,
      mean_se: minor,
      positive: share,
      quantiles: z.array(z.strictObject({ p: z.number(), value: minor, se: minor })),
    })
    .nullable()
    .describe('Null where no assumption has a range, or it cannot be run.'),
  scenarios: z.strictObject({ low: minor, expected: minor, high: minor }).nullable(),
  tornado: z.array(z.strictObject({ assumption_id: id, name: z.string(), at_low: minor, at_high: minor })),
  reliance: z
    .strictObject({
      agreed: share,
      disputed: share,
      unreviewed: share,
      by_person: z.array(z.strictObject({ person_id: id, name: z.string(), share })),
    })
    .nullable(),
  own_cases: z.array(
    z.strictObject({
      person_id: id,
      name: z.string(),
      driver_ids: z.array(id),
      benefits: minor,
      costs: minor,
      net_value: minor,
      to_look_at: z.array(id).describe('Assumptions that the person has said nothing of.'),
    }),
  ),
  sharing: z
    .strictObject({
      value: minor,
      price: minor,
      buyer_keeps: minor,
      supplier_costs: minor.nullable(),
      supplier_keeps: minor.nullable(),
      supplier_share: z.number().nullable(),
    })
    .nullable()
    .describe('Price against value, as far as your figures allow it.'),
  realised: z.array(
    z.strictObject({
      driver_id: id,
      name: z.string(),
      promised: minor,
      realised: minor,
      variance: minor,
      ratio: z.number().nullable(),
      months: z.array(
        z.strictObject({
          month: z.string(),
          promised: minor,
          realised: minor,
          variance: minor,
          cause: z.string().nullable(),
          seen: id,
        }),
      ),
    }),
  ),
  stated: z
    .strictObject({ amount_minor: z.int(), currency: z.string(), at: instant })
    .nullable()
    .describe('A net value that was stated, where it was the last word.'),
});

const sheet_file = {
  file_name: z.string().min(1).max(200),
  content: z.base64().max(950_000).describe('The file, XLSX or CSV, in base64.'),
};

const sheet_row = z.strictObject({
  row: z.int().describe('As a spreadsheet counts them.'),
  what: z.enum(['assumption', 'realised']),
  id: id.nullable().describe('Of the assumption or driver; null for a new assumption.'),
  name: z.string(),
  before: z.string().nullable(),
  after: z.string(),
  refused: z.string().nullable().describe('Why this row would not be taken.'),
});

export const valueOperations = {
  'value.get': operation({
    method: 'GET',
    path: `${PURCHASE}/value`,
    noun: 'value case',
    summary: 'The value case with all its figures, computed from what you may read.',
    permission: 'member',
    zone: 'view',
    params: in_purchase,
    query: at_date,
    output: value_page,
  }),
  'value.sheet': operation({
    method: 'GET',
    path: `${PURCHASE}/value/sheet`,
    noun: 'value case',
    summary: 'The value case as a spreadsheet (XLSX) whose formulas live and give the same numbers.',
    permission: 'member',
    zone: 'view',
    params: in_purchase,
    output: z.string(),
    media: 'download',
  }),
  'value.begin': operation({
    method: 'POST',
    path: `${PURCHASE}/value/beginnings`,
    noun: 'value case',
    summary: 'Begins a value case from a template: its drivers, and those assumptions whose values are given.',
    permission: 'member',
    zone: 'view',
    params: in_purchase,
    body: z.strictObject({
      template: z.enum(VALUE_TEMPLATE_NAMES),
      values: z.record(z.string().max(60), z.number()).default({}).describe('By the symbols of its inputs.'),
      zone: zone.optional(),
    }),
    output: written,
  }),
  'value.preview': operation({
    method: 'POST',
    path: `${PURCHASE}/value/previews`,
    noun: 'value case',
    summary: 'What a sheet of assumptions or realised values would change. Nothing is written.',
    permission: 'member',
    zone: 'view',
    params: in_purchase,
    body: z.strictObject(sheet_file),
    output: z.strictObject({ rows: z.array(sheet_row), unchanged: z.int() }),
  }),
  'value.import': operation({
    method: 'POST',
    path: `${PURCHASE}/value/imports`,
    noun: 'value case',
    summary: 'Takes in what a sheet changes, all of it or nothing; refused rows are left out.',
    permission: 'member',
    zone: 'view',
    params: in_purchase,
    body: z.strictObject({ ...sheet_file, zone: zone.optional() }),
    output: written,
  }),
};
