import { unzipSync, zipSync } from 'fflate';
import { rfpSheetTexts } from '../../catalogue/server-texts.ts';
import { rfpTexts } from '../../catalogue/tradeoff-words.ts';
import type { Rfp } from '../../core/tradeoff/rfp.ts';
import { rfpIntroduction } from '../../core/tradeoff/rfp.ts';

const WIDTHS = [6, 60, 10, 36, 36, 18, 50, 36];
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
  const sheet = workbook.addWorksheet(rfpSheetTexts.sheet, { views: [{ state: 'frozen', ySplit: 4 }] });
  sheet.addRow([rfpTexts.title(name)]).font = { bold: true, size: 14 };
  sheet.addRow([problem ?? '']);
  sheet.addRow([rfpIntroduction()]);
  sheet.addRow([...rfpSheetTexts.columns]).font = { bold: true };
  WIDTHS.forEach((width, at) => {
    sheet.getColumn(at + 1).width = width;
  });
  for (const { number, text, priority, why, check } of requirements) {
    const row = sheet.addRow([number, text, rfpTexts.priority(priority), why, check, '', '', '']);
    row.alignment = { vertical: 'top', wrapText: true };
    row.getCell(ANSWER).dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: [`"${rfpSheetTexts.answers.join(',')}"`],
    };
  }
  const parts = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()));
  return zipSync(parts, { mtime: FIRST_DAY });
}
