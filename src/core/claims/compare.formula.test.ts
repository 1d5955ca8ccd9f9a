import fc from 'fast-check';
import { unit as reference } from 'mathjs';
import { describe, expect, it } from 'vitest';
import { type Comparable, compareClaims, compareValues, type Verdict } from './compare.ts';
import { conversions, readUnit, type Unit } from './unit.ts';
import { type ClaimValue, readValue } from './value.ts';

const claim = (value: Comparable['value'], more: Partial<Comparable> = {}): Comparable => ({
  subject: 'Support',
  attribute: 'answers',
  value,
  ...more,
});
const verdict = (a: Comparable['value'], b: Comparable['value'], more: [object?, object?] = []): Verdict =>
  compareClaims(claim(a, more[0]), claim(b, more[1])).verdict;

describe('two values of one thing', () => {
  it.each<[Comparable['value'], Comparable['value'], Verdict]>([
    ['4 h', '8 h', 'conflict'],
    ['4 h', '240 min', 'same'],
    ['4 h', '0.5 business days', 'unclear'],
    ['within 4 h', 'same business day', 'together'],
    ['within 4 h', 'within 8 h', 'together'],
    ['within 4 h', '5 h', 'conflict'],
    ['≤ 4 h', '≥ 4 h', 'together'],
    ['< 4 h', '≥ 4 h', 'conflict'],
    ['10–12 weeks', '11 weeks', 'together'],
    ['10–12 weeks', '13 weeks', 'conflict'],
    ['70–84 days', '10–12 weeks', 'same'],
    ['about 4 h', '4.3 h', 'together'],
    ['about 4 h', '5 h', 'conflict'],
    ['4 h', '4 kg', 'unclear'],
    ['12 EUR', '12 USD', 'unclear'],
    ['EUR 12 per user per month', '144 EUR/user/year', 'same'],
    ['EUR 12 per user per month', 'EUR 12 per user per year', 'conflict'],
    ['1 GiB', '1.073741824 GB', 'same'],
    ['1 GB', '1000 MB', 'same'],
    ['8 Mbit/s', '1 MB/s', 'same'],
    ['5 %', '50 ‰', 'same'],
    ['5 %', '0.05', 'same'],
    ['99.9 %', '≥ 99.95 %', 'conflict'],
    ['1 kWh', '3.6 MJ', 'same'],
    ['12 in', '1 ft', 'same'],
    ['12 months', '1 year', 'same'],
    ['3 months', '90 days', 'unclear'],
    ['3 months', '100 days', 'conflict'],
    ['40 users', '40 devices', 'unclear'],
    ['40 wards', '41 wards', 'conflict'],
    ['yes', true, 'same'],
    ['yes', 'no', 'conflict'],
    ['1 May 2026', '2026-05-01', 'same'],
    ['May 2026', '12 May 2026', 'together'],
    ['by 1 May 2026', '2 May 2026', 'conflict'],
    ['Q3 2026', 'October 2026', 'conflict'],
    ['v5.4', 'v5.4.1', 'together'],
    ['v5.4', 'v5.5', 'conflict'],
    ['v1.2 or newer', 'v1.3', 'together'],
    ['v1.2 or newer', 'v1.1', 'conflict'],
    ['good', 'very good', 'unclear'],
    ['Very good!', 'very  good', 'same'],
    ['4 h', 'quickly', 'unclear'],
    [0, -0, 'same'],
    [1e18, 1e18 + 256, 'same'],
    [1e18, 2e18, 'conflict'],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(verdict(a, b)).toBe(expected);
    expect(verdict(b, a)).toBe(expected);
  });

  it.each<[string, string, Verdict]>([
    ['IIb', 'IIa', 'conflict'],
    ['SAML, OIDC', 'SAML', 'together'],
    ['SAML and OIDC', 'oidc; saml', 'same'],
  ])('as choices: %s and %s: %s', (a, b, expected) => {
    const as = { value_kind: 'choice' as const };
    expect(verdict(a, b, [as, as])).toBe(expected);
  });

  it.each<[object, object, Verdict]>([
    [{ valid_to: '2026-05-31' }, { valid_from: '2026-06-01' }, 'together'],
    [{ valid_to: '2026-06-01' }, { valid_from: '2026-06-01' }, 'conflict'],
    [{ valid_from: '2026-06-01' }, {}, 'conflict'],
    [{ condition: 'Premium' }, { condition: 'premium ' }, 'conflict'],
    [{ condition: 'Premium' }, { condition: 'Standard' }, 'unclear'],
    [{ condition: 'Premium' }, {}, 'unclear'],
    [{ subject: 'support' }, { attribute: 'Answers:' }, 'conflict'],
    [{ subject: 'Sales' }, {}, 'unclear'],
    [{ option_id: 'a' }, { option_id: 'b' }, 'unclear'],
    [{ option_id: 'a' }, {}, 'unclear'],
  ])('4 h and 8 h, with %j and %j: %s', (a, b, expected) => {
    expect(verdict('4 h', '8 h', [a, b])).toBe(expected);
    expect(verdict('4 h', '8 h', [b, a])).toBe(expected);
  });
});

const read = (text: string): Unit => readUnit(text) as Unit;

describe('conversion', () => {
  it.each([
    ['h', 's', 'h', 's'],
    ['week', 'min', 'week', 'minute'],
    ['GB', 'MiB', 'GB', 'MiB'],
    ['Gbit', 'kB', 'Gb', 'kB'],
    ['kWh', 'J', 'kWh', 'J'],
    ['MW', 'W', 'MW', 'W'],
    ['mi', 'km', 'mi', 'km'],
    ['in', 'mm', 'in', 'mm'],
    ['lb', 'g', 'lbm', 'g'],
    ['t', 'kg', 'tonne', 'kg'],
    ['l', 'm³', 'l', 'm3'],
    ['km/h', 'm/s', 'km/h', 'm/s'],
  ])('of %s to %s equals an independent library to 1e-9', (from, to, theirs_from, theirs_to) => {
    const [a, b] = conversions(read(from), read(to)) ?? [];
    const ours = (a?.toBase(1).low ?? Number.NaN) / (b?.toBase(1).low ?? Number.NaN);
    const theirs = reference(1, theirs_from).toNumber(theirs_to);
    expect(Math.abs(ours / theirs - 1)).toBeLessThan(1e-9);
  });

  it('there and back gives the number again', () => {
    const units = ['ms', 's', 'min', 'h', 'd', 'week'];
    fc.assert(
      fc.property(
        fc.constantFrom(...units),
        fc.constantFrom(...units),
        fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 8),
        (from, to, number) => {
          const there = conversions(read(from), read(to));
          const factor = (there?.[0].toBase(1).low ?? 0) / (there?.[1].toBase(1).low ?? 1);
          const back = conversions(read(to), read(from));
          const again = number * factor * ((back?.[0].toBase(1).low ?? 0) / (back?.[1].toBase(1).low ?? 1));
          expect(Math.abs(again - number)).toBeLessThanOrEqual(1e-9 * Math.abs(number));
        },
      ),
    );
  });

  it('of months holds every stretch of a calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_400 }), fc.integer({ min: 1, max: 120 }), (from, months) => {
        const day = (month: number): number => Date.UTC(1900 + Math.floor(month / 12), month % 12, 1) / 1000;
        const seconds = day(from + months) - day(from);
        const [of_months] = conversions(read('month'), read('s')) ?? [];
        const { low, high } = of_months?.toBase(months) ?? { low: 1, high: 0 };
        expect(low <= seconds && seconds <= high).toBe(true);
      }),
    );
  });
});

const number = fc.double({ min: -1e9, max: 1e9, noNaN: true, noDefaultInfinity: true });
const amount = fc.oneof(
  number.map((n) => `${n}`),
  number.map((n) => `≤ ${n}`),
  number.map((n) => `≥ ${n}`),
  number.map((n) => `> ${n}`),
  fc.tuple(fc.nat(1_000), fc.nat(1_000)).map(([a, more]) => `${a}–${a + more}`),
);
const quantity = fc
  .tuple(amount, fc.constantFrom('s', 'min', 'h', 'd', 'week', 'month', 'business day', 'GB', 'EUR'))
  .map(([text, unit]) => `${text} ${unit}`);
const anything = fc.oneof(
  quantity,
  fc.constantFrom('yes', 'no', '2026-05-01', 'by 2026-05-01', 'v1.2', 'v1.2 or newer', 'fast', 'slow'),
);
const value = (text: string): ClaimValue => (readValue({ value: text }) as { value: ClaimValue }).value;

describe('comparing', () => {
  it('is symmetric, and everything says the same as itself', () => {
    fc.assert(
      fc.property(anything, anything, (a, b) => {
        expect(compareValues(value(a), value(b))).toEqual(compareValues(value(b), value(a)));
        expect(compareValues(value(a), value(a)).verdict).toBe('same');
      }),
    );
  });

  it('is transitive where two say the same: what conflicts with one conflicts with the other', () => {
    const hours = fc.integer({ min: 1, max: 200 });
    fc.assert(
      fc.property(hours, quantity, (n, other) => {
        const [one, again] = [value(`${n} h`), value(`${n * 60} min`)];
        expect(compareValues(one, again).verdict).toBe('same');
        expect(compareValues(one, value(other)).verdict).toBe(compareValues(again, value(other)).verdict);
      }),
    );
  });

  it('does not change when both validities are moved by as many days', () => {
    const day = fc.integer({ min: 0, max: 400 });
    const iso = (n: number): string => new Date(Date.UTC(2026, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
    fc.assert(
      fc.property(day, day, day, day, fc.integer({ min: -500, max: 500 }), (a, b, c, d, by) => {
        const spans = (shift: number): [object, object] => [
          { valid_from: iso(Math.min(a, b) + shift), valid_to: iso(Math.max(a, b) + shift) },
          { valid_from: iso(Math.min(c, d) + shift), valid_to: iso(Math.max(c, d) + shift) },
        ];
        expect(verdict('4 h', '8 h', spans(by))).toBe(verdict('4 h', '8 h', spans(0)));
      }),
    );
  });
});
