import { readings } from '../../catalogue/readings.ts';
import type { Rejection } from '../refusal.ts';
import { counted, money, PHRASES, RATES, SYMBOLS, type UnitWord, WORDS } from './unit-table.ts';

/** What a number is measured in. Plain data. */
export interface Unit {
  /** As it is written: `h`, `EUR/user/month`. */
  text: string;
  /** Exponent of each dimension, none of them 0: `{ time: 1 }`, `{ 'money:EUR': 1, 'count:user': -1, calendar: -1 }`. */
  dimensions: Readonly<Record<string, number>>;
  /** One of it in the base of its dimensions, at least and at most. */
  low: number;
  high: number;
}

const MOST_CHARACTERS = 60;
const MOST_PARTS = 5;

/**
 * Reads a unit: `h`, `business days`, `GiB`, `EUR per user per month`, `kWh/m²`, `% p. a.`. Words that are no unit known
 * here count things of that name (`40 wards`).
 * @returns the unit, null for none, or what is wrong with it (`unit.unreadable`)
 */
export function readUnit(text: string): Unit | null | { problem: Rejection } {
  let plain = text.normalize('NFC').trim();
  if (plain === '') return null;
  if (plain.length > MOST_CHARACTERS) return unreadable(text);
  for (const [pattern, word] of PHRASES) plain = plain.replace(pattern, ` ${word} `);
  const parts = partsOf(plain);
  if (parts === null) return unreadable(text);
  const words: { word: UnitWord; power: 1 | -1 }[] = [];
  for (const part of parts) {
    const word = wordOf(part.text);
    if (word === null) return unreadable(text);
    words.push({ word, power: part.power });
  }
  return product(words);
}

const unreadable = (text: string): { problem: Rejection } => ({
  problem: {
    code: 'unit.unreadable',
    message: readings.no_unit_can_read(text.slice(0, MOST_CHARACTERS)),
  },
});

interface Part {
  text: string;
  power: 1 | -1;
}

/** `EUR per user per month` is EUR over user over month; null where a part is missing, or there are too many. */
function partsOf(plain: string): Part[] | null {
  const slashed = plain.replaceAll(/\s+(?:per|pro|je)\s+/giu, '/').replaceAll(/\s+/gu, ' ');
  const [first = '', ...others] = slashed.split('/').map((slice) => slice.trim());
  // `/month` alone, and `% /year` after a phrase was put in: an empty first part counts as one.
  if (others.includes('') || (first === '' && others.length === 0)) return null;
  const parts = [...(first === '' ? [] : ratesIn(first, 1)), ...others.flatMap((slice) => ratesIn(slice, -1))];
  return parts.length > MOST_PARTS ? null : parts;
}

/** `EUR monthly` is EUR over month. */
function ratesIn(text: string, power: 1 | -1): Part[] {
  const [, before = '', last = ''] = /^(.*?)\s?\b(\p{L}+)$/u.exec(text) ?? [];
  const by = RATES[last.toLowerCase()];
  if (by === undefined) return [{ text, power }];
  const rate: Part = { text: by, power: -1 };
  return before === '' ? [rate] : [{ text: before, power }, rate];
}

function wordOf(text: string): UnitWord | null {
  const found = SYMBOLS.get(text) ?? WORDS.get(text.toLowerCase()) ?? SYMBOLS.get(text.toLowerCase());
  if (found !== undefined) return found;
  if (/^[A-Z]{3}$/.test(text)) return money(text);
  // Something that is counted: a word or two, with no digits or signs among them.
  if (!/^\p{L}[\p{L}\p{M}.'-]{0,29}(?: \p{L}[\p{L}\p{M}.'-]{0,29})?$/u.test(text)) return null;
  return counted(singular(text.toLowerCase()));
}

/** `wards` and `ward` are counted alike. English; a word of another language stays as it is, mostly. */
const singular = (word: string): string =>
  /[^s]s$/.test(word) && word.length > 3 ? word.replace(/ies$/, 'y').replace(/s$/, '') : word;

function product(words: readonly { word: UnitWord; power: 1 | -1 }[]): Unit {
  const dimensions: Record<string, number> = {};
  let low = 1;
  let high = 1;
  for (const { word, power } of words) {
    for (const [name, exponent] of Object.entries(word.dimensions)) {
      dimensions[name] = (dimensions[name] ?? 0) + power * exponent;
    }
    low *= power === 1 ? word.low : 1 / word.high;
    high *= power === 1 ? word.high : 1 / word.low;
  }
  for (const [name, exponent] of Object.entries(dimensions)) if (exponent === 0) delete dimensions[name];
  const over = words.filter(({ power }) => power === 1).map(({ word }) => word.symbol);
  const under = words.filter(({ power }) => power === -1).map(({ word }) => `/${word.symbol}`);
  return { text: `${over.join(' ')}${under.join('')}`, dimensions, low, high };
}

/** From how many of the base to how many a number of a unit comes. */
export interface Span {
  low: number;
  high: number;
}

/** How a number of one unit is said in another: an exact factor, or from a least to a most; null where it cannot be. */
export interface Conversion {
  toBase: (value: number) => Span;
}

/** Without a unit a number is a number: it converts to shares (`0.5` and `50 %`). */
const NONE: Unit = { text: '', dimensions: { ratio: 1 }, low: 1, high: 1 };

const DAY_S = 86_400;
/** How long a day of work can last on the clock: six hours, or from before a long weekend until after it. */
const WORK_DAY_S: Span = { low: 6 * 3_600, high: 4 * DAY_S };

/**
 * What brings numbers of two units to one measure; null where there is none (hours and kilograms, EUR and USD). Exact
 * within a dimension; months and days of work have no exact length on the clock, so what they come to is a span.
 */
export function conversions(a: Unit | null, b: Unit | null): readonly [Conversion, Conversion] | null {
  const [one, other] = [a ?? NONE, b ?? NONE];
  if (sameDimensions(one.dimensions, other.dimensions)) {
    return one.text === other.text ? [PLAIN, PLAIN] : [linear(one), linear(other)];
  }
  const clocks = [onClock(one), onClock(other)] as const;
  if (!sameDimensions(clocks[0].dimensions, clocks[1].dimensions)) return null;
  return [clocks[0], clocks[1]];
}

const PLAIN: Conversion = { toBase: (value) => ({ low: value, high: value }) };

const linear = ({ low, high }: Unit): Conversion => ({
  toBase: (value) => (value < 0 ? { low: value * high, high: value * low } : { low: value * low, high: value * high }),
});

const sameDimensions = (a: Unit['dimensions'], b: Unit['dimensions']): boolean => {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
};

/** A unit with months and days of work told in seconds. */
function onClock(unit: Unit): Conversion & { dimensions: Unit['dimensions'] } {
  const { calendar = 0, work = 0, time = 0, ...rest } = unit.dimensions;
  const exponent = calendar + work + time;
  const dimensions = exponent === 0 ? rest : { ...rest, time: exponent };
  if (calendar === 1 && work === 0 && Object.keys(rest).length === 0) {
    return { dimensions, toBase: (value) => daysOfMonths(value * unit.low) };
  }
  const month = { low: 28 * DAY_S, high: 31 * DAY_S };
  const factor = times(times({ low: unit.low, high: unit.high }, power(month, calendar)), power(WORK_DAY_S, work));
  return { dimensions, ...linear({ ...unit, ...factor }) };
}

/** How many seconds so many months last, at least and at most: none has under 28 days, twelve have 365 or 366. */
function daysOfMonths(months: number): Span {
  const low = Math.max(28 * months, (365 * months) / 12 - 3);
  const high = Math.min(31 * months, (366 * months) / 12 + 3);
  return months < 0 ? { low: -daysOfMonths(-months).high, high: -daysOfMonths(-months).low } : scaled(low, high);
}

const scaled = (low: number, high: number): Span => ({ low: low * DAY_S, high: high * DAY_S });
const times = (a: Span, b: Span): Span => ({ low: a.low * b.low, high: a.high * b.high });
const power = ({ low, high }: Span, exponent: number): Span =>
  exponent >= 0 ? { low: low ** exponent, high: high ** exponent } : { low: high ** exponent, high: low ** exponent };
