import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OFFICES } from '../../../test/core/offices.ts';
import { frontierOf } from './frontier.ts';

const cost = (amount_minor: number, currency = 'USD') => ({ amount_minor, currency });

describe('the efficient frontier', () => {
  it('of a published example is the published one (Goodwin and Wright, figure 3.6)', () => {
    const frontier = frontierOf(
      OFFICES.names.map((option_id, at) => ({
        option_id,
        value: OFFICES.values[at] as number,
        cost: cost((OFFICES.costs[at] as number) * 100),
      })),
    );
    const efficient = frontier.options.filter((option) => option.efficient).map(({ option_id }) => option_id);
    expect(efficient).toEqual(OFFICES.efficient);
    expect(frontier.options.find(({ option_id }) => option_id === 'E')?.dominated_by).toBe('A');
    // From C to G: $5,000 for 12.8 points.
    expect(frontier.steps[0]).toMatchObject({ from: 'C', to: 'G', extra_minor: 500_000 });
    expect(frontier.steps[0]?.per_point_minor).toBeCloseTo(500_000 / 12.8, 6);
  });

  it('is what comparing every pair says', () => {
    const option = fc.record({ value: fc.integer({ min: 0, max: 9 }), amount: fc.integer({ min: -2, max: 9 }) });
    fc.assert(
      fc.property(fc.array(option, { maxLength: 9 }), (drawn) => {
        const { options } = frontierOf(
          drawn.map(({ value, amount }, at) => ({ option_id: String(at), value, cost: cost(amount) })),
        );
        for (const one of options) {
          const beaten = drawn.some(
            ({ value, amount }) =>
              value >= one.value &&
              amount <= one.cost.amount_minor &&
              (value > one.value || amount < one.cost.amount_minor),
          );
          expect(one.efficient).toBe(!beaten);
        }
      }),
    );
  });

  it('compares one currency only, and says what it left out', () => {
    const frontier = frontierOf([
      { option_id: 'a', value: 1, cost: cost(1, 'EUR') },
      { option_id: 'b', value: 2, cost: cost(1, 'EUR') },
      { option_id: 'c', value: 3, cost: cost(1, 'USD') },
      { option_id: 'd', value: 4, cost: null },
    ]);
    expect(frontier).toMatchObject({ currency: 'EUR', other_currency: ['c'], unpriced: ['d'] });
    expect(frontierOf([])).toEqual({ currency: null, options: [], steps: [], unpriced: [], other_currency: [] });
  });
});
