import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backTo } from './back.ts';

const HOME = 'https://coassent.example';

test.each([
  ['/w/demo/purchases?q=a#b', '/w/demo/purchases?q=a#b'],
  [undefined, '/account'],
  ['', '/account'],
  ['https://evil.example/', '/account'],
  ['javascript:alert(1)', '/account'],
  ['//evil.example', '/account'],
  ['/\\evil.example', '/account'],
  ['/\t/evil.example', '/account'],
  ['/\n\\evil.example', '/account'],
  ['///evil.example', '/account'],
  ['/.//evil.example', '/account'],
  ['/a/..//evil.example', '/account'],
])('%j leads to %s', (back, to) => expect(backTo(back, HOME)).toBe(to));

test('whatever a link asks for, one stays here', () => {
  const piece = fc.constantFrom('/', '\\', '\t', '\n', '.', '@', ':', 'evil.example', 'https:', 'javascript:', '%2f');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const led = new URL(backTo(pieces.join(''), HOME), HOME);
      return led.origin === HOME;
    }),
  );
});
