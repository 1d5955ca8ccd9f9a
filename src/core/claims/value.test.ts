import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalMarkOf, readNumber } from './number.ts';
import { readUnit } from './unit.ts';
import { type ClaimValue, printValue, readValue, type ValueKind, valueText } from './value.ts';

const read = (value: string, value_kind?: ValueKind, unit?: string) => readValue({ value, value_kind, unit });
const text = (value: string, value_kind?: ValueKind, unit?: string): string => {
  const found = read(value, value_kind, unit);
  return 'value' in found ? `${found.value.kind} ${valueText(found.value)}` : found.problem.code;
};

describe('a number is read', () => {
  it.each<[string, number | null]>([
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['1 234,5', 1234.5],
    ["1'234.50", 1234.5],
    ['1,234', 1234],
    ['1.234', 1.234],
    ['0.125', 0.125],
    ['1.234.567', 1234567],
    ['12,5', 12.5],
    ['٤٢', 42],
    ['１２', 12],
    ['-7', -7],
    ['−7', -7],
    ['-0', 0],
    ['1e18', 1e18],
    ['1e999', null],
    ['1,23,4', null],
    ['1.2.3', null],
    ['', null],
    ['four', null],
  ])('%s', (written, number) => {
    expect(readNumber(written)).toBe(number);
  });

  it('with the mark of the text around it, where it can be read in two ways', () => {
    expect(readNumber('1.234', ',')).toBe(1234);
    expect(readNumber('1,234', ',')).toBe(1.234);
    expect(decimalMarkOf('99,9 % bis 1.234.567 Stück, 12,50 EUR')).toBe(',');
    expect(decimalMarkOf('99.9 % of 1,234.00 EUR')).toBe('.');
    expect(decimalMarkOf('4 h')).toBeUndefined();
  });
});

describe('a value is read', () => {
  it.each<[string, string]>([
    ['4 h', 'quantity 4 h'],
    ['within 4 hours', 'quantity ≤ 4 h'],
    ['30 min', 'quantity 30 min'],
    ['4 h or less', 'quantity ≤ 4 h'],
    ['at least 99.9 %', 'quantity ≥ 99.9 %'],
    ['between 4 and 6 h', 'quantity 4–6 h'],
    ['2 bis 3 Werktage', 'quantity 2–3 business days'],
    ['EUR 1.2 million per year', 'quantity 1200000 EUR/year'],
    ['$1.2m', 'quantity 1200000 USD'],
    ['1.5k €', 'quantity 1500 EUR'],
    ['5 % p. a.', 'quantity 5 %/year'],
    ['same business day', 'quantity ≤ 1 business day'],
    ['-0', 'quantity 0'],
    ['٤ h', 'quantity 4 h'],
    ['2026-05-01', 'date 2026-05-01'],
    ['by 1.5.2026', 'date ≤ 2026-05-01'],
    ['end of 2026', 'date 2026-12-31'],
    ['Q3 2026', 'date 2026-07-01 – 2026-09-30'],
    ['version 5.4.1', 'version 5.4.1'],
    ['Yes', 'yes_no yes'],
    ['nein', 'yes_no no'],
    ['24/7', 'text 24/7'],
    ['on most days', 'text on most days'],
    ['ساعات العمل', 'text ساعات العمل'],
  ])('%s', (written, meant) => {
    expect(text(written)).toBe(meant);
  });

  it.each<[string, ValueKind, string]>([
    ['four', 'quantity', 'value.not_a_number'],
    ['4 h/s/h/k/k/k', 'quantity', 'value.not_a_number'],
    ['9–4 h', 'quantity', 'value.range_reversed'],
    ['1e999 h', 'quantity', 'value.too_large'],
    ['1 May 20266', 'date', 'date.year'],
    ['20266-05-01', 'date', 'date.year'],
    ['31.2.2026', 'date', 'date.no_such_day'],
    ['03/04/2026', 'date', 'date.two_readings'],
    ['soon', 'date', 'value.not_a_date'],
    ['new', 'version', 'value.not_a_version'],
    ['perhaps', 'yes_no', 'value.not_yes_or_no'],
    [' ', 'text', 'value.empty'],
  ])('%s as %s: %s', (written, kind, code) => {
    const found = read(written, kind);
    expect(found).toMatchObject({ problem: { code } });
    expect('problem' in found && found.problem.message).toMatch(/^.{10,200}[.]$/su);
  });

  it('a number with a unit of its own, said apart', () => {
    expect(text('4', 'quantity', 'h')).toBe('quantity 4 h');
    expect(text('4', undefined, 'hours')).toBe('quantity 4 h');
    expect(readUnit('h//per')).toHaveProperty('problem');
    expect(readUnit(`${'x'.repeat(61)}`)).toHaveProperty('problem');
    expect(readUnit('')).toBeNull();
  });
});

describe('a value that is kept', () => {
  const number = fc.double({ min: -1e15, max: 1e15, noNaN: true }).map((n) => n + 0);
  const unit = fc.constantFrom('', 'h', 'business days', 'EUR/user/month', '%', 'GiB', 'wards');
  const bound = fc.constantFrom('', '≤ ', '< ', '≥ ', '> ', 'about ');
  const written = fc.oneof(
    fc.tuple(bound, number, unit).map(([before, n, of]) => [`${before}${n} ${of}`, 'quantity'] as const),
    fc
      .tuple(number, fc.nat(1e6), unit)
      .map(([n, more, of]) => [`${n}–${Math.abs(n) + more} ${of}`, 'quantity'] as const),
    fc
      .tuple(
        fc.constantFrom('', 'by ', 'from '),
        fc.date({ min: new Date('1950-01-01'), max: new Date('2150-01-01'), noInvalidDate: true }),
      )
      .map(([before, day]) => [`${before}${day.toISOString().slice(0, 10)}`, 'date'] as const),
    fc
      .tuple(fc.constantFrom('', '≥ ', '< '), fc.array(fc.nat(99), { minLength: 1, maxLength: 4 }))
      .map(([before, parts]) => [`${before}${parts.join('.')}`, 'version'] as const),
    fc.constantFrom(['yes', 'yes_no'] as const, ['SAML, OIDC', 'choice'] as const, ['as it is', 'text'] as const),
  );

  it('is read again as the same', () => {
    fc.assert(
      fc.property(written, ([said, value_kind]) => {
        const first = readValue({ value: said, value_kind }) as { value: ClaimValue };
        expect(first).toHaveProperty('value');
        expect(readValue(printValue(first.value))).toEqual(first);
      }),
    );
  });
});
