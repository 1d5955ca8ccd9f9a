import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answer, type Basis, type Figure, releasesOf, releaseWeek } from './release.ts';

/*
 * A history is what people kept to themselves, week by week; `releasing` runs the rule over it as the upkeep does. What
 * sellers can learn is the list of all releases.
 */
type Answers = readonly Answer[];
interface Told extends Figure {
  week: number;
}

function releasing(history: readonly Answers[]): Told[] {
  const bases = new Map<string, Basis[]>();
  return history.flatMap((answers, week) =>
    releasesOf(answers, bases, (text) => text).map(({ figure, basis }) => {
      bases.set(figure.figure, [...(bases.get(figure.figure) ?? []), basis]);
      return { ...figure, week };
    }),
  );
}

const stance = (who: string, value: string, purchase_id = `of ${who}`): Answer => ({
  contributor: who,
  purchase_id,
  figure: 'fit/stance',
  part_of: null,
  value,
});
const confidence = (who: string, value: number): Answer => ({
  contributor: who,
  purchase_id: `of ${who}`,
  figure: 'fit/confidence',
  part_of: 'fit/stance',
  value,
});
const all = (names: string, value = 'agrees'): Answer[] => [...names].map((who) => stance(who, value));
const sure = (names: string): Answer[] => [...names].map((who) => confidence(who, 4));

describe('what is released', () => {
  test('nothing of four people; of five, the share of each choice', () => {
    expect(releasing([all('abcd')])).toEqual([]);
    expect(releasing([[...all('abcd'), stance('e', 'withholds')]])).toEqual([
      { figure: 'fit/stance', people: 5, mean: null, shares: { agrees: 0.8, withholds: 0.2 }, week: 0 },
    ]);
  });

  test('stays while one or two people come, leave or change their mind, and is counted anew at three', () => {
    const weeks = [all('abcde'), all('abcdefg'), all('abcd'), all('abcdefgh')];
    expect(releasing(weeks).map(({ week, people }) => [week, people])).toEqual([
      [0, 5],
      [3, 8],
    ]);
  });

  test('is no difference of one person to a release of long ago', () => {
    // Three change their mind, then two of them change it back while one more does: one step of three after another.
    const second = [...all('abc', 'withholds'), ...all('de')];
    const third = [...all('c', 'withholds'), ...all('abde'), stance('f', 'withholds')];
    expect(releasing([all('abcde'), second, third]).map(({ week }) => week)).toEqual([0, 1]);
  });

  test('is not a figure of one purchase', () => {
    const one_company = [...'abcdefg'].map((who) => stance(who, 'agrees', 'mills'));
    expect(releasing([one_company])).toEqual([]);
    expect(releasing([[...one_company, ...all('xy')]])).toEqual([]);
    expect(releasing([[...one_company, ...all('xyz')]])).toHaveLength(1);
  });

  test('counts each person once, however many purchases they are in', () => {
    const twice = [stance('a', 'withholds', 'p'), stance('a', 'agrees', 'q')];
    expect(releasing([[...twice, ...all('bcd')]])).toEqual([]);
    expect(releasing([[...twice, ...all('bcde')]])[0]?.shares).toEqual({ agrees: 0.9, withholds: 0.1 });
  });

  test('tells of a part only where it is five people or more, and the rest too, or none', () => {
    const released = (answers: Answers) => releasing([answers]).map(({ figure, people }) => [figure, people]);
    const whole = ['fit/stance', 9];
    expect(released([...all('abcdefghi'), ...sure('abcd')])).toEqual([whole]);
    expect(released([...all('abcdefghi'), ...sure('abcde')])).toEqual([whole]);
    expect(released([...all('abcdefghi'), ...sure('abcdefghi')])).toEqual([whole, ['fit/confidence', 9]]);
    expect(released([...all('abcdefghij'), ...sure('abcde')])).toEqual([
      ['fit/stance', 10],
      ['fit/confidence', 5],
    ]);
  });

  test('of several parts, the smallest are left out until the rest are enough', () => {
    const part = (name: string, people: string): Answer[] =>
      [...people].map((who) => ({ ...stance(who, 'agrees'), figure: `part ${name}`, part_of: 'fit/stance' }));
    const answers = [...all('abcdefghijklmn'), ...part('one', 'abcdef'), ...part('two', 'ghijk')];
    // Three in no part: too few. With the second part left out they are eight.
    expect(releasing([answers]).map(({ figure }) => figure)).toEqual(['fit/stance', 'part one']);
  });
});

const PEOPLE = [...'abcdefghijkl'];
const one_answer = fc.option(
  fc.record({
    value: fc.constantFrom('agrees', 'at_it', 'withholds'),
    sure: fc.option(fc.integer({ min: 1, max: 5 })),
  }),
);
type Said = readonly ({ value: string; sure: number | null } | null)[];
const week = fc.array(one_answer, { minLength: PEOPLE.length, maxLength: PEOPLE.length });

const answersOf = (said: Said): Answer[] =>
  said.flatMap((one, at) => {
    const who = PEOPLE[at] ?? '';
    const kept = one === null ? [] : [stance(who, one.value, `company ${at % 4}`)];
    return one === null || one.sure === null
      ? kept
      : [...kept, { ...confidence(who, one.sure), purchase_id: `company ${at % 4}` }];
  });

const changedBetween = (a: Answers, b: Answers, figure: string): number => {
  const of = (answers: Answers, who: string) =>
    JSON.stringify(answers.filter((one) => one.contributor === who && one.figure === figure));
  return PEOPLE.filter((who) => of(a, who) !== of(b, who)).length;
};

/** A week that differs from another in the answers of a few people. */
const near = (from: Said, most: number) =>
  fc
    .array(fc.tuple(fc.nat({ max: PEOPLE.length - 1 }), one_answer), { maxLength: most })
    .map((changes) => changes.reduce<Said>((said, [at, one]) => said.with(at, one), from));

describe('whatever people answer', () => {
  test('two histories that differ in one person’s answers, and fewer than three changed, tell sellers the same', () => {
    fc.assert(
      fc.property(
        fc.array(week, { minLength: 1, maxLength: 4 }).chain((before) => {
          const last = before.at(-1) ?? [];
          // One more person than the one in whom the two histories differ may have changed.
          return near(last, 1).chain((other) =>
            fc.record({
              before: fc.constant(before),
              other: fc.constant(other),
              who: fc.nat({ max: PEOPLE.length - 1 }),
              ours: one_answer,
              theirs: one_answer,
            }),
          );
        }),
        ({ before, other, who, ours, theirs }) => {
          const told = (one: Said[number]) =>
            releasing([...before.map(answersOf), answersOf(other.with(who, one))]).filter(
              // What was not released before comes to be told for the first time, which takes five people, not one.
              ({ figure, week: at }) => at < before.length || releasedBefore.has(figure),
            );
          const earlier = releasing(before.map(answersOf));
          const releasedBefore = new Set(
            earlier.filter(({ week: at }) => at === before.length - 1).map(({ figure }) => figure),
          );
          expect(told(ours)).toEqual(told(theirs));
        },
      ),
      { numRuns: 600 },
    );
  });

  test('any two releases of a figure differ in three people or more, or in nobody; each rests on five', () => {
    fc.assert(
      fc.property(
        week.chain((first) =>
          fc
            .array(fc.array(fc.tuple(fc.nat({ max: PEOPLE.length - 1 }), one_answer), { maxLength: 5 }), {
              maxLength: 8,
            })
            .map((steps) => {
              const weeks: Said[] = [first];
              for (const changes of steps) {
                weeks.push(changes.reduce<Said>((said, [at, one]) => said.with(at, one), weeks.at(-1) ?? first));
              }
              return weeks;
            }),
        ),
        (weeks) => {
          const history = weeks.map(answersOf);
          const told = releasing(history);
          for (const { people, week: at, figure } of told) {
            expect(people).toBeGreaterThanOrEqual(5);
            for (const other of told.filter((one) => one.figure === figure && one.week !== at)) {
              const changed = changedBetween(history[at] ?? [], history[other.week] ?? [], figure);
              expect(changed === 0 || changed >= 3).toBe(true);
            }
            if (figure !== 'fit/confidence') continue;
            const whole = new Set((history[at] ?? []).map(({ contributor }) => contributor)).size;
            expect(whole - people === 0 || whole - people >= 5).toBe(true);
          }
        },
      ),
      { numRuns: 600 },
    );
  });
});

describe('weeks', () => {
  test.each([
    ['2026-03-01T10:00:00.000Z', '2026-W09', '2026-02-23T00:00:00.000Z'],
    ['2026-03-02T00:00:00.000Z', '2026-W10', '2026-03-02T00:00:00.000Z'],
    ['2021-01-03T23:59:59.999Z', '2020-W53', '2020-12-28T00:00:00.000Z'],
    ['2024-12-30T00:00:00.000Z', '2025-W01', '2024-12-30T00:00:00.000Z'],
  ])('%s is in %s, from %s', (now, name, from) => {
    expect(releaseWeek(now)).toEqual({ week: name, from });
  });
});
