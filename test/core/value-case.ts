import {
  type CaseTerms,
  DEFAULT_TERMS,
  type ValueAssumption,
  type ValueCase,
  type ValueDriver,
} from '../../src/core/value/case.ts';

type Assumed = Partial<ValueAssumption> & { symbol: string; value: number };
type Driven = Partial<ValueDriver> & { formula: string };

/** An assumption with everything that does not matter to a test filled in. */
export const assumed = (more: Assumed): ValueAssumption => ({
  assumption_id: `a-${more.symbol}`,
  name: more.symbol,
  unit: null,
  low: null,
  high: null,
  distribution: 'triangular',
  state: 'proposed',
  zone: 'shared',
  proposed_by: 'seller',
  agreed_by: [],
  disputed_by: [],
  ...more,
});

/** A recurring benefit of the buyer, unless it says otherwise. */
export const driven = (more: Driven): ValueDriver => ({
  driver_id: more.symbol ?? 'driver',
  symbol: 'driver',
  name: more.symbol ?? 'driver',
  kind: 'benefit',
  side: 'buyer',
  price: false,
  recurring: true,
  start_month: 0,
  ramp_months: 0,
  ramp: 'linear',
  attrition: 0,
  matters_to: [],
  zone: 'shared',
  ...more,
});

/** A value case of these assumptions and drivers. */
export const caseOf = (
  assumptions: readonly Assumed[],
  drivers: readonly Driven[],
  terms: Partial<CaseTerms> = {},
): ValueCase => ({
  assumptions: assumptions.map(assumed),
  drivers: drivers.map(driven),
  terms: { ...DEFAULT_TERMS, ...terms },
});
