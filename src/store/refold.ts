import { STATE_SHAPE } from '../core/state.ts';
import type { Db } from './db.ts';
import { rebuild } from './rebuild.ts';
import { listWorkspaces } from './workspace.ts';

/**
 * Folds those workspaces anew whose rows another version of this program wrote in another shape: an update changes what
 * screens read, never the ledger. A workspace is refolded wholly or not at all, so that any one of its rows tells.
 * @param onProgress told before each workspace that is folded
 * @returns the workspaces that were folded
 */
export async function refoldOutdated(db: Db, now: string, onProgress: (sentence: string) => void): Promise<string[]> {
  const folded: string[] = [];
  for (const { workspace_id, name } of await listWorkspaces(db)) {
    const { rowCount } = await db.owner.query(
      `select from (select state from purchase where workspace_id = $1 limit 1) one
       where (state::json->>'v')::int is distinct from $2`,
      [workspace_id, STATE_SHAPE],
    );
    if (rowCount === 0) continue;
    onProgress(`Folding ${name} anew for this version`);
    await rebuild(db, workspace_id, now);
    folded.push(workspace_id);
  }
  return folded;
}
