import { readings } from '../../catalogue/readings.ts';
import type { Rejection } from '../refusal.ts';
import { type DayValue, printDays, readDays } from './day.ts';
import { type DecimalMark, printNumber } from './number.ts';
import { printAmount, type Quantity, readQuantity } from './quantity.ts';
import { printVersion, readVersion, type Version } from './version.ts';

/** How the value of a claim is meant. A quantity is a number, a range or a bound, with its unit. */
export const VALUE_KINDS = ['quantity', 'date', 'yes_no', 'choice', 'version', 'text'] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];

export interface YesNo {
  kind: 'yes_no';
  yes: boolean;
}
/** One or several of things that can be told apart: `IIb`; `SAML, OIDC`. */
export interface Choice {
  kind: 'choice';
  choices: readonly string[];
}
export interface TextValue {
  kind: 'text';
  text: string;
}
/** The value of a claim, read. Plain data. */
export type ClaimValue = Quantity | DayValue | YesNo | Choice | Version | TextValue;

/** A value as it stands in an event or a form. */
export interface Said {
  value: number | boolean | string;
  unit?: string | undefined;
  /** Left out: found out from the value. */
  value_kind?: ValueKind | undefined;
}

const YES = new Set([
  'yes',
  'y',
  'true',
  'included',
  'supported',
  'available',
  'ja',
  'enthalten',
  'oui',
  'sí',
  'si',
  '✓',
  '✔',
]);
const NO = new Set([
  'no',
  'n',
  'false',
  'not included',
  'excluded',
  'not supported',
  'unsupported',
  'not available',
  'nein',
  'nicht enthalten',
  'non',
  '✗',
  '✘',
]);

/** Reads a value whatever it takes: what cannot be read as what it is said to be is kept as text. */
export function valueIn(said: Said): ClaimValue {
  const read = readValue(said);
  return 'value' in read ? read.value : textOf(said.value);
}

/**
 * Reads a value as what it is said to be; where that is not said, as the first that fits all of it: yes or no, a quantity,
 * a version (with a `v`), a date, else text.
 * @param mark which mark stands before decimals, where the text around the value tells
 * @returns the value, or what is wrong with it and how to write it: `value.empty`, `value.not_a_number`, `value.not_a_date`
 *   and others of `quantity.ts`, `day.ts`, `unit.ts`
 */
export function readValue(said: Said, mark?: DecimalMark): { value: ClaimValue } | { problem: Rejection } {
  const { value, unit, value_kind } = said;
  if (typeof value === 'boolean') return readBoolean(value, value_kind);
  const text = typeof value === 'number' ? printNumber(value) : value.trim();
  if (text === '') return problem('value.empty', readings.say_what_value);
  switch (value_kind) {
    case 'quantity':
      return readAs(readQuantity(text, { unit, mark }), NOT_A_NUMBER(text));
    case 'date':
      return readAs(readDays(text), NOT_A_DATE(text));
    case 'version':
      return readAs(readVersion(text), NOT_A_VERSION(text));
    case 'yes_no': {
      const yes = yesNo(text);
      return yes === null ? problem('value.not_yes_or_no', readings.neither_yes_nor_no(cut(text))) : { value: yes };
    }
    case 'choice':
      return { value: { kind: 'choice', choices: choicesOf(text) } };
    case 'text':
      return { value: textOf(value) };
    default:
      return { value: typeof value === 'number' ? quantityOf(value, unit) : found(text, unit, mark) };
  }
}

const problem = (code: string, message: string): { problem: Rejection } => ({ problem: { code, message } });
const cut = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
const NOT_A_NUMBER = (text: string): Rejection => ({
  code: 'value.not_a_number',
  message: readings.no_number_with_unit(cut(text)),
});
const NOT_A_DATE = (text: string): Rejection => ({
  code: 'value.not_a_date',
  message: readings.no_date_write_for(cut(text)),
});
const NOT_A_VERSION = (text: string): Rejection => ({
  code: 'value.not_a_version',
  message: readings.no_version_write_for(cut(text)),
});

function readAs<T extends ClaimValue>(
  read: T | null | { problem: Rejection },
  otherwise: Rejection,
): { value: ClaimValue } | { problem: Rejection } {
  if (read === null) return { problem: otherwise };
  return 'problem' in read ? read : { value: read };
}

function readBoolean(value: boolean, kind: ValueKind | undefined): { value: ClaimValue } | { problem: Rejection } {
  if (kind === undefined || kind === 'yes_no') return { value: { kind: 'yes_no', yes: value } };
  return problem('value.not_yes_or_no', readings.yes_or_no_no);
}

/** A number with whatever unit it came with; a unit that cannot be read is one of its own. */
function quantityOf(value: number, unit: string | undefined): ClaimValue {
  const read = readQuantity(printNumber(value), { unit });
  if (read !== null && !('problem' in read)) return read;
  const own = unit === undefined ? null : { text: unit, dimensions: { [`other:${unit}`]: 1 }, low: 1, high: 1 };
  const number = value + 0;
  return { kind: 'quantity', low: number, high: number, low_open: false, high_open: false, about: null, unit: own };
}

function found(text: string, unit: string | undefined, mark: DecimalMark | undefined): ClaimValue {
  const yes = yesNo(text);
  if (yes !== null) return yes;
  const days = /^\d{4}$/.test(text) ? null : readDays(text);
  if (days !== null && !('problem' in days)) return days;
  const version = /\bv(?:ersion)?\.?\s?\d/i.test(text) ? readVersion(text) : null;
  if (version !== null) return version;
  const quantity = readQuantity(text, { unit, mark });
  if (quantity !== null && !('problem' in quantity)) return quantity;
  return textOf(text);
}

function yesNo(text: string): YesNo | null {
  const word = text.toLowerCase().replace(/[.!]$/, '');
  if (YES.has(word)) return { kind: 'yes_no', yes: true };
  return NO.has(word) ? { kind: 'yes_no', yes: false } : null;
}

const choicesOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/\s*[,;|]\s*|\s+and\s+|\s+und\s+/u)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
];

const textOf = (value: string | number | boolean): TextValue => ({ kind: 'text', text: String(value).trim() });

/** A value as it is kept in an event: {@link readValue} reads it as the same, wherever it is read. */
export function printValue(value: ClaimValue): { value: Said['value']; value_kind: ValueKind; unit?: string } {
  switch (value.kind) {
    case 'quantity': {
      const plain = value.low !== null && value.low === value.high && value.about === null;
      return {
        value: plain ? (value.low ?? 0) : printAmount(value),
        value_kind: 'quantity',
        ...(value.unit !== null && { unit: value.unit.text }),
      };
    }
    case 'date':
      return { value: printDays(value), value_kind: 'date' };
    case 'yes_no':
      return { value: value.yes, value_kind: 'yes_no' };
    case 'choice':
      return { value: value.choices.join(', '), value_kind: 'choice' };
    case 'version':
      return { value: printVersion(value), value_kind: 'version' };
    case 'text':
      return { value: value.text, value_kind: 'text' };
  }
}

/** Units that are words have a plural. */
const PLURAL =
  /^(?:week|month|quarter|year|business (?:hour|day|week)|user|employee|seat|licence|device|site|ticket|request|transaction|document|piece)$/;

function unitText({ low, high, unit }: Quantity): string {
  if (unit === null || ((low ?? high) === 1 && (high ?? low) === 1)) return unit?.text ?? '';
  return PLURAL.test(unit.text) ? `${unit.text}s` : unit.text.replace(/^person$/, 'people');
}

/** A value for people: `≤ 4 h`, `yes`, `2026-05-01`. */
export function valueText(value: ClaimValue): string {
  switch (value.kind) {
    case 'quantity':
      return [printAmount(value), unitText(value)].filter((part) => part !== '').join(' ');
    case 'yes_no':
      return value.yes ? readings.yes : readings.no;
    default:
      return String(printValue(value).value);
  }
}
