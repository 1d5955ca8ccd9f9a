import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { strToU8, Zip, ZipPassThrough, type Zippable, zipSync } from 'fflate';

/** A fixed date, because a zip keeps one for each file. */
const MTIME = new Date(2000, 0, 1);

interface Listed {
  name: string;
  size_bytes: number;
  sha256: string;
}

const listedOf = (name: string, text: string): Listed => ({
  name,
  size_bytes: strToU8(text).length,
  sha256: createHash('sha256').update(text).digest('hex'),
});

const manifestOf = (about: object, files: readonly Listed[]): string =>
  `${JSON.stringify({ ...about, files }, null, 2)}\n`;

/** Files and a manifest that tells what they are, as the bytes of a zip; the same content gives the same bytes. */
export function zipOf(files: ReadonlyMap<string, string>, about: object): Uint8Array {
  const listed = [...files].map(([name, text]) => listedOf(name, text));
  const entries: Zippable = {};
  for (const [name, text] of [['manifest.json', manifestOf(about, listed)] as const, ...files])
    entries[name] = [strToU8(text), { mtime: MTIME }];
  return zipSync(entries);
}

/** A file that is read only when its turn comes; null where its bytes are not there. */
export interface StreamedFile extends Listed {
  open: () => Promise<Readable | null>;
}

/** What a zip without its newer extension can hold, with room to spare. */
const MOST_BYTES = 3.5 * 1024 ** 3;

/**
 * The same, piece by piece, with files that are never whole in memory. The manifest comes last: it lists what is really in
 * it, and as `left_out` what is not, because its bytes are not there or the zip would be too large.
 */
export async function* zipStream(
  files: ReadonlyMap<string, string>,
  streamed: readonly StreamedFile[],
  about: object,
): AsyncGenerator<Uint8Array> {
  let pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    pieces.push(piece);
  });
  const taken = (): Uint8Array[] => {
    const full = pieces;
    pieces = [];
    return full;
  };
  const begin = (name: string): ZipPassThrough => {
    const entry = new ZipPassThrough(name);
    entry.mtime = MTIME;
    zip.add(entry);
    return entry;
  };
  for (const [name, text] of files) {
    begin(name).push(strToU8(text), true);
    yield* taken();
  }
  const listed = [...files].map(([name, text]) => listedOf(name, text));
  const left_out: string[] = [];
  let size_bytes = 0;
  for (const { open, ...file } of streamed) {
    const bytes = size_bytes + file.size_bytes > MOST_BYTES ? null : await open();
    if (bytes === null) {
      left_out.push(file.name);
      continue;
    }
    const entry = begin(file.name);
    for await (const chunk of bytes) {
      entry.push(chunk as Buffer);
      yield* taken();
    }
    entry.push(new Uint8Array(), true);
    size_bytes += file.size_bytes;
    listed.push(file);
  }
  begin('manifest.json').push(strToU8(manifestOf({ ...about, left_out }, listed)), true);
  zip.end();
  yield* taken();
}
