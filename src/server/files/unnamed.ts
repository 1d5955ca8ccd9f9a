import { namesBytes } from '../../core/file.ts';
import { effectiveEvents } from '../../core/fold.ts';
import type { View, Zone } from '../../core/zone.ts';
import type { Db } from '../../store/db.ts';
import { allEvents } from '../../store/purchase.ts';
import { scopeOf } from '../../store/scope.ts';
import type { FileBytes } from './bytes.ts';

/** Where bytes stand, and as part of which view it is known what names them. */
interface Place {
  workspace_id: string;
  purchase_id: string;
  zone: Zone;
  view: View;
}

/**
 * Removes bytes that no version of the purchase names in their zone any more, or yet. That is asked of the whole view: who
 * may read only a part of it does not see all that names them. It answers nothing.
 */
export async function removeUnnamed(
  { db, files }: { db: Db; files: Pick<FileBytes, 'remove'> },
  { view, ...place }: Place,
  hashes: readonly string[],
): Promise<void> {
  if (hashes.length === 0) return;
  const events = await allEvents(db, scopeOf(place.workspace_id, null, view), place.purchase_id);
  const counting = effectiveEvents(events, { view });
  for (const sha256 of hashes) {
    if (!namesBytes(counting, place.zone, sha256)) await files.remove({ ...place, sha256 });
  }
}
