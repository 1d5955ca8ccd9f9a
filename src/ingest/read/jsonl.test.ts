import { describe, expect, it } from 'vitest';
import { codes, readAll, textPieces } from '../../../test/fixtures/read/pieces.ts';
import { BrokenOff } from './broken.ts';
import { jsonRecords, readJsonl } from './jsonl.ts';

const read = (text: string, length?: number) => readAll(readJsonl(textPieces(text, length), () => 0));

describe('readJsonl', () => {
  const text = '{"id":"A","at":{"time":5,"zone":null},"ok":true}\r\n\n{"new":"x","id":"B","list":[1,"two"]}\n';

  it('gives values as text, inner keys by path, wherever the pieces are cut', async () => {
    for (const length of [1, 7, 1000]) {
      expect(await read(text, length)).toEqual({
        columns: ['id', 'at/time', 'at/zone', 'ok', 'new', 'list'],
        rows: [
          { line: 1, cells: ['A', '5', '', 'true'] },
          { line: 3, cells: ['B', '', '', '', 'x', '[1,"two"]'] },
        ],
        refused: [],
      });
    }
  });

  it('refuses lines that are no objects and reads on', async () => {
    const { rows, refused } = await read('{"a":1}\n{"a":\n[1]\n{"a":2}\n{"a":3');
    expect(rows.map((row) => row.cells[0])).toEqual(['1', '2']);
    expect(codes(refused)).toEqual([
      [2, 'jsonl.bad_line'],
      [3, 'jsonl.bad_line'],
      [5, 'jsonl.cut_off'],
    ]);
    expect(refused[0]?.value).toBe('{"a":');
  });

  it('refuses a record that brings more keys than a table can have', async () => {
    const many = JSON.stringify(Object.fromEntries(Array.from({ length: 1200 }, (_, i) => [`k${i}`, i])));
    const { rows, refused } = await read(`{"a":1}\n${many}\n{"a":2}\n`);
    expect(codes(refused)).toEqual([[2, 'jsonl.too_many_keys']]);
    expect(rows).toHaveLength(2);
  });
});

describe('jsonRecords', () => {
  it('gives the parsed objects, and what came before a break', async () => {
    async function* broken() {
      yield { text: '{"a":{"b":[1]}}\n{"a":', damaged: false };
      throw new BrokenOff('gzip.cut_off', 'The compressed file ends too early.');
    }
    const records = [];
    const refused = [];
    for await (const batch of jsonRecords(broken())) {
      records.push(...batch.records);
      refused.push(...batch.refused);
    }
    expect(records).toEqual([{ line: 1, value: { a: { b: [1] } } }]);
    expect(codes(refused)).toEqual([
      [2, 'jsonl.cut_off'],
      [2, 'gzip.cut_off'],
    ]);
  });
});
