import type { Random } from './random.ts';
import type { KindTexts } from './texts/kind.ts';

/** The first halves of invented companies' names. */
const HOUSES = [
  'Lindqvist',
  'Norrsund',
  'Veldhaven',
  'Kestrelmoor',
  'Asterlund',
  'Brannock Vale',
  'Calderwyn',
  'Dovrefell',
  'Eskmarsh',
  'Fjellbrook',
  'Grauwald',
  'Hollowbeck',
  'Ilmaranta',
  'Jasperholm',
  'Kalinowo',
  'Lumengard',
  'Montebriar',
  'Nettlecombe Bay',
  'Orvelle',
  'Pallaskoski',
  'Quarrendon Hill',
  'Rivanera',
  'Solvarre',
  'Tarnowick',
  'Ulverdale',
  'Vantaglio',
  'Wexmoor',
  'Yllandra',
  'Zandhoek',
  'Amarillo Norte',
  'Belmaris',
  'Casarunda',
  'Dunmarrow',
  'Estervale',
  'Ferrolino',
  'Gullhamra',
  'Hakonoya',
  'Isarwinkel',
  'Kirribanda',
  'Lagoverde',
  'Minamori',
  'Nyirfalva',
  'Okavara',
  'Pernalta',
  'Rosenvik',
  'Sierrazul',
  'Tamboura',
  'Umbralinda',
  'Vindhaven',
  'Westerlo Falls',
] as const;

interface Region {
  currency: string;
  /** How many of its units a euro is here. */
  per_eur: number;
  /** Digits of its minor unit (ISO 4217). */
  minor_digits: number;
  /** Hours ahead of UTC. */
  offset_h: number;
  /** Whose calendar its plans follow. */
  time_zone: string;
}

const region = (currency: string, per_eur: number, offset_h: number, time_zone: string, minor_digits = 2): Region => ({
  currency,
  per_eur,
  offset_h,
  time_zone,
  minor_digits,
});

const EURO = region('EUR', 1, 1, 'Europe/Berlin');
const REGIONS: readonly Region[] = [
  EURO,
  EURO,
  EURO,
  region('EUR', 1, 2, 'Europe/Helsinki'),
  region('USD', 1.1, -5, 'America/New_York'),
  region('USD', 1.1, -8, 'America/Los_Angeles'),
  region('GBP', 0.85, 0, 'Europe/London'),
  region('SEK', 11, 1, 'Europe/Stockholm'),
  region('CHF', 0.95, 1, 'Europe/Zurich'),
  region('PLN', 4.3, 1, 'Europe/Warsaw'),
  region('CAD', 1.5, -5, 'America/Toronto'),
  region('JPY', 160, 9, 'Asia/Tokyo', 0),
  region('AUD', 1.65, 10, 'Australia/Brisbane'),
];

/** A customer organisation that was made up, and what it is about to spend. */
export interface Account {
  account_name: string;
  amount_minor: number;
  currency: string;
  offset_h: number;
  time_zone: string;
}

export function accountOf(texts: KindTexts, random: Random): Account {
  const { currency, per_eur, minor_digits, offset_h, time_zone } = random.pick(REGIONS);
  const [low, high] = texts.amount_eur;
  // Small purchases are more frequent than large ones: even in the logarithm.
  const amount = Math.exp(random.between(Math.log(low), Math.log(high))) * per_eur;
  const account_name = `${random.pick(HOUSES)} ${random.pick(texts.trades)}`;
  return { account_name, amount_minor: twoDigits(amount) * 10 ** minor_digits, currency, offset_h, time_zone };
}

/** Rounded to two significant digits, as first estimates are. */
export function twoDigits(amount: number): number {
  const scale = 10 ** Math.max(0, Math.floor(Math.log10(Math.abs(amount))) - 1);
  return Math.round(amount / scale) * scale;
}

const regionOf = (currency: string): Region => REGIONS.find((one) => one.currency === currency) ?? EURO;

/** How many units of a currency a euro is in this made-up world. */
export const perEuro = (currency: string): number => regionOf(currency).per_eur;

/** Digits of the minor unit of a currency that accounts here have. */
export const currencyDigits = (currency: string): number => regionOf(currency).minor_digits;
