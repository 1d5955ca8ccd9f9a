import type { Db } from '../store/db.ts';
import { refreshUsual } from '../store/usual.ts';
import { listWorkspaces } from '../store/workspace.ts';

const EVERY_MS = 60 * 60_000;

/**
 * Counts anew, at the start and every hour, what is usual in each workspace: silence and age grow without any event, so
 * purchases come to need help by themselves.
 * @returns stops it, and waits for what is under way
 */
export function startUpkeep(db: Db, onFailure: (what: string, error: unknown) => void): () => Promise<void> {
  let stopped = false;
  let under_way = Promise.resolve();
  const run = async () => {
    for (const { workspace_id } of await listWorkspaces(db)) {
      if (stopped) return;
      await refreshUsual(db, workspace_id, new Date().toISOString());
    }
  };
  const start = () => {
    under_way = run().catch((error) => onFailure('counting what is usual', error));
  };
  start();
  const timer = setInterval(start, EVERY_MS);
  return async () => {
    stopped = true;
    clearInterval(timer);
    await under_way;
  };
}
