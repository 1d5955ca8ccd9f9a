/*
 * Figures about what people keep to themselves, as the other side may have them (product.md, rule 7). A figure is a mean,
 * or the shares of choices, over people. It is counted once a week from what was recorded before the week began, and kept:
 *
 *   nothing ──(5 people, of whom 3 are outside any one purchase)──▶ released
 *   released ──(3 people or more changed since every earlier release of it)──▶ released anew, the earlier ones kept
 *   released ──(anything less)──▶ stays as it is, whatever became of the answers
 *
 * What differencing could tell is closed here:
 * - One person came, left or changed their mind between two weeks: every two releases of a figure differ in the answers of
 *   3 people or more, or of nobody. They are compared with all earlier ones, not the last only: else two steps of three
 *   people could add up to a difference of one.
 * - A split of the same people (those who also gave a confidence): a part is 5 people or more, and those in no part are 5 or
 *   more, or none. A part is only released of the very people whom its whole was, or is now, released of.
 * - One purchase with nearly all the people would make a figure of that purchase: 3 people at least are in none of it.
 * - The instant of a release: weeks begin on Monday in UTC for everyone, and nothing is counted in between.
 * - A filter: there is none. A figure is of the whole workspace.
 * Left as it is: where all answer the same, the figure says so of each of them, though not who they are; and whoever knows
 * all the others' answers can work out the last. That a figure is released at all tells that 5 people answered.
 */

/** Fewer people make no figure, no part of one, and no remainder. */
export const FEWEST_PEOPLE = 5;
/** So many people have to differ between any two releases of a figure, and so many to be outside of each purchase. */
export const FEWEST_CHANGED = 3;

/** What one person answered, whatever it was asked by: a stance kept private, a pulse, a value realised. */
export interface Answer {
  /** The person. */
  contributor: string;
  purchase_id: string;
  /** The figure that it counts in, such as `validation/stance`. */
  figure: string;
  /** The figure of whose people these are only some; parts of one whole share nobody. Null for a figure of its own. */
  part_of: string | null;
  /** A choice, or a number. */
  value: string | number;
}

/** Over how many people, and the mean of their numbers or the share (0–1) of each choice. Each person counts once. */
export interface Figure {
  figure: string;
  people: number;
  mean: number | null;
  shares: Record<string, number> | null;
}

/** What each person's answers in a figure were, as opaque texts: comparing two tells who changed. */
export type Basis = Readonly<Record<string, string>>;

/** A figure that is to be released now, and what it rests on; that stays where nobody reads it. */
export interface Release {
  figure: Figure;
  basis: Basis;
}

/**
 * What is to be released now. A figure that is not in the result stays as it was released last.
 * @param earlier the bases of all earlier releases of each figure, in their order
 * @param digest makes a text opaque; the same text gives the same digest
 */
export function releasesOf(
  answers: readonly Answer[],
  earlier: ReadonlyMap<string, readonly Basis[]>,
  digest: (text: string) => string,
): Release[] {
  const groups = groupsOf(answers);
  return groups.flatMap((whole) => {
    if (whole.part_of !== null || !isBroad(whole)) return [];
    const before = earlier.get(whole.figure) ?? [];
    const steps = stepsSince(before, basisOf(whole, digest));
    if (!steps.every(isWideStep)) return [];
    const parts = groups.filter(
      (group) =>
        group.part_of === whole.figure &&
        isBroad(group) &&
        stepsSince(earlier.get(group.figure) ?? [], basisOf(group, digest)).every(isWideStep),
    );
    return [whole, ...partsShown(whole, parts)].flatMap((group): Release[] => {
      const basis = basisOf(group, digest);
      // What did not change since its last release is that release.
      if (stepsSince(earlier.get(group.figure) ?? [], basis).at(-1) === 0) return [];
      return [{ figure: figureOf(group), basis }];
    });
  });
}

interface Group {
  figure: string;
  part_of: string | null;
  people: Map<string, Answer[]>;
}

function groupsOf(answers: readonly Answer[]): Group[] {
  const groups = new Map<string, Group>();
  for (const answer of answers) {
    const { figure, part_of, contributor } = answer;
    const group: Group = groups.get(figure) ?? { figure, part_of, people: new Map() };
    group.people.set(contributor, [...(group.people.get(contributor) ?? []), answer]);
    groups.set(figure, group);
  }
  return [...groups.values()].sort((a, b) => (a.figure < b.figure ? -1 : 1));
}

/** Enough people, and enough of them outside of any one purchase. */
function isBroad({ people }: Group): boolean {
  if (people.size < FEWEST_PEOPLE) return false;
  const inside = new Map<string, number>();
  for (const answers of people.values()) {
    for (const purchase of new Set(answers.map(({ purchase_id }) => purchase_id)))
      inside.set(purchase, (inside.get(purchase) ?? 0) + 1);
  }
  return [...inside.values()].every((some) => people.size - some >= FEWEST_CHANGED);
}

/** The parts that leave 5 people or more, or nobody, in no part: of too many, the smallest go first. */
function partsShown(whole: Group, parts: readonly Group[]): Group[] {
  const shown = [...parts].sort((a, b) => b.people.size - a.people.size || (a.figure < b.figure ? -1 : 1));
  while (shown.length > 0) {
    const inside = new Set(shown.flatMap(({ people }) => [...people.keys()]));
    const rest = whole.people.size - inside.size;
    if (rest === 0 || rest >= FEWEST_PEOPLE) break;
    shown.pop();
  }
  return shown;
}

function basisOf({ people }: Group, digest: (text: string) => string): Basis {
  const entries = [...people].map(([contributor, answers]): [string, string] => {
    const said = answers.map(({ purchase_id, value }) => JSON.stringify([purchase_id, value])).sort();
    return [contributor, digest(said.join())];
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** How many people came, left or answered otherwise since each earlier release. */
export const stepsSince = (before: readonly Basis[], now: Basis): number[] =>
  before.map((then) => {
    const people = new Set([...Object.keys(then), ...Object.keys(now)]);
    return [...people].filter((person) => then[person] !== now[person]).length;
  });

const isWideStep = (changed: number): boolean => changed === 0 || changed >= FEWEST_CHANGED;

/** Each person counts once: of several answers of theirs each is a part of that one. */
function figureOf({ figure, people }: Group): Figure {
  const shares: Record<string, number> = {};
  let sum = 0;
  for (const answers of people.values()) {
    for (const { value } of answers) {
      const weight = 1 / answers.length / people.size;
      if (typeof value === 'number') sum += value * weight;
      else shares[value] = (shares[value] ?? 0) + weight;
    }
  }
  const choices = Object.entries(shares).sort(([a], [b]) => (a < b ? -1 : 1));
  if (choices.length === 0) return { figure, people: people.size, mean: rounded(sum), shares: null };
  const told = Object.fromEntries(choices.map(([choice, share]) => [choice, rounded(share)]));
  return { figure, people: people.size, mean: null, shares: told };
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** A week of releases: its name, and the instant before which everything counts that was recorded. */
export interface ReleaseWeek {
  /** As ISO 8601 has it: `2026-W09`. */
  week: string;
  from: string;
}

const DAY_MS = 86_400_000;

/** The ISO 8601 week (from Monday, in UTC) that an instant is in. The year of a week is that of its Thursday. */
export function releaseWeek(now: string): ReleaseWeek {
  const day_ms = Math.floor(Date.parse(now) / DAY_MS) * DAY_MS;
  const weekday = (new Date(day_ms).getUTCDay() + 6) % 7;
  const monday_ms = day_ms - weekday * DAY_MS;
  const year = new Date(monday_ms + 3 * DAY_MS).getUTCFullYear();
  const first_ms = Date.UTC(year, 0, 4);
  const first_monday_ms = first_ms - ((new Date(first_ms).getUTCDay() + 6) % 7) * DAY_MS;
  const number = 1 + (monday_ms - first_monday_ms) / (7 * DAY_MS);
  return { week: `${year}-W${String(number).padStart(2, '0')}`, from: new Date(monday_ms).toISOString() };
}
