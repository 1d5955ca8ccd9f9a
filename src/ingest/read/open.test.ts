import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bytePieces, codes, readAll } from '../../../test/fixtures/read/pieces.ts';
import { gunzipped } from './gunzip.ts';
import { openRows } from './open.ts';
import { decoded, detectEncoding } from './text.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let files = 0;
async function open(bytes: Buffer | string) {
  const path = join(folder, `file-${files++}`);
  await writeFile(path, bytes);
  return openRows(path);
}
const cells = async (bytes: Buffer | string) => (await readAll(await open(bytes))).rows.map((row) => row.cells);

describe('openRows', () => {
  it.each([
    ['csv', 'a,b\n1,2\n'],
    ['jsonl', '\n {"a":1}\n'],
    ['xes', '<?xml version="1.0"?><!-- <x> --><log><trace><event/></trace></log>'],
  ])('tells %s from the content, packed or not', async (format, text) => {
    expect((await open(text)).format).toBe(format);
    expect((await open(gzipSync(text))).format).toBe(format);
  });

  it.each([
    ['read.empty', Buffer.alloc(0)],
    ['read.empty', Buffer.from(' \n\n')],
    ['read.empty', gzipSync('')],
    ['read.spreadsheet', Buffer.from('PK\u0003\u0004....[Content_Types].xml', 'latin1')],
    ['read.spreadsheet', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1])],
    ['read.zip', Buffer.from('PK\u0003\u0004....notes.txt', 'latin1')],
    ['read.binary', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3])],
    ['read.web_page', Buffer.from('<!DOCTYPE html><html></html>')],
    ['read.unknown_xml', Buffer.from('<?xml version="1.0"?><feed/>')],
    ['read.json_document', Buffer.from('{\n  "events": []\n}')],
    ['read.json_document', Buffer.from('[{"a":1}]')],
  ])('refuses with %s', async (code, bytes) => {
    await expect(open(bytes)).rejects.toMatchObject({ code });
  });

  it('refuses what is not there or is a folder', async () => {
    await expect(openRows(join(folder, 'nothing'))).rejects.toMatchObject({ code: 'read.not_found' });
    await expect(openRows(folder)).rejects.toMatchObject({ code: 'read.folder' });
  });

  it('counts the bytes it has read', async () => {
    const bytes = gzipSync('a,b\n1,2\n');
    const source = await open(bytes);
    await readAll(source);
    expect(source.bytes_read).toBe(bytes.length);
  });

  it('lets go of the file when reading stops early', async () => {
    const source = await open(`a,b\n${'1,2\n'.repeat(200_000)}`);
    for await (const { rows } of source.batches()) if (rows.length > 0) break;
    expect(source.bytes_read).toBeLessThan(400_000);
  });

  it.each([
    ['UTF-8 with a byte order mark', Buffer.from('\ufeffname,b\nZoë,2\n')],
    ['UTF-16 of little end with a mark', Buffer.from('\ufeffname,b\nZoë,2\n', 'utf16le')],
    ['UTF-16 of big end with a mark', Buffer.from('\ufeffname,b\nZoë,2\n', 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from('name,b\nZoë,2\n', 'utf16le')],
    ['Latin-1', Buffer.from('name,b\nZoë,2\n', 'latin1')],
  ])('reads %s', async (_, bytes) => {
    const { rows, columns } = await readAll(await open(bytes));
    expect(columns).toEqual(['name', 'b']);
    expect(rows.map((row) => row.cells)).toEqual([['Zoë', '2']]);
  });

  it('reads Latin-1 whose first letter beyond ASCII comes late', async () => {
    const text = `name,b\n${'plain,1\n'.repeat(30_000)}Zoë,2\nJosé,3\n`;
    const read = await cells(Buffer.from(text, 'latin1'));
    expect(read.slice(-2)).toEqual([
      ['Zoë', '2'],
      ['José', '3'],
    ]);
  });

  it('refuses rows with broken UTF-8 in a file that was right before', async () => {
    const good = `name,b\nZoë,1\n${'plain,1\n'.repeat(30_000)}`;
    const source = await open(Buffer.concat([Buffer.from(good), Buffer.from('Jos\xe9,2\nlast,3\n', 'latin1')]));
    const { rows, refused } = await readAll(source);
    expect(codes(refused)).toEqual([[30_003, 'csv.bad_encoding']]);
    expect(rows.at(-1)?.cells).toEqual(['last', '3']);
  });

  it('gives all rows before the cut of a packed file', async () => {
    const text = `a,b\n${Array.from({ length: 50_000 }, (_, i) => `${i},${(i * 7919) % 1009}\n`).join('')}`;
    const packed = gzipSync(text);
    const { rows, refused } = await readAll(await open(packed.subarray(0, packed.length - 20_000)));
    expect(rows.length).toBeGreaterThan(30_000);
    expect(rows.every((row, i) => row.cells[0] === `${i}`)).toBe(true);
    expect(refused.at(-1)?.code).toBe('gzip.cut_off');
    const small = gzipSync('a,b\n1,2\n3,4\n');
    const cut = await readAll(await open(small.subarray(0, small.length - 6)));
    expect(cut.rows).toHaveLength(2);
    expect(codes(cut.refused)).toEqual([[4, 'gzip.cut_off']]);
  });
});

describe('gunzipped', () => {
  it('gives what was packed, in one part or several', async () => {
    const bytes = Buffer.concat([gzipSync('first '), gzipSync('second')]);
    const parts = [];
    for await (const part of gunzipped(bytePieces(bytes, 5))) parts.push(part);
    expect(Buffer.concat(parts).toString()).toBe('first second');
  });

  it('says that a file is damaged', async () => {
    const packed = gzipSync(Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251)));
    packed.fill(0xff, 60, 90);
    const read = async () => {
      for await (const _ of gunzipped(bytePieces(packed, 16)));
    };
    await expect(read()).rejects.toMatchObject({ code: 'gzip.damaged' });
  });
});

describe('decoded', () => {
  it('gives the text back wherever the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 5 }), async (text, length) => {
        let back = '';
        for await (const chunk of decoded(bytePieces(Buffer.from(text), length), 'utf-8')) {
          expect(chunk.damaged).toBe(false);
          back += chunk.text;
        }
        expect(back).toBe(text.replace(/^\ufeff/, ''));
      }),
    );
  });

  it('takes a head that cuts through a character for UTF-8', () => {
    expect(detectEncoding(Buffer.from('price €').subarray(0, -1))).toBe('utf-8');
  });
});
