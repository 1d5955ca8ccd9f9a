import { z } from 'zod';
import {
  ASSUMPTION_STATES,
  DISTRIBUTIONS,
  DRIVER_KINDS,
  LONGEST_HORIZON_MONTHS,
  PERIODS,
  RAMPS,
} from '../value/case.ts';
import { SYMBOL } from '../value/formula.ts';
import { amount_minor, currency, id, SIDES, text, wording_only } from './words.ts';

const symbol = z
  .string()
  .regex(SYMBOL)
  .describe('What formulas call it. Left out: as before, made from the name at first.');
const removed = z.boolean().optional().describe('Takes it out; what the other zone says of it stays.');
const calendar_month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .describe('A calendar month, YYYY-MM.');

export const assumption_changed = z.strictObject({
  assumption_id: id,
  name: z.string().min(1).max(200),
  value: z.number(),
  unit: z.string().max(40).optional(),
  state: z
    .enum(ASSUMPTION_STATES)
    .optional()
    .describe(
      'Left out: as before, `proposed` where its numbers changed. Who of the buyer side sets another state judges it by name.',
    ),
  symbol: symbol.optional(),
  low: z.number().nullable().optional().describe('The low end of its range. Left out: as before; null: none.'),
  high: z.number().nullable().optional(),
  distribution: z.enum(DISTRIBUTIONS).optional().describe('How the range is meant. Left out: as before, triangular.'),
  owner_id: id.nullable().optional().describe('Who can say more about it.'),
  source: text.optional().describe('Where the number is from.'),
  removed,
  wording_only,
});

export const assumption_judged = z.strictObject({
  assumption_id: id,
  person_id: id.describe('The buyer who judges: only for themselves.'),
  judgement: z.enum(['agreed', 'disputed', 'open']).describe('`open` takes an earlier judgement back.'),
  reason: text.optional(),
});

export const assumption_commented = z.strictObject({ assumption_id: id, comment: text });

export const driver_changed = z.strictObject({
  driver_id: id,
  name: z.string().min(1).max(200),
  formula: z
    .string()
    .max(1_000)
    .optional()
    .describe('Over symbols of assumptions and other drivers. Left out: as before.'),
  symbol: symbol.optional(),
  kind: z.enum(DRIVER_KINDS).optional().describe('Left out: as before, `benefit` for a new one.'),
  side: z.enum(SIDES).optional().describe('Whose benefit or cost it is. Left out: as before, `buyer`.'),
  price: z.boolean().optional().describe('A cost of the buyer that the supplier is paid.'),
  recurring: z
    .boolean()
    .optional()
    .describe('Money per time, again and again; else money once. Left out: as before, true.'),
  start_month: z.int().min(0).max(LONGEST_HORIZON_MONTHS).optional().describe('Months after the decision.'),
  ramp_months: z
    .int()
    .min(0)
    .max(LONGEST_HORIZON_MONTHS)
    .optional()
    .describe('After how many months it is there in full.'),
  ramp: z.enum(RAMPS).optional(),
  attrition: z.number().min(0).max(1).optional().describe('Share that is lost again a year.'),
  matters_to: z.array(id).max(60).optional().describe('Roles, and ids of people, whom it matters to.'),
  removed,
  wording_only,
});

export const case_set = z.strictObject({
  currency: currency.optional(),
  horizon_months: z.int().min(1).max(LONGEST_HORIZON_MONTHS).optional(),
  horizon_id: id.nullable().optional().describe('The assumption that says the horizon in place of the number.'),
  periods: z.enum(PERIODS).optional().describe('Discounted at the end of months or of years.'),
  discount_rate_id: id.nullable().optional().describe('The assumption that is the discount rate a year.'),
  rates: z
    .array(z.strictObject({ currency, assumption_id: id }))
    .max(20)
    .optional()
    .describe('Which assumption says what one unit of another currency is worth.'),
  correlations: z
    .array(z.strictObject({ one: id, other: id, r: z.number().gt(-1).lt(1) }))
    .max(100)
    .optional()
    .describe('Rank correlations of assumptions, for the simulation.'),
  starts_on: calendar_month.nullable().optional().describe('The month from which realised values are compared.'),
});

export const realised_recorded = z.strictObject({
  driver_id: id,
  month: calendar_month,
  amount_minor: amount_minor.nullable().describe('What it brought or cost in that month; null takes the entry back.'),
  currency,
  cause: text.optional().describe('Why it differs from what was promised.'),
});
