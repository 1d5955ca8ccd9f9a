import { readings } from '../../catalogue/readings.ts';
import type { Rejection } from '../refusal.ts';
import { SIGNS, takeBound } from './bound.ts';
import { plainDigits } from './number.ts';

/** A day, a month, a quarter or a year, or one side of it: from the first day to the last, ISO dates, both meant. */
export interface DayValue {
  kind: 'date';
  from: string | null;
  to: string | null;
}

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan', 'januar'],
  ['february', 'feb', 'februar'],
  ['march', 'mar', 'märz', 'mrz'],
  ['april', 'apr'],
  ['may', 'mai'],
  ['june', 'jun', 'juni'],
  ['july', 'jul', 'juli'],
  ['august', 'aug'],
  ['september', 'sep', 'sept'],
  ['october', 'oct', 'oktober', 'okt'],
  ['november', 'nov'],
  ['december', 'dec', 'dezember', 'dez'],
];
/** Alternatives of all names of months, for patterns that look for days in text. */
export const MONTH_NAMES = MONTHS.flat()
  .sort((a, b) => b.length - a.length)
  .join('|');

const monthOf = (name: string): number =>
  MONTHS.findIndex((names) => names.includes(name.toLowerCase().replace(/\.$/, ''))) + 1;

interface Parts {
  year: number;
  month?: number;
  day?: number;
}

const problem = (code: string, message: string): { problem: Rejection } => ({ problem: { code, message } });

/**
 * Reads a day, or what spans days: `2026-05-01`, `1 May 2026`, `May 2026`, `Q3 2026`, `by 1.5.2026`, `from 2027`.
 * @returns the days; null where the text is none; or what is wrong (`date.year`, `date.no_such_day`, `date.two_readings`)
 */
export function readDays(text: string): DayValue | null | { problem: Rejection } {
  const plain = plainDigits(text.normalize('NFC'))
    .replaceAll(/[\u200e\u200f\u061c\u2066-\u2069]/g, '')
    .trim();
  const { rest, bound } = takeBound(plain);
  const two = /^(\S+(?: \p{L}+ \d+)?)\s*(?:–|—|\bto\b|\bbis\b|\.\.|\/)\s*(\S+(?: \p{L}+ \d+)?)$/u.exec(rest);
  if (two !== null && bound === 'exactly' && /\d{4}/.test(two[1] ?? '') && /\d{4}/.test(two[2] ?? ''))
    return readSpan(two[1] ?? '', two[2] ?? '');
  const span = spanOf(rest.replace(/^(?:the |the end of |end of |ende )/iu, '').replace(/[.,;]$/, ''), rest);
  if (span === null || 'problem' in span) return span;
  switch (bound) {
    case 'at_most':
      return { kind: 'date', from: null, to: span.to };
    case 'below':
      return { kind: 'date', from: null, to: shifted(span.from, -1) };
    case 'at_least':
      return { kind: 'date', from: span.from, to: null };
    case 'above':
      return { kind: 'date', from: shifted(span.to, 1), to: null };
    default:
      return { kind: 'date', ...span };
  }
}

function readSpan(first: string, last: string): DayValue | null | { problem: Rejection } {
  const from = spanOf(first, first);
  const to = spanOf(last, last);
  if (from === null || to === null) return null;
  if ('problem' in from) return from;
  if ('problem' in to) return to;
  if (from.from > to.to) return problem('value.range_reversed', readings.runs_backwards_write_earlier(first, last));
  return { kind: 'date', from: from.from, to: to.to };
}

type Span = { from: string; to: string };

function spanOf(text: string, said: string): Span | null | { problem: Rejection } {
  const part = /^(?:Q([1-4])|H([12]))[ /-]?(\d{4,6})$/i.exec(text);
  if (part !== null) return partOfYear(Number(part[3]), part[1] === undefined ? 6 : 3, Number(part[1] ?? part[2]));
  const parts = partsOf(text);
  if (parts === null || 'problem' in parts) return parts;
  const wrong = yearProblem(parts.year) ?? (exists(parts) ? null : noSuchDay(text));
  if (wrong !== null) return wrong;
  const { year, month, day } = parts;
  const to = iso(year, month ?? 12, day ?? lastDay(year, month ?? 12));
  if (/^(?:the )?end of|^ende/iu.test(said)) return { from: to, to };
  return { from: iso(year, month ?? 1, day ?? 1), to };
}

/** The n-th part of a year, of so many months. */
function partOfYear(year: number, months: number, n: number): Span | { problem: Rejection } {
  const last = n * months;
  return yearProblem(year) ?? { from: iso(year, last - months + 1, 1), to: iso(year, last, lastDay(year, last)) };
}

const exists = ({ year, month = 1, day = 1 }: Parts): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= lastDay(year, month);

function partsOf(text: string): Parts | null | { problem: Rejection } {
  let found = /^(\d{4,6})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text);
  if (found !== null) return numbers(found[1], found[2], found[3]);
  found = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4,6})$/.exec(text);
  if (found !== null) return numbers(found[3], found[2], found[1]);
  found = /^(\d{1,2})\/(\d{1,2})\/(\d{4,6})$/.exec(text);
  if (found !== null) return slashed(text, Number(found[1]), Number(found[2]), Number(found[3]));
  found = /^(\d{1,2})(?:st|nd|rd|th|\.)?\s(?:of )?(\p{L}+\.?),?\s(\d{4,6})$/iu.exec(text);
  if (found !== null && monthOf(found[2] ?? '') > 0)
    return { year: Number(found[3]), month: monthOf(found[2] ?? ''), day: Number(found[1]) };
  found = /^(\p{L}+\.?)\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4,6})$/iu.exec(text);
  if (found !== null && monthOf(found[1] ?? '') > 0)
    return { year: Number(found[3]), month: monthOf(found[1] ?? ''), day: Number(found[2]) };
  found = /^(\p{L}+\.?)\s(\d{4,6})$/iu.exec(text);
  if (found !== null && monthOf(found[1] ?? '') > 0) return { year: Number(found[2]), month: monthOf(found[1] ?? '') };
  return null;
}

const numbers = (year = '', month?: string, day?: string): Parts => ({
  year: Number(year),
  ...(month !== undefined && { month: Number(month) }),
  ...(day !== undefined && { day: Number(day) }),
});

/** Day and month in either order: only a number above 12 tells which is which. */
function slashed(text: string, first: number, second: number, year: number): Parts | { problem: Rejection } {
  if (first > 12 || first === second) return { year, month: second, day: first };
  if (second > 12) return { year, month: first, day: second };
  return problem(
    'date.two_readings',
    readings.can_two_days_write(text, iso(year, second, first), iso(year, first, second)),
  );
}

const noSuchDay = (text: string): { problem: Rejection } =>
  problem('date.no_such_day', readings.there_no_day_look(text));

const yearProblem = (year: number): { problem: Rejection } | null =>
  year >= FIRST_YEAR && year <= LAST_YEAR
    ? null
    : problem('date.year', readings.year_cannot_meant_write(year, FIRST_YEAR, LAST_YEAR));

const iso = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

const shifted = (day: string, by: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);

/** Days as they are kept: {@link readDays} reads them as the same. */
export function printDays({ from, to }: DayValue): string {
  if (from === null) return to === null ? '' : `${SIGNS.at_most}${to}`;
  if (to === null) return `${SIGNS.at_least}${from}`;
  return from === to ? from : `${from} – ${to}`;
}
