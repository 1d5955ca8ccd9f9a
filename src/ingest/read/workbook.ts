import type { CellValue, Workbook } from 'exceljs';
import { unzipSync, zipSync } from 'fflate';
import { importRefusals } from '../../catalogue/import-refusals.ts';
import { UnreadableFile } from './broken.ts';

const MOST_ROWS = 2_000;
const MOST_COLUMNS = 40;
/** What a small compressed file may come to: a sheet that people fill is far below it. */
const LARGEST_BYTES = 20 * 1024 * 1024;

/**
 * Opens an XLSX workbook.
 * @throws UnreadableFile `workbook.too_large` for what unpacks to more than 20 MiB, `list.bad_workbook` for what is none
 */
export async function openWorkbook(bytes: Uint8Array): Promise<Workbook> {
  // Loaded when a workbook is read: it is large, and most servers never read one.
  const { default: ExcelJs } = await import('exceljs');
  const workbook = new ExcelJs.Workbook();
  try {
    let size = 0;
    // What is declared is what is unpacked at most: a file that lies about its size breaks here and not in the memory.
    const parts = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        size += originalSize;
        return size <= LARGEST_BYTES;
      },
    });
    if (size > LARGEST_BYTES) throw new UnreadableFile('workbook.too_large', importRefusals.workbook_too_large_keep);
    await workbook.xlsx.load(zipSync(parts, { level: 0 }).buffer as ArrayBuffer);
    return workbook;
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile(
      'list.bad_workbook',
      importRefusals.spreadsheet_cannot_read_save((error as Error).message),
    );
  }
}

/**
 * The cells of the first sheet of an XLSX workbook that has any, as text; a formula's cell as its result.
 * @throws UnreadableFile for what is no workbook, or one without cells
 */
export async function readWorkbook(bytes: Uint8Array): Promise<string[][]> {
  const workbook = await openWorkbook(bytes);
  const sheet = workbook.worksheets.find(({ actualRowCount }) => actualRowCount > 0);
  if (sheet === undefined) throw new UnreadableFile('list.empty', importRefusals.spreadsheet_no_cells_choose);
  const rows: string[][] = [];
  sheet.eachRow((row) => {
    if (rows.length >= MOST_ROWS) return;
    const cells: string[] = [];
    for (let column = 1; column <= Math.min(sheet.columnCount, MOST_COLUMNS); column++) {
      cells.push(textOf(row.getCell(column).value).slice(0, 4_000));
    }
    rows.push(cells);
  });
  return rows;
}

function textOf(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('text' in value) return textOf(value.text as CellValue);
  if ('result' in value) return textOf(value.result as CellValue);
  return 'error' in value ? String(value.error) : '';
}
