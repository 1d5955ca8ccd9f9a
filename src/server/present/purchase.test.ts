import { expect, test } from 'vitest';
import { job, named, opened, seen } from '../../../test/core/story.ts';
import type { Need } from '../../core/need.ts';
import { purchasePage } from './purchase.ts';

const need: Need = {
  score: 3,
  reasons: [
    { code: 'contradiction', open: 1 },
    { code: 'silence', silent_s: 1e6, usual_s: 1, n: 13_087 },
    { code: 'repeats', repeats: 2, usual: 0, n: 13_087 },
    { code: 'age', age_s: 1e8, usual_s: 1, n: 13_087 },
  ],
};

test('what is usual among the other purchases of the supplier is told to sellers only', () => {
  const told = (view: 'buyer' | 'seller') => {
    const state = seen({ view }, opened(job('fit')), named('ann'));
    const context = { as_of: null, counted_to: '2026-02-01T00:00:00.000Z', need, read_only: null };
    return purchasePage(state, context).help.reasons.map(({ code }) => code);
  };
  expect(told('seller')).toEqual(['contradiction', 'silence', 'repeats', 'age']);
  expect(told('buyer')).toEqual(['contradiction']);
});
