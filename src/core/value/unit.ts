import jsep from 'jsep';
import { formulas } from '../../catalogue/formulas.ts';
import { type Fault, fault, isFault } from './fault.ts';
import { distance } from './nearest-name.ts';

/**
 * What a quantity is a quantity of: exponents by base, none for a plain number. Money has one base per currency; counted
 * things (people, orders) have none, so that `h/person × people` is hours.
 */
export type Dimension = Readonly<Record<string, number>>;

/** A unit: how many base units one of it is, and of what. Bases: month, kWh, kg, m, l, GB, and each currency. */
export interface Unit {
  factor: number;
  dimension: Dimension;
}

export const PLAIN: Unit = { factor: 1, dimension: {} };

/** A year is twelve months and 365.25 days. */
const DAY = 12 / 365.25;
const MINUTE = DAY / 1_440;

const BASES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  time: {
    s: MINUTE / 60,
    sec: MINUTE / 60,
    second: MINUTE / 60,
    min: MINUTE,
    minute: MINUTE,
    h: DAY / 24,
    hr: DAY / 24,
    hour: DAY / 24,
    d: DAY,
    day: DAY,
    week: 7 * DAY,
    month: 1,
    mo: 1,
    quarter: 3,
    year: 12,
    yr: 12,
    a: 12,
  },
  energy: { Wh: 1e-3, kWh: 1, MWh: 1e3, GWh: 1e6 },
  mass: { g: 1e-3, kg: 1, t: 1e3, tonne: 1e3 },
  length: { mm: 1e-3, cm: 1e-2, m: 1, km: 1e3, mile: 1_609.344 },
  volume: { l: 1, L: 1, litre: 1, liter: 1 },
  data: { MB: 1e-3, GB: 1, TB: 1e3 },
};
const NUMBERS: Readonly<Record<string, number>> = { percent: 0.01, thousand: 1e3, k: 1e3, million: 1e6 };
const CURRENCY_WORDS: Readonly<Record<string, string>> = { euro: 'EUR', euros: 'EUR', dollar: 'USD', dollars: 'USD' };
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

const KNOWN = new Map<string, Unit>();
for (const [base, words] of Object.entries(BASES)) {
  for (const [word, factor] of Object.entries(words)) KNOWN.set(word, { factor, dimension: { [base]: 1 } });
}
for (const [word, factor] of Object.entries(NUMBERS)) KNOWN.set(word, { factor, dimension: {} });

export const isCurrency = (code: string): boolean => CURRENCIES.has(code);

/**
 * Reads a unit: `EUR/h`, `h/week`, `1/year`, `%`, `EUR per person and month`, `kEUR`. A word that is no unit counts things.
 * @returns the unit, or a sentence that says how to write it
 */
export function readUnit(text: string | null | undefined): Unit | Fault {
  const words = (text ?? '').trim();
  if (words === '') return PLAIN;
  const plain = words
    .replaceAll('€', 'EUR')
    .replaceAll('$', 'USD')
    .replaceAll('£', 'GBP')
    .replaceAll('²', '^2')
    .replaceAll('³', '^3')
    .replaceAll('%', ' percent ')
    .replaceAll(/\bper\b/g, '/')
    .replaceAll(/\band\b/g, '/')
    .trim();
  const powered = plain.replaceAll(/([\p{L}\p{N}_)])\s+(?=[\p{L}(])/gu, '$1*');
  try {
    return unitOf(jsep(powered), words);
  } catch {
    return notAUnit(words);
  }
}

const notAUnit = (text: string): Fault => fault('unit.unreadable', formulas.unit_cannot_read_write(text));

function unitOf(read: jsep.Expression, text: string): Unit | Fault {
  if (read.type === 'Literal') {
    const { value } = read as jsep.Literal;
    return typeof value === 'number' && value > 0 ? { factor: value, dimension: {} } : notAUnit(text);
  }
  if (read.type === 'Identifier') return wordUnit(String(read.name));
  if (read.type !== 'BinaryExpression') return notAUnit(text);
  const { operator, left, right } = read as jsep.BinaryExpression;
  const one = unitOf(left, text);
  if (isFault(one)) return one;
  if (operator === '^') {
    const power = right.type === 'Literal' ? (right as jsep.Literal).value : null;
    return typeof power === 'number' ? raised(one, power) : notAUnit(text);
  }
  const other = unitOf(right, text);
  if (isFault(other)) return other;
  if (operator === '*') return product(one, other);
  return operator === '/' ? product(one, raised(other, -1)) : notAUnit(text);
}

function wordUnit(word: string): Unit | Fault {
  const known = KNOWN.get(word) ?? KNOWN.get(word.replace(/s$/, '')) ?? KNOWN.get(word.toLowerCase().replace(/s$/, ''));
  if (known !== undefined) return known;
  const code = CURRENCY_WORDS[word.toLowerCase()] ?? word;
  if (isCurrency(code)) return { factor: 1, dimension: { [code]: 1 } };
  const [, scale, scaled] = /^([kM])([A-Z]{3})$/.exec(word) ?? [];
  if (scaled !== undefined && isCurrency(scaled))
    return { factor: scale === 'k' ? 1e3 : 1e6, dimension: { [scaled]: 1 } };
  const slip = ['EUR', 'USD', 'GBP', 'CHF'].find((currency) => distance(word.toUpperCase(), currency) === 1);
  if (slip !== undefined && word.length <= 4) {
    return fault('unit.unreadable', formulas.unit_not_known_did(word, slip));
  }
  return PLAIN;
}

/** A unit to a power. */
const raised = (unit: Unit, power: number): Unit => ({
  factor: unit.factor ** power,
  dimension: powerOf(unit.dimension, power),
});

const product = (one: Unit, other: Unit): Unit => ({
  factor: one.factor * other.factor,
  dimension: times(one.dimension, other.dimension),
});

export function times(one: Dimension, other: Dimension): Dimension {
  const result: Record<string, number> = { ...one };
  for (const [base, power] of Object.entries(other)) {
    const sum = (result[base] ?? 0) + power;
    if (sum === 0) delete result[base];
    else result[base] = sum;
  }
  return result;
}

export const powerOf = (dimension: Dimension, power: number): Dimension =>
  power === 0 ? {} : Object.fromEntries(Object.entries(dimension).map(([base, by]) => [base, by * power]));

export function sameDimension(one: Dimension, other: Dimension): boolean {
  const bases = Object.keys(one);
  return bases.length === Object.keys(other).length && bases.every((base) => one[base] === other[base]);
}

/** The currencies in a dimension, with their powers. */
export const currenciesIn = (dimension: Dimension): [string, number][] =>
  Object.entries(dimension).filter(([base]) => isCurrency(base));

/** A dimension in words: `EUR per time`, `a plain number`. */
export function dimensionWords(dimension: Dimension): string {
  const word = ([base, power]: [string, number]): string =>
    `${base === 'time' ? formulas.time : base}${Math.abs(power) === 1 ? '' : `^${Math.abs(power)}`}`;
  const over = Object.entries(dimension).filter(([, power]) => power > 0);
  const under = Object.entries(dimension).filter(([, power]) => power < 0);
  if (over.length + under.length === 0) return formulas.plain_number;
  const top = over.length === 0 ? formulas.a_number : over.map(word).join(' × ');
  return under.length === 0 ? top : formulas.per(top, under.map(word));
}
