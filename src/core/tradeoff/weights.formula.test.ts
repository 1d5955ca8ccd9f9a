import { describe, expect, it } from 'vitest';
import { ids, ranking, swings, within } from '../../../test/core/weighing.ts';
import { randomOf } from '../simulate/random.ts';
import { rocWeights } from './roc.ts';
import { anySampler, samplerOf } from './weights.ts';

/** The part of all ordered weights of three with the first above 0.6 and the second above 0.2, counted on a grid. */
function cornerPart(steps: number): number {
  let all = 0;
  let inside = 0;
  for (let a = 0; a <= steps; a++) {
    for (let b = Math.ceil((steps - a) / 2); a + b <= steps && b <= a; b++) {
      all++;
      if (a > 0.6 * steps && b > 0.2 * steps) inside++;
    }
  }
  return inside / all;
}

describe('weights drawn from what people said', () => {
  it('of a ranking agree with it, sum to 1, and have the rank-order centroid as mean', () => {
    const draw = samplerOf(ranking(2, 1, 3, 3), ids(4), randomOf(1, 1));
    const weights = new Float64Array(4);
    const mean = [0, 0, 0, 0];
    const samples = 40_000;
    let disagreeing = 0;
    for (let i = 0; i < samples; i++) {
      draw(weights);
      const [first = 0, second = 0, third = 0, fourth = 0] = weights;
      if (second < first || first < Math.max(third, fourth)) disagreeing++;
      weights.forEach((weight, index) => {
        mean[index] = (mean[index] as number) + weight / samples;
      });
    }
    expect(disagreeing).toBe(0);
    rocWeights([2, 1, 3, 3]).forEach((weight, index) => {
      expect(Math.abs((mean[index] as number) - weight)).toBeLessThan(0.004);
    });
  });

  it('are uniform there: a corner piece gets its part of the area, by enumeration on a grid', () => {
    const draw = samplerOf(ranking(1, 2, 3), ids(3), randomOf(2, 1));
    const weights = new Float64Array(3);
    let hits = 0;
    for (let i = 0; i < 20_000; i++) {
      draw(weights);
      if ((weights[0] as number) > 0.6 && (weights[1] as number) > 0.2) hits++;
    }
    expect(Math.abs(hits / 20_000 - cornerPart(900))).toBeLessThan(within(20_000) + 0.002);
  });

  it('of swings stay within what a slider can be trusted with, and are uniform in weights', () => {
    const draw = samplerOf(swings(100, 40), ids(2), randomOf(3, 1));
    const weights = new Float64Array(2);
    const [least, most] = [1 / 1.45, 1 / 1.35];
    const below = [0, 0, 0];
    let outside = 0;
    for (let i = 0; i < 20_000; i++) {
      draw(weights);
      const place = ((weights[0] as number) - least) / (most - least);
      if (place < -1e-9 || place > 1 + 1e-9) outside++;
      [0.25, 0.5, 0.75].forEach((part, index) => {
        if (place < part) below[index] = (below[index] as number) + 1 / 20_000;
      });
    }
    expect(outside).toBe(0);
    [0.25, 0.5, 0.75].forEach((part, index) => {
      expect(Math.abs((below[index] as number) - part)).toBeLessThan(within(20_000));
    });
  });

  it('of swings in many dimensions have the mean that plain rejection from the simplex has', () => {
    // What was left out may be anything up to the least that was given.
    const said = { ...swings(100, 60), answers: swings(100, 60).answers };
    const draw = samplerOf(said, ids(4), randomOf(4, 1));
    const weights = new Float64Array(4);
    const mean = [0, 0, 0, 0];
    for (let i = 0; i < 20_000; i++) {
      draw(weights);
      weights.forEach((weight, index) => {
        mean[index] = (mean[index] as number) + weight / 20_000;
      });
    }
    const any = anySampler(4, randomOf(5, 1));
    const rejected = [0, 0, 0, 0];
    let kept = 0;
    for (let i = 0; i < 1_500_000; i++) {
      any(weights);
      const [a = 0, b = 0, c = 0, d = 0] = weights;
      if (b < 0.55 * a || b > 0.65 * a || c > 0.6 * a || d > 0.6 * a) continue;
      kept++;
      weights.forEach((weight, index) => {
        rejected[index] = (rejected[index] as number) + weight;
      });
    }
    expect(kept).toBeGreaterThan(10_000);
    mean.forEach((weight, index) => {
      expect(Math.abs(weight - (rejected[index] as number) / kept)).toBeLessThan(0.003);
    });
  });
});
