import { describe, expect, it } from 'vitest';
import { caseOf } from '../../../test/core/value-case.ts';
import type { Correlation, Distribution } from './case.ts';
import { cholesky } from './correlation.ts';
import { spreadOf, triangularQuantile } from './distribution.ts';
import { isFault } from './fault.ts';
import { figuresOf as figures } from './figures.ts';
import { buildModel } from './model.ts';
import { type Simulation, simulate } from './monte-carlo.ts';
import { normalCdf, normalQuantile } from './normal.ts';
import { pertQuantile } from './pert.ts';
import { histogramOf, quantilesOf } from './quantile.ts';

const RUNS = 40_000;
/** Standard errors within which a figure has to be; none of the seeds here is further away than that. */
const WITHIN = 4;

type Ranged = { symbol: string; value: number; low: number; high: number; distribution: Distribution };

/** Simulates one one-off benefit at once, so that its net value is the formula itself. */
function run(ranged: Ranged[], formula: string, correlations: Correlation[] = [], seed = 11): Simulation {
  const value_case = caseOf(
    ranged.map((one) => ({ ...one, unit: 'EUR' })),
    [{ formula, recurring: false }],
    { correlations },
  );
  const done = simulate(buildModel(value_case), { runs: RUNS, seed, quantiles: [0.05, 0.25, 0.5, 0.75, 0.95] });
  if (isFault(done)) throw new Error(done.message);
  return done;
}

const near = (given: number, exact: number, se: number): void => {
  expect(Math.abs(given - exact)).toBeLessThan(WITHIN * se);
};

const uniform = (symbol: string): Ranged => ({ symbol, value: 0.5, low: 0, high: 1, distribution: 'uniform' });
/** Mean 10, and 90 % within ± 1.645 standard deviations of 2. */
const Z_95 = normalQuantile(0.95);
const normal = (symbol: string, sd = 2): Ranged => ({
  symbol,
  value: 10,
  low: 10 - Z_95 * sd,
  high: 10 + Z_95 * sd,
  distribution: 'normal',
});
const lognormal = (symbol: string, mu: number, sigma: number): Ranged => {
  const [low, high] = [Math.exp(mu - Z_95 * sigma), Math.exp(mu + Z_95 * sigma)];
  return { symbol, value: Math.exp(mu), low, high, distribution: 'lognormal' };
};

describe('against closed forms, within the stated standard error', () => {
  it('a sum of two uniforms is triangular (P. Laplace, 1812)', () => {
    const done = run([uniform('a'), uniform('b')], 'a + b');
    near(done.mean, 1, done.mean_se);
    expect(done.sd).toBeCloseTo(Math.sqrt(1 / 6), 2);
    for (const { p, value, se } of done.quantiles) near(value, triangularQuantile(0, 1, 2)(p), se);
  });

  it('a sum of twelve uniforms has mean 6 and variance 1', () => {
    const names = 'abcdefghijkl'.split('');
    const done = run(names.map(uniform), names.join(' + '));
    near(done.mean, 6, done.mean_se);
    expect(done.sd).toBeCloseTo(1, 1);
  });

  it('a sum of normals is normal', () => {
    const done = run([normal('a', 2), normal('b', 1)], 'a - b × 2');
    near(done.mean, -10, done.mean_se);
    const sd = Math.sqrt(4 + 4);
    for (const { p, value, se } of done.quantiles) near(value, -10 + sd * normalQuantile(p), se);
    near(done.positive, normalCdf(-10 / sd), Math.max(done.positive_se, 1e-4));
  });

  it('a product of lognormals is lognormal', () => {
    const one = lognormal('a', 1, 0.3);
    const value_case = caseOf(
      [{ ...one, unit: 'EUR' }, lognormal('b', 0.5, 0.4)],
      [{ formula: 'a × b', recurring: false }],
    );
    const done = simulate(buildModel(value_case), { runs: RUNS, seed: 5 });
    if (isFault(done)) throw new Error(done.message);
    const sigma = Math.hypot(0.3, 0.4);
    near(done.mean, Math.exp(1.5 + sigma ** 2 / 2), done.mean_se);
    for (const { p, value, se } of done.quantiles) near(value, Math.exp(1.5 + sigma * normalQuantile(p)), se);
  });

  it.each([-0.9, -0.4, 0.3, 0.8])('correlated normals: the variance of the sum, ranks correlated by %d', (r) => {
    const done = run([normal('a'), normal('b')], 'a + b', [{ one: 'a-a', other: 'a-b', r }]);
    const of_normals = 2 * Math.sin((Math.PI * r) / 6);
    const sd = Math.sqrt(4 + 4 + 2 * of_normals * 4);
    near(done.mean, 20, done.mean_se);
    // The standard error of a standard deviation of normals is σ/√(2n).
    near(done.sd, sd, sd / Math.sqrt(2 * RUNS));
  });

  it('correlated values of any shape keep their own shape', () => {
    const pert: Ranged = { symbol: 'b', value: 2, low: 0, high: 10, distribution: 'pert' };
    const alone = run([pert], 'b');
    const mixed = run([uniform('a'), pert], 'b + a × 0', [{ one: 'a-a', other: 'a-b', r: 0.7 }], 23);
    for (const [at, { value, se }] of alone.quantiles.entries()) {
      near(mixed.quantiles[at]?.value ?? 0, value, Math.hypot(se, mixed.quantiles[at]?.se ?? 0));
    }
  });

  it('the mean of a PERT range is (low + 4 · value + high) / 6, of a triangular one (low + value + high) / 3', () => {
    const range = { symbol: 'x', value: 3, low: 1, high: 10 };
    const pert = run([{ ...range, distribution: 'pert' }], 'x');
    near(pert.mean, (1 + 12 + 10) / 6, pert.mean_se);
    const triangular = run([{ ...range, distribution: 'triangular' }], 'x');
    near(triangular.mean, 14 / 3, triangular.mean_se);
  });
});

describe('a discount rate that is not sure, and formulas that read the month', () => {
  it('give the mean of the present values', () => {
    const value_case = caseOf(
      [
        { symbol: 'gain', value: 1_200, unit: 'EUR/year' },
        { symbol: 'r', value: 10, low: 5, high: 15, distribution: 'uniform', unit: '%' },
      ],
      [{ symbol: 'g', formula: 'gain' }],
      { horizon_months: 24, discount_rate_id: 'a-r' },
    );
    const done = simulate(buildModel(value_case), { runs: RUNS, seed: 3 });
    if (isFault(done)) throw new Error(done.message);
    // E[1/(1+r)] = ln(1.15/1.05)/0.1 and E[1/(1+r)²] = (1/1.05 − 1/1.15)/0.1 for r uniform over 5 % to 15 %.
    const exact = 1_200 * (Math.log(1.15 / 1.05) / 0.1 + (1 / 1.05 - 1 / 1.15) / 0.1);
    near(done.mean, exact, done.mean_se);
  });

  it.each(['month', 'year'] as const)('without a range is the net value itself, by %s', (periods) => {
    const value_case = caseOf(
      [
        { symbol: 'gain', value: 100, unit: 'EUR/month' },
        { symbol: 'fee', value: 300, unit: 'EUR' },
        { symbol: 'r', value: 9, unit: '%' },
      ],
      [
        { symbol: 'g', formula: 'gain × (1 + 1 %)^(month - 1)', ramp_months: 4, start_month: 2 },
        { symbol: 'h', formula: 'if(year > 1, gain, 0)', attrition: 0.2 },
        { symbol: 'f', formula: 'fee × month', kind: 'cost', recurring: false },
        { symbol: 'later', formula: 'fee', kind: 'cost', recurring: false, start_month: 5 },
      ],
      { discount_rate_id: 'a-r', periods },
    );
    const model = buildModel(value_case);
    const done = simulate(model, { runs: 600, seed: 1 });
    if (isFault(done)) throw new Error(done.message);
    const { net_value } = figures(model);
    for (const value of done.values) expect(Math.abs(value / net_value - 1)).toBeLessThan(1e-12);
  });
});

describe('the same seed', () => {
  it('gives the same runs, another seed others, and another assumption leaves them as they are', () => {
    const done = run([uniform('a')], 'a');
    expect(run([uniform('a')], 'a').values).toEqual(done.values);
    expect(run([uniform('a')], 'a', [], 12).values).not.toEqual(done.values);
    expect(run([uniform('z'), uniform('a')], 'a + z × 0').values).toEqual(done.values);
  });
});

describe('what makes no sense', () => {
  const reason = (ranged: Ranged[], formula: string, correlations: Correlation[] = []): string => {
    const value_case = caseOf(
      ranged.map((one) => ({ ...one, unit: 'EUR' })),
      [{ formula, recurring: false }],
      { correlations },
    );
    const done = simulate(buildModel(value_case), { runs: 2_000, seed: 1 });
    return isFault(done) ? done.fault : 'none';
  };

  it('is said', () => {
    expect(reason([{ ...uniform('a'), low: 2 }], 'a')).toBe('assumption.range');
    expect(reason([{ ...uniform('a'), value: 7 }], 'a')).toBe('assumption.range');
    expect(reason([{ ...uniform('a'), distribution: 'lognormal' }], 'a')).toBe('assumption.range');
    expect(reason([uniform('a'), uniform('b')], 'a / if(a > b, 1, 0)')).toBe('formula.division_by_zero');
    expect(reason([], '1 / 0 × 0')).toBe('case.empty');
    const three = [
      { one: 'a-a', other: 'a-b', r: 0.95 },
      { one: 'a-b', other: 'a-c', r: 0.95 },
      { one: 'a-a', other: 'a-c', r: -0.95 },
    ];
    expect(reason([uniform('a'), uniform('b'), uniform('c')], 'a + b + c', three)).toBe('case.correlations');
  });
});

describe('the parts', () => {
  it('Φ and Φ⁻¹ are those of the tables (M. Wichura, 1988; and R’s pnorm)', () => {
    expect(normalQuantile(0.25)).toBeCloseTo(-0.6744897501960817, 15);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167814, 14);
    expect(normalQuantile(1e-20)).toBeCloseTo(-9.2623400897984, 13);
    expect(normalCdf(1.96)).toBeCloseTo(0.9750021048517795, 14);
    expect(normalCdf(-5) / 2.866515718791939e-7).toBeCloseTo(1, 9);
    for (const z of [-8, -3, -1, 0, 0.5, 2, 4]) expect(normalQuantile(normalCdf(z))).toBeCloseTo(z, 6);
  });

  it('a PERT quantile gives its probability back: beta(1 + 4/3, 6 − …) by its moments and ends', () => {
    const quantile = pertQuantile(0, 1, 3);
    expect([quantile(0), quantile(1 - 1e-16)]).toEqual([0, expect.closeTo(3, 3)]);
    let sum = 0;
    const n = 200_000;
    for (let i = 0; i < n; i++) sum += quantile((i + 0.5) / n);
    expect(sum / n).toBeCloseTo((0 + 4 + 3) / 6, 5);
    // Beta(2, 4) over [0, 1] has F(x) = 1 − (1−x)⁴(1+4x): mode 1/4 of the width.
    const known = pertQuantile(0, 0.25, 1);
    for (const x of [0.05, 0.3, 0.7, 0.95]) expect(known(1 - (1 - x) ** 4 * (1 + 4 * x))).toBeCloseTo(x, 5);
  });

  it('a range without width is its value', () => {
    for (const distribution of ['uniform', 'triangular', 'pert', 'normal'] as const) {
      const draws = new Float64Array([0.2, 0.9]);
      spreadOf({ name: 'x', value: 4, low: 4, high: 4, distribution }).ofUniform(draws, 2);
      expect([distribution, ...draws]).toEqual([distribution, 4, 4]);
    }
  });

  it('Cholesky’s example from Wikipedia, and none for what is no correlation', () => {
    const rows = [
      [4, 12, -16],
      [12, 37, -43],
      [-16, -43, 98],
    ].map((row) => Float64Array.from(row));
    expect(cholesky(rows)?.map((row) => Array.from(row))).toEqual([
      [2, 0, 0],
      [6, 1, 0],
      [-8, 5, 3],
    ]);
    expect(cholesky([Float64Array.of(1, 1), Float64Array.of(1, 1)])).toBeNull();
  });

  it('quantiles of type 7, as R gives them: quantile(c(1, 3, 4, 8), c(.25, .5, .9))', () => {
    expect(quantilesOf(Float64Array.of(8, 1, 4, 3), [0.25, 0.5, 0.9]).map(({ value }) => value)).toEqual([
      2.5,
      3.5,
      expect.closeTo(6.8, 12),
    ]);
    expect(histogramOf(Float64Array.of(0, 1, 2, 4), 2).counts).toEqual([2, 2]);
    expect(histogramOf(Float64Array.of(5, 5), 2).counts).toEqual([2, 0]);
  });
});
