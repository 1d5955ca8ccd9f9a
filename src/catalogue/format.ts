import { languageNow, localeNow } from './language.ts';
import { unitWords } from './units.ts';

const DAY_MS = 86_400_000;

/** More locales than there are countries that speak these languages come from somebody who makes them up. */
const MOST_LOCALES = 200;

/** One formatter for each locale; making one costs more than using it. */
function perLocale<F>(make: (locale: string) => F): () => F {
  const made = new Map<string, F>();
  return () => {
    const locale = localeNow();
    const known = made.get(locale);
    if (known !== undefined) return known;
    if (made.size >= MOST_LOCALES) made.clear();
    const formatter = make(locale);
    made.set(locale, formatter);
    return formatter;
  };
}

const dates = (options: Intl.DateTimeFormatOptions): (() => Intl.DateTimeFormat) =>
  perLocale((locale) => new Intl.DateTimeFormat(locale, options));
const numbers = (options: Intl.NumberFormatOptions): (() => Intl.NumberFormat) =>
  perLocale((locale) => new Intl.NumberFormat(locale, options));

const date = dates({ day: 'numeric', month: 'short', year: 'numeric' });
const date_time = dates({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });
const day_month = dates({ day: 'numeric', month: 'short' });
const month = dates({ month: 'short' });
const calendar_day = dates({ weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
const calendar_date = dates({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const long_day = dates({ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const number = numbers({});
const finely = numbers({ maximumFractionDigits: 6 });
const typed = numbers({ maximumFractionDigits: 20, useGrouping: false });
const one_decimal = numbers({ maximumFractionDigits: 1 });
const compact = numbers({ notation: 'compact', maximumFractionDigits: 1 });
/** English lists are told without a comma before the last. */
const list = perLocale(
  (locale) => new Intl.ListFormat(languageNow() === 'en' ? 'en-GB' : locale, { type: 'conjunction' }),
);
const choice = perLocale(
  (locale) => new Intl.ListFormat(languageNow() === 'en' ? 'en-GB' : locale, { type: 'disjunction' }),
);

/** The viewer's time zone, as an IANA name: every time on the pages is in it. */
export const time_zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

export const formatDate = (at: string | number): string => date().format(new Date(at));
export const formatDayMonth = (at: string | number): string => day_month().format(new Date(at));
export const formatMonth = (at: string | number): string => month().format(new Date(at));
export const formatDateTime = (at: string | number): string => date_time().format(new Date(at));
/** A day, YYYY-MM-DD, which is the same in every time zone: `Tue, 31 Mar`; with the year where that is not `this_year`. */
export const formatDay = (day: string, this_year: string): string =>
  (day.slice(0, 4) === this_year.slice(0, 4) ? calendar_day() : calendar_date()).format(new Date(day));
/** A day, YYYY-MM-DD, in full: `31 March 2026`. */
export const formatLongDay = (day: string): string => long_day().format(new Date(day));
export const formatNumber = (value: number): string => number().format(value);
/** A number with as many decimals as it has, six at most. */
export const formatFinely = (value: number): string => finely().format(value);
/** With one decimal at most. */
export const formatTenths = (value: number): string => one_decimal().format(value);
/** As one types it into a field: without marks that group. */
export const formatTyped = (value: number): string => typed().format(value);
/** With exactly so many decimals. */
export const formatFixed = (value: number, decimals: number): string =>
  new Intl.NumberFormat(localeNow(), {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: false,
  }).format(value);
/** Short, for the axes of charts: `1.2M`. */
export const formatCompact = (value: number): string => compact().format(value);
export const formatShare = (share: number): string => `${Math.round(share * 100)} %`;

/** An amount in its minor unit, as people write it; whole amounts without decimals. */
export function formatMoney(amount_minor: number, currency: string): string {
  try {
    const digits = new Intl.NumberFormat(localeNow(), { style: 'currency', currency }).resolvedOptions();
    const decimals = digits.maximumFractionDigits ?? 2;
    const amount = amount_minor / 10 ** decimals;
    const shown = Number.isInteger(amount) || Math.abs(amount) >= 10_000 ? 0 : decimals;
    const format = { style: 'currency', currency, minimumFractionDigits: shown, maximumFractionDigits: shown } as const;
    return new Intl.NumberFormat(localeNow(), format).format(amount);
  } catch {
    return `${formatNumber(amount_minor / 100)} ${currency}`;
  }
}

/**
 * What people type as an amount to minor units, whatever marks they use; null if it is none. One mark before exactly three
 * digits groups (`245.000`, `245,000`), because no amount has a tenth of a cent; in a currency that has, it may be decimal.
 */
export function parseMoney(text: string, currency: string): number | null {
  const format = new Intl.NumberFormat(localeNow(), {
    style: 'currency',
    currency: /^[A-Z]{3}$/.test(currency) ? currency : 'EUR',
  });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  const bare = text.replaceAll(/[\s'’]/g, '');
  const [, sign = '', grouped = '', , decimals = ''] =
    /^(-?)(\d{1,3}([.,])\d{3}(?:\3\d{3})*|\d+)(?:[.,](\d{1,3}))?$/.exec(bare) ?? [];
  if (grouped === '' || decimals.length > digits) return null;
  const whole = grouped.replaceAll(/[.,]/g, '');
  return Math.round(Number(`${sign}${whole}${decimals === '' ? '' : `.${decimals}`}`) * 10 ** digits);
}

/**
 * What people type as a number, whatever marks they use; null if it is none. Where the locale's own marks and another's
 * could both be meant (`1.234`, `1,234`), the locale's count.
 */
export function parseNumber(text: string): number | null {
  const bare = text.replaceAll(/[\s'’]/g, '').replace('−', '-');
  const number = isDecimalComma(bare) ? bare.replaceAll('.', '').replace(',', '.') : bare.replaceAll(',', '');
  return /^[-+]?\d*\.?\d+(e[-+]?\d+)?$/i.test(number) ? Number(number) : null;
}

function isDecimalComma(bare: string): boolean {
  if (bare.includes(',') && bare.includes('.')) return bare.lastIndexOf(',') > bare.lastIndexOf('.');
  if (!typed().format(0.5).includes(',')) return /,\d{1,2}$|,\d{4,}$/.test(bare);
  // Here the point groups thousands, and is a decimal mark only where it cannot.
  return /^[^,]*,[^,]*$|^[-+]?[1-9]\d{0,2}(\.\d{3})+$/.test(bare);
}

/** How long, in the largest unit that keeps two digits or so: `5 h`, `12 days`, `7 months`. */
export function formatSpan(from: string | number, to: string | number): string {
  return formatSeconds((new Date(to).getTime() - new Date(from).getTime()) / 1000);
}

/** How old something is, in days or more: what is younger is of today. */
export const formatAge = (from: string, to: string): string =>
  daysBetween(from, to) < 1 ? unitWords.today : formatSpan(from, to);

/** A duration in seconds, in words. */
export function formatSeconds(seconds: number): string {
  const s = Math.max(0, seconds);
  const days = s / 86_400;
  if (days >= 730) return unitWords.years(Math.round(days / 365.25));
  if (days >= 75) return unitWords.months(Math.round(days / 30.44));
  if (days >= 1) return unitWords.days(days >= 2 ? Math.round(days) : 1);
  if (s >= 3600) return unitWords.hours(Math.round(s / 3600));
  if (s >= 60) return unitWords.minutes(Math.round(s / 60));
  return s >= 1 ? unitWords.seconds(Math.round(s)) : unitWords.at_once;
}

/** How long ago, counted to an instant: `12 days before`. */
export const daysBetween = (from: string, to: string): number =>
  Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / DAY_MS));

/** A size as files are shown: `12 kB`, `1.5 MB`. */
export const formatBytes = (bytes: number): string =>
  bytes >= 1e6
    ? `${one_decimal().format(bytes / 1e6)} MB`
    : bytes >= 1e3
      ? `${formatNumber(Math.round(bytes / 1e3))} kB`
      : unitWords.bytes(bytes);

/** `1 purchase`, `3 purchases`; what is meant by no second form adds the English s. */
export const plural = (n: number, one: string, many = `${one}s`): string =>
  `${formatNumber(n)} ${n === 1 ? one : many}`;

/** What somebody said or what a thing is called, in quotation marks. */
export const quoted = (text: string): string => unitWords.quoted(text);

/** `decision_maker` as people say it. */
export const plain = (word: string): string => word.replaceAll('_', ' ');

/** `a`, `a and b`, `a, b and c`. */
export const listed = (words: readonly string[]): string => list().format(words);
/** `a`, `a or b`, `a, b or c`. */
export const listedOr = (words: readonly string[]): string => choice().format(words);
