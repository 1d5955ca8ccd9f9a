import { describe, expect, test } from 'vitest';
import { weakness } from './password.ts';
import { isStrong, strengthOf } from './strength.ts';

describe('how hard a password is to guess', () => {
  test.each(['1q2w3e4r5t6y', 'zaq12wsxcde3', 'football12345', 'Liverpool1234', 'monkeymonkey12', 'dragon31121999'])(
    '%s is guessed soon, though it looks odd enough',
    (password) => {
      expect(weakness(password, 'ada@acme.example')).toBeNull();
      expect(isStrong(strengthOf(password, []))).toBe(false);
    },
  );

  test.each(['tin harbour seldom ox', 'nine quiet lamps apart', 'kV9#tqLw2pZx', 'Büroklammer über Neapel'])(
    '%s is not',
    (password) => expect(isStrong(strengthOf(password, []))).toBe(true),
  );

  test('what is one’s own is guessed first', () => {
    const password = 'vandersloot-2011';
    expect(strengthOf(password, ['ida@vandersloot.example'])).toBeLessThan(strengthOf(password, []));
  });

  test('a very long one is looked at only so far', () => {
    expect(isStrong(strengthOf('correct tin harbour '.repeat(500), []))).toBe(true);
  });
});
