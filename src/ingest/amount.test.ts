import { expect, test } from 'vitest';
import { AmountReader } from './amount.ts';

test('reads minor units in the currency of the mapping, of the row, or of the values', () => {
  expect(new AmountReader(['1.234,50', '99,00'], 'EUR').read('1.234,50', '')).toEqual({
    amount_minor: 123_450,
    currency: 'EUR',
  });
  expect(new AmountReader(['1200'], 'EUR').read('1200', 'jpy')).toEqual({ amount_minor: 1200, currency: 'JPY' });
  expect(new AmountReader(['€ 12.50'], undefined).read('€ 12.50', '')).toEqual({ amount_minor: 1250, currency: 'EUR' });
});

test('an amount without a currency is told once and left out', () => {
  const reader = new AmountReader(['12.50'], undefined);
  expect(reader.read('12.50', '')).toMatchObject({ code: 'amount.no_currency' });
  expect(reader.read('12.50', '')).toBeNull();
  expect(reader.read('13.50', '')).toBeNull();
});

test('each bad amount is told', () => {
  const reader = new AmountReader(['12.50'], 'EUR');
  expect(reader.read('twelve', '')).toMatchObject({ code: 'number.bad_format' });
  expect(reader.read('twelve', '')).toMatchObject({ code: 'number.bad_format' });
  expect(reader.read('5', 'Euro')).toMatchObject({ code: 'amount.bad_currency' });
  expect(reader.read(' ', '')).toBeNull();
});
