import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alike, mostAlike } from './alike.ts';

const words = fc.array(
  fc.constantFrom('where', 'does', 'our', 'data', 'stand', 'who', 'pays', 'für', '数据', 'مرحبا'),
  {
    minLength: 1,
    maxLength: 8,
  },
);
const text = words.map((list) => list.join(' '));

describe('how alike two questions are', () => {
  it('is symmetric, from 0 to 1, and 1 for the same', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(alike(a, b)).toBe(alike(b, a));
        expect(alike(a, b)).toBeGreaterThanOrEqual(0);
        expect(alike(a, b)).toBeLessThanOrEqual(1);
        expect(alike(a, `  ${a.toUpperCase()}?`)).toBe(1);
      }),
    );
  });

  it('puts the same question first, whatever else there is', () => {
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 8 }), (asked, others) => {
        const things = [...others.filter((one) => one !== asked), asked].map((one) => ({ text: one }));
        const [first] = mostAlike(asked, things, 3);
        expect(first?.alike).toBe(1);
      }),
    );
  });

  it('finds it in other words and mistyped, and not what has one common word', () => {
    const things = [
      { text: 'Where is our data stored?' },
      { text: 'Who pays for the training?' },
      { text: 'What does the support answer at night?' },
    ];
    const found = (asked: string) => mostAlike(asked, things, 3).map((one) => one.text);
    expect(found('where will our data be stored')).toEqual([things[0]?.text]);
    expect(found('Who pays for the trainning')).toEqual([things[1]?.text]);
    expect(found('Is there a discount for three years?')).toEqual([]);
    expect(found('')).toEqual([]);
  });
});
