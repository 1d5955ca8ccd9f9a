import { importRefusals, importSteps } from '../catalogue/import-refusals.ts';
import type { Mapping, Refusal } from '../core/mapping.ts';
import { openImport } from '../ingest/import.ts';
import type { Db } from '../store/db.ts';
import type { AnyEvent } from '../store/event.ts';
import { type ImportRecord, noteImport, runImport } from '../store/imports.ts';
import type { Scope } from '../store/scope.ts';

/** An import to be run: plain data, so that it can be handed to a worker. */
export interface ImportJob {
  scope: Scope;
  import_id: string;
  paths: readonly string[];
  mapping: Mapping;
  /** Whoever imports reads what is said of it in this language. */
  locale?: string;
}

/** How far an import is, for whoever watches. */
export interface JobProgress {
  step: string;
  /** 0 to 1. */
  share: number;
  rows_read: number;
  events: number;
  purchases: number;
  refused: number;
}

/** So often the record of an import is brought up to date. */
const TELL_EVERY_MS = 400;

/** So many refusals are kept one by one; a file of nothing but refusals must not fill the memory. */
const MOST_REFUSALS = 200_000;

/**
 * Runs one import: reads the files, turns them into events, appends them as one unit. Killed or failing at any time, it
 * leaves nothing but its record. Fails as `openImport` and `runImport` do.
 */
export async function runImportJob(
  db: Db,
  job: ImportJob,
  options: { signal?: AbortSignal; onProgress?: (progress: JobProgress) => void } = {},
): Promise<ImportRecord> {
  const progress: JobProgress = {
    step: importSteps.reading,
    share: 0,
    rows_read: 0,
    events: 0,
    purchases: 0,
    refused: 0,
  };
  const refusals: Refusal[] = [];
  const tell = teller(db, job, progress, options.onProgress);
  const batches = openImport({
    paths: job.paths,
    mapping: job.mapping,
    workspace_id: job.scope.workspace_id,
    import_id: job.import_id,
    on_behalf_of: job.scope.person_id,
    onRefused: (refusal) => {
      progress.refused++;
      if (refusals.length < MOST_REFUSALS) refusals.push(refusal);
    },
    onProgress: ({ bytes_read, bytes_total, rows }) => {
      // What is read is not yet stored: the last tenth is for that.
      progress.share = bytes_total === 0 ? 0 : (0.9 * bytes_read) / bytes_total;
      progress.rows_read = rows;
      tell();
    },
  });
  const record = await runImport(db, job.scope, job.import_id, eventsOf(batches), () => summaryOf(progress, refusals), {
    now: new Date().toISOString(),
    ...(options.signal !== undefined && { signal: options.signal }),
    onProgress: ({ events, purchases }) => {
      Object.assign(progress, { events, purchases, step: importSteps.storing });
      tell();
    },
  });
  await tell.settled();
  return record;
}

async function* eventsOf(batches: ReturnType<typeof openImport>): AsyncGenerator<AnyEvent[]> {
  for await (const batch of batches) yield batch.flatMap((purchase) => purchase.events);
}

function summaryOf(progress: JobProgress, refusals: readonly Refusal[]) {
  const beyond = progress.refused - refusals.length;
  if (beyond === 0) return { rows_read: progress.rows_read, refusals };
  const more: Refusal = {
    line: 0,
    column: null,
    value: null,
    code: 'import.more_refused',
    reason: importRefusals.more_rows_were_refused(beyond),
  };
  return { rows_read: progress.rows_read, refusals: [...refusals, more] };
}

/** Brings the record up to date now and then; a watcher that cannot be told must not stop the import. */
function teller(db: Db, job: ImportJob, progress: JobProgress, onProgress?: (progress: JobProgress) => void) {
  let told_ms = 0;
  let telling = Promise.resolve();
  const tell = () => {
    const now_ms = Date.now();
    if (now_ms - told_ms < TELL_EVERY_MS) return;
    told_ms = now_ms;
    onProgress?.(progress);
    telling = telling.then(() => noteImport(db, job.scope, job.import_id, progress)).catch(() => undefined);
  };
  return Object.assign(tell, { settled: () => telling });
}
