import ExcelJS from 'exceljs';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { named, opened, stateAfter, told } from '../../test/core/story.ts';
import { isFault } from '../core/value/fault.ts';
import { valueChanges } from './value-changes.ts';
import { readValueTable } from './value-table.ts';

const state = stateAfter(
  opened(),
  named('ann'),
  told('assumption.changed', { assumption_id: 'a1', name: 'Hours saved', symbol: 'hours', value: 3, unit: 'h/week' }),
  told('driver.changed', { driver_id: 'd1', name: 'Less work', formula: 'hours' }),
  told('realised.recorded', { driver_id: 'd1', month: '2026-01', amount_minor: 5_000, currency: 'EUR' }),
);

async function changes(file: string | Uint8Array) {
  const table = await readValueTable(typeof file === 'string' ? new TextEncoder().encode(file) : file);
  if (isFault(table)) return table.fault;
  let next = 0;
  const found = valueChanges(table, state, 'EUR', () => `new-${++next}`);
  if (isFault(found)) return found.fault;
  return { unchanged: found.unchanged, rows: found.changes.map((one) => [one.id, one.before, one.after, one.refused]) };
}

describe('a sheet of assumptions', () => {
  it('is matched by id, symbol or name; what says the same changes nothing; a new name is new', async () => {
    const csv =
      'id;name;symbol;value;unit;low;high\na1;x;;4;h/week;;\n;;hours;3;;2;5\n;hours saved;;3;h/week;;\n;Price;;1.234,50;EUR;;\n';
    expect(await changes(csv)).toEqual({
      unchanged: 1,
      rows: [
        ['a1', '3 h/week', '4 h/week', null],
        ['a1', '3 h/week', '3 h/week (2 to 5)', null],
        [null, null, '1234.5 EUR', null],
      ],
    });
  });

  it('says of each row that is refused why', async () => {
    const csv =
      'name,value,unit,low,high\nHours saved,many,,,\n,3,,,\nHours saved,5,EURR,,\nHours saved,5,h/week,6,9\nHours saved,5,h/week,1,\n';
    const found = await changes(csv);
    const reasons = typeof found === 'string' ? [] : found.rows.map(([, , , refused]) => refused);
    expect(reasons).toEqual([
      '“many” is no number.',
      'There is no name.',
      'The unit “EURR” is not known. Did you mean EUR?',
      'The value is outside its range.',
      'A range has a low and a high end, or neither.',
    ]);
  });

  it('is read from a workbook too, formulas by their results', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('Notes').addRow(['nothing']);
    const sheet = book.addWorksheet('Assumptions');
    sheet.addRow(['name', 'value', 'unit']);
    sheet.addRow(['Hours saved', { formula: '2*4', result: 8 }, 'h/week']);
    const bytes = new Uint8Array(await book.xlsx.writeBuffer());
    expect(await changes(bytes)).toEqual({ unchanged: 0, rows: [['a1', '3 h/week', '8 h/week', null]] });
  });

  it('is refused as a whole where it cannot be read', async () => {
    expect(await changes('')).toBe('sheet.empty');
    expect(await changes('a,b\n1,2\n')).toBe('sheet.columns');
    expect(await changes(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toBe('sheet.unreadable');
    expect(await changes(new Uint8Array([0xff, 0xfe, 0x41]))).toBe('sheet.unreadable');
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(21 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await changes(bomb)).toBe('sheet.too_large');
    expect(await changes(`name,value\n${'x,1\n'.repeat(5_001)}`)).toBe('sheet.too_large');
  });
});

describe('a sheet of realised values', () => {
  it('is matched by driver and month', async () => {
    const csv =
      'driver,month,amount,cause\nLess work,2026-01,50,\nless work,2026-02,40.5,late start\nGone,2026-02,1,\nLess work,Feb,1,\nLess work,2026-03,x,\n';
    expect(await changes(csv)).toEqual({
      unchanged: 1,
      rows: [
        ['d1', null, '40.5 EUR', null],
        [null, null, '1 EUR', 'There is no driver of that name.'],
        ['d1', null, '1 EUR', '“Feb” is no month. Write it like 2026-09.'],
        ['d1', null, 'x', '“x” is no amount.'],
      ],
    });
  });
});
