import type { Notification, PoolClient } from 'pg';
import { type Db, withClient } from './db.ts';

/** What is heard on channels. */
export interface Hearing {
  channels: readonly string[];
  /** It is listened from now on; what was said before, since the last connection broke, was missed. */
  onOpen: () => void;
  onWord: (word: Notification) => void;
  onError: (error: unknown) => void;
}

/** A connection that was lost is made anew after this. */
const retry_ms = 500;

/**
 * Listens until the signal comes, on one connection, so that what was committed first is heard first: Postgres tells of
 * transactions in the order of their commits, whatever the channels.
 */
export async function listen(db: Db, signal: AbortSignal, hearing: Hearing): Promise<void> {
  while (!signal.aborted) {
    try {
      await withClient(db.bulk, (client) => listenOnce(client, signal, hearing));
    } catch (error) {
      if (!signal.aborted) hearing.onError(error);
    }
    if (!signal.aborted) await pause(signal);
  }
}

/** Until the connection ends or the signal comes. */
async function listenOnce(client: PoolClient, signal: AbortSignal, { channels, onOpen, onWord }: Hearing) {
  client.on('notification', onWord);
  const over = new Promise<void>((resolve) => {
    client.once('error', () => resolve());
    client.once('end', () => resolve());
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  try {
    await client.query(channels.map((channel) => `listen ${channel}`).join('; '));
    onOpen();
    await over;
    if (signal.aborted) await client.query('unlisten *');
  } finally {
    client.off('notification', onWord);
  }
}

function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, retry_ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
