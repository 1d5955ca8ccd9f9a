import { describe, expect, it } from 'vitest';
import { difference } from './difference.ts';

const rebuilt = (before: string, after: string, side: 'added' | 'removed') =>
  difference(before, after)
    .filter((piece) => piece.change === 'same' || piece.change === side)
    .map((piece) => piece.text)
    .join('');

describe('the difference of two texts', () => {
  it('marks only the words that changed', () => {
    expect(difference('answers within 4 h', 'answers within 1 h')).toEqual([
      { text: 'answers within ', change: 'same' },
      { text: '4', change: 'removed' },
      { text: '1', change: 'added' },
      { text: ' h', change: 'same' },
    ]);
  });

  it.each([
    ['', 'a new text'],
    ['an old text', ''],
    ['one two three', 'three two one'],
    ['same', 'same'],
    ['x '.repeat(500), 'y '.repeat(500)],
  ])('contains both texts whole: %j, %j', (before, after) => {
    expect(rebuilt(before, after, 'removed')).toBe(before);
    expect(rebuilt(before, after, 'added')).toBe(after);
  });
});
