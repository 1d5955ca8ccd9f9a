import { workerData } from 'node:worker_threads';
import { importRefusals } from '../catalogue/import-refusals.ts';
import { USUAL_LOCALE } from '../catalogue/language.ts';
import { connect } from '../store/db.ts';
import { failImport } from '../store/imports.ts';
import { runImportJob } from './import-job.ts';
import type { WorkerTask } from './import-queue.ts';
import { sayWith } from './language.ts';

/** The thread that runs one import, with connections of its own. The record says how it went. */
const { url, login_password, job } = workerData as WorkerTask;
const db = await connect({ url, ...(login_password !== undefined && { login_password }) });
sayWith(job.locale ?? USUAL_LOCALE);
try {
  await runImportJob(db, job);
} catch (error) {
  // What went wrong with the file is for the user; what went wrong with us is for whoever runs the machine as well.
  const expected =
    error instanceof Error && 'code' in error && typeof error.code === 'string' && /^[a-z]+\./.test(error.code);
  const sentence = expected ? (error as Error).message : somethingBroke();
  await failImport(db, job.scope, job.import_id, sentence, new Date().toISOString());
  if (!expected) throw error;
} finally {
  await db.close();
}

function somethingBroke(): string {
  return importRefusals.something_broke_during_import;
}
