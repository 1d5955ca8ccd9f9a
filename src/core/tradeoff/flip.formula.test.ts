import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OFFICES } from '../../../test/core/offices.ts';
import { type FlipInput, scoreFlip, weightFlip, winnerOf } from './flip.ts';
import { additiveValue } from './value.ts';

const none = (count: number): number[] => Array<number>(count).fill(0);

/** Weights in steps of 1/parts, all of them. */
function* weightings(n: number, parts: number): Generator<number[]> {
  if (n === 1) {
    yield [parts];
    return;
  }
  for (let first = 0; first <= parts; first++)
    for (const rest of weightings(n - 1, parts - first)) yield [first, ...rest];
}

/** The least weight that has to move for another to be ahead, by trying every weighting of a grid. */
function bruteMove({ weights, scores }: FlipInput, parts: number): number {
  const winner = winnerOf({ weights, scores, met_from: [] });
  let least = Number.POSITIVE_INFINITY;
  for (const counts of weightings(weights.length, parts)) {
    const tried = counts.map((count) => count / parts);
    const moved = tried.reduce((sum, w, i) => sum + Math.abs(w - (weights[i] as number)), 0) / 2;
    if (moved >= least) continue;
    const lead = additiveValue(tried, scores[winner] as number[]);
    if (scores.some((row, option) => option !== winner && additiveValue(tried, row) > lead + 1e-9)) least = moved;
  }
  return least;
}

describe('the smallest change of weights that changes the winner', () => {
  it('of a small case is what one works out by hand', () => {
    const input = {
      weights: [0.6, 0.4],
      scores: [
        [80, 20],
        [40, 60],
      ],
      met_from: none(2),
    };
    const flip = weightFlip(input);
    expect(flip?.moved).toBeCloseTo(0.1, 12);
    expect(flip?.from).toEqual([{ requirement: 0, amount: expect.closeTo(0.1, 12) }]);
    expect(flip?.to).toBe(1);
  });

  it('of the seven offices makes the other exactly as good (Goodwin and Wright)', () => {
    const input = { weights: OFFICES.weights, scores: OFFICES.scores, met_from: none(6) };
    const flip = weightFlip(input);
    expect(flip).not.toBeNull();
    const changed = flip?.weights ?? [];
    const values = OFFICES.scores.map((row) => additiveValue(changed, row));
    expect(Math.abs((values[flip?.option ?? 0] as number) - (values[0] as number))).toBeLessThan(1e-9);
    expect(changed.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    expect(Math.min(...changed)).toBeGreaterThanOrEqual(0);
  });

  it('is what trying every weighting finds, within the step of the grid', () => {
    const parts = 24;
    const case_of = fc.integer({ min: 2, max: 4 }).chain((n) =>
      fc.record({
        cut: fc.array(fc.integer({ min: 1, max: 8 }), { minLength: n, maxLength: n }),
        scores: fc.array(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: n, maxLength: n }), {
          minLength: 2,
          maxLength: 4,
        }),
      }),
    );
    let found = 0;
    fc.assert(
      fc.property(case_of, ({ cut, scores }) => {
        const all = cut.reduce((a, b) => a + b, 0);
        const input = { weights: cut.map((part) => part / all), scores, met_from: none(cut.length) };
        const flip = weightFlip(input);
        const brute = bruteMove(input, parts);
        if (flip === null) {
          expect(brute).toBe(Number.POSITIVE_INFINITY);
          return;
        }
        found++;
        // The grid can miss the exact place by a step for each weight, never beat it.
        expect(brute).toBeGreaterThanOrEqual(flip.moved - 1e-9);
        expect(brute).toBeLessThanOrEqual(flip.moved + cut.length / parts);
      }),
      { numRuns: 150 },
    );
    expect(found).toBeGreaterThan(50);
  });

  it('is none where nothing else is better at anything, and where there is one option', () => {
    expect(
      weightFlip({
        weights: [0.5, 0.5],
        scores: [
          [80, 80],
          [70, 10],
        ],
        met_from: none(2),
      }),
    ).toBeNull();
    expect(weightFlip({ weights: [1], scores: [[80]], met_from: none(1) })).toBeNull();
    expect(weightFlip({ weights: [], scores: [], met_from: [] })).toBeNull();
  });

  it('is nothing at all between equals', () => {
    expect(
      weightFlip({
        weights: [0.5, 0.5],
        scores: [
          [10, 20],
          [20, 10],
        ],
        met_from: none(2),
      })?.moved,
    ).toBe(0);
  });
});

describe('the smallest change of one score that changes the winner', () => {
  /** Every score of a fine grid, one at a time. */
  function bruteScore({ weights, scores, met_from, out = [] }: FlipInput): number {
    const winner = winnerOf({ weights, scores, met_from });
    let least = Number.POSITIVE_INFINITY;
    const misses = (row: readonly number[]) => row.some((score, column) => score < (met_from[column] as number));
    for (const row of out) {
      row.forEach((before, requirement) => {
        for (let tenth = 0; tenth <= 1_000; tenth++) {
          const changed = row.with(requirement, tenth / 10);
          const by = Math.abs(tenth / 10 - before);
          const level = additiveValue(weights, changed) >= additiveValue(weights, scores[winner] as number[]) - 1e-9;
          if (by < least && level && !misses(changed)) least = by;
        }
      });
    }
    scores.forEach((row, option) => {
      row.forEach((before, requirement) => {
        for (let tenth = 0; tenth <= 1_000; tenth++) {
          const by = Math.abs(tenth / 10 - before);
          if (by >= least) continue;
          const changed = scores.map((one, at) => (at === option ? row.with(requirement, tenth / 10) : [...one]));
          const lead = additiveValue(weights, changed[winner] as number[]);
          const is_out = misses(changed[winner] as number[]);
          const level = changed.some((one, at) => at !== winner && additiveValue(weights, one) >= lead - 1e-9);
          if (is_out || level) least = by;
        }
      });
    });
    return least;
  }

  it('is what trying every score in steps of a tenth finds', () => {
    const case_of = fc.integer({ min: 2, max: 4 }).chain((n) =>
      fc.record({
        cut: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: n, maxLength: n }),
        must: fc.boolean(),
        scores: fc.array(fc.array(fc.integer({ min: 30, max: 100 }), { minLength: n, maxLength: n }), {
          minLength: 2,
          maxLength: 3,
        }),
        below: fc.array(fc.integer({ min: 0, max: 29 }), { maxLength: 2 }),
      }),
    );
    fc.assert(
      fc.property(case_of, ({ cut, must, scores, below }) => {
        const all = cut.reduce((a, b) => a + b, 0);
        const met_from = none(cut.length).with(0, must ? 30 : 0);
        // Without a must-have nothing is out.
        const out = must ? below.map((score, at) => (scores[at % scores.length] as number[]).with(0, score)) : [];
        const input = { weights: cut.map((part) => part / all), scores, met_from, out };
        const flip = scoreFlip(input);
        const brute = bruteScore(input);
        if (flip === null) expect(brute).toBe(Number.POSITIVE_INFINITY);
        else expect(Math.abs(Math.abs(flip.after - flip.before) - brute)).toBeLessThanOrEqual(0.1 + 1e-9);
      }),
      { numRuns: 60 },
    );
  });

  it('says when it is a must-have that the winner would miss', () => {
    const flip = scoreFlip({
      weights: [0.5, 0.5],
      scores: [
        [55, 90],
        [60, 10],
      ],
      met_from: [50, 0],
    });
    expect(flip).toMatchObject({ option: 0, requirement: 0, before: 55, after: 50, eliminates: true, winner: 1 });
  });

  it('says when it lets in what was out for one must-have', () => {
    const flip = scoreFlip({ weights: [0.2, 0.8], scores: [[60, 50]], met_from: [50, 0], out: [[45, 90]] });
    expect(flip).toMatchObject({ option: 1, requirement: 0, before: 45, after: 50, admits: true, winner: 1 });
    const twice = { weights: [0.5, 0.5], scores: [[60, 50]], met_from: [50, 50], out: [[45, 45]] };
    expect(scoreFlip(twice)).toBeNull();
  });

  it('is none for one option', () => {
    expect(scoreFlip({ weights: [1], scores: [[80]], met_from: [0] })).toBeNull();
  });
});
