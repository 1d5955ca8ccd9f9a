import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { swingWeights } from './swing.ts';

describe('swing weights', () => {
  it('of a published example (Goodwin and Wright, Decision Analysis for Management Judgment, figure 3.5)', () => {
    // Swings for closeness, visibility, image, size, comfort and parking of seven offices.
    const weights = swingWeights([100, 80, 70, 30, 20, 10]);
    expect(weights.map((weight) => Math.round(100 * weight))).toEqual([32, 26, 23, 10, 6, 3]);
    weights.forEach((weight, place) => {
      expect(Math.abs(weight - ([100, 80, 70, 30, 20, 10][place] as number) / 310)).toBeLessThan(1e-12);
    });
  });

  it('are shares of 1 that do not depend on the scale', () => {
    const swings = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(swings, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (drawn, factor) => {
        fc.pre(Math.max(...drawn) > 1e-6);
        const weights = swingWeights(drawn);
        expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
        swingWeights(drawn.map((swing) => swing * factor)).forEach((weight, place) => {
          expect(weight).toBeCloseTo(weights[place] as number, 9);
        });
      }),
    );
  });

  it('of odd numbers are right, or a sentence', () => {
    expect(swingWeights([])).toEqual([]);
    expect(swingWeights([1e308, 1e308])).toEqual([0.5, 0.5]);
    expect(swingWeights([1e18, -0])).toEqual([1, 0]);
    expect(Object.is(swingWeights([1e18, -0])[1], 0)).toBe(true);
    expect(() => swingWeights([0, 0])).toThrow('Give 100 to what matters most');
    expect(() => swingWeights([50, Number.NaN])).toThrow('from 0 to 100');
    expect(() => swingWeights([50, -1])).toThrow('from 0 to 100');
    expect(() => swingWeights([Number.POSITIVE_INFINITY])).toThrow('from 0 to 100');
  });
});
