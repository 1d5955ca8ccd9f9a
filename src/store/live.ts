import type { Db } from './db.ts';
import { change_channel, door_channel, type Feed } from './feed.ts';
import { listen } from './listen.ts';
import { readAsApp, type Scope } from './scope.ts';

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
export async function changesSince(db: Db, scope: Listening, cursor: number | null): Promise<Changes> {
  const { changes, cursor: last, reset } = await readChanges(db, scope, cursor);
  return { changes, cursor: last, reset };
}

/** The same, with the numbers of the notifications that announced the changes. */
type Read = Changes & { words: (string | null)[] };

interface ChangeRow {
  cursor: number;
  purchase_id: string | null;
  at: Date;
  word: string | null;
}

async function readChanges(db: Db, scope: Listening, cursor: number | null): Promise<Read> {
  const feed = feedOf(scope);
  const begin = `from change where workspace_id = $1 and view = $2
    and (purchase_id is null or at >= coalesce(($3::json ->> purchase_id)::timestamptz, '-infinity'))`;
  const values = [scope.workspace_id, feed, JSON.stringify(scope.from ?? {})];
  const rows = await readAsApp<ChangeRow>(db, scope, {
    name: cursor === null ? 'last change' : 'changes since',
    text: `select cursor, purchase_id, at, word ${begin}
      ${cursor === null ? 'order by cursor desc limit 1' : `and cursor > $4 order by cursor limit ${most_changes + 1}`}`,
    values: [...values, ...(cursor === null ? [] : [cursor])],
  });
  const last = rows.at(-1)?.cursor ?? cursor ?? 0;
  if (cursor === null) return { changes: [], words: [], cursor: last, reset: false };
  if (rows.length > most_changes) {
    const text = `select max(cursor) as cursor ${begin}`;
    const [newest] = await readAsApp<{ cursor: number }>(db, scope, { name: 'newest change', text, values });
    // The numbers of those that were not read are not known.
    return { changes: [], words: [null], cursor: newest?.cursor ?? last, reset: true };
  }
  const changes = rows.map(({ word: _word, at, ...row }) => ({ ...row, at: at.toISOString() }));
  return { changes, words: rows.map(({ word }) => word), cursor: last, reset: false };
}

/** Changes as listeners are told of them. */
export interface Told extends Changes {
  /** Word of each of them had been heard here, on the connection on which word of doors is heard. */
  announced: boolean;
}

/** Word of changes for everyone who listens in this process. */
export interface Live {
  /**
   * Calls back with what changed in the scope's feed from now on (or after `cursor`), until the function returned is
   * called. A change may be told twice, never left out.
   */
  subscribe(scope: Listening, cursor: number | null, onChanges: (changes: Told) => void): () => void;
  /**
   * Counts the word of doors: of all that decides who may come in or hear. While it stays the same, whoever could hear
   * may hear what is `announced`: word comes in the order of commits, so that of a door that was closed before a change
   * was stored has been counted before the change was announced. What is not announced may have been stored after doors of
   * which no word came yet, and is only for who is looked at anew.
   */
  doors(): number;
  close(): Promise<void>;
}

interface Subscriber {
  scope: Listening;
  /** The same for all who are told the same of the same cursor. */
  key: string;
  cursor: number | null;
  onChanges: (changes: Told) => void;
}

/**
 * Listens on one connection. A notification says only that something happened somewhere: each view that is subscribed to
 * is then asked once for its own changes. After a lost connection all are asked, so nothing is missed.
 */
export async function startLive(db: Db, onError: (error: unknown) => void): Promise<Live> {
  const subscribers = new Set<Subscriber>();
  const words = new Words();
  const asked = new Asker(db, { subscribers, words, onError });
  const closing = new AbortController();
  let doors = 0;
  let ready: () => void = () => undefined;
  const first = new Promise<void>((resolve) => {
    ready = resolve;
  });
  const ended = listen(db, closing.signal, {
    channels: [change_channel, door_channel],
    onOpen: () => {
      doors++;
      ready();
      asked.ask();
    },
    onWord: ({ channel, payload }) => {
      if (channel === door_channel) {
        doors++;
        return;
      }
      words.add(payload);
      asked.ask();
    },
    onError,
  });
  await Promise.race([first, ended]);
  return {
    subscribe(scope, cursor, onChanges) {
      const { person_id: _person_id, ...shared } = scope;
      const subscriber = { scope, key: JSON.stringify(shared), cursor, onChanges };
      subscribers.add(subscriber);
      asked.ask();
      return () => {
        subscribers.delete(subscriber);
      };
    },
    doors: () => doors,
    async close() {
      subscribers.clear();
      closing.abort();
      await ended;
      await asked.idle();
    },
  };
}

/** So many of the numbers that were heard last are kept; a change is read right after its word. */
const most_words = 10_000;

/** The numbers by which changes were announced. */
class Words {
  readonly #heard = new Set<string>();

  add(word: string | undefined): void {
    if (word === undefined) return;
    this.#heard.add(word);
    if (this.#heard.size <= most_words) return;
    for (const oldest of this.#heard) {
      this.#heard.delete(oldest);
      return;
    }
  }

  has(word: string | null): boolean {
    return word !== null && this.#heard.has(word);
  }
}

/** Asks for changes, one round at a time: what is notified during a round leads to one more. */
class Asker {
  readonly #db: Db;
  readonly #subscribers: Set<Subscriber>;
  readonly #words: Words;
  readonly #onError: (error: unknown) => void;
  #round: Promise<void> | null = null;
  #again = false;

  constructor(db: Db, of: { subscribers: Set<Subscriber>; words: Words; onError: (error: unknown) => void }) {
    this.#db = db;
    this.#subscribers = of.subscribers;
    this.#words = of.words;
    this.#onError = of.onError;
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
    for (const group of this.#groups()) {
      const [one] = group;
      if (one === undefined) continue;
      const read = await readChanges(this.#db, one.scope, one.cursor).catch(this.#onError);
      // The others are told all the same; these are asked again with the next word, from where they were.
      if (read === undefined) continue;
      const { words, ...found } = read;
      const told = { ...found, announced: words.every((word) => this.#words.has(word)) };
      for (const subscriber of group) {
        if (!this.#subscribers.has(subscriber)) continue;
        subscriber.cursor = told.cursor;
        if (told.changes.length > 0 || told.reset) subscriber.onChanges(told);
      }
    }
  }

  /** Those who are told the same, asked for once. */
  #groups(): Iterable<Subscriber[]> {
    const groups = new Map<string, Subscriber[]>();
    for (const subscriber of this.#subscribers) {
      const key = `${subscriber.cursor} ${subscriber.key}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [subscriber]);
      else group.push(subscriber);
    }
    return groups.values();
  }
}
