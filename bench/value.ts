import { randomOf } from '../src/core/simulate/random.ts';
import {
  DEFAULT_TERMS,
  type Distribution,
  type ValueAssumption,
  type ValueCase,
  type ValueDriver,
} from '../src/core/value/case.ts';
import { triangularQuantile } from '../src/core/value/distribution.ts';
import { buildModel } from '../src/core/value/model.ts';
import { simulate } from '../src/core/value/monte-carlo.ts';
import { normalQuantile } from '../src/core/value/normal.ts';
import { type FigureLine, median } from './figure.ts';

/*
 * Monte Carlo of 200 assumptions × 10,000 runs over 50 drivers, against the same draws and the same sums written out by hand
 * as loops over typed arrays, without formulas, units or a model.
 */
const ASSUMPTIONS = 200;
const RUNS = 10_000;
const DRIVERS = 50;
const MEASURED = 9;
const MONTHS = 36;
const RATE = 0.08;
const KINDS: readonly Distribution[] = ['triangular', 'uniform', 'normal', 'triangular'];
const Z_95 = 1.6448536269514722;

const assumption = (place: number): ValueAssumption => {
  const value = 10 + (place % 17);
  return {
    assumption_id: `a${place}`,
    symbol: `a${place}`,
    name: `a${place}`,
    value,
    unit: place % 4 === 0 ? 'EUR/month' : null,
    low: value * 0.7,
    high: value * 1.4,
    distribution: KINDS[place % 4] ?? 'uniform',
    state: 'agreed',
    zone: 'shared',
    proposed_by: 'buyer',
    agreed_by: [],
    disputed_by: [],
  };
};

const driver = (place: number): ValueDriver => {
  const at = place * 4;
  return {
    driver_id: `d${place}`,
    symbol: `d${place}`,
    name: `d${place}`,
    formula: `a${at} * a${at + 1} / (a${at + 2} + 1) - a${at} * a${at + 3} * 2 %`,
    kind: place % 5 === 4 ? 'cost' : 'benefit',
    side: 'buyer',
    price: false,
    recurring: true,
    start_month: 0,
    ramp_months: 0,
    ramp: 'linear',
    attrition: 0,
    matters_to: [],
    zone: 'shared',
  };
};

const value_case: ValueCase = {
  assumptions: Array.from({ length: ASSUMPTIONS }, (_, place) => assumption(place)),
  drivers: Array.from({ length: DRIVERS }, (_, place) => driver(place)),
  terms: { ...DEFAULT_TERMS, periods: 'month', horizon_months: MONTHS },
};

/** The reference: fills one array per assumption, then adds the drivers up. */
function byHand(): Float64Array {
  const arrays = value_case.assumptions.map(({ value, low, high, distribution }, place) => {
    const out = new Float64Array(RUNS);
    const { word } = randomOf(1, place);
    const [from, to] = [low ?? 0, high ?? 0];
    for (let i = 0; i < RUNS; i++) out[i] = (word() + 0.5) / 4_294_967_296;
    if (distribution === 'uniform') for (let i = 0; i < RUNS; i++) out[i] = from + (out[i] as number) * (to - from);
    else if (distribution === 'normal') {
      const sd = (to - from) / (2 * Z_95);
      for (let i = 0; i < RUNS; i++) out[i] = value + sd * normalQuantile(out[i] as number);
    } else {
      const quantile = triangularQuantile(from, value, to);
      for (let i = 0; i < RUNS; i++) out[i] = quantile(out[i] as number);
    }
    return out;
  });
  let worth = 0;
  for (let t = 1; t <= MONTHS; t++) worth += (1 + RATE) ** (-t / 12);
  const sums = new Float64Array(RUNS);
  for (let place = 0; place < DRIVERS; place++) {
    const [a, b, c, d] = arrays.slice(place * 4, place * 4 + 4) as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    const by = (place % 5 === 4 ? -1 : 1) * worth;
    for (let i = 0; i < RUNS; i++) {
      const one = a[i] as number;
      sums[i] =
        (sums[i] as number) + by * ((one * (b[i] as number)) / ((c[i] as number) + 1) - one * (d[i] as number) * 0.02);
    }
  }
  return sums.toSorted();
}

function timed(work: () => unknown): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

/** Measures both in turn, so that what else the machine does falls on both alike. */
export async function run(): Promise<FigureLine[]> {
  const ours: number[] = [];
  const plain: number[] = [];
  for (let i = 0; i < MEASURED + 2; i++) {
    const model_ms = timed(() => simulate(buildModel(value_case), { runs: RUNS, seed: 1 }));
    const hand_ms = timed(byHand);
    // The first two warm up.
    if (i < 2) continue;
    ours.push(model_ms);
    plain.push(hand_ms);
  }
  const [model_ms, hand_ms] = [median(ours), median(plain)];
  return [
    {
      figure: 'value case: Monte Carlo, against loops over typed arrays without the model',
      ratio: model_ms / hand_ms,
      must: 3,
      better: 'lower',
      runs: MEASURED,
      detail: { assumptions: ASSUMPTIONS, runs: RUNS, drivers: DRIVERS, model_ms, loops_ms: hand_ms },
    },
  ];
}
