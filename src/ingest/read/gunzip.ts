import { once } from 'node:events';
import { createGunzip, type Gunzip } from 'node:zlib';
import { importRefusals } from '../../catalogue/import-refusals.ts';
import { BrokenOff, UnreadableFile } from './broken.ts';

/** Compressed bytes are fed in pieces of this size, which bounds what a piece can expand to (about 1000 times). */
const PIECE_BYTES = 16 * 1024;

/** How much a file may unpack to. */
export interface UnpackLimits {
  /** In all. */
  bytes: number;
  /** Beyond this many bytes, how many times its packed size; event logs come to about 30, a bomb to 1000. */
  watched_bytes: number;
  ratio: number;
}

const LIMITS: UnpackLimits = { bytes: 64 * 1024 ** 3, watched_bytes: 256 * 1024 ** 2, ratio: 300 };

/**
 * Unpacks gzip bytes piece by piece; what unpacks to far more than it should is refused whole. A damaged or cut-off file gives everything before the damage and then throws
 * `BrokenOff`: a pipe of streams would drop what it still held, so pieces are handed in and taken out one by one.
 */
export async function* gunzipped(
  compressed: AsyncIterable<Buffer>,
  limits: UnpackLimits = LIMITS,
): AsyncGenerator<Buffer> {
  const sizes = { packed: 0, unpacked: 0 };
  const gunzip = createGunzip({ chunkSize: 128 * 1024 });
  let unpacked: Buffer[] = [];
  gunzip.on('data', (bytes: Buffer) => {
    sizes.unpacked += bytes.length;
    unpacked.push(bytes);
  });
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
        refuseBomb(sizes, limits);
        const piece = bytes.subarray(at, at + PIECE_BYTES);
        sizes.packed += piece.length;
        feeding = feed(gunzip, piece);
        yield* ready;
      }
      if (outcome.error) break;
    }
    await feeding;
    if (!outcome.error) await finish(gunzip);
    refuseBomb(sizes, limits);
    yield* unpacked;
  } finally {
    gunzip.destroy();
  }
  if (outcome.error) throw brokenOff(outcome.error);
}

function refuseBomb({ packed, unpacked }: { packed: number; unpacked: number }, limits: UnpackLimits): void {
  const too_dense = unpacked > limits.watched_bytes && unpacked > packed * limits.ratio;
  if (unpacked <= limits.bytes && !too_dense) return;
  throw new UnreadableFile('read.unpacks_too_large', importRefusals.file_unpacks_far_more);
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
    ? new BrokenOff('gzip.cut_off', importRefusals.compressed_file_ends_too)
    : new BrokenOff('gzip.damaged', importRefusals.compressed_file_damaged_from);
}
