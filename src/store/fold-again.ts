import type { ClientBase } from 'pg';
import { VIEWS } from '../core/zone.ts';
import { BulkWriter } from './bulk-write.ts';
import { type AnyEvent, eventsOf, workspaceEvents } from './event.ts';
import { foldAll } from './folded.ts';
import { byStream } from './purchase.ts';
import { nothingStored, readStored, readUsuals } from './row.ts';

/** So many purchases are folded and written at once. */
const chunk_purchases = 500;

/**
 * Folds purchases anew for both views, in a transaction that holds their streams; as the projector, after
 * `BulkWriter.prepare`.
 * @param onProgress told how far it is, from 0 to 1
 */
export async function foldAgain(
  client: ClientBase,
  workspace_id: string,
  ids: readonly string[],
  now: string,
  onProgress?: (share: number) => void,
): Promise<void> {
  const usuals = await readUsuals(client, workspace_id, now);
  const of_workspace = await workspaceEvents(client, workspace_id);
  for (let from = 0; from < ids.length; from += chunk_purchases) {
    onProgress?.(from / ids.length);
    const chunk = ids.slice(from, from + chunk_purchases);
    const events = byStream(await eventsOf(client, workspace_id, chunk));
    const stored = await readStored(client, workspace_id, chunk);
    const writer = new BulkWriter(workspace_id, []);
    for (const purchase_id of chunk) {
      const { intervals } = stored.get(purchase_id) ?? nothingStored();
      const all: AnyEvent[] = [...(events.get(purchase_id) ?? []), ...of_workspace];
      for (const view of VIEWS) writer.addFolded(foldAll(purchase_id, all, { view }), intervals[view], usuals[view]);
    }
    writer.finish();
    await writer.write(client);
  }
}
