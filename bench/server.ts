import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connect, type Db } from '../src/store/db.ts';
import { startEmbedded } from '../src/store/embedded.ts';
import { migrate } from '../src/store/migrate.ts';

/** Runs `fn` with a new database in an embedded server of its own, set up as the program sets it up: it syncs to disk. */
export async function withServer<T>(fn: (db: Db, url: string, login_password: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'coassent-bench-'));
  const server = await startEmbedded({ dir: folder });
  try {
    const { url, login_password } = server;
    const db = await connect({ url, login_password });
    try {
      await migrate(db.owner, { login_password });
      return await fn(db, url, login_password);
    } finally {
      await db.close();
    }
  } finally {
    await server.stop();
    rmSync(path.dirname(server.cluster), { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
}
