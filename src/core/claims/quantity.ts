import { readings } from '../../catalogue/readings.ts';
import type { Rejection } from '../refusal.ts';
import { type Bound, SIGNS, takeBound, takeBoundBehind } from './bound.ts';
import { type DecimalMark, NUMBER, plainDigits, printNumber, readNumber } from './number.ts';
import { readUnit, type Unit } from './unit.ts';

/** A number, a range or a bound, with its unit. `low` and `high` are null where nothing is said. */
export interface Quantity {
  kind: 'quantity';
  low: number | null;
  high: number | null;
  /** The end itself is not meant: `< 4`. */
  low_open: boolean;
  high_open: boolean;
  /** Said as an approximation; then the ends are 10 % around what was said. */
  about: number | null;
  unit: Unit | null;
}

/** What “about” is taken to leave open: a tenth on either side. */
const ABOUT = 0.1;

const LARGE: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  tausend: 1e3,
  tsd: 1e3,
  m: 1e6,
  mn: 1e6,
  mio: 1e6,
  million: 1e6,
  millionen: 1e6,
  bn: 1e9,
  mrd: 1e9,
  billion: 1e9,
  milliarden: 1e9,
};
/** After a number only these are plain enough to say how large it is; `m` and `k` say so of money alone. */
const LARGE_WORDS = 'thousand|tausend|tsd\\.?|million|millionen|mio\\.?|billion|milliarden|mrd\\.?|bn|mn';

const SIGNED = String.raw`[-−+]?\s?${NUMBER}`;
const MONEY = '[€$£¥]|[A-Z]{3}(?=\\s?\\d)';
const RANGE = new RegExp(
  `^(?:[Bb]etween |[Ff]rom |[Zz]wischen |[Vv]on )?(?<money>${MONEY})?\\s?(?<low>${SIGNED})\\s?(?<unit_low>[^\\d\\s–—-][^\\d–—]*?)?\\s*(?:–|—|-|\\.\\.|\\bto\\b|\\band\\b|\\bbis\\b|\\bund\\b)\\s*(?:${MONEY})?\\s?(?<high>${NUMBER})\\s?(?<rest>.*)$`,
  'u',
);
const ONE = new RegExp(`^(?<money>${MONEY})?\\s?(?<number>${SIGNED})(?<rest>.*)$`, 'u');
const SAME_DAY = /^(?:within |by |on )?(?:the )?(?<which>same|next) (?<business>business |working )?day$/iu;

/** A unit that stands apart from the text, and which mark the text uses before decimals. */
export interface QuantityHints {
  unit?: string | undefined;
  mark?: DecimalMark | undefined;
}

const problem = (code: string, message: string): { problem: Rejection } => ({ problem: { code, message } });

/**
 * Reads a quantity: `4 h`, `within 4 hours`, `10–12 weeks`, `≥ 99.9 %`, `EUR 1.2 million per year`, `same business day`.
 * @returns the quantity; null where the text is none; or what is wrong with it (`value.too_large`, `value.range_reversed`,
 *   `unit.unreadable`)
 */
export function readQuantity(text: string, hints: QuantityHints = {}): Quantity | null | { problem: Rejection } {
  const plain = plainDigits(text.normalize('NFC'))
    .replaceAll(/[\u200e\u200f\u061c\u2066-\u2069]/g, '')
    .trim();
  const by_day = SAME_DAY.exec(plain)?.groups;
  if (by_day !== undefined) {
    const unit = readUnit(by_day.business === undefined ? 'day' : 'business day') as Unit;
    return bounded(by_day.which?.toLowerCase() === 'same' ? 1 : 2, 'at_most', unit);
  }
  const { rest, bound } = takeBound(plain);
  return readOne(rest, bound, hints) ?? (bound === 'exactly' || bound === 'about' ? readRange(rest, hints) : null);
}

function readRange(text: string, hints: QuantityHints): Quantity | null | { problem: Rejection } {
  const found = RANGE.exec(text)?.groups;
  if (found === undefined) return null;
  const tail = tailOf(found.rest ?? '', found.money ?? found.unit_low, hints);
  if (tail === null) return null;
  if ('problem' in tail) return tail;
  const low = readNumber(found.low ?? '', hints.mark);
  const high = readNumber(found.high ?? '', hints.mark);
  if (low === null || high === null) return null;
  if (low > high) {
    return problem('value.range_reversed', readings.runs_backwards_write_smaller(printNumber(low), printNumber(high)));
  }
  return { kind: 'quantity', low: low * tail.times, high: high * tail.times, ...CLOSED, unit: tail.unit };
}

const CLOSED = { low_open: false, high_open: false, about: null };

function readOne(text: string, bound: Bound, hints: QuantityHints): Quantity | null | { problem: Rejection } {
  const found = ONE.exec(text)?.groups;
  if (found === undefined) return null;
  let rest = found.rest ?? '';
  let said = bound;
  if (bound === 'exactly') {
    const behind = takeBoundBehind(rest.trim());
    // `4 h or less`; the words before the number were taken off already.
    if (behind.bound !== 'exactly') [rest, said] = [behind.rest, behind.bound];
  }
  const tail = tailOf(rest, found.money, hints);
  if (tail === null) return null;
  if ('problem' in tail) return tail;
  const number = readNumber(found.number ?? '', hints.mark);
  if (number === null) {
    return /^\S*\d[eE]\+?\d{3}/.test(found.number ?? '')
      ? problem('value.too_large', readings.larger_than_number_can(found.number ?? ''))
      : null;
  }
  return bounded(number * tail.times, said, tail.unit);
}

interface Tail {
  times: number;
  unit: Unit | null;
}

/** What stands behind the number: how large it is meant, and its unit; null where it is prose. */
function tailOf(rest: string, money: string | undefined, hints: QuantityHints): Tail | null | { problem: Rejection } {
  let text = rest.trim();
  let times = 1;
  const large = new RegExp(`^(${LARGE_WORDS})(?![\\p{L}])\\s*`, 'iu').exec(text);
  const short =
    money !== undefined || /^(?:k|m)\s?(?:€|EUR|USD|GBP|CHF)/.test(text)
      ? /^(k|m)(?![\p{L}/²³])\s*|^(k|m)(?=€|EUR|USD|GBP|CHF)/iu.exec(text)
      : null;
  const word = large ?? short;
  if (word !== null) {
    times = LARGE[word[0].trim().toLowerCase().replace('.', '')] ?? 1;
    text = text.slice(word[0].length);
  }
  const said = [money?.trim() ?? '', text.replace(/[.,;:!?]$/, '')].filter((part) => part !== '').join(' ');
  const asked = said === '' ? (hints.unit ?? '') : said;
  if (asked.split(/\s+/).length > 8) return null;
  const unit = readUnit(asked);
  if (unit === null) return { times, unit: null };
  return 'problem' in unit ? (said === '' ? unit : null) : { times, unit };
}

function bounded(number: number, bound: Bound, unit: Unit | null): Quantity {
  const base = { kind: 'quantity' as const, ...CLOSED, unit };
  switch (bound) {
    case 'at_most':
    case 'below':
      return { ...base, low: null, high: number, high_open: bound === 'below' };
    case 'at_least':
    case 'above':
      return { ...base, low: number, high: null, low_open: bound === 'above' };
    case 'about': {
      const around = Math.abs(number) * ABOUT;
      return { ...base, low: number - around, high: number + around, about: number };
    }
    default:
      return { ...base, low: number, high: number };
  }
}

/** A quantity without its unit as it is kept: {@link readQuantity} reads it as the same. */
export function printAmount({ low, high, low_open, high_open, about }: Quantity): string {
  if (about !== null) return `${SIGNS.about}${printNumber(about)}`;
  if (low === null) return high === null ? '' : `${SIGNS[high_open ? 'below' : 'at_most']}${printNumber(high)}`;
  if (high === null) return `${SIGNS[low_open ? 'above' : 'at_least']}${printNumber(low)}`;
  return low === high ? printNumber(low) : `${printNumber(low)}–${printNumber(high)}`;
}
