import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, type Dirent } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Writable } from 'node:stream';

/** So many bytes make one line: a multiple of three, so that each line's base64 stands for itself. */
const LINE_BYTES = 57 * 1024;

/** Where files are that are not wholly there yet; never part of a backup. */
const INCOMING = 'incoming';

/** What may be the place of a file's bytes: `files/bytes.ts` of the server makes them. */
const PLACE = /^[0-9a-f]{32}\/[0-9a-f]{32}\/(?:shared|buyer|seller)\/[0-9a-f]{64}$/;

/** The places of all files in a folder of bytes, in a fixed order; none where there is no folder. */
export async function placesIn(dir: string): Promise<string[]> {
  let entries: Dirent[];
  try {
    entries = await readdir(dir, { recursive: true, withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((place) => PLACE.test(place))
    .sort();
}

/**
 * Writes the bytes of one file as lines of base64. A file that was removed since the folder was read is left out: its side has
 * taken it back meanwhile, and its bytes stand on that side alone.
 * @returns the bytes and their SHA-256; null where the file is gone; fails where `out` was closed, as by a full disk
 */
export async function writeFile(
  out: Writable,
  dir: string,
  place: string,
  begin: () => void,
): Promise<{ bytes: number; sha256: string } | null> {
  const hash = createHash('sha256');
  let bytes = 0;
  let begun = false;
  try {
    for await (const chunk of createReadStream(path.join(dir, place), { highWaterMark: LINE_BYTES })) {
      if (!begun) begin();
      begun = true;
      hash.update(chunk as Buffer);
      bytes += (chunk as Buffer).length;
      if (!out.write(`${(chunk as Buffer).toString('base64')}\n`)) await drained(out);
    }
  } catch (error) {
    if (!begun && (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  if (!begun) begin();
  return { bytes, sha256: hash.digest('hex') };
}

/** Until a stream takes more; fails where it was closed, since it says nothing any more then. */
function drained(out: Writable): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      out.off('drain', settle);
      out.off('close', settle);
      if (out.destroyed) reject(out.errored ?? new Error('The backup was closed before all was written.'));
      else resolve();
    };
    out.on('drain', settle);
    out.on('close', settle);
    if (out.destroyed) settle();
  });
}

/** Takes files out of a backup: kept aside until all of it is known to be whole. */
export class FilesBack {
  readonly #dir: string;
  readonly #aside = new Map<string, string>();
  #writing: FileHandle | null = null;
  #hash = createHash('sha256');
  #bytes = 0;

  constructor(dir: string) {
    this.#dir = dir;
  }

  get count(): number {
    return this.#aside.size;
  }

  /** @returns false for a place where no bytes may stand. */
  async begin(place: string): Promise<boolean> {
    if (!PLACE.test(place) || this.#aside.has(place)) return false;
    const aside = path.join(this.#dir, INCOMING, randomUUID());
    await mkdir(path.dirname(aside), { recursive: true, mode: 0o700 });
    this.#aside.set(place, aside);
    this.#writing = await open(aside, 'wx', 0o600);
    this.#hash = createHash('sha256');
    this.#bytes = 0;
    return true;
  }

  /** Whole lines of base64, each ended. */
  async write(lines: Buffer): Promise<void> {
    for (const line of lines.toString('latin1').split('\n')) {
      if (line === '') continue;
      const bytes = Buffer.from(line, 'base64');
      this.#hash.update(bytes);
      this.#bytes += bytes.length;
      await this.#writing?.write(bytes);
    }
  }

  /** @returns what came, to be held against what the backup says of it. */
  async end(): Promise<{ bytes: number; sha256: string }> {
    await this.#writing?.sync();
    await this.#close();
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }

  async #close(): Promise<void> {
    const writing = this.#writing;
    this.#writing = null;
    await writing?.close();
  }

  /** Puts all of them where they belong. */
  async keep(): Promise<void> {
    for (const [place, aside] of this.#aside) {
      const at = path.join(this.#dir, place);
      await mkdir(path.dirname(at), { recursive: true, mode: 0o700 });
      await rename(aside, at);
    }
  }

  /** Leaves nothing of what was not kept. */
  async discard(): Promise<void> {
    await this.#close();
    for (const aside of this.#aside.values()) await rm(aside, { force: true });
  }
}
