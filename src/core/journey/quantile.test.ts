import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { medianWithin, quantile } from './quantile.ts';

describe('quantile', () => {
  it('interpolates between the nearest ranks', () => {
    const sorted = Float64Array.of(1, 2, 4, 8);
    expect([0, 0.25, 0.5, 0.9, 1].map((q) => quantile(sorted, q))).toEqual([1, 1.75, 3, expect.closeTo(6.8), 8]);
    expect(quantile(Float64Array.of(), 0.5)).toBeNaN();
  });
});

describe('medianWithin', () => {
  it('is the quantile 0.5 of that part, whatever stands around it', () => {
    const numbers = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(numbers, numbers, (part, around) => {
        const values = Float64Array.from([...around, ...part, ...around]);
        const median = medianWithin(values, around.length, around.length + part.length);
        expect(median).toBe(quantile(Float64Array.from(part).sort(), 0.5));
        expect([...values.subarray(0, around.length)]).toEqual(around);
      }),
    );
    expect(medianWithin(Float64Array.of(1), 1, 1)).toBeNaN();
  });
});
