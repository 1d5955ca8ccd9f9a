import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codes, readAll, sharedFile, textPieces } from '../../../test/fixtures/read/pieces.ts';
import { readCsv } from './csv.ts';
import { openRows } from './open.ts';
import { recogniseTimes } from './time.ts';

const read = (text: string, length?: number) => readAll(readCsv(textPieces(text, length), () => 0));
const cellsOf = async (text: string) => (await read(text)).rows.map((row) => row.cells);

describe('readCsv', () => {
  it('reads quotes, doubled quotes, delimiters and line ends inside quotes', async () => {
    const text = 'id,note\r\n1,"a, ""b"""\r\n2,"two\r\nlines"\r\n3,plain\r\n';
    expect(await read(text)).toEqual({
      columns: ['id', 'note'],
      rows: [
        { line: 2, cells: ['1', 'a, "b"'] },
        { line: 3, cells: ['2', 'two\r\nlines'] },
        { line: 5, cells: ['3', 'plain'] },
      ],
      refused: [],
    });
  });

  it('gives the same rows as csv-parse, wherever the pieces are cut', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', '\n', '\r\n', ' ', '€'), maxLength: 6 });
    const quoted = (value: string) => (/[",;\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
    const table = fc.array(fc.tuple(fc.constantFrom('k', 'l'), cell, cell), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom('\n', '\r\n'),
        async (rows, length, end) => {
          const text = [['one', 'two', 'three'], ...rows].map((row) => row.map(quoted).join(',') + end).join('');
          const sep = `sep=,${end}`;
          const expected = parse(text, { record_delimiter: end }).slice(1);
          const { rows: found, refused } = await read(sep + text, Math.max(length, sep.length + 1));
          expect(refused).toEqual([]);
          expect(found.map((row) => row.cells)).toEqual(expected);
        },
      ),
    );
  });

  it.each([
    [';', 'a;b\n1,5;2\n'],
    ['\t', 'a\tb\n1,5\t2\n'],
    ['|', 'a|b\n1,5|2\n'],
  ])('finds the delimiter %j', async (_, text) => {
    expect(await cellsOf(text)).toEqual([['1,5', '2']]);
  });

  it('is told the delimiter by a first line as Excel writes it', async () => {
    expect(await read('sep=;\r\na,b;c\r\n1,2;3\r\n')).toMatchObject({
      columns: ['a,b', 'c'],
      rows: [{ line: 3, cells: ['1,2', '3'] }],
    });
  });

  it('skips blank rows, and blank cells beyond the header', async () => {
    expect(await read('a,b\n\n1,2,,\n , \n"",""\n3,4')).toMatchObject({
      rows: [
        { line: 3, cells: ['1', '2'] },
        { line: 6, cells: ['3', '4'] },
      ],
      refused: [],
    });
  });

  it('refuses rows that do not fit and reads on', async () => {
    const { rows, refused } = await read('a,b,c\n1,2\n1,2,3,4\n"1,2,3"\n1,2,3\n1,2');
    expect(codes(refused)).toEqual([
      [2, 'csv.too_few_columns'],
      [3, 'csv.too_many_columns'],
      [4, 'csv.row_in_quotes'],
      [6, 'csv.cut_off'],
    ]);
    expect(refused[1]).toMatchObject({ value: '4' });
    expect(rows).toEqual([{ line: 5, cells: ['1', '2', '3'] }]);
  });

  it('loses one line to a quote that is never closed, not the rest of the file', async () => {
    const rest = Array.from({ length: 3000 }, (_, i) => `${i},x`).join('\n');
    const { rows, refused } = await read(`a,b\n1,"open\n2,5" pipe\n3,"ok"\n${rest}\n`, 500);
    expect(codes(refused)).toEqual([
      [2, 'csv.bad_quotes'],
      [3, 'csv.unclosed_quote'],
    ]);
    expect(rows).toHaveLength(3001);
    expect(rows[0]).toEqual({ line: 4, cells: ['3', 'ok'] });
    expect(rows.at(-1)).toEqual({ line: 3004, cells: ['2999', 'x'] });
  });

  it('says that a last row was cut off inside quotes', async () => {
    expect(codes((await read('a,b\n1,2\n3,"fou')).refused)).toEqual([[3, 'csv.cut_off']]);
  });

  it('names columns that have no name or the name of another', async () => {
    expect((await read('id, id ,,id\n1,2,3,4\n')).columns).toEqual(['id', 'id (2)', 'column 3', 'id (3)']);
  });

  it('reads line ends of old Macs', async () => {
    expect(await cellsOf('a,b\r1,2\r3,4\r')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it('refuses a row with bytes that are no text, where the piece says so', async () => {
    async function* damaged() {
      yield { text: 'a,b\n1,\ufffd\n2,', damaged: true };
      yield { text: 'x\n3,y\n', damaged: false };
    }
    const { rows, refused } = await readAll(readCsv(damaged(), () => 0));
    expect(refused).toMatchObject([{ line: 2, column: 'b', value: '\ufffd', code: 'csv.bad_encoding' }]);
    expect(rows.map((row) => row.line)).toEqual([3, 4]);
  });

  it('refuses a file whose column names cannot be read', async () => {
    await expect(read('a,"b"c\n1,2\n')).rejects.toMatchObject({ code: 'csv.bad_header' });
    await expect(read(',,\n\n')).rejects.toMatchObject({ code: 'csv.no_header' });
  });
});

describe('damaged files that people uploaded', () => {
  const table = async (name: string) => readAll(await openRows(sharedFile(`data/damaged/${name}`) as string));
  const missing = sharedFile('data/damaged') === null;

  it.skipIf(missing)('a file with rows wrapped in quotes loses only those', async () => {
    const { rows, refused } = await table('leads-blank-rows.csv');
    expect(rows).toHaveLength(1160);
    expect(refused).toHaveLength(39);
    expect(new Set(refused.map((refusal) => refusal.code))).toEqual(new Set(['csv.row_in_quotes']));
    expect(refused[0]).toMatchObject({ line: 24 });
  });

  it.skipIf(missing).each([
    ['olist-closed-deals-truncated.csv', 380],
    ['olist-closed-deals-us-dates.csv', 842],
  ])('%s is read whole and its American dates are told apart', async (name, count) => {
    const { rows, refused, columns } = await table(name);
    expect(rows).toHaveLength(count);
    expect(refused).toEqual([]);
    const at = columns.indexOf('won_date');
    expect(recogniseTimes(rows.map((row) => row.cells[at] ?? ''))).toMatchObject({
      format: 'month_first',
      ambiguous: false,
      zone_needed: true,
      fitting: count,
      of: count,
    });
  });
});
