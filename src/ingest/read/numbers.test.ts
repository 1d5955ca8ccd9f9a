import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileAmount, type NumberFormat, recogniseNumbers } from './numbers.ts';

const POINT: NumberFormat = { decimal: '.', thousands: ',' };
const COMMA: NumberFormat = { decimal: ',', thousands: '.' };

describe('recogniseNumbers', () => {
  it.each<[string[], NumberFormat]>([
    [['1,234.50', '7'], POINT],
    [['1.234,50', '7'], COMMA],
    [['1.234.567', '7'], COMMA],
    [['1,234', '0,5'], { decimal: ',', thousands: '' }],
    [['1234.5', '12.25'], { decimal: '.', thousands: '' }],
    [['1 234,50', '1\u00a0000\u202f000,00'], { decimal: ',', thousands: ' ' }],
    [['1’234.50', "2'000"], { decimal: '.', thousands: "'" }],
    [['12', '1054'], { decimal: '.', thousands: '' }],
    [['0.125', '0.250'], { decimal: '.', thousands: '' }],
  ])('decides by the marks of %j', (values, format) => {
    expect(recogniseNumbers(values)).toMatchObject({ format, ambiguous: false });
  });

  it('says when a mark may be of thousands or decimal', () => {
    expect(recogniseNumbers(['1,234', '12,345'])).toMatchObject({ format: POINT, ambiguous: true });
    expect(recogniseNumbers(['1.234'])).toMatchObject({ format: { decimal: '.', thousands: '' }, ambiguous: true });
  });

  it('knows the currency when all name the same', () => {
    expect(recogniseNumbers(['€ 1,50', '2,00 EUR']).currency).toBe('EUR');
    expect(recogniseNumbers(['US$1.50', '-USD 2.00', '(3.00 usd)']).currency).toBe('USD');
    expect(recogniseNumbers(['€ 1,50', '£ 2,00']).currency).toBeNull();
    expect(recogniseNumbers(['$1.50']).currency).toBeNull();
    expect(recogniseNumbers(['$1.50']).format).toMatchObject({ decimal: '.' });
  });

  it('does not take words for numbers', () => {
    expect(recogniseNumbers(['Won', 'Lost', '3']).format).toBeNull();
    expect(recogniseNumbers(['2018-01-01', '2018-01-02']).format).toBeNull();
    expect(recogniseNumbers(['', ' ']).format).toBeNull();
  });
});

describe('compileAmount', () => {
  it.each<[NumberFormat, number, string, number]>([
    [POINT, 2, '1,234.5', 123_450],
    [COMMA, 2, '1.234,5 €', 123_450],
    [COMMA, 2, 'EUR 1234', 123_400],
    [POINT, 2, '34.33634285099345', 3434],
    [POINT, 2, '0.005', 1],
    [POINT, 2, '-0.005', -1],
    [POINT, 2, '-0.001', 0],
    [POINT, 2, '.5', 50],
    [POINT, 0, '¥1,500', 1500],
    [POINT, 0, '1500.5', 1501],
    [POINT, 3, 'KWD 1.5', 1500],
    [POINT, 2, '-$5', -500],
    [POINT, 2, '$-5', -500],
    [POINT, 2, '($1,000.00)', -100_000],
    [POINT, 2, '5.00-', -500],
    [POINT, 2, '−5 USD', -500],
    [{ decimal: ',', thousands: ' ' }, 2, '1\u202f234,50', 123_450],
    [POINT, 2, '90071992547409.91', 9_007_199_254_740_991],
  ])('with %j and %i digits reads %s', (format, exponent, value, minor) => {
    expect(compileAmount(format, exponent)(value)).toBe(minor);
  });

  it.each([
    ['1.234,50', 'number.bad_format'],
    ['1,23', 'number.bad_format'],
    ['12,3456', 'number.bad_format'],
    ['ten', 'number.bad_format'],
    ['', 'number.bad_format'],
    ['-', 'number.bad_format'],
    ['.', 'number.bad_format'],
    ['90071992547409.92', 'number.too_large'],
  ])('refuses %j with %s', (value, code) => {
    expect(compileAmount(POINT, 2)(value)).toMatchObject({ code });
  });

  it('reads back what is written in either way', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom('en-US', 'de-DE'), (minor, locale) => {
        const written = (minor / 100).toLocaleString(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
        expect(compileAmount(locale === 'en-US' ? POINT : COMMA, 2)(written)).toBe(minor === 0 ? 0 : minor);
      }),
    );
  });
});
