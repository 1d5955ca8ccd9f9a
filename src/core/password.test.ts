import { expect, test } from 'vitest';
import { weakness } from './password.ts';

test.each([
  ['short', 'at least 12'],
  ['Password123456', 'first passwords'],
  ['ada.miller rocks', 'Leave your own name'],
  ['aaaabbbbaaaabbbb', 'repeats'],
  ['1234567890123', 'neighbouring'],
])('%s is refused with what to do', (password, words) => {
  expect(weakness(password, 'ada.miller@example.com')).toContain(words);
});

test('several words that have nothing to do with each other will do', () => {
  expect(weakness('tin harbour seldom ox', 'ada.miller@example.com')).toBeNull();
  expect(weakness('my password harbours oxen', 'ada.miller@example.com')).toBeNull();
});
