import type { ClientBase } from 'pg';
import type { Actor, LedgerEvent } from '../core/event.ts';
import { VIEWS, type View } from '../core/zone.ts';
import { BulkWriter } from './bulk-write.ts';
import { type Db, transactionAs } from './db.ts';
import { eventRow, eventTable } from './event.ts';
import { StoreFailure } from './failure.ts';
import { noteChange } from './feed.ts';
import { foldAgain } from './fold-again.ts';
import { getImport, type ImportRecord } from './imports.ts';
import { outsideTable } from './outside.ts';
import { becomeApp, becomeProjector, projectorScope, type Scope } from './scope.ts';
import { lockStreams, lockWorkspace, moveStreams, recordedAt } from './stream.ts';
import { insertRows, type TextRow } from './table.ts';
import { refreshUsualIn } from './usual.ts';

/** Who undoes or restores an import, when, and why. */
export interface RevisionRequest {
  import_id: string;
  actor: Actor;
  on_behalf_of: string | null;
  /** Becomes the event's id. */
  command_id: string;
  reason?: string | undefined;
  now: string;
  /** How far it is, from 0 to 1. */
  onProgress?: ((share: number) => void) | undefined;
}

/**
 * Undoes an import: a new event says so, and its events stay in the ledger but count no longer. Purchases that it alone
 * brought leave the lists. Undone already, nothing changes. Fails with `import.unknown` or `import.not_done`.
 */
export const retractImport = (db: Db, scope: Scope, request: RevisionRequest): Promise<ImportRecord> =>
  revise(db, scope, request, 'import.retracted');

/** Makes an undone import count again. Fails as `retractImport`. */
export const restoreImport = (db: Db, scope: Scope, request: RevisionRequest): Promise<ImportRecord> =>
  revise(db, scope, request, 'import.restored');

type Revision = 'import.retracted' | 'import.restored';

async function revise(db: Db, scope: Scope, request: RevisionRequest, kind: Revision): Promise<ImportRecord> {
  const { workspace_id } = scope;
  const { import_id, now } = request;
  const found = await getImport(db, scope, import_id);
  if (found === null) {
    throw new StoreFailure('import.unknown', 'There is no such import. Reload to see the imports there are.');
  }
  await transactionAs(db.bulk, projectorScope(workspace_id), async (client) => {
    const { last_seq, last_recorded_at } = await lockWorkspace(client, workspace_id, now);
    await BulkWriter.prepare(client);
    const recorded_at = recordedAt(now, last_recorded_at);
    await becomeApp(client, scope);
    if (!(await moveImport(client, scope, import_id, kind))) return;
    await writeRevision(client, workspace_id, eventOf(request, kind, last_seq + 1, recorded_at));
    await becomeProjector(client);
    await moveStreams(client, workspace_id, 'workspace', [{ id: 'workspace', last_seq: last_seq + 1, recorded_at }]);
    const views = await refoldTouched(client, workspace_id, request, kind);
    await refreshUsualIn(client, workspace_id, now);
    await noteChange(client, workspace_id, views, null, now);
  });
  return (await getImport(db, scope, import_id)) ?? found;
}

/** @returns false where it is so already */
async function moveImport(client: ClientBase, scope: Scope, import_id: string, kind: Revision): Promise<boolean> {
  const [from, to, step] =
    kind === 'import.retracted' ? ['done', 'retracted', 'Undone'] : ['retracted', 'done', 'Done'];
  const values = [scope.workspace_id, scope.view, import_id];
  const mine = 'where workspace_id = $1 and view = $2 and import_id = $3';
  const { rows } = await client.query<{ state: string }>(`select state from import ${mine} for update`, values);
  const state = rows[0]?.state;
  if (state === to) return false;
  if (state !== from) {
    throw new StoreFailure(
      'import.not_done',
      'This import is not finished, so there is nothing to undo or restore yet.',
    );
  }
  await client.query(`update import set state = $4, step = $5 ${mine}`, [...values, to, step]);
  return true;
}

function eventOf(request: RevisionRequest, kind: Revision, seq: number, at: string): LedgerEvent {
  const { import_id, reason } = request;
  return {
    id: request.command_id,
    stream_kind: 'workspace',
    stream_id: 'workspace',
    seq,
    kind,
    v: 1,
    zone: 'shared',
    actor: request.actor,
    on_behalf_of: request.on_behalf_of,
    command_id: request.command_id,
    cause_id: null,
    import_id: null,
    source: null,
    occurred_at: at,
    known_at: at,
    recorded_at: at,
    body: kind === 'import.retracted' && reason !== undefined ? { import_id, reason } : { import_id },
  } as LedgerEvent;
}

async function writeRevision(client: ClientBase, workspace_id: string, event: LedgerEvent): Promise<void> {
  const texts: TextRow[] = [];
  await insertRows(client, eventTable, [eventRow(workspace_id, event, (row) => texts.push(row))]);
  await insertRows(client, outsideTable, texts);
}

async function refoldTouched(
  client: ClientBase,
  workspace_id: string,
  request: RevisionRequest,
  kind: Revision,
): Promise<View[]> {
  const { import_id, now } = request;
  const touched = await client.query<{ purchase_id: string; views: View[] }>(
    `select purchase_id, array_agg(view) as views from import_purchase
     where workspace_id = $1 and view = any('{buyer,seller}') and import_id = $2 group by purchase_id order by purchase_id`,
    [workspace_id, import_id],
  );
  const ids = touched.rows.map((row) => row.purchase_id);
  await lockStreams(client, workspace_id, ids);
  const gone = kind === 'import.retracted' ? await dropSole(client, workspace_id, import_id) : new Set<string>();
  const rest = ids.filter((id) => !gone.has(id));
  await foldAgain(client, workspace_id, rest, now, request.onProgress);
  return VIEWS.filter((view) => touched.rows.some((row) => row.views.includes(view)));
}

/** Purchases of which there is nothing but this import are no longer shown; nothing has to be folded for that. */
async function dropSole(client: ClientBase, workspace_id: string, import_id: string): Promise<Set<string>> {
  const { rows } = await client.query<{ purchase_id: string }>(
    `with sole as (
       select distinct purchase_id from import_purchase i
       where i.workspace_id = $1 and i.import_id = $2 and not exists (
         select 1 from event e where e.workspace_id = $1 and e.stream_kind = 'purchase' and e.stream_id = i.purchase_id
           and e.import_id is distinct from $2)),
     dropped as (delete from job_interval d using sole s where d.workspace_id = $1 and d.purchase_id = s.purchase_id),
     taken as (delete from purchase d using sole s where d.workspace_id = $1 and d.purchase_id = s.purchase_id)
     select purchase_id from sole`,
    [workspace_id, import_id],
  );
  return new Set(rows.map((row) => row.purchase_id));
}
