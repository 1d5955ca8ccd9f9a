import { unzipSync, zipSync } from 'fflate';
import type { Rfp } from '../../core/tradeoff/rfp.ts';
import { rfpIntroduction } from '../../core/tradeoff/rfp.ts';

const COLUMNS = [
  ['No.', 6],
  ['Requirement', 60],
  ['Priority', 10],
  ['Why it matters', 36],
  ['How it will be checked', 36],
  ['Do you meet it? (yes / partly / no)', 18],
  ['Your answer', 50],
  ['Where we can check it', 36],
] as const;
const ANSWER = 6;
/** The earliest that a zip file can say. */
const FIRST_DAY = '1980-01-01T12:00:00.000Z';

/**
 * The request for proposals as an XLSX workbook: one row for each requirement, with cells to answer in. The same request is
 * the same file, byte for byte: no clock is in it.
 */
export async function rfpWorkbook({ name, problem, requirements }: Rfp): Promise<Uint8Array> {
  const { default: ExcelJs } = await import('exceljs');
  const workbook = new ExcelJs.Workbook();
  workbook.created = new Date(FIRST_DAY);
  workbook.modified = new Date(FIRST_DAY);
  const sheet = workbook.addWorksheet('Requirements', { views: [{ state: 'frozen', ySplit: 4 }] });
  sheet.addRow([`${name}: request for proposals`]).font = { bold: true, size: 14 };
  sheet.addRow([problem ?? '']);
  sheet.addRow([rfpIntroduction()]);
  sheet.addRow(COLUMNS.map(([title]) => title)).font = { bold: true };
  COLUMNS.forEach(([, width], at) => {
    sheet.getColumn(at + 1).width = width;
  });
  for (const { number, text, priority, why, check } of requirements) {
    const row = sheet.addRow([number, text, priority, why, check, '', '', '']);
    row.alignment = { vertical: 'top', wrapText: true };
    row.getCell(ANSWER).dataValidation = { type: 'list', allowBlank: true, formulae: ['"yes,partly,no"'] };
  }
  const parts = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()));
  return zipSync(parts, { mtime: FIRST_DAY });
}
