import type { PoolClient } from 'pg';
import { type Db, withClient } from './db.ts';
import { change_channel, type Feed } from './feed.ts';
import { asApp, type Scope } from './scope.ts';

/** A purchase of a view changed; null where many did at once. */
export interface Change {
  cursor: number;
  purchase_id: string | null;
  at: string;
}

export interface Changes {
  changes: Change[];
  /** Where to go on from: the last change of the view so far. */
  cursor: number;
  /** Too much was missed to be told one by one: read everything anew. */
  reset: boolean;
}

/** More than this is not told one by one. */
const most_changes = 500;

/** Whose changes are listened to. */
export interface Listening extends Scope {
  /** From when on changes of a purchase may be known, for those that one came to later. */
  from?: Readonly<Record<string, string>>;
}

/** Which feed a scope reads: its view's, or, without its side's zone, what everyone may know of. */
export const feedOf = ({ zones, view }: Scope): Feed => (zones.includes(view) ? view : 'shared');

/** What changed in the caller's feed after a cursor; without one, only where the feed is now. */
export function changesSince(db: Db, scope: Listening, cursor: number | null): Promise<Changes> {
  const feed = feedOf(scope);
  const begin = `from change where workspace_id = $1 and view = $2
    and (purchase_id is null or at >= coalesce(($3::json ->> purchase_id)::timestamptz, '-infinity'))`;
  const values = [scope.workspace_id, feed, JSON.stringify(scope.from ?? {})];
  return asApp(db, scope, async (client) => {
    const { rows } = await client.query<{ cursor: number; purchase_id: string | null; at: Date }>({
      name: cursor === null ? 'last change' : 'changes since',
      text: `select cursor, purchase_id, at ${begin}
        ${cursor === null ? 'order by cursor desc limit 1' : `and cursor > $4 order by cursor limit ${most_changes + 1}`}`,
      values: [...values, ...(cursor === null ? [] : [cursor])],
    });
    const last = rows.at(-1)?.cursor ?? cursor ?? 0;
    if (cursor === null) return { changes: [], cursor: last, reset: false };
    if (rows.length > most_changes) {
      const newest = await client.query<{ cursor: number }>(`select max(cursor) as cursor ${begin}`, values);
      return { changes: [], cursor: newest.rows[0]?.cursor ?? last, reset: true };
    }
    return { changes: rows.map((row) => ({ ...row, at: row.at.toISOString() })), cursor: last, reset: false };
  });
}

/** Word of changes for everyone who listens in this process. */
export interface Live {
  /**
   * Calls back with what changed in the scope's feed from now on (or after `cursor`), until the function returned is
   * called. A change may be told twice, never left out.
   */
  subscribe(scope: Listening, cursor: number | null, onChanges: (changes: Changes) => void): () => void;
  close(): Promise<void>;
}

interface Subscriber {
  scope: Listening;
  cursor: number | null;
  onChanges: (changes: Changes) => void;
}

/** A connection that was lost is made anew after this. */
const retry_ms = 500;

/**
 * Listens on one connection. A notification says only that something happened somewhere: each view that is subscribed to
 * is then asked once for its own changes. After a lost connection all are asked, so nothing is missed.
 */
export async function startLive(db: Db, onError: (error: unknown) => void): Promise<Live> {
  const subscribers = new Set<Subscriber>();
  const asked = new Asker(db, subscribers, onError);
  const closing = new AbortController();
  let ready: () => void = () => undefined;
  const first = new Promise<void>((resolve) => {
    ready = resolve;
  });
  const ended = listen(
    db,
    closing.signal,
    () => {
      ready();
      asked.ask();
    },
    onError,
  );
  await Promise.race([first, ended]);
  return {
    subscribe(scope, cursor, onChanges) {
      const subscriber = { scope, cursor, onChanges };
      subscribers.add(subscriber);
      asked.ask();
      return () => {
        subscribers.delete(subscriber);
      };
    },
    async close() {
      subscribers.clear();
      closing.abort();
      await ended;
      await asked.idle();
    },
  };
}

/** Asks for changes, one round at a time: what is notified during a round leads to one more. */
class Asker {
  readonly #db: Db;
  readonly #subscribers: Set<Subscriber>;
  readonly #onError: (error: unknown) => void;
  #round: Promise<void> | null = null;
  #again = false;

  constructor(db: Db, subscribers: Set<Subscriber>, onError: (error: unknown) => void) {
    this.#db = db;
    this.#subscribers = subscribers;
    this.#onError = onError;
  }

  ask(): void {
    if (this.#round !== null) {
      this.#again = true;
      return;
    }
    this.#round = this.#askAll()
      .catch(this.#onError)
      .finally(() => {
        this.#round = null;
        if (!this.#again) return;
        this.#again = false;
        this.ask();
      });
  }

  async idle(): Promise<void> {
    this.#again = false;
    await this.#round;
  }

  async #askAll(): Promise<void> {
    const groups = new Map<string, Subscriber[]>();
    for (const subscriber of this.#subscribers) {
      const { person_id: _person_id, ...shared } = subscriber.scope;
      const key = JSON.stringify([shared, subscriber.cursor]);
      groups.set(key, [...(groups.get(key) ?? []), subscriber]);
    }
    for (const group of groups.values()) {
      const [one] = group;
      if (one === undefined) continue;
      const found = await changesSince(this.#db, one.scope, one.cursor);
      for (const subscriber of group) {
        if (!this.#subscribers.has(subscriber)) continue;
        subscriber.cursor = found.cursor;
        if (found.changes.length > 0 || found.reset) subscriber.onChanges(found);
      }
    }
  }
}

async function listen(
  db: Db,
  signal: AbortSignal,
  onWord: () => void,
  onError: (error: unknown) => void,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await withClient(db.bulk, (client) => listenOnce(client, signal, onWord));
    } catch (error) {
      if (!signal.aborted) onError(error);
    }
    if (!signal.aborted) await pause(signal);
  }
}

/** Until the connection ends or the signal comes. */
async function listenOnce(client: PoolClient, signal: AbortSignal, onWord: () => void): Promise<void> {
  client.on('notification', onWord);
  const over = new Promise<void>((resolve) => {
    client.once('error', () => resolve());
    client.once('end', () => resolve());
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  try {
    await client.query(`listen ${change_channel}`);
    onWord();
    await over;
    if (signal.aborted) await client.query(`unlisten ${change_channel}`);
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
