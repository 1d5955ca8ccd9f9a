import { describe, expect, it } from 'vitest';
import { smooth } from './layout.ts';

describe('a smooth line', () => {
  it('begins and ends at its ends', () => {
    const path = smooth([
      { x: 0, y: 0 },
      { x: 10, y: 30 },
      { x: 40, y: 60 },
    ]);
    expect(path.startsWith('M0.0,0.0 ')).toBe(true);
    expect(path.endsWith(' L40.0,60.0')).toBe(true);
  });

  it('is straight between two points and nothing for fewer', () => {
    expect(
      smooth([
        { x: 1, y: 2 },
        { x: 3, y: 4 },
      ]),
    ).toBe('M1.0,2.0 L3.0,4.0');
    expect(smooth([{ x: 1, y: 2 }])).toBe('');
  });
});
