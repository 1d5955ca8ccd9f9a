import { parse } from 'csv-parse/sync';
import { importRefusals } from '../catalogue/import-refusals.ts';
import { UnreadableFile } from './read/broken.ts';
import { sniffDelimiter } from './read/delimiter.ts';
import { detectEncoding } from './read/text.ts';
import { readWorkbook } from './read/workbook.ts';

/** Rows of cells out of pasted text: a table where its lines have cells, else a line each. */
export function rowsOfText(text: string): string[][] {
  const plain = text.replace(/^\uFEFF/, '');
  const { delimiter, skip } = sniffDelimiter(plain);
  // A sentence may have a comma: only what was copied from cells, or quotes its cells, is a table of commas.
  if (delimiter === ',' && !isTable(plain)) return linesOf(plain);
  if (!plain.includes(delimiter)) return linesOf(plain);
  return parse(plain.slice(skip), { delimiter, relax_quotes: true, relax_column_count: true, skip_empty_lines: true });
}

/** Rows of cells out of a file: the first sheet of a workbook that has any, or a CSV in whatever encoding. */
export async function rowsOfFile(bytes: Uint8Array): Promise<string[][]> {
  if (bytes.length === 0) throw new UnreadableFile('list.empty', importRefusals.file_empty_choose_one);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readWorkbook(bytes);
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    throw new UnreadableFile('list.old_workbook', importRefusals.old_xls_file_save);
  }
  const text = new TextDecoder(detectEncoding(bytes)).decode(bytes);
  if (text.includes('\0')) throw new UnreadableFile('list.not_text', importRefusals.neither_spreadsheet_nor_text);
  const { delimiter, skip } = sniffDelimiter(text);
  return parse(text.replace(/^\uFEFF/, '').slice(skip), {
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
  });
}

const linesOf = (text: string): string[][] =>
  text
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .map((line) => [line]);

/** Every line has as many commas as the first, quoted ones left aside. */
function isTable(text: string): boolean {
  const counts = linesOf(text.replaceAll(/"(?:[^"]|"")*"/g, '""')).map(([line = '']) => line.split(',').length);
  return counts.length > 1 && (counts[0] ?? 1) > 1 && counts.every((count) => count === counts[0]);
}
