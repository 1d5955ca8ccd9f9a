import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concordance } from './concordance.ts';

/** All orders of some things. */
function orders<T>(things: readonly T[]): T[][] {
  if (things.length === 0) return [[]];
  return things.flatMap((thing, at) => orders(things.toSpliced(at, 1)).map((rest) => [thing, ...rest]));
}

/** Friedman's χ² of ranks without ties, by its own formula. */
function friedman(rows: readonly (readonly number[])[]): number {
  const [m, n] = [rows.length, rows[0]?.length ?? 0];
  const squares = (rows[0] ?? []).reduce(
    (sum, _, column) => sum + rows.reduce((total, row) => total + (row[column] as number), 0) ** 2,
    0,
  );
  return (12 / (m * n * (n + 1))) * squares - 3 * m * (n + 1);
}

describe('Kendall’s W', () => {
  it('of three executives and six applicants is 0.16 (Siegel, Nonparametric Statistics, 1956, table 9.4)', () => {
    const found = concordance([
      [1, 6, 3, 2, 5, 4],
      [1, 5, 6, 4, 2, 3],
      [6, 3, 2, 5, 4, 1],
    ]);
    expect(Math.abs((found?.w ?? 0) - (12 * 25.5) / (9 * (216 - 6)))).toBeLessThan(1e-9);
    expect(found?.w.toFixed(2)).toBe('0.16');
  });

  it('with ties, of three rankings of ten, is 0.828 (Siegel 1956, section on tied observations)', () => {
    const found = concordance([
      [1, 4.5, 2, 4.5, 3, 7.5, 6, 9, 7.5, 10],
      [2.5, 1, 2.5, 4.5, 4.5, 8, 9, 6.5, 10, 6.5],
      [2, 1, 4.5, 4.5, 4.5, 4.5, 8, 8, 8, 10],
    ]);
    expect(found?.w.toFixed(3)).toBe('0.828');
    expect(Math.abs((found?.w ?? 0) - 591 / 714)).toBeLessThan(1e-9);
  });

  it.each([
    // Friedman's exact tables (Siegel 1956, table N): χ² and P(χ² at least as great).
    [3, 3, { 0.667: 0.944, 2: 0.528, 2.667: 0.361, 4.667: 0.194, 6: 0.028 }],
    [3, 4, { 0.5: 0.931, 1.5: 0.653, 2: 0.431, 3.5: 0.273, 4.5: 0.125, 6: 0.069, 6.5: 0.042, 8: 0.0046 }],
    [
      4,
      2,
      {
        0.6: 0.958,
        1.2: 0.834,
        1.8: 0.792,
        2.4: 0.625,
        3: 0.542,
        3.6: 0.458,
        4.2: 0.375,
        4.8: 0.208,
        5.4: 0.167,
        6: 0.042,
      },
    ],
  ])('of %i things by %i people has the published exact p', (n, m, table) => {
    const base = Array.from({ length: n }, (_, at) => at + 1);
    const seen = new Map<string, number>();
    const walk = (rows: number[][]): void => {
      if (rows.length === m) {
        const found = concordance(rows);
        expect(found?.method).toBe('exact');
        seen.set(friedman(rows).toFixed(3), found?.p ?? Number.NaN);
        return;
      }
      for (const order of orders(base)) walk([...rows, order]);
    };
    walk([base]);
    for (const [chi2, p] of Object.entries(table)) {
      expect(Math.abs((seen.get(Number(chi2).toFixed(3)) ?? Number.NaN) - p)).toBeLessThan(0.001);
    }
  });

  it('has the p that counting all arrangements gives, ties too, to 1e-9', () => {
    const ranks = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(ranks, { minLength: 2, maxLength: 3 }), (rows) => {
        const found = concordance(rows);
        if (found === null) return;
        let all = 0;
        let reached = 0;
        const walk = (chosen: number[][], rest: readonly number[][]): void => {
          const [next, ...later] = rest;
          if (next === undefined) {
            all++;
            if ((concordance(chosen)?.w ?? 0) >= found.w - 1e-9) reached++;
            return;
          }
          for (const order of orders(next)) walk([...chosen, order], later);
        };
        walk([rows[0] as number[]], rows.slice(1));
        expect(Math.abs(found.p - reached / all)).toBeLessThan(1e-9);
      }),
      { numRuns: 12 },
    );
  });

  it('of a large group draws, near to the χ² that holds there', () => {
    const rows = Array.from({ length: 11 }, (_, person) =>
      Array.from({ length: 9 }, (_thing, thing) => ((thing * 7 + person * 5) % 9) + (person < 3 ? thing : 0)),
    );
    const found = concordance(rows);
    expect(found?.method).toBe('drawn');
    // Friedman's statistic m(n−1)W is χ² with n−1 = 8 degrees of freedom: for an even number of them the tail is a sum.
    const half = (11 * 8 * (found?.w ?? 0)) / 2;
    const tail = Math.exp(-half) * (1 + half + half ** 2 / 2 + half ** 3 / 6);
    expect(Math.abs((found?.p ?? 0) - tail)).toBeLessThan(0.03);
  });

  it('is 1 for the same ranking, does not ask who is who, nor what the numbers are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 4, maxLength: 4 }), {
          minLength: 2,
          maxLength: 4,
        }),
        (rows) => {
          const found = concordance(rows);
          const turned = concordance(rows.toReversed());
          expect(turned?.w).toBeCloseTo(found?.w ?? Number.NaN, 9);
          const swapped = concordance(rows.map((row) => row.toReversed().map((rank) => rank * 10 + 3)));
          expect(swapped?.w).toBeCloseTo(found?.w ?? Number.NaN, 9);
          if (found !== null) expect(found.w).toBeLessThanOrEqual(1);
        },
      ),
    );
    expect(
      concordance([
        [1, 2, 3],
        [1, 2, 3],
      ]),
    ).toMatchObject({ w: 1, beyond_chance: 1 });
    // Two people who say the opposite: as far below chance as it goes.
    expect(
      concordance([
        [1, 2, 3],
        [3, 2, 1],
      ]),
    ).toMatchObject({ w: 0, beyond_chance: -1, p: expect.closeTo(1, 9) });
  });

  it('of untied ranks, beyond chance is the mean rank correlation of all pairs (Spearman), to 1e-9', () => {
    const row = fc.shuffledSubarray([1, 2, 3, 4, 5], { minLength: 5 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 5 }), (rows) => {
        const pairs = rows.flatMap((one, at) => rows.slice(at + 1).map((other) => [one, other] as const));
        const rho = pairs.map(
          ([one, other]) =>
            1 - (6 * one.reduce((sum, rank, i) => sum + (rank - (other[i] as number)) ** 2, 0)) / (5 * 24),
        );
        const mean = rho.reduce((a, b) => a + b, 0) / rho.length;
        expect(Math.abs((concordance(rows)?.beyond_chance ?? Number.NaN) - mean)).toBeLessThan(1e-9);
      }),
      { numRuns: 40 },
    );
  });

  it('is not asked of one person, one thing, or people who tie everything', () => {
    expect(concordance([])).toBeNull();
    expect(concordance([[1, 2]])).toBeNull();
    expect(concordance([[1], [1]])).toBeNull();
    expect(
      concordance([
        [1, 1, 1],
        [4, 4, 4],
      ]),
    ).toBeNull();
  });
});
