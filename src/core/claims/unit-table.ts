/*
 * The units that purchases are argued in. Sources: prefixes, minute, hour, day, litre, tonne, watt-hour: SI Brochure, 9th
 * edition (BIPM 2019), tables 7 and 8; binary prefixes: IEC 80000-13:2008; inch and pound: international yard and pound
 * agreement 1959; currency codes: ISO 4217.
 */

/** One word for a unit: how many of its dimension's base it is. Where that is not fixed, from `low` to `high`. */
export interface UnitWord {
  /** How it is written. */
  symbol: string;
  dimensions: Readonly<Record<string, number>>;
  low: number;
  high: number;
}

const HOUR = 3_600;
const DAY = 86_400;

const exactly = (symbol: string, dimension: string, factor: number): UnitWord => ({
  symbol,
  dimensions: { [dimension]: 1 },
  low: factor,
  high: factor,
});

/** Several words that are one unit; looked for before single words. */
export const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:business|working)[ -]hours?\b/giu, 'businesshour'],
  [/\b(?:business|working|work)[ -]?days?\b/giu, 'businessday'],
  [/\b(?:business|working)[ -]weeks?\b/giu, 'businessweek'],
  [/\bper (?:cent|hundred)\b/giu, 'percent'],
  [/\bper (?:mille|thousand)\b/giu, 'permille'],
  [/\bp\.\s?a\.?/giu, '/year'],
  [/\bp\.\s?m\.?/giu, '/month'],
];

const PREFIXES: readonly (readonly [string, number])[] = [
  ['', 1],
  ['k', 1e3],
  ['M', 1e6],
  ['G', 1e9],
  ['T', 1e12],
  ['P', 1e15],
];
const SMALL: readonly (readonly [string, number])[] = [
  ['', 1],
  ['m', 1e-3],
  ['µ', 1e-6],
  ['μ', 1e-6],
  ['n', 1e-9],
];
const BINARY: readonly (readonly [string, number])[] = [
  ['Ki', 2 ** 10],
  ['Mi', 2 ** 20],
  ['Gi', 2 ** 30],
  ['Ti', 2 ** 40],
  ['Pi', 2 ** 50],
];

function symbols(): [string, UnitWord][] {
  const found: [string, UnitWord][] = [];
  const add = (unit: UnitWord, ...also: string[]): void => {
    for (const text of [unit.symbol, ...also]) found.push([text, unit]);
  };
  for (const [prefix, factor] of PREFIXES) {
    add(exactly(`${prefix}B`, 'data', 8 * factor));
    add(exactly(`${prefix}bit`, 'data', factor), `${prefix}b`);
    add(per(`${prefix}bit/s`, { data: 1, time: -1 }, factor), `${prefix}bps`);
    add(per(`${prefix}W`, { energy: 1, time: -1 }, factor));
    add(per(`${prefix}Wh`, { energy: 1 }, factor * HOUR));
    add(per(`${prefix}J`, { energy: 1 }, factor));
    add(per(`${prefix}Hz`, { time: -1 }, factor));
  }
  found.push(['KB', exactly('kB', 'data', 8e3)]);
  for (const [prefix, factor] of BINARY) {
    add(exactly(`${prefix}B`, 'data', 8 * factor));
    add(exactly(`${prefix}bit`, 'data', factor));
  }
  for (const [prefix, factor] of SMALL) {
    add(exactly(`${prefix}s`, 'time', factor));
    add(exactly(`${prefix}m`, 'length', factor));
    add(exactly(`${prefix}g`, 'mass', factor * 1e-3));
  }
  add(exactly('cm', 'length', 1e-2));
  add(exactly('km', 'length', 1e3));
  add(exactly('in', 'length', 0.0254), '″');
  add(exactly('ft', 'length', 0.3048));
  add(exactly('mi', 'length', 1_609.344));
  add(exactly('kg', 'mass', 1));
  add(exactly('t', 'mass', 1_000));
  add(exactly('lb', 'mass', 0.453_592_37), 'lbs');
  add(per('m²', { length: 2 }, 1), 'm2', 'sqm');
  add(per('m³', { length: 3 }, 1), 'm3');
  add(per('l', { length: 3 }, 1e-3), 'L');
  add(exactly('min', 'time', 60));
  add(exactly('h', 'time', HOUR), 'hr', 'hrs', 'Std');
  add(exactly('d', 'time', DAY));
  add(exactly('°C', 'temperature', 1));
  add(exactly('%', 'ratio', 1e-2));
  add(exactly('‰', 'ratio', 1e-3));
  add(exactly('ppm', 'ratio', 1e-6));
  for (const [sign, code] of [
    ['€', 'EUR'],
    ['$', 'USD'],
    ['£', 'GBP'],
    ['¥', 'JPY'],
  ] as const) {
    found.push([sign, money(code)]);
  }
  return found;
}

/** An amount of money stands in its own dimension: there is no conversion between currencies here. */
export const money = (code: string): UnitWord => exactly(code, `money:${code}`, 1);

function per(symbol: string, dimensions: Record<string, number>, factor: number): UnitWord {
  return { symbol, dimensions, low: factor, high: factor };
}

/** What is counted is a dimension of its own: people are not devices. */
export const counted = (symbol: string): UnitWord => exactly(symbol, `count:${symbol}`, 1);

const COUNTED: readonly (readonly [string, ...string[]])[] = [
  ['user', 'users', 'nutzer', 'benutzer', 'anwender'],
  ['person', 'persons', 'people', 'personen'],
  ['employee', 'employees', 'staff', 'mitarbeiter'],
  ['seat', 'seats'],
  ['licence', 'licences', 'license', 'licenses', 'lizenz', 'lizenzen'],
  ['device', 'devices', 'gerät', 'geräte'],
  ['site', 'sites', 'standort', 'standorte'],
  ['ticket', 'tickets'],
  ['request', 'requests', 'anfragen'],
  ['transaction', 'transactions'],
  ['document', 'documents', 'dokument', 'dokumente'],
  ['piece', 'pieces', 'pcs', 'stück', 'stk'],
];

function words(): [string, UnitWord][] {
  const found: [string, UnitWord][] = [];
  const add = (unit: UnitWord, ...names: string[]): void => {
    for (const name of names) found.push([name, unit]);
  };
  add(exactly('s', 'time', 1), 'second', 'seconds', 'sec', 'secs', 'sekunde', 'sekunden', 'sek');
  add(exactly('ms', 'time', 1e-3), 'millisecond', 'milliseconds', 'msec');
  add(exactly('min', 'time', 60), 'min', 'mins', 'minute', 'minutes', 'minuten');
  add(exactly('h', 'time', HOUR), 'h', 'hour', 'hours', 'hr', 'hrs', 'stunde', 'stunden', 'std');
  add(exactly('d', 'time', DAY), 'day', 'days', 'tag', 'tage', 'tagen');
  add(exactly('week', 'time', 7 * DAY), 'week', 'weeks', 'wk', 'wks', 'woche', 'wochen');
  add(exactly('month', 'calendar', 1), 'month', 'months', 'mo', 'mth', 'monat', 'monate', 'monaten');
  add(exactly('quarter', 'calendar', 3), 'quarter', 'quarters', 'quartal', 'quartale');
  add(exactly('year', 'calendar', 12), 'year', 'years', 'yr', 'yrs', 'jahr', 'jahre', 'jahren');
  add(exactly('business day', 'work', 1), 'businessday', 'workday', 'workdays', 'werktag', 'werktage', 'werktagen');
  add(exactly('business day', 'work', 1), 'arbeitstag', 'arbeitstage', 'arbeitstagen');
  add(exactly('business week', 'work', 5), 'businessweek');
  // A day of work has from six to twelve hours.
  add({ symbol: 'business hour', dimensions: { work: 1 }, low: 1 / 12, high: 1 / 6 }, 'businesshour');
  add(exactly('%', 'ratio', 1e-2), 'percent', 'prozent', 'pct');
  add(exactly('‰', 'ratio', 1e-3), 'permille', 'promille');
  add(exactly('kg', 'mass', 1), 'kilogram', 'kilograms', 'kilo', 'kilos');
  add(exactly('t', 'mass', 1_000), 'tonne', 'tonnes', 'tonnen');
  add(exactly('m', 'length', 1), 'metre', 'metres', 'meter', 'meters');
  add(exactly('km', 'length', 1e3), 'kilometre', 'kilometres', 'kilometer', 'kilometers');
  add(exactly('in', 'length', 0.0254), 'inch', 'inches');
  add(exactly('mi', 'length', 1_609.344), 'mile', 'miles');
  add(per('l', { length: 3 }, 1e-3), 'litre', 'litres', 'liter', 'liters');
  add(exactly('B', 'data', 8), 'byte', 'bytes');
  add(exactly('bit', 'data', 1), 'bit', 'bits');
  add(exactly('MB', 'data', 8e6), 'megabyte', 'megabytes');
  add(exactly('GB', 'data', 8e9), 'gb', 'gigabyte', 'gigabytes');
  add(exactly('TB', 'data', 8e12), 'tb', 'terabyte', 'terabytes');
  add(money('EUR'), 'euro', 'euros');
  add(money('USD'), 'dollar', 'dollars');
  for (const [symbol, ...names] of COUNTED) add(counted(symbol), symbol, ...names);
  return found;
}

/** Symbols: upper and lower case differ (MB and Mb). */
export const SYMBOLS: ReadonlyMap<string, UnitWord> = new Map(symbols());
/** Words: however they are written. */
export const WORDS: ReadonlyMap<string, UnitWord> = new Map(words());

/** Words that say a rate by themselves. */
export const RATES: Readonly<Record<string, string>> = {
  hourly: 'hour',
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  quarterly: 'quarter',
  yearly: 'year',
  annually: 'year',
  annual: 'year',
  monatlich: 'month',
  jährlich: 'year',
};
