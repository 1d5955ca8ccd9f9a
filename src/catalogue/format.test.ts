import { describe, expect, it } from 'vitest';
import { formatSeconds, parseMoney } from './format.ts';

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
