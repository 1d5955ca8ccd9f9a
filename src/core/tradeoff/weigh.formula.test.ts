import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OFFICES } from '../../../test/core/offices.ts';
import type { TradeoffTable, WeighedScore, Weighing } from './table.ts';
import { weigh } from './weigh.ts';
import {
  agreementSentence,
  alarmSentence,
  differenceSentences,
  flipSentences,
  notesOf,
  verdictSentence,
} from './words.ts';

const SAMPLES = 2_000;

const requirement = (requirement_id: string, priority: 'must' | 'should' = 'should') => ({
  requirement_id,
  text: requirement_id.toUpperCase(),
  priority,
  met_from: 50,
});
const option = (option_id: string, amount_minor?: number, kind: 'this_supplier' | 'do_nothing' = 'this_supplier') => ({
  option_id,
  name: option_id,
  kind,
  cost: amount_minor === undefined ? null : { amount_minor, currency: 'EUR' },
});
const score = (option_id: string, requirement_id: string, low: number, high = low): WeighedScore => ({
  option_id,
  requirement_id,
  low,
  point: (low + high) / 2,
  high,
});
const ranks = (person_id: string, ...requirement_ids: string[]): Weighing => ({
  person_id,
  name: person_id,
  method: 'ranking',
  answers: requirement_ids.map((requirement_id, at) => ({ requirement_id, value: at + 1 })),
});

const EMPTY: TradeoffTable = { requirements: [], options: [], scores: [], weighings: [] };

/** Two options that are better at different things, by three people of whom one disagrees. */
const CONTESTED: TradeoffTable = {
  requirements: [requirement('speed', 'must'), requirement('support'), requirement('reach')],
  options: [option('alpha', 900), option('beta', 500), option('slow', 100), option('rest', 0, 'do_nothing')],
  scores: [
    score('alpha', 'speed', 100),
    score('alpha', 'support', 45),
    score('alpha', 'reach', 50, 70),
    score('beta', 'speed', 60),
    score('beta', 'support', 90),
    score('beta', 'reach', 50),
    score('slow', 'speed', 20),
    score('slow', 'support', 95),
  ],
  weighings: [
    ranks('ann', 'speed', 'reach', 'support'),
    ranks('ben', 'speed', 'support', 'reach'),
    ranks('cem', 'support', 'reach', 'speed'),
  ],
};

const codes = (table: TradeoffTable): string[] => notesOf(table, weigh(table, SAMPLES)).map(({ code }) => code);

describe('a trade-off', () => {
  it('of a published example has the published order and values (Goodwin and Wright, chapter 3)', () => {
    const ids = ['closeness', 'visibility', 'image', 'size', 'comfort', 'parking'];
    const table: TradeoffTable = {
      requirements: ids.map((one) => requirement(one)),
      options: OFFICES.names.map((name, at) => option(name, OFFICES.costs[at])),
      scores: OFFICES.names.flatMap((name, at) =>
        ids.map((one, column) => score(name, one, OFFICES.scores[at]?.[column] ?? Number.NaN)),
      ),
      weighings: [
        {
          person_id: 'owner',
          name: 'owner',
          method: 'swing',
          answers: ids.map((requirement_id, at) => ({ requirement_id, value: OFFICES.swings[at] as number })),
        },
      ],
    };
    const result = weigh(table, SAMPLES);
    expect(result.winner).toBe('A');
    result.options.forEach(({ value }, at) => {
      // The book rounds weights to whole percent before it multiplies.
      expect(Math.abs((value?.point ?? 0) - (OFFICES.values[at] as number))).toBeLessThan(1);
    });
    expect(result.options[0]?.ranks?.[0]).toBeGreaterThan(0.99);
  });

  it('says who is out and why, who leads, how surely, and what would change it', () => {
    const result = weigh(CONTESTED, SAMPLES);
    expect(result.options.map(({ ranked }) => ranked)).toEqual([true, true, false, false]);
    expect(result.options[2]?.missed.map(({ requirement_id }) => requirement_id)).toEqual(['speed']);
    expect(result.winner).toBe('alpha');
    expect(verdictSentence(CONTESTED, result)).toMatch(
      /^alpha wins in \d\d % of all weightings and scores consistent with what 3 people said\.$/,
    );
    const [by_weights, by_score] = flipSentences(CONTESTED, result);
    expect(by_weights).toMatch(/^beta would lead if \d+ % of the weight moved to “SUPPORT” from “SPEED”\.$/);
    expect(by_score).toMatch(/^beta would come level if /);
    expect(result.people.map(({ first }) => (first[0]?.share ?? 0) > 0.5)).toEqual([true, expect.any(Boolean), false]);
  });

  it('shows a group where it differs, not who is right', () => {
    const result = weigh(CONTESTED, SAMPLES);
    expect(result.agreement.differences[0]?.requirement_id).toBe('support');
    expect(differenceSentences(result)[0]).toMatch(
      /^“SUPPORT”: cem gives it 61 %, ann 11 %; 22.5 points between options turn on it\.$/,
    );
    expect(agreementSentence(result)).toMatch(
      /hardly: people who rank at random often agree as much \(Kendall’s W 0\.11/,
    );
  });

  it('is no higher for a requirement that nobody said anything of', () => {
    const more = { ...CONTESTED, requirements: [...CONTESTED.requirements, requirement('colour')] };
    expect(weigh(more, SAMPLES).agreement.concordance).toEqual(weigh(CONTESTED, SAMPLES).agreement.concordance);
  });

  it('gives the same for the same table, whatever the order of its people and options', () => {
    const there = weigh(CONTESTED, SAMPLES);
    expect(weigh(CONTESTED, SAMPLES)).toEqual(there);
    const turned = weigh(
      { ...CONTESTED, options: CONTESTED.options.toReversed(), weighings: CONTESTED.weighings.toReversed() },
      SAMPLES,
    );
    expect(turned.winner).toBe(there.winner);
    for (const { option_id, value } of there.options) {
      const other = turned.options.find((one) => one.option_id === option_id);
      expect(other?.value?.point ?? -1).toBeCloseTo(value?.point ?? -1, 9);
    }
  });

  it('is not changed by an option that is worse than another in everything', () => {
    const id = fc.constantFrom('speed', 'support', 'reach');
    fc.assert(
      fc.property(fc.array(fc.tuple(id, fc.integer({ min: 1, max: 30 })), { maxLength: 3 }), (worse) => {
        const below = CONTESTED.scores
          .filter(({ option_id }) => option_id === 'beta')
          .map((one) => ({ ...one, option_id: 'copy', high: one.low, point: one.low }))
          .map((one) => {
            const by = worse.find(([which]) => which === one.requirement_id)?.[1] ?? 1;
            return { ...one, low: one.low - by, point: one.low - by, high: one.low - by };
          })
          .map((one) => (one.requirement_id === 'speed' ? { ...one, low: 55, point: 55, high: 55 } : one));
        const more = weigh(
          { ...CONTESTED, options: [...CONTESTED.options, option('copy')], scores: [...CONTESTED.scores, ...below] },
          200,
        );
        const plain = weigh(CONTESTED, 200);
        const order = (result: typeof plain): string[] =>
          result.options
            .filter(({ option_id, value }) => option_id !== 'copy' && value !== null)
            .sort((a, b) => (b.value?.point ?? 0) - (a.value?.point ?? 0))
            .map(({ option_id }) => option_id);
        expect(order(more)).toEqual(order(plain));
        expect(more.options.at(-1)?.ranks?.[0]).toBe(0);
      }),
      { numRuns: 25 },
    );
  });

  it('never does worse for a better score', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (one, other) => {
        const of = (support: number): number =>
          weigh(
            {
              ...CONTESTED,
              scores: [...CONTESTED.scores, score('alpha', 'support', support)],
            },
            60,
          ).options[0]?.value?.point ?? 0;
        expect(of(Math.max(one, other))).toBeGreaterThanOrEqual(of(Math.min(one, other)));
      }),
      { numRuns: 20 },
    );
  });
});

describe('the alarm of price', () => {
  const alike = (more: Partial<TradeoffTable>): TradeoffTable => ({
    requirements: [requirement('speed'), requirement('support'), requirement('reach')],
    options: [option('alpha', 900), option('beta', 500), option('rest', 0, 'do_nothing')],
    scores: [score('alpha', 'speed', 80), score('beta', 'speed', 80)],
    weighings: [ranks('ann', 'speed', 'support', 'reach')],
    ...more,
  });

  it('says that one is about to decide on price, and what would separate them', () => {
    const table = alike({});
    const result = weigh(table, SAMPLES);
    expect(result.alarm?.separators.map(({ requirement_id }) => requirement_id)).toEqual(['support', 'reach']);
    expect(alarmSentence(result)).toBe(
      'You are about to decide on price: what is left is within 0 of 100 points of value. 2 requirements would separate them: “SUPPORT” (not everything is scored there) and “REACH” (not everything is scored there).',
    );
  });

  it('is silent where value, or nothing at all, tells them apart', () => {
    const scores = [score('alpha', 'speed', 80), score('beta', 'speed', 60)];
    expect(weigh(alike({ scores }), SAMPLES).alarm).toBeNull();
    expect(weigh(alike({ options: [option('alpha', 500), option('beta', 505)] }), SAMPLES).alarm).toBeNull();
    expect(
      weigh(alike({ options: [option('alpha', 500), option('rest', 0, 'do_nothing')] }), SAMPLES).alarm,
    ).toBeNull();
  });
});

describe('odd tables', () => {
  it('each get a sentence that helps', () => {
    expect(codes(EMPTY)).toEqual(['requirements.none', 'options.few']);
    const one: TradeoffTable = { ...EMPTY, requirements: [requirement('speed')], options: [option('alpha')] };
    expect(codes(one)).toEqual(['options.few', 'scores.none', 'weights.none']);
    const alone = { ...one, scores: [score('alpha', 'speed', 70)], weighings: [ranks('ann', 'speed')] };
    expect(codes(alone)).toEqual(['options.few', 'weights.one']);
    expect(verdictSentence(alone, weigh(alone, SAMPLES))).toBe('alpha is the only option left to rank.');
  });

  it('of which all is tied, or all is out, say so', () => {
    const both = { ...CONTESTED, scores: [score('alpha', 'speed', 60), score('beta', 'speed', 60)] };
    expect(codes({ ...both, options: both.options.slice(0, 2) })).toContain('options.tied');
    expect(verdictSentence(both, weigh(both, SAMPLES))).toBeNull();
    const out = { ...both, scores: [score('alpha', 'speed', 10), score('beta', 'speed', 10)] };
    expect(codes({ ...out, options: out.options.slice(0, 2) })).toContain('options.all_out');
    expect(weigh(out, SAMPLES).winner).toBeNull();
  });

  it('with numbers that are none, or far too large, are refused or kept within bounds', () => {
    const of = (value: number): TradeoffTable => ({ ...CONTESTED, scores: [score('alpha', 'speed', value)] });
    expect(() => weigh(of(Number.NaN), SAMPLES)).toThrow('A score is a number from 0 to 100');
    expect(weigh(of(1e18), SAMPLES).options[0]?.value?.high).toBeCloseTo(100, 9);
    expect(
      Object.is(weigh({ ...of(-0), requirements: [requirement('speed')] }, SAMPLES).options[0]?.value?.point, 0),
    ).toBe(true);
  });

  it('of which the answers are about nothing that is there count as no answer', () => {
    const gone = { ...CONTESTED, weighings: [ranks('ann', 'gone')] };
    const result = weigh(gone, SAMPLES);
    for (const weight of result.weights) expect(weight).toBeCloseTo(1 / 3, 12);
    expect(result.people[0]?.left_out).toBe(3);
    const swing = weigh({ ...gone, weighings: [{ ...ranks('ann', 'gone'), method: 'swing' as const }] }, SAMPLES);
    for (const weight of swing.weights) expect(weight).toBeCloseTo(1 / 3, 12);
  });
});
