import { stat } from 'node:fs/promises';
import type { Mapping, Refusal } from '../core/mapping.ts';
import { EventMaker, type ImportIdentity, type PurchaseEvents } from './events.ts';
import type { Fact } from './fact.ts';
import { meaningsOf } from './meaning.ts';
import { UnreadableFile } from './read/broken.ts';
import { openRows } from './read/open.ts';
import type { Batch, Row, RowSource } from './read/row.ts';
import { asRefusal, RowTaker, SAMPLE_ROWS } from './rows.ts';
import { SeenCases } from './seen.ts';
import { FactSorter } from './sort.ts';

/** Purchases that are written together: each whole, with about `BATCH_EVENTS` events between them. */
export type PurchaseBatch = PurchaseEvents[];

export interface ImportOptions extends ImportIdentity {
  /** The file, or the parts of a CRM's export. */
  paths: readonly string[];
  mapping: Mapping;
  /** Called for each row, or part of one, that was not taken. */
  onRefused?: (refusal: Refusal) => void;
  /** Called now and then: bytes read of the files as they lie on disk, of all, and rows read. */
  onProgress?: (progress: Progress) => void;
  /** Facts held in memory while sorting; less makes more temporary files. */
  chunk_facts?: number;
}

export interface Progress {
  bytes_read: number;
  bytes_total: number;
  rows: number;
}

const BATCH_EVENTS = 2000;

/**
 * Reads files and turns them into ledger events by a mapping, purchase by purchase. Each purchase comes once, with its
 * events in the order (time, file order); memory does not grow with the file, but holds the rows of one purchase, and
 * 16 bytes for each purchase of an XES log. Files other than XES, whose cases may be scattered, are sorted on disk.
 *
 * @throws UnreadableFile for a file that cannot be read at all
 * @throws BadMapping for a mapping that cannot be used with this file
 */
export async function* openImport(options: ImportOptions): AsyncGenerator<PurchaseBatch> {
  const maker = new EventMaker(options.mapping, options);
  let batch: PurchaseBatch = [];
  let events = 0;
  for await (const { facts, run } of purchasesOf(options)) {
    const purchase = maker.purchase(facts, run);
    batch.push(purchase);
    events += purchase.events.length;
    if (events < BATCH_EVENTS) continue;
    yield batch;
    batch = [];
    events = 0;
  }
  if (batch.length > 0) yield batch;
}

/** All facts of one purchase, and how often it came before. */
interface CaseFacts {
  facts: Fact[];
  run: number;
}

async function* purchasesOf(options: ImportOptions): AsyncGenerator<CaseFacts> {
  const [path] = options.paths;
  if (path === undefined) throw new UnreadableFile('read.no_file', 'No file was given. Choose at least one.');
  const source = await openRows(path);
  const facts = factsOf(source, path, options);
  if (source.format === 'xes') yield* casesInPlace(facts);
  else yield* casesSorted(facts, options.chunk_facts);
}

/** The facts of one file, piece by piece. */
async function* factsOf(source: RowSource, path: string, options: ImportOptions): AsyncGenerator<Fact[]> {
  const onRefused = options.onRefused ?? (() => undefined);
  const taker = new RowTaker(source, options.mapping, meaningsOf(options.mapping), onRefused);
  const bytes_total = (await stat(path)).size;
  let rows = 0;
  for await (const batch of withSample(source.batches(), (sample) => taker.begin(sample))) {
    for (const refusal of batch.refused) onRefused(asRefusal(refusal));
    rows += batch.rows.length;
    options.onProgress?.({ bytes_read: source.bytes_read, bytes_total, rows });
    yield taker.take(batch.rows);
  }
}

/** Batches as they come, but the first rows are shown together before any is given. */
async function* withSample(batches: AsyncIterable<Batch>, begin: (sample: Row[]) => void): AsyncGenerator<Batch> {
  let waiting: Batch[] = [];
  let rows: Row[] = [];
  let begun = false;
  for await (const batch of batches) {
    if (begun) {
      yield batch;
      continue;
    }
    waiting.push(batch);
    rows = rows.concat(batch.rows);
    if (rows.length < SAMPLE_ROWS) continue;
    begin(rows);
    begun = true;
    yield* waiting;
    waiting = [];
  }
  if (begun) return;
  begin(rows);
  yield* waiting;
}

/** Cases of a file that keeps each together. One that comes again is given again, as another run. */
async function* casesInPlace(pieces: AsyncIterable<Fact[]>): AsyncGenerator<CaseFacts> {
  const seen = new SeenCases();
  let facts: Fact[] = [];
  for await (const piece of pieces) {
    for (const fact of piece) {
      if (facts.length > 0 && facts[0]?.case_id !== fact.case_id) {
        yield inOrder(facts, seen);
        facts = [];
      }
      facts.push(fact);
    }
  }
  if (facts.length > 0) yield inOrder(facts, seen);
}

function inOrder(facts: Fact[], seen: SeenCases): CaseFacts {
  facts.sort((a, b) => a.time_ms - b.time_ms || a.order - b.order);
  return { facts, run: seen.add(facts[0]?.case_id ?? '') };
}

async function* casesSorted(pieces: AsyncIterable<Fact[]>, chunk_facts: number | undefined): AsyncGenerator<CaseFacts> {
  const sorter = new FactSorter(chunk_facts);
  try {
    for await (const piece of pieces) await sorter.add(piece);
    let facts: Fact[] = [];
    for await (const fact of sorter.sorted()) {
      if (facts.length > 0 && facts[0]?.case_id !== fact.case_id) {
        yield { facts, run: 0 };
        facts = [];
      }
      facts.push(fact);
    }
    if (facts.length > 0) yield { facts, run: 0 };
  } finally {
    await sorter.close();
  }
}
