import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fact } from './fact.ts';
import { lines } from './read/lines.ts';
import type { TextChunk } from './read/text.ts';

/** How many facts are held in memory before they go to a temporary file: about 100 MB. */
export const CHUNK_FACTS = 200_000;
const WRITE_CHARACTERS = 1_000_000;

/**
 * Brings facts into the order (case, time, file order) in constant memory: sorted chunks go to temporary files, which
 * are merged. What fits into one chunk is never written.
 */
export class FactSorter {
  readonly #chunk_facts: number;
  #waiting: Fact[] = [];
  #files: string[] = [];
  #folder: string | null = null;

  constructor(chunk_facts = CHUNK_FACTS) {
    this.#chunk_facts = chunk_facts;
  }

  /** Adds facts; writes a chunk where enough have come. */
  async add(facts: readonly Fact[]): Promise<void> {
    for (const fact of facts) {
      this.#waiting.push(fact);
      if (this.#waiting.length >= this.#chunk_facts) await this.#spill();
    }
  }

  /** All facts in order. Can be iterated once. */
  async *sorted(): AsyncGenerator<Fact> {
    this.#waiting.sort(byCase);
    const rest = this.#waiting;
    this.#waiting = [];
    if (this.#files.length === 0) yield* rest;
    else yield* merged([...this.#files.map(readFacts), fromList(rest)]);
  }

  /** Takes the temporary files away. */
  async close(): Promise<void> {
    if (this.#folder !== null) await rm(this.#folder, { recursive: true, force: true });
    this.#folder = null;
  }

  async #spill(): Promise<void> {
    this.#folder ??= await mkdtemp(join(tmpdir(), 'coassent-import-'));
    this.#waiting.sort(byCase);
    const path = join(this.#folder, String(this.#files.length));
    this.#files.push(path);
    const file = await open(path, 'wx', 0o600);
    try {
      let text = '';
      for (const fact of this.#waiting) {
        text += `${JSON.stringify(fact)}\n`;
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

function byCase(a: Fact, b: Fact): number {
  if (a.case_id !== b.case_id) return a.case_id < b.case_id ? -1 : 1;
  return a.time_ms - b.time_ms || a.order - b.order;
}

async function* fromList(facts: readonly Fact[]): AsyncGenerator<Fact[]> {
  yield facts as Fact[];
}

async function* readFacts(path: string): AsyncGenerator<Fact[]> {
  for await (const piece of lines(textOf(path))) yield piece.lines.map(({ content }) => JSON.parse(content) as Fact);
}

async function* textOf(path: string): AsyncGenerator<TextChunk> {
  for await (const text of createReadStream(path, 'utf8')) yield { text: text as string, damaged: false };
}

/** One sorted stream while it is merged: the facts at hand and where in them it is. */
interface Cursor {
  pieces: AsyncGenerator<Fact[]>;
  facts: Fact[];
  at: number;
}

/** Merges sorted streams. There are few of them, so the next fact is looked for in all. */
async function* merged(streams: AsyncGenerator<Fact[]>[]): AsyncGenerator<Fact> {
  let open: Cursor[] = [];
  for (const pieces of streams) {
    const cursor = { pieces, facts: [], at: 0 };
    if (await advance(cursor)) open.push(cursor);
  }
  while (open.length > 0) {
    const next = open.reduce((a, b) => (byCase(b.facts[b.at] as Fact, a.facts[a.at] as Fact) < 0 ? b : a));
    yield next.facts[next.at] as Fact;
    next.at++;
    if (next.at === next.facts.length && !(await advance(next))) open = open.filter((cursor) => cursor !== next);
  }
}

/** Brings the next facts to hand; false at the end. */
async function advance(cursor: Cursor): Promise<boolean> {
  while (true) {
    const next = await cursor.pieces.next();
    if (next.done) return false;
    if (next.value.length === 0) continue;
    cursor.facts = next.value;
    cursor.at = 0;
    return true;
  }
}
