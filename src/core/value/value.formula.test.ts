import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseOf } from '../../../test/core/value-case.ts';
import { figuresOf } from './figures.ts';
import { buildModel } from './model.ts';
import { ownCase } from './own-case.ts';
import { realisedOf } from './realised.ts';
import { reliance } from './reliance.ts';
import { scenarios } from './scenario.ts';
import { sharing } from './sharing.ts';
import { tornado } from './tornado.ts';

const figures = (value_case: Parameters<typeof buildModel>[0]) => figuresOf(buildModel(value_case));

/** 120 people save 3 h a week at 40 EUR/h, of which 80 % is won; a licence, and a project at the beginning. */
const usual = (more: { value?: number; terms?: object } = {}) =>
  caseOf(
    [
      {
        symbol: 'people',
        value: more.value ?? 120,
        unit: 'people',
        low: 100,
        high: 130,
        state: 'agreed',
        agreed_by: ['fay'],
      },
      { symbol: 'hours', value: 3, unit: 'h/week', low: 1, high: 4, state: 'agreed', agreed_by: ['fay', 'dan'] },
      { symbol: 'rate', value: 40, unit: 'EUR/h', zone: 'shared', state: 'agreed', agreed_by: ['fay'] },
      { symbol: 'won', value: 80, unit: '%' },
      { symbol: 'licence', value: 90_000, unit: 'EUR/year' },
      { symbol: 'project', value: 150_000, unit: 'EUR', low: 120_000, high: 250_000 },
      { symbol: 'discount', value: 8, unit: '%' },
      { symbol: 'hosting', value: 2_000, unit: 'EUR/month' },
    ],
    [
      { symbol: 'time', formula: 'people × hours × rate', matters_to: ['user'] },
      { symbol: 'quality', formula: 'people × hours × rate × won × 10 %', matters_to: ['dan'] },
      { symbol: 'licence_cost', formula: 'licence', kind: 'cost', price: true, matters_to: ['finance'] },
      { symbol: 'project_cost', formula: 'project', kind: 'cost', recurring: false },
      { symbol: 'hosting_cost', formula: 'hosting', kind: 'cost', side: 'seller', zone: 'seller' },
    ],
    { discount_rate_id: 'a-discount', ...more.terms },
  );

describe('a whole case, by hand', () => {
  it('comes to what a sheet of paper says, in years', () => {
    const weekly = 120 * 3 * 40;
    const yearly = (weekly * 365.25) / 7;
    const benefit = yearly * 1.08;
    const flows = [-150_000, benefit - 90_000, benefit - 90_000, benefit - 90_000];
    const by_hand = flows.reduce((sum, flow, t) => sum + flow / 1.08 ** t, 0);
    const { net_value, flows: given, tco } = figures(usual());
    expect(net_value / by_hand).toBeCloseTo(1, 12);
    given.forEach((flow, t) => {
      expect(flow).toBeCloseTo(flows[t] ?? 0, 6);
    });
    expect(tco.paid).toBeCloseTo(150_000 + 3 * 90_000, 6);
  });

  it('discounts monthly where it is told to, and then is worth more', () => {
    const monthly = figures(usual({ terms: { periods: 'month' } }));
    expect(monthly.flows).toHaveLength(37);
    expect(monthly.net_value).toBeGreaterThan(figures(usual()).net_value);
    // The same year twice: by months and by years without a rate it is the same.
    const still = { discount_rate_id: null };
    expect(figures(usual({ terms: { ...still, periods: 'month' } })).net_value).toBeCloseTo(
      figures(usual({ terms: still })).net_value,
      6,
    );
  });
});

describe('what has to hold of any case', () => {
  const amount = fc.double({ min: 1, max: 1e5, noNaN: true });

  it('twice the money is twice the value', () => {
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 2, max: 50 }), (gain, cost, k) => {
        const of = (by: number): number =>
          figures(
            caseOf(
              [
                { symbol: 'gain', value: gain * by, unit: 'EUR/month' },
                { symbol: 'cost', value: cost * by, unit: 'EUR' },
                { symbol: 'r', value: 7, unit: '%' },
              ],
              [
                { symbol: 'g', formula: 'gain', ramp_months: 5 },
                { symbol: 'c', formula: 'cost', kind: 'cost', recurring: false },
              ],
              { discount_rate_id: 'a-r', periods: 'month' },
            ),
          ).net_value;
        expect(Math.abs(of(k) - k * of(1))).toBeLessThan(1e-6 * k * (gain * 36 + cost));
      }),
    );
  });

  it('more benefit is never worth less, more cost never more', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 500, noNaN: true }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (value, more) => {
          expect(figures(usual({ value: value + more })).net_value).toBeGreaterThanOrEqual(
            figures(usual({ value })).net_value - 1e-6,
          );
        },
      ),
    );
  });

  it('counted in another currency it is the same value', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 100, noNaN: true }), amount, (dollars_per_euro, gain) => {
        const drivers = [{ symbol: 'g', formula: 'gain × 1.5', attrition: 0.05 }];
        const in_euros = figures(caseOf([{ symbol: 'gain', value: gain, unit: 'EUR/month' }], drivers)).net_value;
        const in_dollars = figures(
          caseOf(
            [
              { symbol: 'gain', value: gain, unit: 'EUR/month' },
              { symbol: 'fx', value: dollars_per_euro, unit: 'USD/EUR' },
            ],
            drivers,
            { currency: 'USD', rates: [{ currency: 'EUR', assumption_id: 'a-fx' }] },
          ),
        ).net_value;
        expect(in_dollars / dollars_per_euro / in_euros).toBeCloseTo(1, 9);
      }),
    );
  });

  it('the order of drivers and of assumptions does not matter', () => {
    const { assumptions, drivers, terms } = usual();
    const turned = { assumptions: assumptions.toReversed(), drivers: drivers.toReversed(), terms };
    expect(figures(turned).net_value).toBeCloseTo(figures(usual()).net_value, 6);
  });
});

describe('tornado and scenarios', () => {
  const model = buildModel(usual());
  const bars = tornado(model);

  it('show each range alone, the widest first', () => {
    expect(bars.map(({ assumption_id }) => assumption_id)).toEqual(['a-hours', 'a-people', 'a-project']);
    const project = bars.at(-1);
    expect(project?.at_low).toBeCloseTo(figuresOf(model).net_value + 30_000, 6);
    expect(project?.at_high).toBeCloseTo(figuresOf(model).net_value - 100_000, 6);
  });

  it('take the worse end of each range for the low one, whichever that is', () => {
    const { low, expected, high } = scenarios(model, bars);
    expect(low.net_value).toBeLessThan(expected.net_value);
    expect(high.net_value).toBeGreaterThan(expected.net_value);
    expect(low.costs).toBeGreaterThan(expected.costs);
    expect(high.costs).toBeLessThan(expected.costs);
  });
});

describe('on what it rests', () => {
  it('a driver is as good as the weakest of its assumptions', () => {
    const value_case = usual();
    const model = buildModel(value_case);
    const before = reliance(model, figuresOf(model));
    // time : quality is 1 : 0.08, and nobody has looked at the share that is won.
    expect(before?.agreed).toBeCloseTo(1 / 1.08, 12);
    expect(before?.unreviewed).toBeCloseTo(0.08 / 1.08, 12);
    expect(before?.by_person.map(({ person_id }) => person_id)).toEqual(['fay', 'dan']);
    const disputed = value_case.assumptions.map((one) =>
      one.symbol === 'won' ? { ...one, state: 'disputed' as const } : one,
    );
    const after = buildModel({ ...value_case, assumptions: disputed });
    expect(reliance(after, figuresOf(after))?.disputed).toBeCloseTo(0.08 / 1.08, 12);
  });

  it('is unknown without benefits', () => {
    const model = buildModel(
      caseOf([{ symbol: 'x', value: 1, unit: 'EUR' }], [{ formula: 'x', kind: 'cost', recurring: false }]),
    );
    expect(reliance(model, figuresOf(model))).toBeNull();
  });
});

describe('for each of them', () => {
  it('one’s own case has the drivers that matter to the person or the role, and what is still to look at', () => {
    const model = buildModel(usual());
    const all = figuresOf(model);
    const dan = ownCase(model, all, { person_id: 'dan', roles: ['evaluator'] });
    expect(dan.drivers.map(({ driver_id }) => driver_id)).toEqual(['quality']);
    expect(dan.to_look_at).toEqual(['a-people', 'a-rate', 'a-won']);
    const finance = ownCase(model, all, { person_id: 'fay', roles: ['finance'] });
    expect(finance.net_value).toBeLessThan(0);
    expect(ownCase(model, all, { person_id: 'x', roles: [] }).drivers).toEqual([]);
  });

  it('the supplier’s part is shared out only where its costs can be read', () => {
    const seller = sharing(figures(usual()));
    expect(seller?.supplier_keeps).toBeCloseTo((seller?.price ?? 0) - (seller?.supplier_costs ?? 0), 6);
    expect(seller?.buyer_keeps).toBeCloseTo(figures(usual()).net_value, 6);
    const { assumptions, drivers, terms } = usual();
    const buyer = sharing(figures({ assumptions, drivers: drivers.filter(({ side }) => side === 'buyer'), terms }));
    expect([buyer?.supplier_costs, buyer?.supplier_keeps, buyer?.supplier_share]).toEqual([null, null, null]);
    expect(sharing(figures(caseOf([], [])))).toBeNull();
  });
});

describe('realised against promised', () => {
  const model = buildModel(
    caseOf(
      [
        { symbol: 'gain', value: 100, unit: 'EUR/month' },
        { symbol: 'fee', value: 50, unit: 'EUR' },
      ],
      [
        { symbol: 'g', formula: 'gain', ramp_months: 2 },
        { symbol: 'f', formula: 'fee', kind: 'cost', recurring: false },
      ],
      { starts_on: '2026-01' },
    ),
  );

  it('compares the months that were looked at, and no others', () => {
    const recorded = [
      { driver_id: 'g', month: '2026-03', amount: 60, cause: 'a late start' },
      { driver_id: 'g', month: '2026-01', amount: 50, cause: null },
      { driver_id: 'f', month: '2026-01', amount: 55, cause: null },
      { driver_id: 'gone', month: '2026-01', amount: 1, cause: null },
    ];
    const [gain, fee, ...others] = realisedOf(model, recorded);
    expect(gain?.months.map(({ promised, variance }) => [promised, variance])).toEqual([
      [50, 0],
      [100, -40],
    ]);
    expect(gain?.ratio).toBeCloseTo(110 / 150, 12);
    expect(fee?.ratio).toBeCloseTo(1.1, 12);
    expect(others).toEqual([]);
  });
});
