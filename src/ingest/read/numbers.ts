/** How a column writes its numbers. */
import { importRefusals } from '../../catalogue/import-refusals.ts';
export interface NumberFormat {
  decimal: '.' | ',';
  /** What stands between thousands; '' for nothing. */
  thousands: '' | '.' | ',' | ' ' | "'";
}

/** What the numbers of a column look like. */
export interface NumberColumn {
  /** Null when most values are no numbers. */
  format: NumberFormat | null;
  /** True when every mark in the column could be a decimal mark or one of thousands, as in `1,234`. */
  ambiguous: boolean;
  /** The currency that the values name, as an ISO code where the sign tells one; null for none or several. */
  currency: string | null;
  examples: string[];
}

/** Why a value is no amount. */
export interface BadNumber {
  code: 'number.bad_format' | 'number.too_large';
  reason: string;
}

const CURRENCY = /^(?:[A-Za-z]{3}|[A-Z]{0,3}\p{Sc})\s*(?=[-+(\d.,])|(?<=[\d.,)-])\s*(?:[A-Za-z]{3}|\p{Sc})$/u;
const SIGNS: Record<string, string> = { '€': 'EUR', '£': 'GBP', US$: 'USD', '₹': 'INR', '₩': 'KRW', '₺': 'TRY' };
/** Blanks that spreadsheets put between thousands: no-break, narrow no-break, thin; and the typographic apostrophe. */
const WIDE_BLANKS = /[\u00a0\u202f\u2009]/g;

/**
 * Recognises how a column writes its numbers from some of its values. A mark decides when it cannot be the other
 * kind: the last of two kinds is the decimal mark, a kind that comes twice in one number parts thousands, and a
 * single mark with other than three digits after it is decimal. When nothing decides, as in a column of `1,234`
 * only, a comma is taken to part thousands, a point to be decimal, and the column is `ambiguous`.
 */
export function recogniseNumbers(values: readonly string[]): NumberColumn {
  const filled = values.filter((value) => value.trim() !== '');
  const bare = filled.map(stripped).filter((value) => /^[\d.,' ]*\d[\d.,' ]*$/.test(value));
  if (bare.length * 2 <= filled.length) {
    return { format: null, ambiguous: false, currency: null, examples: filled.slice(0, 3) };
  }
  const comma = { decimal: 0, thousands: 0 };
  const point = { decimal: 0, thousands: 0 };
  for (const value of bare) weigh(value, comma, point);
  const decimal = comma.decimal + point.thousands > point.decimal + comma.thousands ? ',' : '.';
  const decided = comma.decimal + comma.thousands + point.decimal + point.thousands > 0;
  const ambiguous = !decided && bare.some((value) => /[.,]/.test(value));
  return {
    format: { decimal, thousands: thousandsMark(bare, decimal) },
    ambiguous,
    currency: currencyOf(filled),
    examples: [...new Set(filled)].sort((a, b) => marks(b) - marks(a)).slice(0, 3),
  };
}

function weigh(
  value: string,
  comma: { decimal: number; thousands: number },
  point: { decimal: number; thousands: number },
): void {
  const commas = value.split(',').length - 1;
  const points = value.split('.').length - 1;
  if (commas > 0 && points > 0) {
    if (value.lastIndexOf(',') > value.lastIndexOf('.')) comma.decimal++;
    else point.decimal++;
    return;
  }
  const [mark, count] = commas > 0 ? [',', commas] : ['.', points];
  const kind = mark === ',' ? comma : point;
  if (count > 1) kind.thousands++;
  else if (count === 1 && !/^[1-9]\d{0,2}[.,]\d{3}$/.test(value)) kind.decimal++;
}

function thousandsMark(bare: readonly string[], decimal: '.' | ','): NumberFormat['thousands'] {
  for (const mark of [decimal === '.' ? ',' : '.', ' ', "'"] as const) {
    if (bare.some((value) => value.includes(mark))) return mark;
  }
  return '';
}

/**
 * A parser for one column: from text to whole minor units of a currency. Works on the digits, not on a float; digits
 * beyond the minor unit are rounded, a half away from zero. A sign, brackets or a minus after the number make it
 * negative; a currency sign or code around it is left out.
 *
 * @param exponent digits of the minor unit by ISO 4217: 2 for EUR, 0 for JPY, 3 for KWD
 * @example
 * compileAmount({ decimal: ',', thousands: '.' }, 2)('1.234,5 €'); // 123450
 */
export function compileAmount(format: NumberFormat, exponent: number): (value: string) => number | BadNumber {
  const { decimal, thousands } = format;
  const group = thousands === '.' ? '\\.' : thousands;
  const whole = thousands === '' ? '\\d+' : `(?:\\d{1,3}(?:${group}\\d{3})+|\\d+)`;
  const mark = decimal === '.' ? '\\.' : decimal;
  const pattern = new RegExp(`^(${whole})?(?:${mark}(\\d*))?$`);
  return (value) => {
    const match = pattern.exec(stripped(value));
    const integer = match?.[1]?.replace(/\D/g, '') ?? '';
    const fraction = match?.[2] ?? '';
    if (!match || integer + fraction === '') return badNumber(format);
    const kept = fraction.slice(0, exponent).padEnd(exponent, '0');
    const round_up = (fraction[exponent] ?? '0') >= '5' ? 1 : 0;
    const minor = Number(integer + kept) + round_up;
    if (!Number.isSafeInteger(minor)) return TOO_LARGE;
    return isNegative(value) && minor !== 0 ? -minor : minor;
  };
}

const TOO_LARGE: BadNumber = {
  code: 'number.too_large',
  get reason() {
    return importRefusals.amount_too_large_correct;
  },
};

function badNumber(format: NumberFormat): BadNumber {
  const sample = `1${format.thousands}234${format.decimal}50`;
  return { code: 'number.bad_format', reason: importRefusals.not_number_as_column(sample) };
}

/** The number without currency, sign, brackets and outer blanks; inner blanks are plain ones. */
function stripped(value: string): string {
  let text = plainBlanks(value);
  const bracketed = /^\((.*)\)$/.exec(text)?.[1];
  if (bracketed !== undefined) text = bracketed.trim();
  text = text.replace(/^[-+−]\s*/, '').replace(/\s*-$/, '');
  text = text.replace(CURRENCY, '').replace(CURRENCY, '').trim();
  text = text.replace(/^[-+−]\s*/, '').replace(/\s*-$/, '');
  return text.replace(/^\((.*)\)$/, '$1').trim();
}

function isNegative(value: string): boolean {
  const text = plainBlanks(value);
  const sign = /^[^\d.,]*[-−]/.test(text) || /\d\s*-\D*$/.test(text);
  return sign || isBracketed(text);
}

/** All digits stand between brackets. Searched for by hand: a pattern would take the cube of a long cell's length. */
function isBracketed(text: string): boolean {
  const open = text.indexOf('(');
  const close = text.lastIndexOf(')');
  return open >= 0 && close > open && !/\d/.test(text.slice(0, open)) && !/\d/.test(text.slice(close + 1));
}

function plainBlanks(value: string): string {
  return value.replace(WIDE_BLANKS, ' ').replace(/’/g, "'").trim();
}

function currencyOf(values: readonly string[]): string | null {
  const found = new Set<string>();
  for (const value of values) {
    const text = plainBlanks(value);
    const sign = /US\$|\p{Sc}/u.exec(text)?.[0];
    const code = /(?<![A-Za-z])[A-Za-z]{3}(?![A-Za-z])/.exec(text)?.[0];
    if (code) found.add(code.toUpperCase());
    else if (sign) found.add(SIGNS[sign] ?? '');
  }
  const [only] = found;
  return found.size === 1 && only ? only : null;
}

function marks(value: string): number {
  return value.split(/[.,]/).length;
}
