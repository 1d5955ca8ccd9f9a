import { sheetRefusals } from '../catalogue/import-refusals.ts';
import type { Command } from '../core/decide.ts';
import type { PurchaseState } from '../core/state.ts';
import { minorDigits } from '../core/value/case.ts';
import { type Fault, fault, isFault } from '../core/value/fault.ts';
import { readUnit } from '../core/value/unit.ts';
import { compileAmount, recogniseNumbers } from './read/numbers.ts';
import type { ValueTable } from './value-table.ts';

/** What one row of a sheet would change. */
export interface ValueChange {
  row: number;
  what: 'assumption' | 'realised';
  id: string | null;
  name: string;
  before: string | null;
  after: string;
  refused: string | null;
  command: Command | null;
}

/** What columns may be called. */
const COLUMNS = {
  id: ['id', 'assumption_id', 'driver_id'],
  symbol: ['symbol'],
  name: ['name', 'assumption', 'driver'],
  value: ['value', 'expected'],
  low: ['low', 'min', 'minimum'],
  high: ['high', 'max', 'maximum'],
  unit: ['unit'],
  source: ['source'],
  month: ['month', 'date'],
  amount: ['amount', 'realised', 'value'],
  cause: ['cause', 'reason', 'note'],
} as const;
type Column = keyof typeof COLUMNS;

interface Reading {
  table: ValueTable;
  state: PurchaseState;
  currency: string;
  newId: () => string;
  number: (cell: string | number) => number | null;
}

/**
 * What a sheet changes in the value case, row by row: assumptions by id, symbol or name (a new name is a new assumption), or,
 * where it has a column for the month, realised values by driver and month.
 * @param newId gives an id for each new assumption
 */
export function valueChanges(
  table: ValueTable,
  state: PurchaseState,
  currency: string,
  newId: () => string,
): { changes: ValueChange[]; unchanged: number } | Fault {
  const reading = { table, state, currency, newId, number: numberReader(table) };
  const realised = place(table, 'month') >= 0;
  const needs: readonly Column[] = realised ? ['name', 'amount'] : ['name', 'value'];
  const lacking = needs.find((column) => place(table, column) < 0);
  if (lacking !== undefined) {
    return fault('sheet.columns', sheetRefusals.no_column(COLUMNS[lacking][0], table.head.join(', ')));
  }
  const changes = table.rows.map((row) => (realised ? realisedChange(reading, row) : assumptionChange(reading, row)));
  const kept = changes.filter((change) => change !== null);
  return { changes: kept, unchanged: changes.length - kept.length };
}

type Row = ValueTable['rows'][number];

const place = ({ head }: ValueTable, column: Column): number =>
  head.findIndex((name) => (COLUMNS[column] as readonly string[]).includes(name));

const cell = (table: ValueTable, { cells }: Row, column: Column): string | number => cells[place(table, column)] ?? '';
const text = (table: ValueTable, row: Row, column: Column): string => String(cell(table, row, column)).trim();

/** Numbers as the file writes them; a blank is none. */
function numberReader(table: ValueTable): Reading['number'] {
  const columns = (['value', 'low', 'high', 'amount'] as const).map((column) => place(table, column));
  const written = table.rows.flatMap(({ cells }) =>
    columns.flatMap((at) => (typeof cells[at] === 'string' ? [cells[at] as string] : [])),
  );
  const format = recogniseNumbers(written).format ?? { decimal: '.' as const, thousands: '' as const };
  const parse = compileAmount(format, 6);
  return (given) => {
    if (typeof given === 'number') return Number.isFinite(given) ? given : null;
    const read = parse(given);
    return typeof read === 'number' ? read / 1e6 : null;
  };
}

function assumptionChange({ table, state, number, newId }: Reading, row: Row): ValueChange | null {
  const { assumptions } = state.basis;
  const [id, symbol, name] = [text(table, row, 'id'), text(table, row, 'symbol'), text(table, row, 'name')];
  const known =
    assumptions[id] ??
    Object.values(assumptions).find((one) => symbol !== '' && one.symbol === symbol) ??
    Object.values(assumptions).find((one) => one.name.toLowerCase() === name.toLowerCase());
  const shown = known?.name ?? name;
  const written = cell(table, row, 'value');
  const value = number(written);
  const [low, high] = (['low', 'high'] as const).map((end) => number(cell(table, row, end)));
  const unit = text(table, row, 'unit') || known?.unit;
  const refused = refusalOfRow({ name: shown, value, low: low ?? null, high: high ?? null, unit, written });
  const before = known === undefined ? null : wordsOf(known.value, known.unit, known.low, known.high);
  const after = value === null ? String(written) : wordsOf(value, unit, low, high);
  const result = {
    row: row.row,
    what: 'assumption' as const,
    id: known?.assumption_id ?? null,
    name: shown,
    before,
    after,
  };
  if (refused !== null) return { ...result, refused, command: null };
  if (before === after) return null;
  const source = text(table, row, 'source');
  const body = {
    assumption_id: known?.assumption_id ?? newId(),
    name: shown,
    value: value ?? 0,
    ...(unit !== undefined && { unit }),
    ...(place(table, 'low') >= 0 && { low: low ?? null }),
    ...(place(table, 'high') >= 0 && { high: high ?? null }),
    ...(source !== '' && { source }),
  };
  return { ...result, refused: null, command: { kind: 'assumption.changed', body } };
}

interface Given {
  name: string;
  value: number | null;
  low: number | null;
  high: number | null;
  unit: string | undefined;
  written: string | number;
}

function refusalOfRow({ name, value, low, high, unit, written }: Given): string | null {
  if (name === '') return sheetRefusals.no_name;
  if (name.length > 200) return sheetRefusals.long_name;
  if (value === null) return written === '' ? sheetRefusals.no_value : sheetRefusals.no_number(String(written));
  const read = readUnit(unit);
  if (isFault(read)) return read.message;
  if ((unit ?? '').length > 40) return sheetRefusals.long_unit;
  if ((low === null) !== (high === null)) return sheetRefusals.half_range;
  if (low !== null && high !== null && (low > value || high < value)) return sheetRefusals.outside;
  return null;
}

function wordsOf(value: number, unit?: string | null, low?: number | null, high?: number | null): string {
  const range = typeof low === 'number' && typeof high === 'number' ? ` (${sheetRefusals.range(low, high)})` : '';
  return `${value}${unit ? ` ${unit}` : ''}${range}`;
}

function realisedChange({ table, state, number, currency }: Reading, row: Row): ValueChange | null {
  const { drivers, realised } = state.basis;
  const [id, name] = [text(table, row, 'id'), text(table, row, 'name')];
  const driver = drivers[id] ?? Object.values(drivers).find((one) => one.name.toLowerCase() === name.toLowerCase());
  const month = text(table, row, 'month').slice(0, 7);
  const written = cell(table, row, 'amount');
  const amount = number(written);
  const before = realised[`${driver?.driver_id} ${month}`];
  const digits = minorDigits(currency);
  const result = {
    row: row.row,
    what: 'realised' as const,
    id: driver?.driver_id ?? null,
    name: `${driver?.name ?? name}, ${month}`,
    before: before === undefined ? null : `${(before.amount_minor ?? 0) / 10 ** digits} ${before.currency}`,
    after: amount === null ? String(written) : `${amount} ${currency}`,
  };
  const refused =
    driver === undefined
      ? sheetRefusals.no_driver
      : !/^\d{4}-(0[1-9]|1[0-2])$/.test(month)
        ? sheetRefusals.no_month(month)
        : amount === null
          ? sheetRefusals.no_amount(String(written))
          : null;
  if (refused !== null || driver === undefined) return { ...result, refused, command: null };
  const cause = text(table, row, 'cause');
  if (result.before === result.after && (before?.cause ?? '') === cause) return null;
  const amount_minor = Math.round((amount ?? 0) * 10 ** digits);
  const body = { driver_id: driver.driver_id, month, amount_minor, currency, ...(cause !== '' && { cause }) };
  return { ...result, refused: null, command: { kind: 'realised.recorded', body } };
}
