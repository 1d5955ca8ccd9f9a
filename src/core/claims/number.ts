/** Which of the two marks stands before decimals in a text. */
export type DecimalMark = '.' | ',';

/** Digits of other scripts: the code point of their zero. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xff10];

/** The text with digits and separators of other scripts as 0–9, `.` and `,`; places in it stay where they are. */
export function plainDigits(text: string): string {
  return text.replaceAll(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\uff10-\uff19\u066b\u066c]/g, (sign) => {
    if (sign === '\u066b') return '.';
    if (sign === '\u066c') return ',';
    const code = sign.charCodeAt(0);
    return String(code - (ZEROS.find((zero) => code >= zero && code < zero + 10) ?? code));
  });
}

/** The runs of digits in a text, with groups joined: `1,500 of 12` gives 1500 and 12. */
export const digitsOf = (text: string): string[] =>
  plainDigits(text)
    .replaceAll(/(?<=\d)[.,'’ ](?=\d)/g, '')
    .match(/\d+/g) ?? [];

/** A number as people write it, whatever the place: `1,234.5`, `1.234,5`, `1 234,5`, `1'234.5`, `1e18`. No sign. */
export const NUMBER = String.raw`\d+(?:[.,'’\u00a0\u202f\u2009 ]\d{3}(?!\d))*(?:[.,]\d+)?(?:[eE][+-]?\d{1,3})?(?!\d)`;

/**
 * Reads one number. A single mark before three digits can mean either; then `mark` decides, and without it a comma
 * groups (`1,500`) and a point is decimal (`1.500`).
 * @returns the number, never `-0`; null where it is none, or larger than numbers go
 */
export function readNumber(text: string, mark?: DecimalMark): number | null {
  const [, sign = '', digits = '', exponent = ''] =
    /^([-−+]?)\s?([\d.,'’\u00a0\u202f\u2009 ]*\d)([eE][+-]?\d{1,3})?$/u.exec(plainDigits(text).trim()) ?? [];
  if (digits === '') return null;
  const joined = digits.replaceAll(/(?<=\d)['’\u00a0\u202f\u2009 ](?=\d{3}(?!\d))/g, '');
  const plain = /^[\d.,]+$/.test(joined) ? pointed(joined, mark) : null;
  if (plain === null) return null;
  const value = Number(`${plain}${exponent}`) * (sign === '-' || sign === '−' ? -1 : 1);
  return Number.isFinite(value) ? value + 0 : null;
}

/** Digits with a point before decimals and nothing else among them; null where the marks make no sense. */
function pointed(digits: string, mark: DecimalMark | undefined): string | null {
  const points = digits.split('.').length - 1;
  const commas = digits.split(',').length - 1;
  if (points + commas === 0) return digits;
  if (points > 0 && commas > 0) {
    const last = digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ',';
    return ungrouped(digits, last);
  }
  const only = points > 0 ? '.' : ',';
  if (points + commas > 1) return ungrouped(digits, only === '.' ? ',' : '.');
  const ambiguous = /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits);
  const decimal = ambiguous ? (mark ?? '.') : only;
  return ungrouped(digits, decimal);
}

function ungrouped(digits: string, decimal: DecimalMark): string | null {
  const [whole = '', ...decimals] = digits.split(decimal);
  if (decimals.length > 1) return null;
  const group = decimal === '.' ? ',' : '.';
  const groups = whole.split(group);
  if (groups.length > 1 && (groups.slice(1).some((part) => part.length !== 3) || (groups[0] ?? '').length > 3)) {
    return null;
  }
  const part = decimals[0];
  if (part?.includes(group)) return null;
  return `${groups.join('') || '0'}${part === undefined ? '' : `.${part}`}`;
}

/** Which mark a whole text uses before decimals, from numbers that can be read in one way only; undefined if none says. */
export function decimalMarkOf(text: string): DecimalMark | undefined {
  let points = 0;
  let commas = 0;
  for (const [number] of plainDigits(text).matchAll(/\d[\d.,]*\d/g)) {
    if (/^\d{1,3}(?:\.\d{3})+,\d+$|^\d+,(?:\d{1,2}|\d{4,})$|^\d{1,3}(?:\.\d{3}){2,}$/.test(number)) commas++;
    else if (/^\d{1,3}(?:,\d{3})+\.\d+$|^\d+\.(?:\d{1,2}|\d{4,})$|^\d{1,3}(?:,\d{3}){2,}$/.test(number)) points++;
  }
  return points === commas ? undefined : points > commas ? '.' : ',';
}

/** A number as it is kept: a point before decimals, nothing else, read by {@link readNumber} as the same. */
export const printNumber = (value: number): string => String(value + 0);
