import { once } from 'node:events';
import { createGunzip, type Gunzip } from 'node:zlib';
import { BrokenOff } from './broken.ts';

/** Compressed bytes are fed in pieces of this size, which bounds what a piece can expand to (about 1000 times). */
const PIECE_BYTES = 16 * 1024;

/**
 * Unpacks gzip bytes piece by piece. A damaged or cut-off file gives everything before the damage and then throws
 * `BrokenOff`: a pipe of streams would drop what it still held, so pieces are handed in and taken out one by one.
 */
export async function* gunzipped(compressed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: 128 * 1024 });
  let unpacked: Buffer[] = [];
  gunzip.on('data', (bytes: Buffer) => unpacked.push(bytes));
  const outcome: { error?: Error } = {};
  gunzip.on('error', (error) => {
    outcome.error = error;
  });
  // One piece is unpacked, by a thread of its own, while the one before is used.
  let feeding = Promise.resolve();
  try {
    for await (const bytes of compressed) {
      for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
        await feeding;
        if (outcome.error) break;
        const ready = unpacked;
        unpacked = [];
        feeding = feed(gunzip, bytes.subarray(at, at + PIECE_BYTES));
        yield* ready;
      }
      if (outcome.error) break;
    }
    await feeding;
    if (!outcome.error) await finish(gunzip);
    yield* unpacked;
  } finally {
    gunzip.destroy();
  }
  if (outcome.error) throw brokenOff(outcome.error);
}

/** Resolves when the piece is unpacked, or has failed to: then the write is never acknowledged, only the error told. */
function feed(gunzip: Gunzip, piece: Buffer): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      gunzip.off('error', done);
      resolve();
    };
    gunzip.once('error', done);
    gunzip.write(piece, done);
  });
}

async function finish(gunzip: Gunzip): Promise<void> {
  gunzip.end();
  // The listener of the caller keeps the error.
  await once(gunzip, 'end').catch(() => undefined);
}

function brokenOff(error: Error): BrokenOff {
  const cut_off = 'code' in error && error.code === 'Z_BUF_ERROR';
  return cut_off
    ? new BrokenOff('gzip.cut_off', 'The compressed file ends too early. Copy or download it again to get the rest.')
    : new BrokenOff('gzip.damaged', 'The compressed file is damaged from here on. Copy or download it again.');
}
