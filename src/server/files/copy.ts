import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { BytesKey, FileBytes } from './bytes.ts';

/**
 * Copies bytes to another place, streamed over a file of this machine; only what still has its hash is taken there.
 * @returns false where there are none, or others than the hash says
 */
export async function copyBytes(files: FileBytes, from: BytesKey, to: BytesKey): Promise<boolean> {
  const bytes = await files.read(from);
  if (bytes === null) return false;
  await mkdir(files.incoming_dir, { recursive: true, mode: 0o700 });
  const file = path.join(files.incoming_dir, randomUUID());
  const hash = createHash('sha256');
  const hashed = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
    }
  };
  try {
    await pipeline(bytes, hashed, createWriteStream(file, { mode: 0o600 }));
    if (hash.digest('hex') !== from.sha256) return false;
    await files.keep(to, file);
    return true;
  } finally {
    await rm(file, { force: true });
  }
}
