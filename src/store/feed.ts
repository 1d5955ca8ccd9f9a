import { randomBytes } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { View } from '../core/zone.ts';

/** What programs listen to for word that something changed somewhere. */
export const change_channel = 'coassent_change';

/** And for word that someone may come in, or hear, where they could not, or no longer: triggers of the tables say so. */
export const door_channel = 'coassent_door';

/** A view's changes, or those that everyone may know of. */
export type Feed = View | 'shared';

/**
 * Notes that views of a purchase changed (null: many purchases at once), as the last thing before the commit, since the
 * feed's row stays locked until then. Nobody writes into the other side's zone, so what changed both views at once was
 * shared, and stands in the feed of those who read only that. The notification carries a number that tells nobody anything,
 * and that stands with the change, so that who reads it knows whether they have heard of it.
 */
export async function noteChange(
  client: ClientBase,
  workspace_id: string,
  views: readonly View[],
  purchase_id: string | null,
  now: string,
): Promise<void> {
  if (views.length === 0) return;
  const feeds: Feed[] = views.length > 1 ? [...views, 'shared'] : [...views];
  const word = randomBytes(8).readBigUInt64BE().toString();
  await client.query({
    name: 'note change',
    // In the order of the views, so that no two writers wait for each other.
    text: `with next as (
        insert into feed (workspace_id, view, last_cursor) select $1, view, 1 from unnest($2::text[]) view order by view
        on conflict (workspace_id, view) do update set last_cursor = feed.last_cursor + 1 returning view, last_cursor)
      insert into change (workspace_id, view, cursor, purchase_id, at, word)
      select $1, view, last_cursor, $3, $4, $6::text from next returning pg_notify($5, $6::text)`,
    values: [workspace_id, feeds, purchase_id, now, change_channel, word],
  });
}
