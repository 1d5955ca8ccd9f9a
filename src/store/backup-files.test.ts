import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, describe, expect, test } from 'vitest';
import { writeFile } from './backup-files.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'coassent-backup-files-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const content = Buffer.alloc(300_000, 'a file that is longer than one line');
writeFileSync(path.join(dir, 'long'), content);

describe('the bytes of a file in a backup', () => {
  test('wait for a slow disk', async () => {
    const lines: string[] = [];
    const slow = new Writable({
      highWaterMark: 1,
      write: (chunk, _encoding, done) => {
        lines.push(String(chunk));
        setImmediate(done);
      },
    });
    const sha256 = createHash('sha256').update(content).digest('hex');
    expect(await writeFile(slow, dir, 'long', () => slow.write('begin\n'))).toEqual({ bytes: content.length, sha256 });
    expect(lines[0]).toBe('begin\n');
    const back = lines.slice(1).map((line) => Buffer.from(line, 'base64'));
    expect(Buffer.concat(back).equals(content)).toBe(true);
  });

  test('fail on a full disk, and do not wait for it', async () => {
    const full = new Writable({ highWaterMark: 1, write: (_chunk, _encoding, done) => done(new Error('ENOSPC')) });
    full.on('error', () => undefined);
    await expect(writeFile(full, dir, 'long', () => undefined)).rejects.toThrow('ENOSPC');
    await expect(writeFile(full, dir, 'long', () => undefined)).rejects.toThrow('ENOSPC');
  });
});
