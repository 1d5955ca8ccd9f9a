import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lines } from './read/lines.ts';
import type { TextChunk } from './read/text.ts';

/** How many things are held in memory before they go to a temporary file: about 100 MB of facts. */
const CHUNK_LENGTH = 200_000;
const WRITE_CHARACTERS = 1_000_000;

/** Plain data that can be written as JSON. */
type Compare<T> = (a: T, b: T) => number;

/**
 * Brings plain data into order in constant memory: sorted chunks go to temporary files, which are merged. What fits
 * into one chunk is never written.
 */
export class DiskSorter<T> {
  readonly #compare: Compare<T>;
  readonly #chunk_length: number;
  #waiting: T[] = [];
  #files: string[] = [];
  #folder: string | null = null;

  /** @param compare a complete order: nothing but the same compares as equal */
  constructor(compare: Compare<T>, chunk_length = CHUNK_LENGTH) {
    this.#compare = compare;
    this.#chunk_length = chunk_length;
  }

  /** Adds more; writes a chunk where enough has come. */
  async add(things: readonly T[]): Promise<void> {
    for (const thing of things) {
      this.#waiting.push(thing);
      if (this.#waiting.length >= this.#chunk_length) await this.#spill();
    }
  }

  /** All in order. Can be iterated once. */
  async *sorted(): AsyncGenerator<T> {
    this.#waiting.sort(this.#compare);
    const rest = this.#waiting;
    this.#waiting = [];
    if (this.#files.length === 0) yield* rest;
    else yield* merged([...this.#files.map(readBack<T>), fromList(rest)], this.#compare);
  }

  /** Takes the temporary files away. */
  async close(): Promise<void> {
    if (this.#folder !== null) await rm(this.#folder, { recursive: true, force: true });
    this.#folder = null;
  }

  async #spill(): Promise<void> {
    this.#folder ??= await mkdtemp(join(tmpdir(), `coassent-import-${process.pid}-`));
    this.#waiting.sort(this.#compare);
    const path = join(this.#folder, String(this.#files.length));
    this.#files.push(path);
    const file = await open(path, 'wx', 0o600);
    try {
      let text = '';
      for (const thing of this.#waiting) {
        text += `${JSON.stringify(thing)}\n`;
        if (text.length < WRITE_CHARACTERS) continue;
        await file.writeFile(text);
        text = '';
      }
      await file.writeFile(text);
    } finally {
      await file.close();
    }
    this.#waiting = [];
  }
}

async function* fromList<T>(things: T[]): AsyncGenerator<T[]> {
  yield things;
}

async function* readBack<T>(path: string): AsyncGenerator<T[]> {
  for await (const piece of lines(textOf(path))) yield piece.lines.map(({ content }) => JSON.parse(content) as T);
}

async function* textOf(path: string): AsyncGenerator<TextChunk> {
  for await (const text of createReadStream(path, 'utf8')) yield { text: text as string, damaged: false };
}

/** One sorted stream while it is merged: what is at hand of it, and where in that it is. */
interface Cursor<T> {
  pieces: AsyncGenerator<T[]>;
  things: T[];
  at: number;
}

/** Merges sorted streams. There are few of them, so the next thing is looked for in all. */
async function* merged<T>(streams: AsyncGenerator<T[]>[], compare: Compare<T>): AsyncGenerator<T> {
  let open: Cursor<T>[] = [];
  for (const pieces of streams) {
    const cursor: Cursor<T> = { pieces, things: [], at: 0 };
    if (await advance(cursor)) open.push(cursor);
  }
  while (open.length > 0) {
    const next = open.reduce((a, b) => (compare(b.things[b.at] as T, a.things[a.at] as T) < 0 ? b : a));
    yield next.things[next.at] as T;
    next.at++;
    if (next.at === next.things.length && !(await advance(next))) open = open.filter((cursor) => cursor !== next);
  }
}

/** Brings the next piece to hand; false at the end. */
async function advance<T>(cursor: Cursor<T>): Promise<boolean> {
  while (true) {
    const next = await cursor.pieces.next();
    if (next.done) return false;
    if (next.value.length === 0) continue;
    cursor.things = next.value;
    cursor.at = 0;
    return true;
  }
}
