import { stat } from 'node:fs/promises';
import { importRefusals } from '../catalogue/import-refusals.ts';
import type { Mapping, Refusal } from '../core/mapping.ts';
import { type CaseFacts, casesInPlace, casesSorted } from './cases.ts';
import { coassentPurchases, isCoassent } from './coassent.ts';
import { crmFacts } from './crm.ts';
import { EventMaker, type ImportIdentity, type PurchaseEvents } from './events.ts';
import type { Fact } from './fact.ts';
import { meaningsOf } from './meaning.ts';
import { noRows, UnreadableFile } from './read/broken.ts';
import { openRows } from './read/open.ts';
import type { RowSource } from './read/row.ts';
import { asRefusal, RowTaker } from './rows.ts';
import { withSample } from './sample.ts';

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
  /** Reads no more than about so many rows (of each part), to try a mapping. */
  max_rows?: number;
  /** How many facts are held in memory while sorting; fewer make more temporary files. */
  chunk_length?: number;
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
  let batch: PurchaseBatch = [];
  let events = 0;
  for await (const purchase of purchasesOf(options)) {
    batch.push(purchase);
    events += purchase.events.length;
    if (events < BATCH_EVENTS) continue;
    yield batch;
    batch = [];
    events = 0;
  }
  if (batch.length > 0) yield batch;
}

async function* purchasesOf(options: ImportOptions): AsyncGenerator<PurchaseEvents> {
  const [path] = options.paths;
  if (path === undefined) throw new UnreadableFile('read.no_file', importRefusals.no_file_was_given);
  if (options.mapping.crm === undefined && (await isCoassent(path))) yield* coassentPurchases(path, options);
  else {
    const maker = new EventMaker(options.mapping, options);
    for await (const { facts, run } of casesOf(path, options)) yield maker.purchase(facts, run);
  }
}

async function* casesOf(path: string, options: ImportOptions): AsyncGenerator<CaseFacts> {
  const { crm } = options.mapping;
  if (crm !== undefined) {
    yield* casesSorted(crmFacts(crm, options), options);
    return;
  }
  for (const other of options.paths.slice(1)) options.onRefused?.(notJoined(other));
  const taker = new RowTaker(options.mapping, meaningsOf(options.mapping), options.onRefused ?? (() => undefined));
  const source = await openRows(path);
  const facts = factsOf(source, taker, path, options);
  if (source.format === 'xes') yield* casesInPlace(facts);
  else yield* casesSorted(facts, options);
}

function notJoined(path: string): Refusal {
  const value = path.split(/[\\/]/).at(-1) ?? path;
  const reason = importRefusals.files_no_parts_known;
  return { line: 0, column: null, value, code: 'import.one_file_at_a_time', reason };
}

/** The facts of one file, piece by piece. */
async function* factsOf(
  source: RowSource,
  taker: RowTaker,
  path: string,
  options: ImportOptions,
): AsyncGenerator<Fact[]> {
  const bytes_total = (await stat(path)).size;
  let rows = 0;
  let refused = 0;
  for await (const batch of withSample(source.batches(), (sample) => taker.begin(source, sample))) {
    for (const refusal of batch.refused) options.onRefused?.(asRefusal(refusal));
    rows += batch.rows.length;
    refused += batch.refused.length;
    options.onProgress?.({ bytes_read: source.bytes_read, bytes_total, rows });
    yield taker.take(batch.rows);
    if (rows >= (options.max_rows ?? Number.POSITIVE_INFINITY)) return;
  }
  if (rows + refused === 0) throw noRows();
}
