import { describe, expect, it } from 'vitest';
import { agrees, day, imported, job, named, opened, stateAfter, told } from '../../test/core/story.ts';
import { countedTo, needOf, reasonSentence, type Usual } from './need.ts';
import { purchaseRow } from './row.ts';

const DAY_S = 86_400;
const usual = (more: Partial<Usual> = {}): Usual => ({
  counted_to: day(10),
  now: day(10),
  silence_s: [],
  age_s: null,
  repeats: null,
  ...more,
});
const often = (p50: number, p90: number) => ({ n: 40, p50, p90 });
const rowAfter = (...story: Parameters<typeof stateAfter>) => purchaseRow(stateAfter(...story));

const fit = job('fit', { rests_on: ['requirements'] });
const requirement = told('requirement.changed', { requirement_id: 'r', text: 'Runs offline' });

describe('given a running purchase, when asked why it needs help, then', () => {
  it('an assent that was shaken comes first, with what shook it and who has not looked again', () => {
    const row = rowAfter(opened(fit), named('ann'), named('ben'), agrees('ann', 'fit'), requirement);
    const { score, reasons } = needOf(row, usual());
    expect(reasons).toEqual([
      {
        ...{ code: 'shaken', job: 'fit', people: 1 },
        cause: {
          kind: 'requirement.changed',
          what: 'Runs offline',
          who: { name: null, role: null, known: false },
        },
      },
    ]);
    expect(score).toBe(3);
    expect(reasons.map(reasonSentence)).toEqual([
      'fit was shaken: requirement changed: Runs offline. One person has not looked again.',
    ]);
  });

  it('a job that people are at misses those who have not agreed', () => {
    const { reasons } = needOf(rowAfter(opened(fit), named('ann'), named('ben'), agrees('ann', 'fit')), usual());
    expect(reasons.map((reason) => reason.code)).toEqual(['missing']);
    expect(reasons.map(reasonSentence)[0]).toBe('fit: 1 more person has to agree.');
  });

  it('an open contradiction counts, a settled one does not', () => {
    const opening = told('contradiction.opened', { contradiction_id: 'c', claim_ids: ['x'] });
    const settling = told('contradiction.resolved', { contradiction_id: 'c' });
    expect(needOf(rowAfter(opened(fit), opening), usual()).reasons).toEqual([{ code: 'contradiction', open: 1 }]);
    expect(needOf(rowAfter(opened(fit), opening, settling), usual()).reasons).toEqual([]);
  });

  it('silence beyond the ninth decile of its peers at the same point is told beside what is usual', () => {
    const row = rowAfter(opened(fit), named('ann'));
    const quiet = usual({ silence_s: [often(2 * DAY_S, 4 * DAY_S), often(0, 0)] });
    const { reasons, score } = needOf(row, quiet);
    expect(reasons).toEqual([{ code: 'silence', silent_s: 8 * DAY_S, usual_s: 2 * DAY_S, n: 40 }]);
    expect(score).toBe(2);
    expect(reasons.map(reasonSentence)[0]).toBe('Silent for 8 days; at this point half stay under 2 days (n = 40).');
    expect(needOf(row, { ...quiet, now: day(6) }).reasons).toEqual([]);
  });

  it('data that ended long ago is counted to its end, but what is worked on here to now', () => {
    const quiet = usual({ silence_s: [often(2 * DAY_S, 4 * DAY_S)], counted_to: day(3), now: day(10) });
    const silent = (...story: Parameters<typeof stateAfter>) =>
      needOf(rowAfter(...story), quiet).reasons.map((reason) => reason.code);
    expect(silent(imported('crm', opened(fit)), imported('crm', named('ann')))).toEqual([]);
    expect(silent(imported('crm', opened(fit)), named('ann'))).toEqual(['silence']);
  });

  it('less than a day is no silence', () => {
    const quick = usual({ silence_s: [often(1, 2)], now: '2026-01-02T08:00:00.000Z' });
    expect(needOf(rowAfter(opened(fit)), quick).reasons).toEqual([]);
  });

  it('too few peers say nothing of what is usual', () => {
    const few = { n: 7, p50: 1, p90: 2 };
    expect(needOf(rowAfter(opened(fit)), usual({ silence_s: [few], age_s: few, repeats: few })).reasons).toEqual([]);
  });

  it('age and repeats count half of what silence does, and none beyond four times the usual', () => {
    const row = { ...rowAfter(opened(fit)), repeats: 1000 };
    const { score, reasons } = needOf(row, usual({ age_s: often(1, 2), repeats: often(0, 1) }));
    expect(reasons.map((reason) => reason.code)).toEqual(['repeats', 'age']);
    expect(score).toBe(2 + 2);
  });

  it('an ended purchase needs none, and one that was never opened neither', () => {
    const ending = told('purchase.outcome_reached', { outcome: 'lost' });
    const row = rowAfter(opened(fit), named('ann'), agrees('ann', 'fit'), requirement, ending);
    expect(needOf(row, usual())).toEqual({ score: 0, reasons: [] });
    expect(needOf({ ...rowAfter(requirement) }, usual()).reasons).toEqual([]);
  });
});

describe('what is usual', () => {
  it('is counted up to now, or to the end of data that ended over 90 days ago', () => {
    expect(countedTo(null, day(10))).toBe(day(10));
    expect(countedTo(day(1), day(91))).toBe(day(91));
    expect(countedTo(day(1), day(92))).toBe(day(1));
  });
});
