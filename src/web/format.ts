const DAY_MS = 86_400_000;
const date = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
const date_time = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const day_month = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const calendar_day = new Intl.DateTimeFormat(undefined, {
  ...{ weekday: 'short', day: 'numeric', month: 'short' },
  timeZone: 'UTC',
});
const calendar_date = new Intl.DateTimeFormat(undefined, {
  ...{ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  timeZone: 'UTC',
});
const number = new Intl.NumberFormat();

/** The viewer's time zone, as an IANA name: every time on the pages is in it. */
export const time_zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

export const formatDate = (at: string | number): string => date.format(new Date(at));
export const formatDayMonth = (at: string | number): string => day_month.format(new Date(at));
export const formatDateTime = (at: string | number): string => date_time.format(new Date(at));
/** A day, YYYY-MM-DD, which is the same in every time zone: `Tue, 31 Mar`; with the year where that is not `this_year`. */
export const formatDay = (day: string, this_year: string): string =>
  (day.slice(0, 4) === this_year.slice(0, 4) ? calendar_day : calendar_date).format(new Date(day));
export const formatNumber = (value: number): string => number.format(value);
export const formatShare = (share: number): string => `${Math.round(share * 100)} %`;

/** An amount in its minor unit, as people write it; whole amounts without decimals. */
export function formatMoney(amount_minor: number, currency: string): string {
  try {
    const digits = new Intl.NumberFormat(undefined, { style: 'currency', currency }).resolvedOptions();
    const decimals = digits.maximumFractionDigits ?? 2;
    const amount = amount_minor / 10 ** decimals;
    const shown = Number.isInteger(amount) || Math.abs(amount) >= 10_000 ? 0 : decimals;
    const format = { style: 'currency', currency, minimumFractionDigits: shown, maximumFractionDigits: shown } as const;
    return new Intl.NumberFormat(undefined, format).format(amount);
  } catch {
    return `${formatNumber(amount_minor / 100)} ${currency}`;
  }
}

/**
 * What people type as an amount to minor units, whatever marks they use; null if it is none. One mark before exactly three
 * digits groups (`245.000`, `245,000`), because no amount has a tenth of a cent; in a currency that has, it may be decimal.
 */
export function parseMoney(text: string, currency: string): number | null {
  const format = new Intl.NumberFormat(undefined, {
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

/** How long, in the largest unit that keeps two digits or so: `5 h`, `12 days`, `7 months`. */
export function formatSpan(from: string | number, to: string | number): string {
  return formatSeconds((new Date(to).getTime() - new Date(from).getTime()) / 1000);
}

/** A duration in seconds, in words. */
export function formatSeconds(seconds: number): string {
  const s = Math.max(0, seconds);
  const days = s / 86_400;
  if (days >= 730) return `${Math.round(days / 365.25)} years`;
  if (days >= 75) return `${Math.round(days / 30.44)} months`;
  if (days >= 2) return `${Math.round(days)} days`;
  if (days >= 1) return '1 day';
  if (s >= 3600) return `${Math.round(s / 3600)} h`;
  if (s >= 60) return `${Math.round(s / 60)} min`;
  return s >= 1 ? `${Math.round(s)} s` : 'at once';
}

/** How long ago, counted to an instant: `12 days before`. */
export const daysBetween = (from: string, to: string): number =>
  Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / DAY_MS));

export const formatBytes = (bytes: number): string =>
  bytes >= 1e6
    ? `${(bytes / 1e6).toFixed(1).replace('.0', '')} MB`
    : bytes >= 1e3
      ? `${Math.round(bytes / 1e3)} kB`
      : `${bytes} bytes`;

/** `1 purchase`, `3 purchases`. */
export const plural = (n: number, one: string, many = `${one}s`): string =>
  `${formatNumber(n)} ${n === 1 ? one : many}`;

/** `decision_maker` as people say it. */
export const plain = (word: string): string => word.replaceAll('_', ' ');
