import type { Db } from './db.ts';
import { type AnyEvent, eventsOf, workspaceEvents } from './event.ts';
import { asApp, type Scope } from './scope.ts';

/** So many purchases are read at once. */
const BATCH = 100;

/**
 * Hands over the ledger of a workspace as the scope may read it: first what was retracted and restored, then purchase by
 * purchase, each purchase's events in their order. Memory does not grow with the ledger.
 * @param purchase_id only that one; null for all
 */
export function readLedger(
  db: Db,
  scope: Scope,
  purchase_id: string | null,
  onEvents: (events: AnyEvent[]) => Promise<void>,
): Promise<void> {
  const { workspace_id } = scope;
  return asApp(db, scope, async (client) => {
    await onEvents(await workspaceEvents(client, workspace_id));
    if (purchase_id !== null) {
      await onEvents(await eventsOf(client, workspace_id, [purchase_id]));
      return;
    }
    for (let after = ''; ; ) {
      const { rows } = await client.query<{ stream_id: string }>({
        name: 'next streams',
        text: `select distinct stream_id from event where workspace_id = $1 and stream_kind = 'purchase'
          and stream_id > $2 order by stream_id limit ${BATCH}`,
        values: [workspace_id, after],
      });
      const ids = rows.map(({ stream_id }) => stream_id);
      if (ids.length > 0) await onEvents(await eventsOf(client, workspace_id, ids));
      if (ids.length < BATCH) return;
      after = ids.at(-1) ?? '';
    }
  });
}
