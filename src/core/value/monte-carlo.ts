import { formulas } from '../../catalogue/formulas.ts';
import { randomOf } from '../simulate/random.ts';
import { expectedValues } from './cash-flows.ts';
import { type Mixing, mix, mixingOf } from './correlation.ts';
import { faultOfRange, hasRange, type Spread, spreadOf } from './distribution.ts';
import { type Fault, fault, isFault } from './fault.ts';
import { discountRate, periodRate, signOf } from './figures.ts';
import { type CompiledDriver, lanesOf, type Model, runDrivers } from './model.ts';
import { normalQuantile } from './normal.ts';
import type { Lanes } from './program.ts';
import { type Quantile, quantilesOf } from './quantile.ts';
import { shareInMonth } from './ramp.ts';

/** What many runs of a case come to, with the standard errors that come from running it only so often. */
export interface Simulation {
  runs: number;
  seed: number;
  mean: number;
  mean_se: number;
  sd: number;
  quantiles: readonly Quantile[];
  /** Share of the runs with a net value above 0. */
  positive: number;
  positive_se: number;
  /** The net value of each run, in the order in which they were run. */
  values: Float64Array;
}

export interface SimulationOptions {
  runs: number;
  /** The same seed gives the same runs. Each assumption has draws of its own: adding one leaves those of the others. */
  seed: number;
  quantiles?: readonly number[];
}

/** Runs that are computed side by side: what they need stays in the fast part of the memory. */
const BLOCK = 512;
const QUANTILES = [0.1, 0.5, 0.9];

/** A driver as the simulation sees it: its sign, and what one unit of it a month is worth now. */
interface Worth {
  compiled: CompiledDriver;
  sign: 1 | -1;
  /** Share of the driver in each month, from 0. */
  shares: Float64Array;
}

/**
 * Monte Carlo: draws every assumption that has a range anew in each run and computes the buyer's net value (D. Hertz, "Risk
 * analysis in capital investment", Harvard Business Review, 1964). Assumptions without a range stay as they are.
 * @returns a sentence where a range, a correlation or a run makes no sense
 */
export function simulate(model: Model, options: SimulationOptions): Simulation | Fault {
  const drawing = drawingOf(model, options.seed);
  if (isFault(drawing)) return drawing;
  const worths = model.drivers.flatMap((compiled) => worthOf(model, compiled));
  if (worths.length === 0) return fault('case.empty', formulas.there_nothing_simulate_yet);
  const values = new Float64Array(options.runs);
  const lanes = lanesOf(model, BLOCK);
  const expected = expectedValues(model);
  expected.forEach((value, place) => {
    lanes.slots[place]?.fill(value * (model.factors[place] ?? Number.NaN) + 0);
  });
  for (let from = 0; from < options.runs; from += BLOCK) {
    lanes.n = Math.min(BLOCK, options.runs - from);
    draw(drawing, lanes);
    netValues(model, worths, lanes, values.subarray(from, from + lanes.n));
  }
  return summary(values, options);
}

/** What is drawn: its slot, the factor of its unit, its spread, and the stream of numbers that is its own. */
interface Drawn {
  slot: number;
  factor: number;
  spread: Spread;
  fill: (out: Float64Array, n: number) => void;
  /** Whether it is mixed with others. */
  mixed: boolean;
}

interface Drawing {
  drawn: readonly Drawn[];
  mixing: Mixing | null;
}

function drawingOf(model: Model, seed: number): Drawing | Fault {
  for (const assumption of model.assumptions) {
    const wrong = faultOfRange(assumption);
    if (wrong !== null) return wrong;
  }
  const used = new Set(model.drivers.flatMap(({ rests_on }) => rests_on));
  if (model.discount_rate >= 0) used.add(model.discount_rate);
  const ranged = model.assumptions.map((assumption) => hasRange(assumption));
  const mixing = mixingOf(model.terms.correlations, (id) => {
    const place = model.assumptions.findIndex(({ assumption_id }) => assumption_id === id);
    return ranged[place] === true ? place : -1;
  });
  if (isFault(mixing)) return mixing;
  const drawn = model.assumptions.flatMap((assumption, slot): Drawn[] => {
    const mixed = mixing?.places.includes(slot) === true;
    if (ranged[slot] !== true || !(used.has(slot) || mixed)) return [];
    const { word } = randomOf(seed, streamOf(assumption.assumption_id));
    const fill = (out: Float64Array, n: number): void => {
      // Half a step in, so that neither 0 nor 1 is ever drawn.
      for (let i = 0; i < n; i++) out[i] = (word() + 0.5) / 4_294_967_296;
    };
    return [{ slot, factor: model.factors[slot] ?? Number.NaN, spread: spreadOf(assumption), fill, mixed }];
  });
  return { drawn, mixing };
}

/** A number for an id: FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo). */
function streamOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

function draw({ drawn, mixing }: Drawing, lanes: Lanes): void {
  const { n, slots } = lanes;
  for (const { slot, fill, spread, mixed, factor } of drawn) {
    const out = slots[slot] as Float64Array;
    fill(out, n);
    if (mixed) for (let i = 0; i < n; i++) out[i] = normalQuantile(out[i] as number);
    else {
      spread.ofUniform(out, n);
      scale(out, factor, n);
    }
  }
  if (mixing === null) return;
  mix(
    mixing,
    mixing.places.map((place) => slots[place] as Float64Array),
    n,
  );
  for (const { slot, spread, mixed, factor } of drawn) {
    if (!mixed) continue;
    const out = slots[slot] as Float64Array;
    spread.ofNormal(out, n);
    scale(out, factor, n);
  }
}

function scale(out: Float64Array, factor: number, n: number): void {
  if (factor === 1) return;
  for (let i = 0; i < n; i++) out[i] = (out[i] as number) * factor;
}

function worthOf(model: Model, compiled: CompiledDriver): Worth[] {
  const { driver } = compiled;
  if (driver.kind === 'figure' || driver.side !== 'buyer') return [];
  const shares = new Float64Array(model.horizon_months + 1);
  if (driver.recurring) {
    for (let t = driver.start_month + 1; t <= model.horizon_months; t++) {
      shares[t] = shareInMonth(t - driver.start_month, driver);
    }
  } else if (driver.start_month <= model.horizon_months) shares[driver.start_month] = 1;
  return [{ compiled, sign: signOf(driver), shares }];
}

/** The net value in each lane: where a formula reads the month it is computed for each, else once. */
function netValues(model: Model, worths: readonly Worth[], lanes: Lanes, out: Float64Array): void {
  out.fill(0);
  const clock = model.assumptions.length;
  const discounts = discountsOf(model, lanes);
  const still = worths.filter(({ compiled }) => !compiled.by_month);
  const moving = worths.filter(({ compiled }) => compiled.by_month);
  lanes.slots[clock]?.fill(1);
  lanes.slots[clock + 1]?.fill(1);
  runDrivers(model, lanes);
  for (const { compiled, sign, shares } of still) {
    addDiscounted(out, lanes.slots[compiled.slot] as Float64Array, sign, discounts.of(shares), lanes.n);
  }
  if (moving.length === 0) return;
  for (let month = 1; month <= model.horizon_months; month++) {
    lanes.slots[clock]?.fill(month);
    lanes.slots[clock + 1]?.fill(Math.ceil(month / 12));
    runDrivers(model, lanes);
    for (const { compiled, sign, shares } of moving) {
      const at_once = month === 1 && (shares[0] ?? 0) > 0 ? 0 : month;
      if ((shares[at_once] ?? 0) === 0) continue;
      const only = new Float64Array(shares.length);
      only[at_once] = shares[at_once] ?? 0;
      addDiscounted(out, lanes.slots[compiled.slot] as Float64Array, sign, discounts.of(only), lanes.n);
    }
  }
}

function addDiscounted(out: Float64Array, given: Float64Array, sign: number, worth: number | Float64Array, n: number) {
  if (typeof worth === 'number') {
    const by = sign * worth;
    for (let i = 0; i < n; i++) out[i] = (out[i] as number) + by * (given[i] as number);
    return;
  }
  for (let i = 0; i < n; i++) out[i] = (out[i] as number) + sign * (worth[i] as number) * (given[i] as number);
}

/** What shares by month are worth now: one number where the discount rate is fixed, else one for each lane. */
function discountsOf(model: Model, lanes: Lanes): { of: (shares: Float64Array) => number | Float64Array } {
  const rate = model.assumptions[model.discount_rate];
  const usable = rate !== undefined && model.terms_fault === null;
  const by_year = model.terms.periods === 'year';
  const known = new Map<string, number | Float64Array>();
  const factors =
    usable && hasRange(rate)
      ? laneFactors(model, lanes)
      : 1 / (1 + periodRate(model, discountRate(model, expectedValues(model))));
  const of = (shares: Float64Array): number | Float64Array => {
    const periods = periodsOf(shares, by_year);
    const key = periods.join(' ');
    const before = known.get(key);
    if (before !== undefined) return before;
    const worth = typeof factors === 'number' ? horner(periods, factors) : hornerLanes(periods, factors, lanes.n);
    known.set(key, worth);
    return worth;
  };
  return { of };
}

function laneFactors(model: Model, lanes: Lanes): Float64Array {
  const rates = lanes.slots[model.discount_rate] as Float64Array;
  const factors = new Float64Array(lanes.n);
  for (let i = 0; i < lanes.n; i++) factors[i] = 1 / (1 + periodRate(model, rates[i] as number));
  return factors;
}

function periodsOf(shares: Float64Array, by_year: boolean): number[] {
  if (!by_year) return Array.from(shares);
  const sums = new Array<number>(Math.ceil((shares.length - 1) / 12) + 1).fill(0);
  for (let t = 0; t < shares.length; t++) sums[Math.ceil(t / 12)] = (sums[Math.ceil(t / 12)] ?? 0) + (shares[t] ?? 0);
  return sums;
}

function horner(periods: readonly number[], factor: number): number {
  let sum = 0;
  for (let t = periods.length - 1; t >= 0; t--) sum = sum * factor + (periods[t] ?? 0);
  return sum;
}

function hornerLanes(periods: readonly number[], factors: Float64Array, n: number): Float64Array {
  const sums = new Float64Array(n);
  for (let t = periods.length - 1; t >= 0; t--) {
    const share = periods[t] ?? 0;
    for (let i = 0; i < n; i++) sums[i] = (sums[i] as number) * (factors[i] as number) + share;
  }
  return sums;
}

function summary(values: Float64Array, { runs, seed, quantiles = QUANTILES }: SimulationOptions): Simulation | Fault {
  let sum = 0;
  let broken = 0;
  let positive = 0;
  for (const value of values) {
    if (!Number.isFinite(value)) broken++;
    if (value > 0) positive++;
    sum += value;
  }
  if (broken > 0) {
    return fault('formula.division_by_zero', formulas.runs_give_no_number(broken, runs));
  }
  const mean = sum / runs;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  const sd = runs > 1 ? Math.sqrt(squares / (runs - 1)) : 0;
  const share = positive / runs;
  return {
    runs,
    seed,
    mean,
    mean_se: sd / Math.sqrt(runs),
    sd,
    quantiles: quantilesOf(values, quantiles),
    positive: share,
    positive_se: Math.sqrt((share * (1 - share)) / runs),
    values,
  };
}
