import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OFFICES } from '../../../test/core/offices.ts';
import { additiveValue } from './value.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const score = fc.double({ min: 0, max: 100, noNaN: true });
const rows = fc.array(fc.record({ weight: share, score }), { minLength: 1, maxLength: 20 });

describe('the additive value', () => {
  it('of a published example, each of seven offices (Goodwin and Wright, table 3.2), to 1e-9', () => {
    OFFICES.scores.forEach((scores, office) => {
      expect(Math.abs(additiveValue(OFFICES.weights, scores) - (OFFICES.values[office] as number))).toBeLessThan(1e-9);
    });
  });

  it('is never less for a better score, and scales with the scores', () => {
    fc.assert(
      fc.property(rows, fc.nat(), score, (drawn, at, better) => {
        const place = at % drawn.length;
        const weights = drawn.map(({ weight }) => weight);
        const scores = drawn.map((one) => one.score);
        const before = additiveValue(weights, scores);
        const raised = scores.with(place, Math.max(better, scores[place] as number));
        expect(additiveValue(weights, raised)).toBeGreaterThanOrEqual(before - 1e-9);
        const half = scores.map((one) => one / 2);
        expect(additiveValue(weights, half)).toBeCloseTo(before / 2, 9);
      }),
    );
  });

  it('does not depend on the order of the requirements', () => {
    fc.assert(
      fc.property(rows, (drawn) => {
        const of = (list: typeof drawn): number =>
          additiveValue(
            list.map(({ weight }) => weight),
            list.map((one) => one.score),
          );
        expect(of(drawn.toReversed())).toBeCloseTo(of(drawn), 9);
      }),
    );
  });

  it('of nothing is a plain 0, and of too few scores a sentence', () => {
    expect(Object.is(additiveValue([], []), 0)).toBe(true);
    expect(Object.is(additiveValue([1], [-0]), 0)).toBe(true);
    expect(() => additiveValue([1], [])).toThrow('Each score needs its weight');
  });
});
