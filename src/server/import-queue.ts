import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { importRefusals } from '../catalogue/import-refusals.ts';
import { USUAL_LOCALE } from '../catalogue/language.ts';
import type { Db } from '../store/db.ts';
import { failImport, type ImportRecord, listImports } from '../store/imports.ts';
import { localeOf } from '../store/notice.ts';
import { scopeOf } from '../store/scope.ts';
import { getUpload } from '../store/upload.ts';
import { listWorkspaces } from '../store/workspace.ts';
import type { ImportJob } from './import-job.ts';
import { speaking } from './language.ts';
import { partsOf } from './upload-files.ts';

export interface ImportQueueOptions {
  store: { db: Db; url: string; login_password: string | undefined };
  uploads_dir: string;
  onFailure: (what: string, error: unknown) => void;
}

/** What the worker thread is given. */
export interface WorkerTask {
  url: string;
  login_password: string | undefined;
  job: ImportJob;
}

/**
 * Runs imports one after the other in a thread of its own, so that requests go on being answered. The queue itself is
 * the table of imports: what was waiting or running when the program was killed left nothing, and is run again.
 */
export class ImportQueue {
  readonly #options: ImportQueueOptions;
  readonly #waiting: ImportJob[] = [];
  #running: { worker: Worker; ended: Promise<void> } | null = null;
  #closed = false;

  constructor(options: ImportQueueOptions) {
    this.#options = options;
  }

  /** Takes an import in; its record has been put before. */
  add(job: ImportJob): void {
    this.#waiting.push(job);
    this.#next();
  }

  /** Takes up again what was interrupted; what has lost its file is taken down as failed. */
  resume(): void {
    this.#resume().catch((error) => this.#options.onFailure('resuming imports', error));
  }

  /** Stops the running import, which leaves nothing and is run again at the next start. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#running?.worker.terminate();
    await this.#running?.ended;
  }

  async #resume(): Promise<void> {
    const { db } = this.#options.store;
    for (const { workspace_id } of await listWorkspaces(db)) {
      const imports = await listImports(db, scopeOf(workspace_id, null, 'seller'));
      const interrupted = imports.filter(({ state }) => state === 'queued' || state === 'running');
      for (const record of interrupted.reverse()) await this.#resumeOne(workspace_id, record);
    }
  }

  async #resumeOne(workspace_id: string, record: ImportRecord): Promise<void> {
    const { store, uploads_dir } = this.#options;
    const scope = scopeOf(workspace_id, record.person_id, 'seller');
    const upload = record.upload_id === null ? null : await getUpload(store.db, scope, record.upload_id);
    const paths = upload === null ? [] : partsOf(uploads_dir, upload);
    const locale = record.person_id === null ? USUAL_LOCALE : await localeOf(store.db, workspace_id, record.person_id);
    if (paths.length > 0 && paths.every((path) => existsSync(path))) {
      this.add({ scope, import_id: record.import_id, paths, mapping: record.mapping as ImportJob['mapping'], locale });
      return;
    }
    const sentence = speaking(locale, () => importRefusals.program_was_stopped_during);
    await failImport(store.db, scope, record.import_id, sentence, new Date().toISOString());
  }

  #next(): void {
    if (this.#closed || this.#running !== null) return;
    const job = this.#waiting.shift();
    if (job === undefined) return;
    const { store, onFailure } = this.#options;
    const task: WorkerTask = { url: store.url, login_password: store.login_password, job };
    const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: task });
    worker.on('error', (error) => onFailure('import', error));
    const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
    this.#running = { worker, ended };
    ended.then(() => {
      this.#running = null;
      this.#next();
    });
  }
}
