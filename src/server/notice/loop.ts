import { listWorkspaces } from '../../store/workspace.ts';
import { type Sending, sendNotices } from './send.ts';

const LONGEST_PAUSE_MS = 20_000;
const SHORTEST_PAUSE_MS = 500;

/**
 * Sends, again and again, what people are to be told by mail. What was waiting when the program ended waits in the database.
 * @returns stops it, and waits for what is under way
 */
export function startNotices(
  sending: Sending,
  onFailure: (what: string, error: unknown) => void,
  clock: () => string = () => new Date().toISOString(),
): () => Promise<void> {
  let stopped = false;
  let under_way: Promise<void> | null = null;
  const run = async () => {
    for (const { workspace_id } of await listWorkspaces(sending.db)) {
      if (stopped) return;
      // What fails in one workspace keeps no other from being told.
      await sendNotices(sending, workspace_id, clock()).catch((error) => onFailure('mailing notices', error));
    }
  };
  const start = () => {
    under_way ??= run()
      .catch((error) => onFailure('mailing notices', error))
      .finally(() => {
        under_way = null;
      });
  };
  const pause_ms = Math.max(SHORTEST_PAUSE_MS, Math.min(LONGEST_PAUSE_MS, sending.setting.settle_ms / 3));
  start();
  const timer = setInterval(start, pause_ms);
  return async () => {
    stopped = true;
    clearInterval(timer);
    await under_way;
  };
}
