import type { Side } from '../body/words.ts';
import type { Zone } from '../zone.ts';

/** How a range is meant; see `distribution.ts`. */
export const DISTRIBUTIONS = ['triangular', 'pert', 'uniform', 'normal', 'lognormal'] as const;
export type Distribution = (typeof DISTRIBUTIONS)[number];

/** What a driver is: more of something good, a cost, or only a figure that other formulas use. */
export const DRIVER_KINDS = ['benefit', 'cost', 'figure'] as const;
export type DriverKind = (typeof DRIVER_KINDS)[number];

export const ASSUMPTION_STATES = ['proposed', 'agreed', 'disputed'] as const;
export type AssumptionState = (typeof ASSUMPTION_STATES)[number];

export const PERIODS = ['month', 'year'] as const;
export const RAMPS = ['linear', 's_curve'] as const;

/** One assumption as a view knows it. */
export interface ValueAssumption {
  assumption_id: string;
  /** What formulas call it. */
  symbol: string;
  name: string;
  value: number;
  unit: string | null;
  low: number | null;
  high: number | null;
  distribution: Distribution;
  state: AssumptionState;
  zone: Zone;
  proposed_by: Side | 'none';
  /** Who of the buyer side agreed or disputed, as far as the view may know. */
  agreed_by: readonly string[];
  disputed_by: readonly string[];
}

/** One driver as a view knows it. */
export interface ValueDriver {
  driver_id: string;
  symbol: string;
  name: string;
  formula: string;
  kind: DriverKind;
  /** Whose benefit or cost it is. */
  side: Side;
  /** A cost of the buyer that the supplier is paid. */
  price: boolean;
  recurring: boolean;
  /** Months after the decision; a recurring driver first counts in the month after. */
  start_month: number;
  /** After how many months it is there in full. */
  ramp_months: number;
  ramp: (typeof RAMPS)[number];
  /** Share that is lost again a year, 0 to 1. */
  attrition: number;
  /** Roles and people whom it matters to. */
  matters_to: readonly string[];
  zone: Zone;
}

export interface Correlation {
  one: string;
  other: string;
  /** Rank correlation (Spearman), −1 to 1. */
  r: number;
}

/** What holds for the whole case. */
export interface CaseTerms {
  currency: string;
  horizon_months: number;
  /** The assumption that says the horizon, in place of the number. */
  horizon_id: string | null;
  /** Cash flows are discounted at the end of months or of years. */
  periods: (typeof PERIODS)[number];
  /** The assumption that is the discount rate a year; none: nothing is discounted. */
  discount_rate_id: string | null;
  /** What one unit of another currency is worth in the case's: an assumption each, e.g. in EUR/USD. */
  rates: readonly { currency: string; assumption_id: string }[];
  correlations: readonly Correlation[];
  /** The month from which realised values are compared, `YYYY-MM`; null until it is known. */
  starts_on: string | null;
}

export interface ValueCase {
  assumptions: readonly ValueAssumption[];
  drivers: readonly ValueDriver[];
  terms: CaseTerms;
}

export const DEFAULT_TERMS: CaseTerms = {
  currency: 'EUR',
  horizon_months: 36,
  horizon_id: null,
  periods: 'year',
  discount_rate_id: null,
  rates: [],
  correlations: [],
  starts_on: null,
};

export const LONGEST_HORIZON_MONTHS = 240;

/** What formulas call something of that name, where nobody has said it: `Cost of a line` is `cost_of_a_line`. */
export function symbolOf(name: string): string {
  const plain = name
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, 40);
  if (plain === '') return 'unnamed';
  return /^\p{N}/u.test(plain) ? `n_${plain}` : plain;
}

/** How many minor units one unit of a currency has, as a power of ten (ISO 4217). */
export function minorDigits(currency: string): number {
  let digits = KNOWN_DIGITS.get(currency);
  if (digits === undefined) {
    digits = askedDigits(currency);
    KNOWN_DIGITS.set(currency, digits);
  }
  return digits;
}

/** Making a number format takes longer than computing a whole case. */
const KNOWN_DIGITS = new Map<string, number>();

function askedDigits(currency: string): number {
  try {
    const options = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
    return options.maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

/**
 * An amount in whole minor units: the one place where money is rounded, half away from zero. Everything before is computed
 * in doubles of major units.
 */
export const toMinor = (amount: number, currency: string): number => {
  const minor = Math.abs(amount) * 10 ** minorDigits(currency);
  // What is a half but for the last bits of a double counts as a half.
  const rounded = Math.floor(minor + 0.5 + minor * 2e-16);
  return amount < 0 ? 0 - rounded : rounded;
};
