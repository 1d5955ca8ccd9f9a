import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rocWeights } from './roc.ts';

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

describe('rank-order centroid weights', () => {
  it.each([
    [2, [0.75, 0.25]],
    [3, [0.6111, 0.2778, 0.1111]],
    [4, [0.5208, 0.2708, 0.1458, 0.0625]],
    [5, [0.4567, 0.2567, 0.1567, 0.09, 0.04]],
    [6, [0.4083, 0.2417, 0.1583, 0.1028, 0.0611, 0.0278]],
  ])('of %i are the published ones (Barron and Barrett 1996, table 1)', (n, published) => {
    const weights = rocWeights(Array.from({ length: n }, (_, place) => place + 1));
    weights.forEach((weight, place) => {
      expect(weight).toBeCloseTo(published[place] as number, 4);
    });
  });

  it('are the mean of the corners of all weights that agree with the ranking, to 1e-12', () => {
    // The corners are (1,0,…), (½,½,0,…), … (1/n,…,1/n).
    for (let n = 1; n <= 12; n++) {
      const weights = rocWeights(Array.from({ length: n }, (_, place) => place));
      for (let place = 0; place < n; place++) {
        let mean = 0;
        for (let corner = place + 1; corner <= n; corner++) mean += 1 / corner / n;
        expect(Math.abs((weights[place] as number) - mean)).toBeLessThan(1e-12);
      }
    }
  });

  it('of tied things are the mean over every order they could have', () => {
    const orders = [
      [1, 2, 3, 4],
      [1, 3, 2, 4],
    ].map((ranks) => rocWeights(ranks));
    const tied = rocWeights([1, 2, 2, 4]);
    tied.forEach((weight, index) => {
      expect(weight).toBeCloseTo(((orders[0]?.[index] as number) + (orders[1]?.[index] as number)) / 2, 12);
    });
    for (const weight of rocWeights([7, 7, 7, 7])) expect(weight).toBeCloseTo(0.25, 12);
  });

  it('sum to 1, follow the ranks, and do not ask what the numbers are', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 40 }), (ranks) => {
        const weights = rocWeights(ranks);
        expect(sum(weights)).toBeCloseTo(1, 12);
        for (let a = 0; a < ranks.length; a++) {
          for (let b = 0; b < ranks.length; b++) {
            if ((ranks[a] as number) < (ranks[b] as number)) expect(weights[a]).toBeGreaterThan(weights[b] as number);
            if (ranks[a] === ranks[b]) expect(weights[a]).toBe(weights[b]);
          }
        }
        const scaled = rocWeights(ranks.map((rank) => 3 * rank + 7));
        expect(scaled).toEqual(weights);
      }),
    );
  });

  it('of nothing are none, of one thing all, and of no number a sentence', () => {
    expect(rocWeights([])).toEqual([]);
    expect(rocWeights([-0])).toEqual([1]);
    expect(rocWeights([1, 1e18])).toEqual([0.75, 0.25]);
    expect(() => rocWeights([1, Number.NaN])).toThrow('A rank is missing');
  });
});
