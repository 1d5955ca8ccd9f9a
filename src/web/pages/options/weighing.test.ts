import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answering, answeringOf, answersOf, firstSwings, moved, ranksOfOrder } from './weighing.ts';

const order = ['a', 'b', 'c', 'd'];
const plain: Answering = { order, tied: new Set(), swings: null };

describe('answers while they are given', () => {
  it('are ranks in which ties share the place of the first', () => {
    expect(ranksOfOrder(plain)).toEqual({ a: 1, b: 2, c: 3, d: 4 });
    expect(ranksOfOrder({ ...plain, tied: new Set(['b', 'c']) })).toEqual({ a: 1, b: 1, c: 1, d: 4 });
    expect(ranksOfOrder({ ...plain, tied: new Set(['a', 'd']) })).toEqual({ a: 1, b: 2, c: 3, d: 3 });
  });

  it('come back as they were given', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(order, { minLength: 1 }), fc.subarray(order), (drawn, tied) => {
        const answering = { order: drawn, tied: new Set(tied), swings: null };
        const sent = answersOf(answering);
        expect(answersOf(answeringOf(sent))).toEqual(sent);
        const swings = answersOf({ ...answering, swings: firstSwings(answering) });
        expect(new Set(answersOf(answeringOf(swings)).answers)).toEqual(new Set(swings.answers));
        expect(Math.max(...swings.answers.map(({ value }) => value))).toBe(100);
        expect(Math.min(...swings.answers.map(({ value }) => value))).toBeGreaterThan(0);
      }),
    );
  });

  it('move one at a time, and nothing is lost', () => {
    expect(moved(plain, 3, 0).order).toEqual(['d', 'a', 'b', 'c']);
    expect(moved(plain, 0, 3).order).toEqual(['b', 'c', 'd', 'a']);
    expect(moved(plain, 0, -1)).toBe(plain);
    expect(moved(plain, 3, 4)).toBe(plain);
    // B was as important as A; when A goes elsewhere, B stands for itself.
    expect(moved({ ...plain, tied: new Set(['b']) }, 0, 3).tied).toEqual(new Set());
  });
});
