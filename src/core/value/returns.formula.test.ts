import fc from 'fast-check';
import * as financial from 'financial';
import { describe, expect, it } from 'vitest';
import { irr } from './irr.ts';
import { monthlyRate, npv } from './npv.ts';
import { payback } from './payback.ts';
import { shareInMonth } from './ramp.ts';
import { roi } from './roi.ts';
import { tco } from './tco.ts';

const rateOf = (flows: number[]): number => {
  const found = irr(flows);
  return found.found === 'one' ? found.rate : Number.NaN;
};

describe('net present value, published examples', () => {
  // Brealey, Myers, Allen, "Principles of Corporate Finance", ch. 5, table of three projects at 10 %, in whole dollars.
  it.each([
    [[-2000, 500, 500, 5000], 2624],
    [[-2000, 500, 1800, 0], -58],
    [[-2000, 1800, 500, 0], 50],
  ])('%j at 10 % is %d', (flows, value) => expect(Math.round(npv(flows, 0.1))).toBe(value));

  // Microsoft's documentation of NPV(), whose first flow comes after one period.
  it.each([
    [0.1, [0, -10_000, 3_000, 4_200, 6_800], 1188.44],
    [0.08, [-40_000, 8_000, 9_200, 10_000, 12_000, 14_500], 1922.06],
    [0.08, [-40_000, 8_000, 9_200, 10_000, 12_000, 14_500, -9_000], -3749.47],
  ])('at %d of %j is %d', (rate, flows, value) => expect(npv(flows, rate)).toBeCloseTo(value, 2));

  // numpy-financial's documentation of npv().
  it('of [−40000, 5000, 8000, 12000, 30000] at 8 % is 3065.22267', () => {
    expect(npv([-40_000, 5_000, 8_000, 12_000, 30_000], 0.08)).toBeCloseTo(3065.22267, 5);
  });
});

describe('internal rate of return, published examples', () => {
  // numpy-financial's documentation of irr(); Microsoft's of IRR(); Wikipedia, "Internal rate of return".
  it.each([
    [[-100, 39, 59, 55, 20], 0.28095, 5],
    [[-100, 0, 0, 74], -0.0955, 4],
    [[-100, 100, 0, 7], 0.06206, 5],
    [[-70_000, 12_000, 15_000, 18_000, 21_000], -0.021, 3],
    [[-70_000, 12_000, 15_000, 18_000, 21_000, 26_000], 0.087, 3],
    [[-70_000, 12_000, 15_000], -0.444, 3],
    [[-123_400, 36_200, 54_800, 48_100], 0.0596, 4],
  ])('of %j is %d', (flows, rate, digits) => expect(rateOf(flows)).toBeCloseTo(rate, digits));

  it('is two where J. Lorie and L. Savage (1955) found two: the oil pump, 25 % and 400 %', () => {
    const found = irr([-1_600, 10_000, -10_000]);
    expect(found.found).toBe('several');
    if (found.found !== 'several') return;
    expect(found.rates[0]).toBeCloseTo(0.25, 12);
    expect(found.rates[1]).toBeCloseTo(4, 12);
  });

  it('is none where Brealey and Myers show none, and where nothing is paid or nothing comes back', () => {
    expect(irr([1_000, -3_000, 2_500])).toEqual({ found: 'none' });
    expect(irr([100, 60])).toEqual({ found: 'none' });
    expect(irr([-100, -60])).toEqual({ found: 'none' });
    expect(irr([0, 0])).toEqual({ found: 'none' });
  });
});

const flow = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const ordinary = fc
  .tuple(
    fc.double({ min: 1, max: 1e6, noNaN: true }),
    fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 }),
  )
  .map(([paid, back]) => [-paid, ...back]);

describe('against an independent library (financial, a port of numpy-financial), to 1e-9', () => {
  it('net present values', () => {
    fc.assert(
      fc.property(
        fc.array(flow, { minLength: 1, maxLength: 60 }),
        fc.double({ min: -0.5, max: 2, noNaN: true }),
        (flows, rate) => {
          const other = financial.npv(rate, flows);
          const size = flows.reduce((sum, one, t) => sum + Math.abs(one) / (1 + rate) ** t, 1);
          expect(Math.abs(npv(flows, rate) - other) / size).toBeLessThan(1e-9);
        },
      ),
    );
  });

  it('internal rates, where theirs converges', () => {
    let compared = 0;
    // Their search begins at one rate and gives up far from it: flows that earn between nothing and a lot.
    const earning = fc
      .tuple(
        fc.array(fc.double({ min: 1, max: 1e6, noNaN: true }), { minLength: 3, maxLength: 40 }),
        fc.double({ min: 0.3, max: 0.95, noNaN: true }),
      )
      .map(([back, share]) => [-share * back.reduce((sum, one) => sum + one, 0), ...back]);
    fc.assert(
      fc.property(earning, (flows) => {
        const theirs = financial.irr(flows, 0.1, 1e-13, 500);
        if (!Number.isFinite(theirs) || theirs < -0.99 || theirs > 100) return;
        compared++;
        expect(Math.abs(rateOf(flows) - theirs) / Math.max(1, Math.abs(theirs))).toBeLessThan(1e-9);
      }),
    );
    expect(compared).toBeGreaterThan(30);
  });
});

describe('what has to hold of any flows', () => {
  it('net present value: linear, undiscounted it is the sum', () => {
    fc.assert(
      fc.property(fc.array(flow, { maxLength: 30 }), fc.double({ min: -100, max: 100, noNaN: true }), (flows, k) => {
        const scaled = npv(
          flows.map((one) => one * k),
          0.07,
        );
        expect(Math.abs(scaled - k * npv(flows, 0.07))).toBeLessThan(1e-3);
        expect(npv(flows, 0)).toBeCloseTo(
          flows.reduce((sum, one) => sum + one, 0),
          4,
        );
      }),
    );
  });

  it('the net present value at the internal rate is nothing', () => {
    fc.assert(
      fc.property(ordinary, (flows) => {
        const rate = rateOf(flows);
        if (Number.isNaN(rate) || rate < -0.5) return;
        const size = flows.reduce((sum, one, t) => sum + Math.abs(one) / (1 + rate) ** t, 0);
        expect(Math.abs(npv(flows, rate)) / size).toBeLessThan(1e-9);
      }),
    );
  });

  it('twelve months at a monthly rate make a year', () => {
    expect((1 + monthlyRate(0.08)) ** 12).toBeCloseTo(1.08, 14);
  });
});

describe('payback', () => {
  // The same three projects of Brealey and Myers: 3, 2 and 2 years, counted in whole years as they do.
  it.each([
    [[-2000, 500, 500, 5000], 3],
    [[-2000, 500, 1800, 0], 2],
    [[-2000, 1800, 500, 0], 2],
  ])('of %j is within year %d', (flows, years) => expect(Math.ceil(payback(flows) ?? 0)).toBe(years));

  it('counts within the year, discounted too, and says when there is none', () => {
    expect(payback([-100, 60, 60])).toBeCloseTo(1 + 40 / 60, 12);
    expect(payback([-100, 60, 60], 0.1)).toBeCloseTo(1 + (100 - 60 / 1.1) / (60 / 1.21), 12);
    expect(payback([-100, 20, 20])).toBeNull();
    expect(payback([100, 20])).toBe(0);
  });

  it('is for good: what is owed again later has not been paid back', () => {
    expect(payback([-100, 150, -100, 70])).toBeCloseTo(2 + 50 / 70, 12);
  });
});

describe('ramp, return and total cost', () => {
  it('grows in equal steps, then loses a share a year', () => {
    const thirds = { ramp_months: 3, ramp: 'linear', attrition: 0 } as const;
    expect([0, 1, 2, 3, 4].map((k) => shareInMonth(k, thirds))).toEqual([0, 1 / 3, 2 / 3, 1, 1]);
    expect(shareInMonth(13, { ...thirds, attrition: 0.1 })).toBeCloseTo(0.9, 14);
    expect(shareInMonth(2, { ramp_months: 4, ramp: 's_curve', attrition: 0 })).toBe(0.5);
  });

  it('relates benefits to costs, and adds costs up as paid and discounted', () => {
    expect(roi(300, 100)).toBe(2);
    expect(roi(300, 0)).toBeNull();
    const of = tco(
      [
        [100, 0, 0],
        [0, 11, 12.1],
      ],
      (t) => 1.1 ** -t,
    );
    expect(of.paid).toBeCloseTo(123.1, 10);
    expect(of.present_value).toBeCloseTo(120, 10);
  });
});
