import { describe, expect, it } from 'vitest';
import { formatSeconds, parseMoney } from './format.ts';

describe('amounts as people type them', () => {
  it.each([
    ['12500', 'EUR', 1_250_000],
    ['12,500.00', 'EUR', 1_250_000],
    ["12'500", 'CHF', 1_250_000],
    ['12,5', 'EUR', 1_250],
    ['980', 'JPY', 980],
  ])('%s %s', (text, currency, amount_minor) => {
    expect(parseMoney(text, currency)).toBe(amount_minor);
  });

  it.each(['', 'lots', '1.2.3', '12 apples'])('refuses %j', (text) => {
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
