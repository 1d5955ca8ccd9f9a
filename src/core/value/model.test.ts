import { describe, expect, it } from 'vitest';
import { caseOf } from '../../../test/core/value-case.ts';
import { symbolOf, toMinor } from './case.ts';
import { cashFlows, expectedValues } from './cash-flows.ts';
import { isFault } from './fault.ts';
import { figuresOf } from './figures.ts';
import { readFormula, writeFormula } from './formula.ts';
import { buildModel } from './model.ts';
import { nearestName } from './nearest-name.ts';
import { dimensionWords, readUnit } from './unit.ts';

type Case = Parameters<typeof buildModel>[0];
const figures = (value_case: Case) => figuresOf(buildModel(value_case));
const messageOf = (value_case: Case, driver_id = 'driver'): string =>
  figures(value_case).faults.get(driver_id)?.message ?? 'no fault';

describe('a formula', () => {
  it.each([
    ['a + b × 2', 'a + (b × 2)'],
    ['max(a, 0) ÷ 5 %', 'max(a, 0) ÷ (5 ÷ 100)'],
    ['−a^2', '−a ^ 2'],
    ['if(month > 12, a, b)', 'if(month > 12, a, b)'],
  ])('%s is read as %s', (text, read) => {
    const node = readFormula(text);
    expect(isFault(node) ? node.message : writeFormula(node)).toBe(read);
  });

  it.each([
    ['', 'formula.empty'],
    ['   ', 'formula.empty'],
    ['a b', 'formula.several'],
    ['a, b', 'formula.several'],
    ['a.b', 'formula.not_allowed'],
    ['"a"', 'formula.not_allowed'],
    ['[a]', 'formula.not_allowed'],
    ['this', 'formula.not_allowed'],
    ['a && b', 'formula.not_allowed'],
    ['a ? b : c', 'formula.not_allowed'],
    ['a.constructor()', 'formula.unknown_function'],
    ['constructor(1)', 'formula.unknown_function'],
    ['sum(a)', 'formula.unknown_function'],
    ['min()', 'formula.arguments'],
    ['abs(a, b)', 'formula.arguments'],
    ['2a', 'formula.unreadable'],
    ['a +', 'formula.unreadable'],
    ['(a', 'formula.unreadable'],
    ['1e400', 'formula.too_large'],
    ['a'.repeat(1001), 'formula.too_long'],
  ])('%j is refused with a sentence', (text, code) => {
    const read = readFormula(text);
    expect(isFault(read) && read.fault).toBe(code);
    expect(isFault(read) && read.message).toMatch(/^\S.+\.$/s);
  });
});

describe('a unit', () => {
  it.each([
    ['EUR/h', 'EUR per time'],
    ['€ per hour', 'EUR per time'],
    ['h/week', 'a plain number'],
    ['1/year', 'a number per time'],
    ['%', 'a plain number'],
    ['people', 'a plain number'],
    ['EUR per person and month', 'EUR per time'],
    ['kEUR', 'EUR'],
    ['m²', 'length^2'],
    ['', 'a plain number'],
  ])('%s is %s', (text, words) => {
    const unit = readUnit(text);
    expect(isFault(unit) ? unit.message : dimensionWords(unit.dimension)).toBe(words);
  });

  it.each(['EUR/', 'a(', '1..2', 'EURO x !', 'EUR^x'])('%j is refused', (text) => {
    expect(isFault(readUnit(text))).toBe(true);
  });

  it('asks back where a currency was nearly written', () => {
    expect(readUnit('EURR')).toEqual({
      fault: 'unit.unreadable',
      message: 'The unit “EURR” is not known. Did you mean EUR?',
    });
  });

  it('converts: a year is twelve months, a week seven days', () => {
    const factor = (text: string): number => {
      const unit = readUnit(text);
      return isFault(unit) ? Number.NaN : unit.factor;
    };
    expect(factor('year')).toBe(12);
    expect(factor('week') / factor('day')).toBeCloseTo(7, 12);
    expect(factor('%')).toBe(0.01);
    expect(factor('kEUR/year')).toBeCloseTo(1000 / 12, 10);
  });
});

describe('what cannot be computed says why', () => {
  const hours = { symbol: 'hours', value: 3, unit: 'h/week' };
  const rate = { symbol: 'rate', value: 40, unit: 'EUR/h' };

  it('a circle, by the names in it', () => {
    const value_case = caseOf(
      [],
      [
        { symbol: 'one', name: 'Fewer stops', formula: 'two × 2' },
        { symbol: 'two', name: 'Support', formula: 'three' },
        { symbol: 'three', name: 'Savings', formula: 'one' },
      ],
    );
    const words = messageOf(value_case, 'two');
    expect(words).toContain('“Fewer stops” → “Support” → “Savings” → “Fewer stops”');
    expect(messageOf(value_case, 'one')).toBe(words);
    expect(messageOf(value_case, 'three')).toBe(words);
  });

  it('a formula that names itself', () => {
    expect(messageOf(caseOf([], [{ symbol: 'driver', formula: 'driver' }]))).toContain('“driver” → “driver”');
  });

  it('a division by zero, with the driver and the month', () => {
    const value_case = caseOf(
      [{ symbol: 'cost', value: 1, unit: 'EUR/month' }],
      [{ name: 'Stops', formula: 'cost / (month - 4)' }],
    );
    expect(messageOf(value_case)).toBe('“Stops” divides by zero in month 4: month − 4 is 0 then.');
  });

  it('wrong units, with both parts', () => {
    expect(messageOf(caseOf([hours, rate], [{ formula: 'hours + rate' }]))).toContain(
      '“hours” (a plain number) and “rate” (EUR per time)',
    );
    expect(messageOf(caseOf([rate], [{ formula: 'rate × 3', recurring: false }]))).toContain('it gives EUR per time');
    expect(messageOf(caseOf([hours], [{ formula: 'hours' }]))).toContain('like EUR/month');
  });

  it('an unknown name, with the one that was meant', () => {
    expect(messageOf(caseOf([hours, rate], [{ formula: 'hours × rat' }]))).toContain('Did you mean “rate”?');
    expect(messageOf(caseOf([hours], [{ formula: 'hours × internal_rate' }]))).toContain('kept by the other side');
  });

  it('another currency without a rate', () => {
    const licence = { symbol: 'licence', value: 5, unit: 'USD/month' };
    expect(messageOf(caseOf([licence], [{ formula: 'licence' }]))).toContain('no rate to EUR');
    const fx = { symbol: 'fx', value: 0.9, unit: 'EUR/USD' };
    const value_case = caseOf([licence, fx], [{ formula: 'licence' }], {
      horizon_months: 1,
      rates: [{ currency: 'USD', assumption_id: 'a-fx' }],
    });
    expect(figures(value_case).net_value).toBeCloseTo(4.5, 12);
  });

  it('what rests on it, too; the rest is computed all the same', () => {
    const value_case = caseOf(
      [rate, hours],
      [
        { symbol: 'broken', formula: 'rate + 1' },
        { symbol: 'upon', formula: 'broken × 2' },
        { symbol: 'whole', formula: 'rate × hours' },
      ],
    );
    const { faults, drivers, complete } = figures(value_case);
    expect([...faults.keys()].sort()).toEqual(['broken', 'upon']);
    expect(drivers.map(({ driver }) => driver.symbol)).toEqual(['whole']);
    expect(complete).toBe(false);
  });

  it('amounts beyond what is exact', () => {
    const huge = { symbol: 'huge', value: 1e18, unit: 'EUR/month' };
    expect(messageOf(caseOf([huge], [{ formula: 'huge' }]))).toContain('more than can be counted exactly');
    expect(messageOf(caseOf([{ ...huge, value: 1e308 }], [{ formula: 'huge × 1e10' }]))).toContain(
      'more than can be counted',
    );
    expect(
      messageOf(caseOf([{ ...huge, value: -1, unit: '' }], [{ formula: 'sqrt(huge) × 1', kind: 'figure' }])),
    ).toContain('a root');
  });

  it('nothing at all, and minus nothing is nothing', () => {
    expect(figures(caseOf([], [])).complete).toBe(false);
    const none = figures(
      caseOf([{ symbol: 'none', value: -0, unit: 'EUR/month' }], [{ formula: 'none', kind: 'cost' }]),
    );
    expect([Object.is(none.net_value, 0), Object.is(none.flows[1], -0)]).toEqual([true, false]);
  });

  it('a discount rate or horizon of the wrong kind', () => {
    const build = (unit: string, terms: object) =>
      buildModel(caseOf([{ symbol: 'x', value: 8, unit }], [], terms)).terms_fault?.fault;
    expect(build('EUR', { discount_rate_id: 'a-x' })).toBe('case.discount_rate');
    expect(build('%', { discount_rate_id: 'a-x' })).toBeUndefined();
    expect(build('%', { horizon_id: 'a-x' })).toBe('case.horizon');
    expect(build('%', { discount_rate_id: 'gone' })).toBe('case.input_missing');
  });
});

describe('names', () => {
  it('shared drivers read what is shared, one side’s own read their own first', () => {
    const value_case = caseOf(
      [
        { symbol: 'rate', value: 10, unit: 'EUR/month' },
        { symbol: 'rate', value: 25, unit: 'EUR/month', zone: 'buyer', assumption_id: 'own' },
      ],
      [
        { symbol: 'shared', formula: 'rate' },
        { symbol: 'own', formula: 'rate', zone: 'buyer' },
      ],
      { horizon_months: 1 },
    );
    expect(figures(value_case).drivers.map(({ total }) => total)).toEqual([10, 25]);
  });

  it('are made from words, and the nearest is found', () => {
    expect(symbolOf('Cost of a picked line today')).toBe('cost_of_a_picked_line_today');
    expect(symbolOf('Größe (m²) – 3')).toBe('grosse_m2_3'.replace('grosse', 'große'));
    expect(symbolOf('24/7 desk')).toBe('n_24_7_desk');
    expect(symbolOf('!!')).toBe('unnamed');
    expect(nearestName('lines_a_yaer', ['lines_a_year', 'cost'])).toBe('lines_a_year');
    expect(nearestName('x', ['lines'])).toBeNull();
  });
});

describe('cash flows', () => {
  it('begin after the start, ramp, and stop at the horizon; a one-off falls once', () => {
    const model = buildModel(
      caseOf(
        [
          { symbol: 'gain', value: 12, unit: 'EUR/year' },
          { symbol: 'fee', value: 7, unit: 'EUR' },
        ],
        [
          { symbol: 'g', formula: 'gain', start_month: 2, ramp_months: 2 },
          { symbol: 'f', formula: 'fee', kind: 'cost', recurring: false },
        ],
        { horizon_months: 6 },
      ),
    );
    const [gain, fee] = cashFlows(model, expectedValues(model)).drivers;
    expect(Array.from(gain?.flows ?? [])).toEqual([0, 0, 0, 0.5, 1, 1, 1]);
    expect(Array.from(fee?.flows ?? [])).toEqual([7, 0, 0, 0, 0, 0, 0]);
  });

  it('are rounded once, at the edge, half away from nothing', () => {
    expect([toMinor(1.005, 'EUR'), toMinor(-1.005, 'EUR'), toMinor(2.5, 'JPY'), toMinor(1.2345, 'BHD')]).toEqual([
      101, -101, 3, 1235,
    ]);
    expect(Object.is(toMinor(-0, 'EUR'), 0)).toBe(true);
  });
});
