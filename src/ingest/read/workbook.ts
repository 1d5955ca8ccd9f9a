import type { CellValue } from 'exceljs';
import { UnreadableFile } from './broken.ts';

const MOST_ROWS = 2_000;
const MOST_COLUMNS = 40;

/**
 * The cells of the first sheet of an XLSX workbook that has any, as text; a formula's cell as its result.
 * @throws UnreadableFile for what is no workbook, or one without cells
 */
export async function readWorkbook(bytes: Uint8Array): Promise<string[][]> {
  // Loaded when a workbook is read: it is large, and most servers never read one.
  const { default: ExcelJs } = await import('exceljs');
  const workbook = new ExcelJs.Workbook();
  try {
    await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
  } catch (error) {
    throw new UnreadableFile(
      'list.bad_workbook',
      `The spreadsheet cannot be read (${(error as Error).message}). Save it again as XLSX or CSV.`,
    );
  }
  const sheet = workbook.worksheets.find(({ actualRowCount }) => actualRowCount > 0);
  if (sheet === undefined)
    throw new UnreadableFile('list.empty', 'The spreadsheet has no cells. Choose the one with the list in it.');
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
