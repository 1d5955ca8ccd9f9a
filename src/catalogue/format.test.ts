import { afterEach, describe, expect, it } from 'vitest';
import { formatFinely, formatSeconds, formatTyped, parseMoney, parseNumber } from './format.ts';
import { sayIn } from './language.ts';

afterEach(() => sayIn(() => 'en'));

describe('amounts as people type them', () => {
  it.each([
    ['12500', 'EUR', 1_250_000],
    ['12,500.00', 'EUR', 1_250_000],
    ["12'500", 'CHF', 1_250_000],
    ['12,5', 'EUR', 1_250],
    ['980', 'JPY', 980],
    ['245.000', 'EUR', 24_500_000],
    ['245,000', 'EUR', 24_500_000],
    ['1.234.567,89', 'EUR', 123_456_789],
    ['1,234,567.8', 'USD', 123_456_780],
    ['12.50', 'EUR', 1_250],
    ['-1.250', 'EUR', -125_000],
    ['2.000.000', 'JPY', 2_000_000],
  ])('%s %s', (text, currency, amount_minor) => {
    expect(parseMoney(text, currency)).toBe(amount_minor);
  });

  it.each(['', 'lots', '1.2.3', '12 apples', '12.3456', '1.23,456.7', '0,5,5'])('refuses %j', (text) => {
    expect(parseMoney(text, 'EUR')).toBeNull();
  });
});

describe('durations', () => {
  it.each([
    [0, 'at once'],
    [59, '59 s'],
    [3600, '1 h'],
    [86_400, '1 day'],
    [86_400 * 41, '41 days'],
    [86_400 * 91, '3 months'],
    [86_400 * 1000, '3 years'],
  ])('%d s is %s', (seconds, text) => {
    expect(formatSeconds(seconds)).toBe(text);
  });
});

describe('numbers as people type them', () => {
  it.each([
    ['en', '1,234', 1234],
    ['en', '1.234', 1.234],
    ['en', '1 234,5', 1234.5],
    ['en', '1,234.5', 1234.5],
    ['de-DE', '1,234', 1.234],
    ['de-DE', '1.234', 1234],
    ['de-DE', '245.000', 245_000],
    ['de-DE', '1.234,5', 1234.5],
    ['de-DE', '1,234.5', 1234.5],
    ['de-DE', '0.125', 0.125],
    ['de-DE', '-12.50', -12.5],
    ['de-DE', '1,234,567', 1_234_567],
    ['de-CH', "12'500.5", 12_500.5],
  ])('%s: %s', (locale, text, number) => {
    sayIn(() => locale);
    expect(parseNumber(text)).toBe(number);
  });

  it.each(['', 'lots', '1.2.3', '12 apples'])('refuses %j', (text) => {
    expect(parseNumber(text)).toBeNull();
  });

  it.each(['en', 'de-DE', 'de-AT', 'de-CH'])('reads in %s what is written in it', (locale) => {
    sayIn(() => locale);
    for (const number of [0.5, 1.234, 12.5, 1234, 245_000, 1_234_567.25, -3.125]) {
      expect(parseNumber(formatFinely(number))).toBe(number);
      expect(parseNumber(formatTyped(number))).toBe(number);
    }
  });
});
