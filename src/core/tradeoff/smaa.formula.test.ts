import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ids, ranking, within } from '../../../test/core/weighing.ts';
import { type Smaa, type SmaaInput, smaa } from './smaa.ts';
import type { Weighing } from './table.ts';
import { anySampler, samplerOf } from './weights.ts';

function run(scores: number[][], people: (Weighing | null)[], more: Partial<SmaaInput> = {}): Smaa {
  const requirements = scores[0]?.length ?? 0;
  const flat = Float64Array.from(scores.flat());
  return smaa({
    options: scores.length,
    requirements,
    low: flat,
    high: flat,
    met_from: new Float64Array(requirements),
    people: people.map(
      (said) => (random) =>
        said === null ? anySampler(requirements, random) : samplerOf(said, ids(requirements), random),
    ),
    samples: 20_000,
    seed: 7,
    ...more,
  });
}

const firstShares = (result: Smaa, options: number): number[] =>
  Array.from({ length: options }, (_, option) => result.acceptability[option * options] as number);

/** Corners of the weights of three requirements that agree with r0 ≥ r1 ≥ r2, and of all of them. */
const ORDERED = [
  [1, 0, 0],
  [1 / 2, 1 / 2, 0],
  [1 / 3, 1 / 3, 1 / 3],
];
const ALL = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

/** The exact share of a triangle of weights in which the first option is better: the triangle is cut along a line. */
function exactShare(corners: number[][], one: number[], other: number[]): number {
  const gain = (w: readonly number[]): number =>
    w.reduce((sum, x, i) => sum + x * ((one[i] ?? 0) - (other[i] ?? 0)), 0);
  const kept: number[][] = [];
  corners.forEach((corner, index) => {
    const next = corners[(index + 1) % corners.length] as number[];
    const [here, there] = [gain(corner), gain(next)];
    if (here >= 0) kept.push(corner);
    if (here * there < 0) kept.push(corner.map((x, i) => x + ((next[i] as number) - x) * (here / (here - there))));
  });
  return areaOf(kept) / areaOf(corners);
}

function areaOf(corners: number[][]): number {
  return Math.abs(
    corners.reduce((sum, [x = 0, y = 0], index) => {
      const [u = 0, v = 0] = corners[(index + 1) % corners.length] as number[];
      return sum + x * v - u * y;
    }, 0) / 2,
  );
}

describe('SMAA-2', () => {
  it.each([
    ['all weights', [90, 20, 40], [40, 70, 50], ALL, null],
    ['a ranking', [90, 20, 40], [40, 70, 50], ORDERED, ranking(1, 2, 3)],
    ['a ranking, close', [60, 30, 30], [50, 60, 40], ORDERED, ranking(1, 2, 3)],
  ])('counts two options as the exact areas say, for %s', (_, one, other, corners, said) => {
    const exact = exactShare(corners, one, other);
    const [first = 0] = firstShares(run([one, other], [said]), 2);
    expect(exact).toBeGreaterThan(0.05);
    expect(exact).toBeLessThan(0.95);
    expect(Math.abs(first - exact)).toBeLessThan(within(20_000));
  });

  it('counts ranks of four options as enumerating a fine grid of weights does', () => {
    const scores = [
      [80, 10, 50],
      [20, 90, 40],
      [60, 60, 20],
      [30, 30, 95],
    ];
    const steps = 400;
    const counted = Array<number>(16).fill(0);
    let all = 0;
    for (let a = 0; a < steps; a++) {
      for (let b = 0; a + b < steps; b++) {
        // The middle of each small triangle.
        const w = [(a + 1 / 3) / steps, (b + 1 / 3) / steps];
        const values = scores.map(
          ([x = 0, y = 0, z = 0]) => (w[0] ?? 0) * x + (w[1] ?? 0) * y + (1 - (w[0] ?? 0) - (w[1] ?? 0)) * z,
        );
        all++;
        values.forEach((value, option) => {
          const better = values.filter((other) => other > value).length;
          counted[option * 4 + better] = (counted[option * 4 + better] as number) + 1;
        });
      }
    }
    const result = run(scores, [null], { samples: 40_000 });
    counted.forEach((count, at) => {
      expect(Math.abs((result.acceptability[at] as number) - count / all)).toBeLessThan(within(40_000) + 0.003);
    });
  });

  it('draws scores within their ranges: P(x > y) for two uniform scores is what calculus says', () => {
    // x uniform on 40–80, y on 50–60, one requirement: P(x > y) = ∫ (80 − y)/40 dy/10 over 50–60 = 0.625.
    const result = run([[0], [0]], [null], { low: Float64Array.of(40, 50), high: Float64Array.of(80, 60) });
    expect(Math.abs((result.acceptability[0] as number) - 0.625)).toBeLessThan(within(20_000));
    // The only weight there is: confidence is the same share.
    expect(Math.abs((result.confidence[0] as number) - 0.625)).toBeLessThan(within(1_000));
  });

  it('gives central weights that are the mean of those with which an option wins', () => {
    // Two requirements, A better on the first by as much as B on the second: A wins for w₁ > ½, its mean is ¾.
    const result = run(
      [
        [100, 0],
        [0, 100],
      ],
      [null],
    );
    expect(result.central[0]).toBeCloseTo(0.75, 2);
    expect(result.central[3]).toBeCloseTo(0.75, 2);
    expect([...result.confidence]).toEqual([1, 1]);
  });

  it('counts everyone as much as anyone', () => {
    const result = run(
      [
        [100, 0],
        [0, 100],
      ],
      [ranking(1, 2), ranking(1, 2), ranking(2, 1)],
      { samples: 10 },
    );
    expect(result.samples).toBe(12);
    expect([...result.first_for]).toEqual([1, 0, 1, 0, 0, 1]);
    expect(firstShares(result, 2)[0]).toBeCloseTo(2 / 3, 12);
  });

  it('puts what misses a must behind all that do not', () => {
    const result = run(
      [
        [40, 100],
        [60, 0],
      ],
      [null],
      { met_from: Float64Array.of(50, 0) },
    );
    expect(firstShares(result, 2)).toEqual([0, 1]);
  });

  it('shares places among equals, whatever their order', () => {
    const result = run(
      [
        [50, 50],
        [50, 50],
        [10, 10],
      ],
      [null],
      { samples: 100 },
    );
    [0.5, 0.5, 0, 0.5, 0.5, 0, 0, 0, 1].forEach((share, at) => {
      expect(result.acceptability[at]).toBeCloseTo(share, 12);
    });
  });

  it('does not ask in which order the options are, and an option worse in everything never wins', () => {
    const score = fc.integer({ min: 0, max: 100 });
    const table = fc
      .integer({ min: 1, max: 5 })
      .chain((n) => fc.array(fc.array(score, { minLength: n, maxLength: n }), { minLength: 2, maxLength: 5 }));
    fc.assert(
      fc.property(table, (scores) => {
        const there = firstShares(run(scores, [null], { samples: 200 }), scores.length);
        const back = firstShares(run(scores.toReversed(), [null], { samples: 200 }), scores.length);
        there.forEach((share, option) => {
          expect(share).toBeCloseTo(back[scores.length - 1 - option] as number, 9);
        });
        expect(there.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
        const worse = (scores[0] as number[]).map((one) => one - 1);
        const more = firstShares(run([...scores, worse], [null], { samples: 200 }), scores.length + 1);
        // What is dominated takes nothing from the others.
        there.forEach((share, option) => {
          expect(more[option]).toBeCloseTo(share, 9);
        });
        expect(more.at(-1)).toBe(0);
      }),
      { numRuns: 50 },
    );
  });
});
