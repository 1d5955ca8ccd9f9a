import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startS3 } from '../../../test/fixtures/s3.ts';
import { type FileBytes, localBytes } from './bytes.ts';
import { copyBytes } from './copy.ts';
import { openBytes } from './s3.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'coassent-files-'));
let remote: FileBytes;
let close: (() => void) | undefined;

beforeAll(async () => {
  const started = await startS3(dir);
  close = started.close;
  remote = await openBytes({ largest_bytes: 1, s3: started.s3 }, dir);
});
afterAll(() => close?.());

describe.each([
  ['a folder', () => localBytes(path.join(dir, 'local'))],
  ['a server that speaks S3', () => remote],
])('bytes in %s', (_where, open) => {
  const key = { workspace_id: '../ours', purchase_id: 'p/1', zone: 'buyer', sha256: 'a'.repeat(64) } as const;
  const incoming = (text: string): string => {
    const file = path.join(dir, 'came-in');
    writeFileSync(file, text);
    return file;
  };

  test('come back as they went, apart by workspace, purchase and zone', async () => {
    const bytes = open();
    await bytes.keep(key, incoming('kept'));
    const back = await bytes.read(key);
    expect(back === null ? null : (await buffer(back)).toString()).toBe('kept');
    for (const other of [
      { workspace_id: 'theirs' },
      { purchase_id: 'p' },
      { zone: 'shared' },
      { sha256: 'b'.repeat(64) },
    ] as const) {
      expect(await bytes.read({ ...key, ...other })).toBe(null);
    }
  });

  test('are replaced by the same, and gone when they are removed', async () => {
    const bytes = open();
    await bytes.keep(key, incoming('kept'));
    await bytes.keep(key, incoming('kept'));
    await bytes.remove(key);
    await bytes.remove(key);
    expect(await bytes.read(key)).toBe(null);
  });

  test('are copied to another zone, and taken there only while they have their hash', async () => {
    const bytes = open();
    const sha256 = createHash('sha256').update('moved').digest('hex');
    const [from, to] = [
      { ...key, sha256 },
      { ...key, sha256, zone: 'shared' as const },
    ];
    expect(await copyBytes(bytes, from, to)).toBe(false);
    await bytes.keep(from, incoming('damaged'));
    expect(await copyBytes(bytes, from, to)).toBe(false);
    expect(await bytes.read(to)).toBe(null);
    await bytes.keep(from, incoming('moved'));
    expect(await copyBytes(bytes, from, to)).toBe(true);
    for (const place of [from, to]) {
      const back = await bytes.read(place);
      expect(back === null ? null : (await buffer(back)).toString()).toBe('moved');
    }
    expect(readdirSync(bytes.incoming_dir)).toEqual([]);
  });
});
