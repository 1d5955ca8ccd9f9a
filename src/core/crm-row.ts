/*
 * A row of a CRM, copied out of a list or an export: with the line of its columns' names above it, or alone.
 */

/** What a row says of a deal; empty where it says nothing. */
export interface CrmRow {
  name: string;
  account_name: string;
  /** As it stands there, without the sign of a currency. */
  amount: string;
  /** ISO 4217, or empty. */
  currency: string;
  contact_name: string;
  contact_email: string;
}

type Field = keyof CrmRow;

const NOTHING: CrmRow = { name: '', account_name: '', amount: '', currency: '', contact_name: '', contact_email: '' };

/** What the common CRMs call their columns; the first that fits a column is meant. */
const CALLED: readonly (readonly [Field, RegExp])[] = [
  ['contact_email', /e-?mail/i],
  ['contact_name', /contact|primary person|ansprech/i],
  ['currency', /currency|currencyisocode|währung/i],
  ['amount', /amount|value|betrag|price|volume/i],
  ['account_name', /account|company|organi[sz]ation|customer|kunde/i],
  ['name', /opportunity|deal|^name$|subject|title|purchase/i],
];

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const SIGNS: Readonly<Record<string, string>> = { '€': 'EUR', $: 'USD', '£': 'GBP', '¥': 'JPY' };
const AMOUNT = /^([€$£¥]|[A-Z]{3})?\s?(-?\d[\d.,'’\s]*)\s?([€$£¥]|[A-Z]{3})?$/;
/** What looks like a number and is none of money. */
const DAY = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}/;

/**
 * Reads a row. With a line of names the columns are found by these; alone, by what the cells look like: an address, an
 * amount, a currency, and of what is left the first is the name and the second the account. Null where nothing is found.
 */
export function readCrmRow(text: string): CrmRow | null {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const [first = '', second] = lines;
  const separator = separatorOf(first);
  const names = cellsOf(first, separator);
  const has_names = second !== undefined && names.filter((name) => fieldOf(name) !== undefined).length >= 2;
  const row = has_names ? byName(names, cellsOf(second, separator)) : byLook(names);
  return Object.values(row).some((value) => value !== '') ? row : null;
}

/** What separates cells: as copied from a list a tab, in files a semicolon or a comma. */
const separatorOf = (line: string): string => ['\t', ';', ','].find((one) => line.includes(one)) ?? '\t';

/** The cells of a line; one in quotation marks may hold the separator. */
function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = [''];
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const sign = line[at] ?? '';
    const here = cells.length - 1;
    if (sign === '"' && quoted && line[at + 1] === '"') {
      cells[here] += '"';
      at++;
    } else if (sign === '"') quoted = !quoted;
    else if (sign === separator && !quoted) cells.push('');
    else cells[here] += sign;
  }
  return cells.map((cell) => cell.trim());
}

const fieldOf = (name: string): Field | undefined => CALLED.find(([, called]) => called.test(name))?.[0];

function byName(names: readonly string[], cells: readonly string[]): CrmRow {
  const row = { ...NOTHING };
  names.forEach((name, place) => {
    const field = fieldOf(name);
    const cell = cells[place] ?? '';
    if (field === undefined || cell === '' || row[field] !== '') return;
    if (field === 'amount') Object.assign(row, withoutSign(cell, row.currency));
    else row[field] = cell;
  });
  return row;
}

function byLook(cells: readonly string[]): CrmRow {
  const row = { ...NOTHING };
  const texts: string[] = [];
  for (const cell of cells) {
    if (cell === '' || DAY.test(cell)) continue;
    if (EMAIL.test(cell)) row.contact_email ||= cell;
    else if (/^[A-Z]{3}$/.test(cell)) row.currency ||= cell;
    else if (AMOUNT.test(cell)) {
      if (row.amount === '') Object.assign(row, withoutSign(cell, row.currency));
    } else texts.push(cell);
  }
  const [name = '', account_name = ''] = texts;
  return { ...row, name, account_name };
}

/** An amount apart from the currency that it is written with. */
function withoutSign(cell: string, known: string): Pick<CrmRow, 'amount' | 'currency'> {
  const [, before, amount = cell, after] = AMOUNT.exec(cell) ?? [];
  const sign = before ?? after ?? '';
  return { amount: amount.trim(), currency: known === '' ? (SIGNS[sign] ?? sign) : known };
}
