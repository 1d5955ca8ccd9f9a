import { expect, test } from 'vitest';
import { SeenCases } from './seen.ts';

test('counts how often a case came, beyond the room it starts with', () => {
  const seen = new SeenCases();
  for (let n = 0; n < 40_000; n++) if (seen.add(`case ${n}`) !== 0) expect.fail(`case ${n} is new`);
  expect(seen.add('case 0')).toBe(1);
  expect(seen.add('case 39999')).toBe(1);
  expect(seen.add('case 0')).toBe(2);
  expect(seen.add('another')).toBe(0);
});
