import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FileBytes, localBytes } from './bytes.ts';
import { openBytes } from './s3.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'coassent-files-'));
const s3 = new S3rver({
  ...{ address: '127.0.0.1', port: 0, silent: true, directory: path.join(dir, 's3') },
  configureBuckets: [{ name: 'files', configs: [] }],
});
const server = createServer(s3.callback());
let remote: FileBytes;

beforeAll(async () => {
  mkdirSync(path.join(dir, 's3'));
  await s3.configureBuckets();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const keys = { access_key: 'S3RVER', secret_key: 'S3RVER' };
  remote = await openBytes({ largest_bytes: 1, s3: { endpoint, bucket: 'files', region: 'us-east-1', ...keys } }, dir);
});
afterAll(() => void server.close());

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
});
