import { describe, expect, it } from 'vitest';
import { type Statement, summaryIn } from './summary.ts';

const statements: Statement[] = [
  { n: 1, text: 'Established: Support, answers within: ≤ 4 h', claim_id: 'web' },
  { n: 2, text: 'Disputed: Price per year: 1,200 EUR', claim_id: 'offer' },
  { n: 3, text: 'Missing: role (decision maker)', claim_id: null },
];
const answer = (...sentences: object[]): string => JSON.stringify({ sentences });

describe('a drafted summary', () => {
  it('keeps sentences whose numbers stand in what they cite', () => {
    const good = { text: 'Support answers within 4 h, and the price of 1200 EUR is disputed.', cites: [2, 1, 2] };
    expect(summaryIn(`Here:\n${answer(good)}`, statements)).toEqual({
      sentences: [{ text: good.text, cites: [2, 1] }],
      dropped: 0,
    });
  });

  it.each([
    ['cites nothing', { text: 'All is well.', cites: [] }],
    ['cites what is not there', { text: 'All is well.', cites: [4] }],
    ['says another number', { text: 'Support answers within 2 h.', cites: [1] }],
    ['says a number of what it does not cite', { text: 'The price is 1200.', cites: [1] }],
    ['is no sentence', { cites: [1] }],
  ])('leaves out one that %s', (_what, sentence) => {
    const kept = { text: 'Nobody is named as decision maker.', cites: [3] };
    expect(summaryIn(answer(sentence, kept), statements)).toEqual({ sentences: [kept], dropped: 1 });
  });

  it.each(['I cannot.', '{"sentences": "none"}', '{"sentences": [', ''])('is none in %j', (text) => {
    expect(summaryIn(text, statements)).toBeNull();
  });

  it('is short', () => {
    const many = Array.from({ length: 9 }, () => ({ text: 'Nobody is named.', cites: [3] }));
    expect(summaryIn(answer(...many), statements)).toMatchObject({ sentences: { length: 6 }, dropped: 3 });
  });
});
