import { randomBytes } from 'node:crypto';
import type { PoolClient } from 'pg';
import { VIEWS, type View } from '../core/zone.ts';

/** What programs listen to for word that something changed somewhere. */
export const change_channel = 'coassent_change';

/**
 * Notes that views of a purchase changed (null: many purchases at once), as the last thing before the commit, since the
 * feed's row stays locked until then. The notification itself carries a number that tells nobody anything.
 */
export async function noteChange(
  client: PoolClient,
  workspace_id: string,
  views: readonly View[],
  purchase_id: string | null,
  now: string,
): Promise<void> {
  if (views.length === 0) return;
  // In the order of VIEWS, so that no two writers wait for each other.
  const writes = VIEWS.filter((view) => views.includes(view)).map((view) => ({
    name: 'note change',
    text: `with next as (
        insert into feed (workspace_id, view, last_cursor) values ($1, $2, 1)
        on conflict (workspace_id, view) do update set last_cursor = feed.last_cursor + 1 returning last_cursor)
      insert into change (workspace_id, view, cursor, purchase_id, at) select $1, $2, last_cursor, $3, $4 from next`,
    values: [workspace_id, view, purchase_id, now],
  }));
  const number = randomBytes(8).readBigUInt64BE().toString();
  writes.push({ name: 'notify', text: 'select pg_notify($1, $2)', values: [change_channel, number] });
  if (client.pipeline) await Promise.all(writes.map((write) => client.query(write)));
  else for (const write of writes) await client.query(write);
}
