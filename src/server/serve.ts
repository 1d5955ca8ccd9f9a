import type { AddressInfo } from 'node:net';
import type { Db } from '../store/db.ts';
import { startLive } from '../store/live.ts';
import { buildApp } from './app.ts';
import { ImportQueue } from './import-queue.ts';
import { startUpkeep } from './upkeep.ts';

export interface ServeOptions {
  store: { db: Db; url: string; login_password: string | undefined };
  /** 0 takes any free port. */
  port: number;
  web_dir: string | null;
  uploads_dir: string;
  onFailure: (what: string, error: unknown) => void;
}

export interface Serving {
  url: string;
  close(): Promise<void>;
}

/**
 * Serves the web client and the API on the loopback interface, and goes on with imports that were interrupted.
 * Rejects with `EADDRINUSE` when the port is taken.
 */
export async function serve(options: ServeOptions): Promise<Serving> {
  const { store, port, onFailure } = options;
  const live = await startLive(store.db, (error) => onFailure('live updates', error));
  const imports = new ImportQueue({ ...options, uploads_dir: options.uploads_dir });
  const app = await buildApp({ db: store.db, live, imports, ...options });
  let stopUpkeep: (() => Promise<void>) | undefined;
  const close = async () => {
    await stopUpkeep?.();
    await imports.close();
    // Streams never end by themselves.
    await live.close();
    await app.close();
  };
  try {
    await app.listen({ host: '127.0.0.1', port });
  } catch (error) {
    await close();
    throw error;
  }
  imports.resume();
  stopUpkeep = startUpkeep(store.db, onFailure);
  const address = app.server.address() as AddressInfo;
  return { url: `http://localhost:${address.port}`, close };
}
