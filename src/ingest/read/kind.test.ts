import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codes, readAll } from '../../../test/fixtures/read/pieces.ts';
import { gunzipped } from './gunzip.ts';
import { kindOf } from './kind.ts';
import { inLines } from './open.ts';
import { readXes } from './xes.ts';

const XES = '<?xml version="1.0"?><log><trace><event/></trace></log>';
const pdf = Buffer.from('%PDF-1.4\n%âãÏÓ\n1 0 obj << /Type /Catalog >> endobj', 'latin1');

describe('an upload', () => {
  it.each([
    ['deals.csv', 'a,b\n1,2\n', 'csv'],
    ['BMW.csv', 'BMW,MZ\n1,2\n', 'csv'],
    ['deals.TSV', 'a\tb\n1\t2\n', 'csv'],
    ['log.xes', XES, 'xes'],
    ['events.ndjson', '{"a":1}\n', 'jsonl'],
    ['export of 12.03', 'a,b\n1,2\n', 'csv'],
  ])('%s is what it is', async (name, text, format) => {
    expect(await kindOf(Buffer.from(text), name)).toBe(format);
    expect(await kindOf(gzipSync(text), `${name}.gz`)).toBe(format);
  });

  it.each([
    ['read.binary', 'deals.csv', pdf],
    ['read.binary', 'deals.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ['read.binary', 'deals.csv.gz', gzipSync(pdf)],
    ['read.binary', 'deals.csv', Buffer.from('\u007fELF\u0002\u0001\u0001\0\0\0\0\0', 'latin1')],
    ['read.zip', 'deals.csv', Buffer.from('PK\u0003\u0004....notes.txt', 'latin1')],
    ['read.web_page', 'deals.csv', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['read.unknown_xml', 'deals.xml', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['read.unexpected_name', 'deals.html', Buffer.from('a,b\n1,2\n')],
    ['read.unexpected_name', 'deals.csv.exe', Buffer.from('a,b\n1,2\n')],
    ['read.not_as_named', 'log.xes', Buffer.from('a,b\n1,2\n')],
    ['read.not_as_named', 'deals.csv', Buffer.from(XES)],
    ['read.not_as_named', 'deals.csv.gz', Buffer.from('a,b\n1,2\n')],
    ['read.not_as_named', 'deals.csv', gzipSync('a,b\n1,2\n')],
    ['read.empty', 'deals.csv', Buffer.alloc(0)],
  ])('is refused with %s: %s', (code, name, bytes) => expect(kindOf(bytes, name)).rejects.toMatchObject({ code }));
});

async function* oneBy(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe('a packed file', () => {
  const limits = { bytes: 1_000_000, watched_bytes: 50_000, ratio: 100 };
  const unpack = async (bytes: Buffer) => {
    let size = 0;
    for await (const piece of gunzipped(oneBy(bytes, 1000), limits)) size += piece.length;
    return size;
  };

  it('that unpacks to far more than data does is refused before it fills anything', async () => {
    await expect(unpack(gzipSync(Buffer.alloc(900_000)))).rejects.toMatchObject({ code: 'read.unpacks_too_large' });
    const random = Buffer.from(Array.from({ length: 1_100_000 }, (_, at) => (at * 7919 + (at >> 5)) % 251));
    await expect(unpack(gzipSync(random))).rejects.toMatchObject({ code: 'read.unpacks_too_large' });
    expect(await unpack(gzipSync(Buffer.alloc(49_000)))).toBe(49_000);
  });
});

it('a table whose line never ends is refused', async () => {
  const text = async function* (pieces: string[]) {
    for (const piece of pieces) yield { text: piece, damaged: false };
  };
  const read = async (pieces: string[]) => {
    for await (const _ of inLines(text(pieces), 10));
  };
  await expect(read(['12345', '67890', '1'])).rejects.toMatchObject({ code: 'read.line_too_long' });
  await read(['12345', '6789\n', '12345', '\n']);
});

describe('XML in an event log', () => {
  const read = (text: string) =>
    readAll(
      readXes(
        (async function* () {
          yield { text, damaged: false };
        })(),
        () => 0,
      ),
    );

  it('expands no entity, neither of its own nor of a file or another machine', async () => {
    const levels = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');
    const dtd = `<!DOCTYPE log [<!ENTITY l0 "ha">${levels}<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY u SYSTEM "http://127.0.0.1:9/x">]>`;
    for (const name of ['l9', 'f', 'u']) {
      const { rows, refused } = await read(
        `<?xml version="1.0"?>${dtd}<log><trace><event><string key="a" value="&${name};"/></event><event><string key="a" value="b"/></event></trace></log>`,
      );
      expect(rows.map((row) => row.cells)).toEqual([['b']]);
      expect(codes(refused).map(([, code]) => code)).toEqual(['xes.broken_xml']);
    }
  });

  it('takes any name as a name, and changes no prototype', async () => {
    const names = fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'a');
    await fc.assert(
      fc.asyncProperty(names, names, async (one, other) => {
        await read(
          `<log><trace><string key="${one}" value="x"><string key="${other}" value="y"/></string><event><string key="${other}" value="z"/></event></trace></log>`,
        );
        expect(({} as Record<string, unknown>).a).toBeUndefined();
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
    );
  });
});
