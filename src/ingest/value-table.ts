import { parse } from 'csv-parse/sync';
import { sheetRefusals } from '../catalogue/import-refusals.ts';
import { type Fault, fault } from '../core/value/fault.ts';
import { UnreadableFile } from './read/broken.ts';
import { openWorkbook } from './read/workbook.ts';

/** A table as a sheet has it: cells as text or numbers; the first row is the head. */
export interface ValueTable {
  head: readonly string[];
  rows: readonly { row: number; cells: readonly (string | number)[] }[];
}

const MOST_ROWS = 5_000;

/** Reads an XLSX or CSV file; of a workbook, the sheet called Assumptions or Realised, else its first. */
export async function readValueTable(bytes: Uint8Array): Promise<ValueTable | Fault> {
  try {
    const is_zip = bytes[0] === 0x50 && bytes[1] === 0x4b;
    const lines = is_zip ? await sheetLines(bytes) : csvLines(bytes);
    if (!Array.isArray(lines)) return lines;
    if (lines.length > MOST_ROWS) return fault('sheet.too_large', sheetRefusals.too_many_rows(MOST_ROWS));
    const filled = lines.filter(({ cells }) => cells.some((cell) => String(cell).trim() !== ''));
    const [head, ...rows] = filled;
    if (head === undefined) return fault('sheet.empty', sheetRefusals.empty);
    return { head: head.cells.map((cell) => String(cell).trim().toLowerCase()), rows };
  } catch (error) {
    const too_large = error instanceof UnreadableFile && error.code === 'workbook.too_large';
    return too_large ? fault('sheet.too_large', error.message) : fault('sheet.unreadable', sheetRefusals.unreadable);
  }
}

type Line = { row: number; cells: (string | number)[] };

function csvLines(bytes: Uint8Array): Line[] | Fault {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  if (text.includes('\0')) return fault('sheet.unreadable', sheetRefusals.unreadable);
  const [first = ''] = text.split(/\r?\n/, 1);
  const delimiter = [';', '\t', ','].find((mark) => first.includes(mark)) ?? ',';
  const options = { delimiter, bom: true, relax_column_count: true, skip_empty_lines: false };
  const rows = parse(text, options) as string[][];
  return rows.map((cells, at) => ({ row: at + 1, cells }));
}

async function sheetLines(bytes: Uint8Array): Promise<Line[]> {
  const book = await openWorkbook(bytes);
  const named = ['assumptions', 'realised'].flatMap((name) =>
    book.worksheets.filter((sheet) => sheet.name.toLowerCase() === name),
  );
  const sheet = named[0] ?? book.worksheets[0];
  const lines: Line[] = [];
  sheet?.eachRow((row, number) => {
    const cells = Array.isArray(row.values) ? row.values.slice(1) : [];
    lines.push({ row: number, cells: Array.from(cells, cellOf) });
  });
  return lines;
}

/** What a cell shows: of a formula its result, of a date its month. */
function cellOf(value: unknown): string | number {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return value;
  if (value instanceof Date) return value.toISOString().slice(0, 7);
  if (typeof value !== 'object') return String(value);
  if ('result' in value) return cellOf(value.result);
  if ('text' in value) return cellOf(value.text);
  if ('richText' in value) return (value.richText as { text: string }[]).map(({ text }) => text).join('');
  return '';
}
