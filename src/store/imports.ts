import type { ClientBase } from 'pg';
import type { EndedImport } from '../core/notice/kinds.ts';
import { appendBulk, type BulkOptions } from './bulk.ts';
import { digestOf } from './buyer.ts';
import type { Db } from './db.ts';
import type { AnyEvent } from './event.ts';
import { StoreFailure } from './failure.ts';
import { insertNotices } from './notice.ts';
import { asApp, asProjector, becomeApp, becomeProjector, type Scope } from './scope.ts';
import { insertRows, type Table } from './table.ts';

/*
 * An import is one unit.
 *
 *   queued -> running -> done <-> retracted
 *      \________\______-> failed        nothing of it is in the ledger; done again, it is queued again
 */
export type ImportState = 'queued' | 'running' | 'done' | 'retracted' | 'failed';

export interface ImportRecord {
  import_id: string;
  name: string;
  /** Of the file's bytes, so that the same file is recognised. */
  sha256: string;
  upload_id: string | null;
  mapping: unknown;
  /** On whose behalf. */
  person_id: string | null;
  state: ImportState;
  /** What it is at, in words, and how far (0 to 1). */
  step: string;
  share: number;
  started_at: string;
  finished_at: string | null;
  failure: string | null;
  rows_read: number;
  events: number;
  purchases: number;
  repeated: number;
  refused: number;
  outcomes: { open: number; bought: number; lost: number; no_decision: number };
}

/** A row that was not imported, and why. */
export interface ImportRefusal {
  line: number;
  column: string | null;
  value: string | null;
  code: string;
  reason: string;
}

export type NewImport = Pick<ImportRecord, 'import_id' | 'name' | 'sha256' | 'upload_id' | 'mapping' | 'started_at'>;

/** Takes an import down as queued. One that failed is queued again; any other stays as it is. */
export function putImport(db: Db, scope: Scope, given: NewImport): Promise<ImportRecord> {
  return asApp(db, scope, async (client) => {
    await client.query(
      `insert into import (workspace_id, view, import_id, name, sha256, upload_id, mapping, person_id, state, step, share,
         started_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'queued', 'Waiting', 0, $9)
       on conflict (workspace_id, view, import_id) do update set state = 'queued', step = 'Waiting', share = 0,
         upload_id = excluded.upload_id, mapping = excluded.mapping, person_id = excluded.person_id,
         started_at = excluded.started_at, finished_at = null, failure = null
       where import.state = 'failed'`,
      [
        scope.workspace_id,
        scope.view,
        given.import_id,
        given.name,
        given.sha256,
        given.upload_id,
        JSON.stringify(given.mapping ?? null),
        scope.person_id,
        given.started_at,
      ],
    );
    return existing(await readImport(client, scope, given.import_id));
  });
}

/** Tells how far an import is; of one that is over nothing changes. */
export async function noteImport(
  db: Db,
  scope: Scope,
  import_id: string,
  at: { step: string; share: number; rows_read: number; events: number; purchases: number; refused: number },
): Promise<void> {
  await asApp(db, scope, (client) =>
    client.query(
      `update import set state = 'running', step = $4, share = $5, rows_read = $6, events = $7, purchases = $8, refused = $9
       where workspace_id = $1 and view = $2 and import_id = $3 and state in ('queued', 'running')`,
      [scope.workspace_id, scope.view, import_id, at.step, at.share, at.rows_read, at.events, at.purchases, at.refused],
    ),
  );
}

/** What was read of a file besides its events, known when all of them were handed over. */
export interface ImportSummary {
  rows_read: number;
  refusals: readonly ImportRefusal[];
}

/**
 * Runs an import that was put before: its events, refusals and record in one transaction. Killed at any time, it leaves
 * nothing but its record.
 * @param summary asked for after the last batch
 * Fails as `appendBulk` does; the record then says `failed` and why.
 */
export async function runImport(
  db: Db,
  scope: Scope,
  import_id: string,
  batches: AsyncIterable<readonly AnyEvent[]> | Iterable<readonly AnyEvent[]>,
  summary: () => ImportSummary,
  options: BulkOptions,
): Promise<ImportRecord> {
  try {
    await appendBulk(db, scope, batches, {
      ...options,
      last: async (client, progress) => {
        const { events, repeated } = progress;
        const { rows_read, refusals } = summary();
        await becomeApp(client, scope);
        await writeRefusals(client, scope, import_id, refusals);
        await client.query(
          `update import set state = 'done', step = 'Done', share = 1, finished_at = $4, failure = null, rows_read = $5,
             events = $6, repeated = $7, refused = $8, purchases = t.purchases, still_open = t.still_open,
             bought = t.bought, lost = t.lost, no_decision = t.no_decision
           from (select count(*) as purchases, count(*) filter (where outcome is null) as still_open,
               count(*) filter (where outcome = 'bought') as bought, count(*) filter (where outcome = 'lost') as lost,
               count(*) filter (where outcome = 'no_decision') as no_decision
             from purchase p join import_purchase i using (workspace_id, view, purchase_id)
             where p.workspace_id = $1 and p.view = $2 and i.import_id = $3) t
           where workspace_id = $1 and view = $2 and import_id = $3`,
          [scope.workspace_id, scope.view, import_id, options.now, rows_read, events, repeated, refusals.length],
        );
        await becomeProjector(client);
        await tellEnded(client, scope, { import_id, state: 'done' }, options.now);
        await options.last?.(client, progress);
      },
    });
  } catch (error) {
    const sentence = error instanceof StoreFailure ? error.message : 'The import failed, and nothing of it is stored.';
    await failImport(db, scope, import_id, sentence, options.now);
    throw error;
  }
  return existing(await getImport(db, scope, import_id));
}

/** Takes down that an import failed, and why in a sentence; nothing of it is in the ledger. */
export async function failImport(db: Db, scope: Scope, import_id: string, failure: string, now: string): Promise<void> {
  await asProjector(db, scope.workspace_id, async (client) => {
    await becomeApp(client, scope);
    const { rowCount } = await client.query(
      `update import set state = 'failed', step = 'Failed', failure = $4, finished_at = $5
       where workspace_id = $1 and view = $2 and import_id = $3 and state in ('queued', 'running')`,
      [scope.workspace_id, scope.view, import_id, failure, now],
    );
    await becomeProjector(client);
    if (rowCount === 1) await tellEnded(client, scope, { import_id, state: 'failed' }, now);
  });
}

/** Tells whoever started an import how it ended, in the same transaction; one of a program or of buyers is told to nobody. */
async function tellEnded(client: ClientBase, { workspace_id, view }: Scope, ended: EndedImport, at: string) {
  const { rows } = await client.query<{ person_id: string | null }>(
    'select person_id from import where workspace_id = $1 and view = $2 and import_id = $3',
    [workspace_id, view, ended.import_id],
  );
  const person_id = rows[0]?.person_id ?? null;
  if (person_id === null || view !== 'seller') return;
  await insertNotices(client, workspace_id, [
    {
      ...{ kind: 'import', event_ids: [], job_ids: [], reopened_ids: [], import: ended },
      notice_id: digestOf(JSON.stringify([ended.import_id, ended.state, at])),
      ...{ person_id, purchase_id: null, side: 'seller', at, by_mail: true },
    },
  ]);
}

const refusalTable: Table = {
  name: 'import_refusal',
  columns: [
    ['workspace_id', 'text'],
    ['view', 'text'],
    ['import_id', 'text'],
    ['n', 'integer'],
    ['line', 'integer'],
    ['field', 'text'],
    ['value', 'text'],
    ['code', 'text'],
    ['reason', 'text'],
  ],
};

/** So many refusals are written together. */
const refusal_batch = 5_000;

async function writeRefusals(
  client: ClientBase,
  { workspace_id, view }: Scope,
  import_id: string,
  refusals: readonly ImportRefusal[],
): Promise<void> {
  await client.query('delete from import_refusal where workspace_id = $1 and view = $2 and import_id = $3', [
    workspace_id,
    view,
    import_id,
  ]);
  const clean = (text: string | null): string | null => text?.replaceAll('\0', '') ?? null;
  for (let from = 0; from < refusals.length; from += refusal_batch) {
    const rows = refusals.slice(from, from + refusal_batch).map(({ line, column, value, code, reason }, place) => {
      const n = String(from + place + 1);
      return [workspace_id, view, import_id, n, String(line), clean(column), clean(value), code, clean(reason)];
    });
    await insertRows(client, refusalTable, rows);
  }
}

/** The rows that an import refused, in their order. @param after so many are left out first */
export function listRefusals(
  db: Db,
  scope: Scope,
  import_id: string,
  options: { after: number; limit: number },
): Promise<{ refusals: ImportRefusal[]; total: number }> {
  return asApp(db, scope, async (client) => {
    const { rows } = await client.query<ImportRefusal>(
      `select line, field as column, value, code, reason from import_refusal
       where workspace_id = $1 and view = $2 and import_id = $3 and n > $4 order by n limit $5`,
      [scope.workspace_id, scope.view, import_id, options.after, options.limit],
    );
    const total = (await readImport(client, scope, import_id))?.refused ?? 0;
    return { refusals: rows, total };
  });
}

/** An import; null where there is none. */
export const getImport = (db: Db, scope: Scope, import_id: string): Promise<ImportRecord | null> =>
  asApp(db, scope, (client) => readImport(client, scope, import_id));

/** All imports, newest first. */
export const listImports = (db: Db, scope: Scope): Promise<ImportRecord[]> =>
  asApp(db, scope, (client) => readImports(client, scope, '', []));

/** The latest import of the same bytes; null where the file is new. */
export async function findImport(db: Db, scope: Scope, sha256: string): Promise<ImportRecord | null> {
  const found = await asApp(db, scope, (client) => readImports(client, scope, 'and sha256 = $3', [sha256]));
  return found[0] ?? null;
}

async function readImport(client: ClientBase, scope: Scope, import_id: string): Promise<ImportRecord | null> {
  return (await readImports(client, scope, 'and import_id = $3', [import_id]))[0] ?? null;
}

interface ImportRow extends Omit<ImportRecord, 'outcomes' | 'started_at' | 'finished_at'> {
  started_at: Date;
  finished_at: Date | null;
  still_open: number;
  bought: number;
  lost: number;
  no_decision: number;
}

async function readImports(
  client: ClientBase,
  scope: Scope,
  which: string,
  values: readonly unknown[],
): Promise<ImportRecord[]> {
  const { rows } = await client.query<ImportRow>(
    `select import_id, name, sha256, upload_id, mapping, person_id, state, step, share, started_at, finished_at, failure,
       rows_read, events, purchases, repeated, refused, bought, lost, no_decision, still_open
     from import where workspace_id = $1 and view = $2 ${which} order by started_at desc, import_id`,
    [scope.workspace_id, scope.view, ...values],
  );
  return rows.map(({ still_open, bought, lost, no_decision, ...row }) => ({
    ...row,
    started_at: row.started_at.toISOString(),
    finished_at: row.finished_at?.toISOString() ?? null,
    outcomes: { open: still_open, bought, lost, no_decision },
  }));
}

function existing(found: ImportRecord | null): ImportRecord {
  if (found !== null) return found;
  throw new StoreFailure('import.unknown', 'There is no such import. Reload to see the imports there are.');
}
