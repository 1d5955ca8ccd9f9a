import type { Db } from '../store/db.ts';
import { makeReleases } from '../store/release.ts';
import { refreshUsual } from '../store/usual.ts';
import { listWorkspaces } from '../store/workspace.ts';
import { dropEndedSessions, runRetention } from './retention.ts';

const EVERY_MS = 60 * 60_000;

/**
 * Counts anew, at the start and every hour, what is usual in each workspace: silence and age grow without any event, so
 * purchases come to need help by themselves. Once a week it also releases what can be told of what buyers keep private, and
 * each time it deletes what is due to be deleted.
 * @returns stops it, and waits for what is under way
 */
export function startUpkeep(
  db: Db,
  uploads_dir: string,
  onFailure: (what: string, error: unknown) => void,
): () => Promise<void> {
  let stopped = false;
  let under_way = Promise.resolve();
  const run = async () => {
    for (const { workspace_id } of await listWorkspaces(db)) {
      if (stopped) return;
      const now = new Date().toISOString();
      await refreshUsual(db, workspace_id, now);
      await makeReleases(db, workspace_id, now);
      if (stopped) return;
      // What fails in one workspace keeps no other from being tidied.
      await runRetention(db, uploads_dir, workspace_id, now).catch((error) => onFailure('deleting what is due', error));
    }
    await dropEndedSessions(db, new Date().toISOString());
  };
  const start = () => {
    under_way = run().catch((error) => onFailure('counting what is usual, releasing and deleting', error));
  };
  start();
  const timer = setInterval(start, EVERY_MS);
  return async () => {
    stopped = true;
    clearInterval(timer);
    await under_way;
  };
}
