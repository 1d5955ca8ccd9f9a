import { readings } from '../../catalogue/readings.ts';
import type { DayValue } from './day.ts';
import type { Quantity } from './quantity.ts';
import { type Conversion, conversions, type Span } from './unit.ts';
import type { Choice, ClaimValue, Said } from './value.ts';
import { valueIn } from './value.ts';
import { orderOf, type Version } from './version.ts';

/**
 * `same`: they say the same. `together`: they differ, and both can hold. `conflict`: they cannot both hold. `unclear`:
 * a program cannot say; a person has to.
 */
export const VERDICTS = ['same', 'together', 'conflict', 'unclear'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface Comparison {
  verdict: Verdict;
  /** Why, as a clause. */
  why: string;
}

/** What has to be known of a claim to compare it with another. Days are ISO dates, both meant. */
export interface Comparable extends Said {
  subject: string;
  attribute: string;
  option_id?: string | null | undefined;
  condition?: string | null | undefined;
  valid_from?: string | null | undefined;
  valid_to?: string | null | undefined;
}

const say = (verdict: Verdict, why: string): Comparison => ({ verdict, why });

/** What a claim is about, so that claims about the same thing have the same: spelling, case and signs left aside. */
export const thingOf = ({ subject, attribute, option_id }: Comparable): string =>
  JSON.stringify([plainWords(subject), plainWords(attribute), option_id ?? null]);

/** A text without case, signs and the width of letters. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();

/**
 * Whether two claims on the same thing can both hold: at the same time, under the same condition, after their units are
 * brought to one. Symmetric. Claims on different things are not compared: `unclear`.
 */
export function compareClaims(a: Comparable, b: Comparable): Comparison {
  if (thingOf(a) !== thingOf(b)) return say('unclear', readings.they_about_different_things);
  if (!overlapInTime(a, b)) return say('together', readings.they_hold_at_different);
  const values = compareValues(valueIn(a), valueIn(b));
  if (values.verdict === 'same' || samePremise(a, b)) return values;
  return say('unclear', readings.they_hold_under_different);
}

const samePremise = (a: Comparable, b: Comparable): boolean =>
  plainWords(a.condition ?? '') === plainWords(b.condition ?? '');

function overlapInTime(a: Comparable, b: Comparable): boolean {
  const before = (one: Comparable, other: Comparable): boolean =>
    one.valid_to != null && other.valid_from != null && one.valid_to < other.valid_from;
  return !before(a, b) && !before(b, a);
}

/** Whether two values of one attribute can both hold. Symmetric. */
export function compareValues(a: ClaimValue, b: ClaimValue): Comparison {
  if (a.kind === 'quantity' && b.kind === 'quantity') return compareQuantities(a, b);
  if (a.kind === 'date' && b.kind === 'date') return compareDays(a, b);
  if (a.kind === 'version' && b.kind === 'version') return compareVersions(a, b);
  if (a.kind === 'choice' && b.kind === 'choice') return compareChoices(a, b);
  if (a.kind === 'yes_no' && b.kind === 'yes_no') {
    return a.yes === b.yes ? say('same', readings.both_say_same) : say('conflict', readings.one_says_yes_other);
  }
  if (a.kind === 'text' && b.kind === 'text' && plainWords(a.text) === plainWords(b.text)) {
    return say('same', readings.both_use_same_words);
  }
  if (a.kind === 'text' && b.kind === 'text') return say('unclear', readings.they_said_in_different);
  return say('unclear', readings.they_values_different_kinds);
}

/** An interval on one line; an end that is not said is infinite. */
interface Line {
  low: number;
  high: number;
  low_open: boolean;
  high_open: boolean;
}

/**
 * Quantities are intervals: a number is one point, a bound reaches to infinity. They conflict where they do not meet
 * however the units are brought together, and hold together where they meet in any case. Where months or days of work
 * meet hours, what they come to is a span, and between these two cases only a person can say.
 */
function compareQuantities(a: Quantity, b: Quantity): Comparison {
  const by = conversions(a.unit, b.unit);
  if (by === null) return say('unclear', readings.they_measured_in_different);
  const [one, other] = [converted(a, by[0]), converted(b, by[1])];
  if (!meet(one.widest, other.widest)) return say('conflict', readings.numbers_do_not_meet);
  if (one.exact && other.exact) {
    return alike(one.widest, other.widest)
      ? say('same', readings.both_come_same)
      : say('together', readings.numbers_meet);
  }
  if (meet(one.narrowest, other.narrowest)) return say('together', readings.numbers_meet);
  return say('unclear', readings.how_long_one_them);
}

interface Converted {
  /** All that can be meant, and what is meant in any case. */
  widest: Line;
  narrowest: Line;
  exact: boolean;
}

function converted({ low, high, low_open, high_open }: Quantity, { toBase }: Conversion): Converted {
  const first: Span | null = low === null ? null : toBase(low);
  const last: Span | null = high === null ? null : toBase(high);
  const line = (from: number | undefined, to: number | undefined): Line => ({
    low: from ?? Number.NEGATIVE_INFINITY,
    high: to ?? Number.POSITIVE_INFINITY,
    low_open,
    high_open,
  });
  return {
    widest: line(first?.low, last?.high),
    narrowest: line(first?.high, last?.low),
    exact: (first === null || close(first.low, first.high)) && (last === null || close(last.low, last.high)),
  };
}

/** Conversion rounds: numbers that differ by less than one part in 10⁹ are the same. */
const CLOSE = 1e-9;
const close = (a: number, b: number): boolean =>
  a === b || (Number.isFinite(a - b) && Math.abs(a - b) <= CLOSE * Math.max(Math.abs(a), Math.abs(b)));

function meet(a: Line, b: Line): boolean {
  // An interval that was narrowed past itself holds nothing for certain.
  if (isEmpty(a) || isEmpty(b)) return false;
  return reaches(a.high, a.high_open, b.low, b.low_open) && reaches(b.high, b.high_open, a.low, a.low_open);
}

const isEmpty = ({ low, high }: Line): boolean => low > high && !close(low, high);

function reaches(high: number, high_open: boolean, low: number, low_open: boolean): boolean {
  if (close(high, low)) return !high_open && !low_open;
  return high > low;
}

const alike = (a: Line, b: Line): boolean =>
  close(a.low, b.low) && close(a.high, b.high) && a.low_open === b.low_open && a.high_open === b.high_open;

function compareDays(a: DayValue, b: DayValue): Comparison {
  if (a.from === b.from && a.to === b.to) return say('same', readings.both_name_same_day);
  const before = (one: DayValue, other: DayValue): boolean =>
    one.to !== null && other.from !== null && one.to < other.from;
  if (before(a, b) || before(b, a)) return say('conflict', readings.days_do_not_meet);
  return say('together', readings.days_meet);
}

function compareVersions(a: Version, b: Version): Comparison {
  const key = ({ low, high, low_open, high_open }: Version) => JSON.stringify([low, high, low_open, high_open]);
  if (key(a) === key(b)) return say('same', readings.both_name_same_version);
  const before = (one: Version, other: Version): boolean => {
    if (one.high === null || other.low === null) return false;
    const order = orderOf(one.high, other.low);
    return order < 0 || (order === 0 && (one.high_open || other.low_open));
  };
  if (before(a, b) || before(b, a)) return say('conflict', readings.versions_do_not_meet);
  return say('together', readings.versions_meet);
}

function compareChoices(a: Choice, b: Choice): Comparison {
  const [one, other] = [new Set(a.choices.map(plainWords)), new Set(b.choices.map(plainWords))];
  const inside = (small: Set<string>, large: Set<string>): boolean => [...small].every((choice) => large.has(choice));
  const [fits, holds] = [inside(one, other), inside(other, one)];
  if (fits && holds) return say('same', readings.both_name_same);
  return fits || holds
    ? say('together', readings.one_names_more_than)
    : say('conflict', readings.they_name_different_things);
}
