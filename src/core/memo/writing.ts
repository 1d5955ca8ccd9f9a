import { documentFormats } from '../../catalogue/memo-document.ts';
import { minorDigits, toMinor } from '../value/case.ts';

/*
 * How a memo writes numbers and days: the same on every machine, so that the same state is the same document.
 */

/** `28 November 2026`, in UTC. @param at ISO 8601 in UTC */
export const dayText = (at: string): string =>
  documentFormats.day(Number(at.slice(8, 10)), Number(at.slice(5, 7)), at.slice(0, 4));

/** `1,234.5`. */
export function numberText(value: number, digits = 2): string {
  const rounded = Math.round(value * 10 ** digits) / 10 ** digits;
  if (!Number.isFinite(rounded) || Math.abs(rounded) >= 1e15) return String(value);
  const [whole = '', part] = Math.abs(rounded)
    .toFixed(digits)
    .replace(/\.?0+$/, (zeros) => (digits > 0 ? '' : zeros))
    .split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, documentFormats.group);
  return `${rounded < 0 ? '-' : ''}${grouped}${part === undefined ? '' : `${documentFormats.decimal}${part}`}`;
}

/** `EUR 1,234.50`; whole amounts without decimals. */
export function moneyText(amount_minor: number, currency: string): string {
  const digits = minorDigits(currency);
  const major = amount_minor / 10 ** digits;
  const text = numberText(major, digits);
  const decimals = text.split(documentFormats.decimal)[1];
  const padded = decimals === undefined ? text : `${text}${'0'.repeat(digits - decimals.length)}`;
  return documentFormats.money(currency, padded);
}

/** An amount in major units, in whole ones: what a calculation comes to is not exact to the cent. */
export const aboutText = (amount: number, currency: string): string =>
  documentFormats.money(currency, numberText(toMinor(amount, currency) / 10 ** minorDigits(currency), 0));

/** `12 %`; never `0 %` or `100 %` of what is a little, or almost all. */
export function shareText(share: number): string {
  const rounded = Math.round(share * 100);
  if (share > 0 && rounded === 0) return documentFormats.under;
  return share < 1 && rounded === 100 ? documentFormats.over : `${rounded} %`;
}

/** `decision_maker` as people say it. */
export const plainText = (word: string): string => word.replaceAll('_', ' ');

/** On one line: cells and headings have no lines of their own. */
export const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** Ends a sentence that people wrote as one, whatever they ended it with. */
export const ended = (text: string): string => (/[.!?…:]["”’)]?$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);
