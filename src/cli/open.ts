import { runningEmbedded } from '../store/attach.ts';
import { connect, type Db } from '../store/db.ts';
import { startEmbedded } from '../store/embedded.ts';
import { migrate } from '../store/migrate.ts';
import { refoldOutdated } from '../store/refold.ts';

/** A database that is ready: migrated, folded by this version, with its pools open. */
export interface OpenStore {
  db: Db;
  /** How another part of the program connects to it. */
  url: string;
  login_password: string | undefined;
  /** Closes the pools, and stops the embedded server if it was started here. */
  close(): Promise<void>;
}

export interface OpenOptions {
  /** The data folder. */
  data: string;
  /** One sentence for each step that takes a moment. */
  onProgress: (sentence: string) => void;
  /** Told to a second start on the same folder. */
  address?: string;
  /** Work beside a program that runs on the same folder, instead of refusing. */
  beside: boolean;
  /** The database went away by itself. */
  onLost?: (error: Error) => void;
}

/**
 * Opens the database: `DATABASE_URL` if it is set, else the embedded server in the data folder.
 * Fails with the codes of `connect`, `migrate` and `startEmbedded`.
 */
export async function openStore(options: OpenOptions): Promise<OpenStore> {
  const server = await serverFor(options);
  try {
    const db = await connect({
      url: server.url,
      ...(server.login_password !== undefined && { login_password: server.login_password }),
    });
    const close = async () => {
      await db.close();
      await server.stop();
    };
    try {
      const { login_password } = server;
      await migrate(db.owner, {
        onProgress: options.onProgress,
        ...(login_password !== undefined && { login_password }),
      });
      await refoldOutdated(db, new Date().toISOString(), options.onProgress);
    } catch (error) {
      await close();
      throw error;
    }
    return { db, url: server.url, login_password: server.login_password, close };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

interface Server {
  url: string;
  login_password: string | undefined;
  stop(): Promise<void>;
}

async function serverFor({ data, onProgress, address, beside, onLost }: OpenOptions): Promise<Server> {
  const url = process.env.DATABASE_URL;
  if (url !== undefined && url !== '') return { url, login_password: undefined, stop: async () => undefined };
  const running = beside ? runningEmbedded(data) : null;
  if (running !== null) return { ...running, stop: async () => undefined };
  return startEmbedded({
    dir: data,
    onProgress,
    ...(address !== undefined && { address }),
    ...(onLost !== undefined && { onLost }),
  });
}

/** Opens the database, runs, and closes it whatever happens. */
export async function withStore<T>(options: OpenOptions, run: (store: OpenStore) => Promise<T>): Promise<T> {
  const store = await openStore(options);
  try {
    return await run(store);
  } finally {
    await store.close();
  }
}
