import { importRefusals } from '../catalogue/import-refusals.ts';
import { compileAmount, type NumberFormat, recogniseNumbers } from './read/numbers.ts';

/** An amount, or why it cannot be taken. */
export type Amount = { amount_minor: number; currency: string } | { code: string; reason: string };

const PLAIN: NumberFormat = { decimal: '.', thousands: '' };
const CODE = /^[A-Z]{3}$/;

/** Reads the amounts of a column in the minor unit of their currency. */
export class AmountReader {
  readonly #format: NumberFormat;
  /** Of the mapping, else the one that the values name. */
  readonly #currency: string | null;
  readonly #parsers = new Map<string, ReturnType<typeof compileAmount>>();
  #told = false;
  /** Files repeat the amount of a purchase on each of its rows. */
  #last = { value: '', currency: '', amount: null as Amount | null };

  /** @param sample values by which the way numbers are written is recognised */
  constructor(sample: readonly string[], currency: string | undefined) {
    const found = recogniseNumbers(sample);
    this.#format = found.format ?? PLAIN;
    this.#currency = currency ?? found.currency;
  }

  /**
   * @param currency of the row, where a column says one
   * @returns null for a blank; and, but for the first time, for an amount whose currency nobody says
   */
  read(value: string, currency: string): Amount | null {
    if (value === this.#last.value && currency === this.#last.currency) return this.#last.amount;
    const amount = this.#read(value, currency);
    this.#last = { value, currency, amount: amount === NO_CURRENCY ? null : amount };
    return amount;
  }

  #read(value: string, currency: string): Amount | null {
    if (value.trim() === '') return null;
    const code = currency.trim().toUpperCase() || this.#currency;
    if (code === null) {
      if (this.#told) return null;
      this.#told = true;
      return NO_CURRENCY;
    }
    let parse = this.#parsers.get(code);
    if (parse === undefined) {
      const digits = minorDigits(code);
      if (digits === null) return badCurrency(code);
      parse = compileAmount(this.#format, digits);
      this.#parsers.set(code, parse);
    }
    const amount_minor = parse(value);
    return typeof amount_minor === 'number' ? { amount_minor, currency: code } : amount_minor;
  }
}

/** Digits of a currency's minor unit by ISO 4217; null where the code has not the form of one. */
function minorDigits(code: string): number | null {
  if (!CODE.test(code)) return null;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency: code });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

const NO_CURRENCY = {
  code: 'amount.no_currency',
  get reason() {
    return importRefusals.neither_file_nor_mapping;
  },
};

function badCurrency(code: string) {
  return { code: 'amount.bad_currency', reason: importRefusals.no_currency_code_write(code) };
}
