import type { ClientBase } from 'pg';
import type { Usual } from '../core/need.ts';
import { VIEWS, type View } from '../core/zone.ts';
import { type Db, transactionAs } from './db.ts';
import { type AnyEvent, eventsOf, workspaceEvents } from './event.ts';
import { noteChange } from './feed.ts';
import { foldAll } from './folded.ts';
import { intervalRows, intervalTable } from './interval.ts';
import { byStream } from './purchase.ts';
import { purchaseTable, purchaseTextRow, readUsuals } from './row.ts';
import { projectorScope } from './scope.ts';
import { lockWorkspace } from './stream.ts';
import { Loader, type Table } from './table.ts';

/** A row that was not what the ledger leads to. */
export interface Tampered {
  table: 'purchase' | 'job_interval' | 'import_purchase';
  view: View;
  purchase_id: string;
  /** The columns that differed; `missing` where the row was not there, `unfounded` where nothing leads to it. */
  columns: string[];
}

export interface RebuildReport {
  workspace_id: string;
  purchases: number;
  /** Empty where everything was as it should be. */
  tampered: Tampered[];
  /** Streams whose places are not 1, 2, 3 ...: events were taken out of the ledger or put in beside the program. */
  broken_streams: string[];
}

/** When a plan is looked at next moves on with time, as it is looked at: what stands there is no sign of tampering. */
const MOVING: ReadonlySet<string> = new Set(['look_at']);

/** So many purchases are read and folded at once. */
const chunk_purchases = 500;

/**
 * Folds everything of a workspace anew from its ledger into emptied tables, in one transaction, and tells which rows had
 * been something else. Whoever writes meanwhile waits.
 * @param onProgress how many of the purchases were folded
 */
export function rebuild(
  db: Db,
  workspace_id: string,
  now: string,
  onProgress?: (done: number, of: number) => void,
): Promise<RebuildReport> {
  return transactionAs(db.bulk, projectorScope(workspace_id), async (client) => {
    await lockWorkspace(client, workspace_id, now);
    const ids = await lockAll(client, workspace_id);
    for (const table of [purchaseTable, intervalTable]) await client.query(new Loader(table).preparing);
    const usuals = await readUsuals(client, workspace_id, now);
    const of_workspace = await workspaceEvents(client, workspace_id);
    for (let from = 0; from < ids.length; from += chunk_purchases) {
      onProgress?.(from, ids.length);
      await refold(client, workspace_id, ids.slice(from, from + chunk_purchases), of_workspace, usuals);
    }
    const tampered = [
      ...(await replaceRows(client, workspace_id, purchaseTable, ['view', 'purchase_id'])),
      ...(await replaceRows(client, workspace_id, intervalTable, ['view', 'purchase_id', 'kind', 'about', 'n'])),
      ...(await replaceImports(client, workspace_id)),
    ];
    const broken_streams = await brokenStreams(client, workspace_id);
    if (tampered.length > 0) await noteChange(client, workspace_id, VIEWS, null, now);
    onProgress?.(ids.length, ids.length);
    return { workspace_id, purchases: ids.length, tampered, broken_streams };
  });
}

async function lockAll(client: ClientBase, workspace_id: string): Promise<string[]> {
  const { rows } = await client.query<{ stream_id: string }>(
    `select stream_id from stream where workspace_id = $1 and stream_kind = 'purchase' order by stream_id for update`,
    [workspace_id],
  );
  return rows.map((row) => row.stream_id);
}

/** Folds purchases into the temporary tables. */
async function refold(
  client: ClientBase,
  workspace_id: string,
  ids: readonly string[],
  of_workspace: readonly AnyEvent[],
  usuals: Record<View, Usual>,
): Promise<void> {
  const purchases = new Loader(purchaseTable, { whole: true });
  const intervals = new Loader(intervalTable, { whole: true });
  for (const [purchase_id, events] of byStream(await eventsOf(client, workspace_id, ids))) {
    for (const view of VIEWS) {
      const folded = foldAll(purchase_id, [...events, ...of_workspace], { view });
      const row = purchaseTextRow(workspace_id, folded, usuals[view]);
      if (row === null) continue;
      purchases.add(row);
      for (const interval of intervalRows(workspace_id, folded)) intervals.add(interval);
    }
  }
  for (const loader of [purchases, intervals]) {
    loader.finish();
    await loader.copy(client);
  }
}

/** Compares a table with the temporary one, then puts the rows of that in its place. */
async function replaceRows(
  client: ClientBase,
  workspace_id: string,
  table: Table & { name: string },
  key: readonly string[],
): Promise<Tampered[]> {
  const { name, columns } = table;
  const same = key.map((column) => `p.${column} = i.${column}`).join(' and ');
  // Of json its text counts: the order of keys is part of what was stored.
  const fixed = columns.filter(([column]) => !MOVING.has(column));
  const differing = fixed.map(([column, type]) => {
    const text = type === 'json' ? '::text' : '';
    return `case when p.${column}${text} is distinct from i.${column}${text} then '${column}' end`;
  });
  const { rows } = await client.query<Omit<Tampered, 'table'>>(
    `select coalesce(p.view, i.view) as view, coalesce(p.purchase_id, i.purchase_id) as purchase_id,
       case when p.view is null then array['missing'] when i.view is null then array['unfounded']
         else array_remove(array[${differing.join(', ')}], null) end as columns
     from (select * from ${name} where workspace_id = $1) p full join incoming_${name} i on ${same}
     where p.view is null or i.view is null or array_remove(array[${differing.join(', ')}], null) <> '{}'
     order by 2, 1`,
    [workspace_id],
  );
  const names = columns.map(([column]) => column).join(', ');
  await client.query(`delete from ${name} where workspace_id = $1`, [workspace_id]);
  await client.query(`insert into ${name} (${names}) select ${names} from incoming_${name}`);
  return rows.map((row) => ({ table: name as Tampered['table'], ...row }));
}

/** Which purchases hold events of which imports, counted anew. */
async function replaceImports(client: ClientBase, workspace_id: string): Promise<Tampered[]> {
  await client.query(
    `create temp table incoming_import_purchase on commit drop as
     select distinct v.view, e.import_id, e.stream_id as purchase_id
     from event e join (values ('buyer'), ('seller')) v (view) on e.zone in ('shared', v.view)
     where e.workspace_id = $1 and e.stream_kind = 'purchase' and e.import_id is not null`,
    [workspace_id],
  );
  const { rows } = await client.query<Omit<Tampered, 'table'>>(
    `select coalesce(p.view, i.view) as view, coalesce(p.purchase_id, i.purchase_id) as purchase_id,
       array[case when p.view is null then 'missing' else 'unfounded' end] as columns
     from (select * from import_purchase where workspace_id = $1) p
     full join incoming_import_purchase i
       on p.view = i.view and p.import_id = i.import_id and p.purchase_id = i.purchase_id
     where p.view is null or i.view is null order by 2, 1`,
    [workspace_id],
  );
  await client.query('delete from import_purchase where workspace_id = $1', [workspace_id]);
  await client.query(
    `insert into import_purchase (workspace_id, view, import_id, purchase_id)
     select $1, view, import_id, purchase_id from incoming_import_purchase`,
    [workspace_id],
  );
  return rows.map((row) => ({ table: 'import_purchase', ...row }));
}

async function brokenStreams(client: ClientBase, workspace_id: string): Promise<string[]> {
  const { rows } = await client.query<{ stream_id: string }>(
    `select stream_id from stream s
     full join (select stream_kind, stream_id, count(*) as events, max(seq) as last from event
       where workspace_id = $1 group by stream_kind, stream_id) e using (stream_kind, stream_id)
     where coalesce(s.workspace_id, $1) = $1 and (coalesce(e.events, 0), coalesce(e.last, 0))
       is distinct from (coalesce(s.last_seq, 0)::bigint, coalesce(s.last_seq, 0))
     order by stream_id`,
    [workspace_id],
  );
  return rows.map((row) => row.stream_id);
}
