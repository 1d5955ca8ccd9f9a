import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, expect, test } from 'vitest';
import { receiveFiles } from './upload-files.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'coassent-uploads-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function* sent(...files: [string, Buffer][]) {
  for (const [filename, bytes] of files) yield { filename, file: Readable.from([bytes]) };
}

test('what is not to be imported leaves nothing on the disk, nor does what came with it', async () => {
  const good: [string, Buffer] = ['deals.csv', Buffer.from('a,b\n1,2\n')];
  for (const bad of [
    ['deals.csv', Buffer.from('%PDF-1.4\n1 0 obj')],
    ['page.html', Buffer.from('<html></html>')],
  ] as [string, Buffer][]) {
    await expect(receiveFiles(folder, sent(good, bad))).rejects.toHaveProperty(
      'code',
      expect.stringMatching(/^read\./),
    );
  }
  expect(readdirSync(folder)).toEqual([]);
});

test('a name makes no path', async () => {
  const text = `a,b\n${'1,2\n'.repeat(40_000)}`;
  const received = await receiveFiles(folder, sent(['../../../etc/passwd\r\nx', Buffer.from(text)]));
  expect(received.paths).toEqual([path.join(folder, received.upload_id, '0')]);
  expect(readFileSync(received.paths[0] ?? '', 'utf8')).toBe(text);
});
