import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { importRefusals } from '../catalogue/import-refusals.ts';
import { localeNow } from '../catalogue/language.ts';
import type { OutputOf } from '../contract/operations.ts';
import type { Mapping } from '../core/mapping.ts';
import { shippedMappings } from '../ingest/shipped.ts';
import { suggest } from '../ingest/suggest.ts';
import { tryMapping } from '../ingest/try.ts';
import type { Db } from '../store/db.ts';
import { findImport, getImport, type ImportRecord, listImports, listRefusals, putImport } from '../store/imports.ts';
import { listMappings, putMapping } from '../store/mapping.ts';
import { namesOf } from '../store/person.ts';
import { restoreImport, retractImport } from '../store/retraction.ts';
import type { Scope } from '../store/scope.ts';
import { getUpload, putUpload, type Upload } from '../store/upload.ts';
import type { AppOptions } from './app-options.ts';
import type { Call, Handlers } from './bind.ts';
import { type Caller, scopeOfCaller } from './caller.ts';
import { notFound, ProblemError } from './problem.ts';
import { partsOf, receiveFiles, uploadFile } from './upload-files.ts';

type Nouns = Extract<
  keyof Handlers,
  `uploads.${string}` | `previews.${string}` | `imports.${string}` | `retractions.${string}` | `mappings.${string}`
>;
type Preview = OutputOf<'uploads.get'>;

/** Imports: files in, a look at them, the import itself in a worker, its report, undoing it. */
export const importHandlers = (options: AppOptions): Pick<Handlers, Nouns> => {
  const { db, uploads_dir } = options;
  return {
    'uploads.create': (call) => createUpload(options, call),

    'uploads.get': async ({ params, caller }) => (await uploadOf(db, caller, params.upload_id)).preview as Preview,

    'previews.create': async ({ params, body, caller }) => {
      const upload = await uploadOf(db, caller, params.upload_id);
      return tryMapping(partsOf(uploads_dir, upload), body.mapping);
    },

    'imports.create': (call) => createImport(options, call),

    'imports.list': async ({ caller }) => {
      const imports = await listImports(db, scopeOfCaller(caller));
      return { imports: await importViews(db, scopeOfCaller(caller), imports) };
    },

    'imports.get': async ({ params, caller }) =>
      oneView(db, caller, await importOf(db, scopeOfCaller(caller), params.import_id)),

    'imports.refusals': async ({ params, query, caller }) => {
      const scope = scopeOfCaller(caller);
      await importOf(db, scope, params.import_id);
      return listRefusals(db, scope, params.import_id, query);
    },

    'imports.refusals_csv': (call) => sendRefusals(db, call),

    'retractions.put': async ({ params, caller }) =>
      oneView(db, caller, await retractImport(db, scopeOfCaller(caller), revision(caller, params.import_id))),

    'retractions.delete': async ({ params, caller }) =>
      oneView(db, caller, await restoreImport(db, scopeOfCaller(caller), revision(caller, params.import_id))),

    'mappings.list': async ({ caller }) => {
      const kept = await listMappings(db, scopeOfCaller(caller));
      const own = kept.map(({ mapping }) => ({ shipped: false, mapping: mapping as Mapping }));
      return { mappings: [...own, ...shippedMappings().map((mapping) => ({ shipped: true, mapping }))] };
    },

    'mappings.put': async ({ body, caller }) => {
      const { mapping } = body;
      const changed_at = new Date().toISOString();
      await putMapping(db, scopeOfCaller(caller), {
        mapping_id: mapping.name,
        name: mapping.name,
        mapping,
        changed_at,
      });
      return { shipped: false, mapping };
    },
  };
};

async function createUpload(
  { db, uploads_dir }: AppOptions,
  { caller, request }: Call<'uploads.create'>,
): Promise<Preview> {
  if (!request.isMultipart()) {
    throw new ProblemError('import.no_file', importRefusals.send_file_as_multipart);
  }
  const scope = scopeOfCaller(caller);
  const received = await receiveFiles(uploads_dir, request.files());
  if (received.paths.length === 0) throw new ProblemError('import.no_file', importRefusals.no_file_came_with);
  const seen = await suggest({ paths: received.paths, name: received.name }).catch(async (error: unknown) => {
    await rm(received.folder, { recursive: true, force: true });
    throw error;
  });
  const before = await findImport(db, scope, received.sha256);
  const preview: Preview = {
    ...seen,
    upload_id: received.upload_id,
    file_name: received.name,
    size_bytes: received.size_bytes,
    known_as: before?.import_id ?? null,
  };
  await putUpload(db, scope, {
    upload_id: received.upload_id,
    name: received.name,
    bytes: received.size_bytes,
    sha256: received.sha256,
    file: uploadFile(received),
    preview,
    person_id: caller.person_id,
    uploaded_at: new Date().toISOString(),
  });
  return preview;
}

async function createImport(options: AppOptions, { body, caller }: Call<'imports.create'>) {
  const { db, uploads_dir, imports } = options;
  const scope = scopeOfCaller(caller);
  const upload = await uploadOf(db, caller, body.upload_id);
  const before = await findImport(db, scope, upload.sha256);
  const known = before === null ? null : await goOnWith(db, scope, caller, before, body);
  if (known !== null) return oneView(db, caller, known);
  const import_id = randomUUID();
  const record = await putImport(db, scope, {
    import_id,
    name: upload.name,
    sha256: upload.sha256,
    upload_id: upload.upload_id,
    mapping: body.mapping,
    started_at: new Date().toISOString(),
  });
  imports.add({ scope, import_id, paths: partsOf(uploads_dir, upload), mapping: body.mapping, locale: localeNow() });
  return oneView(db, caller, record);
}

/**
 * What becomes of an import whose file was imported before: with the same mapping it is the same import, restored if it
 * was undone; with another one the earlier has to be undone first. Null: import it.
 */
async function goOnWith(
  db: Db,
  scope: Scope,
  caller: Caller,
  before: ImportRecord,
  { mapping, replace }: { mapping: Mapping; replace: boolean },
): Promise<ImportRecord | null> {
  if (before.state === 'failed') return null;
  const same = JSON.stringify(before.mapping) === JSON.stringify(mapping);
  if (same && before.state === 'retracted') return restoreImport(db, scope, revision(caller, before.import_id));
  if (same) return before;
  if (before.state === 'retracted') return null;
  if (before.state !== 'done') {
    throw new ProblemError('import.running', importRefusals.file_being_imported_right);
  }
  if (!replace) {
    throw new ProblemError('import.already_imported', importRefusals.file_imported_already_with);
  }
  await retractImport(db, scope, revision(caller, before.import_id));
  return null;
}

function revision(caller: Caller, import_id: string) {
  return {
    import_id,
    actor: caller.actor,
    on_behalf_of: null,
    command_id: randomUUID(),
    now: new Date().toISOString(),
  };
}

async function uploadOf(db: Db, caller: Caller, upload_id: string): Promise<Upload> {
  const upload = await getUpload(db, scopeOfCaller(caller), upload_id);
  if (upload === null) throw notFound();
  return upload;
}

async function importOf(db: Db, scope: Scope, import_id: string): Promise<ImportRecord> {
  const record = await getImport(db, scope, import_id);
  if (record === null) throw notFound();
  return record;
}

async function importViews(db: Db, scope: Scope, records: readonly ImportRecord[]) {
  const ids = records.flatMap(({ person_id }) => person_id ?? []);
  const names = await namesOf(db, scope, ids);
  return records.map((record) => importView(record, names));
}

async function oneView(db: Db, caller: Caller, record: ImportRecord): Promise<OutputOf<'imports.get'>> {
  const [view] = await importViews(db, scopeOfCaller(caller), [record]);
  return view as OutputOf<'imports.get'>;
}

/** An import as its workspace sees it: an explicit list of fields. */
function importView(record: ImportRecord, names: ReadonlyMap<string, string>): OutputOf<'imports.get'> {
  return {
    import_id: record.import_id,
    name: record.name,
    state: record.state,
    step: record.step,
    share: record.share,
    started_at: record.started_at,
    finished_at: record.finished_at,
    rows: record.rows_read,
    events: record.events,
    purchases: record.purchases,
    repeated: record.repeated,
    refused: record.refused,
    outcomes: record.outcomes,
    error: record.failure,
    by: record.person_id === null ? null : (names.get(record.person_id) ?? null),
  };
}

const CSV_PAGE = 1000;

async function sendRefusals(db: Db, { params, caller, reply }: Call<'imports.refusals_csv'>) {
  const scope = scopeOfCaller(caller);
  await importOf(db, scope, params.import_id);
  let text = 'line,column,value,code,reason\r\n';
  for (let after = 0; ; after += CSV_PAGE) {
    const { refusals } = await listRefusals(db, scope, params.import_id, { after, limit: CSV_PAGE });
    for (const { line, column, value, code, reason } of refusals) {
      text += `${[String(line), column, value, code, reason].map(csvCell).join(',')}\r\n`;
    }
    if (refusals.length < CSV_PAGE) break;
  }
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', 'attachment; filename="refused-rows.csv"')
    .send(text);
}

/** Quoted, and kept from being run as a formula by a spreadsheet. */
function csvCell(value: string | null): string {
  if (value === null) return '';
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}
