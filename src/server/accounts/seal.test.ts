import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seal, unseal } from './seal.ts';

test('what was sealed is read with the same secret and purpose only', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (text, secret) => {
      const sealed = seal(text, secret, 'one');
      expect(unseal(sealed, secret, 'one')).toBe(text);
      expect(unseal(sealed, `${secret}x`, 'one')).toBeNull();
      expect(unseal(sealed, secret, 'two')).toBeNull();
    }),
    { numRuns: 30 },
  );
});

test('what was changed is not read, and the same text is never sealed the same', () => {
  const sealed = Buffer.from(seal('secret', 's', 'p'), 'base64url');
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(unseal(changed.toString('base64url'), 's', 'p')).toBeNull();
  }
  expect(unseal('', 's', 'p')).toBeNull();
  expect(seal('secret', 's', 'p')).not.toBe(seal('secret', 's', 'p'));
});
