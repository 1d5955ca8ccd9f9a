import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { owner_name, readSecrets } from './embedded/cluster.ts';
import { holderOf } from './embedded/lock.ts';
import { database_name } from './embedded.ts';

/** A server that another process of ours started on a data folder. */
export interface Running {
  url: string;
  login_password: string;
  /** The process that has the folder. */
  pid: number;
}

/**
 * The embedded server that a running program has on a data folder, to work beside it; null where none runs.
 * Fails with `embedded.secret_missing`.
 */
export function runningEmbedded(dir: string): Running | null {
  const folder = path.resolve(dir);
  const holder = holderOf(folder);
  if (holder === undefined) return null;
  const file = [folder, path.join(folder, 'home')]
    .map((home) => path.join(home, 'pgdata', 'postmaster.pid'))
    .find((candidate) => existsSync(candidate));
  if (file === undefined) return null;
  // As Postgres documents it: process, data folder, start, port, socket folder, address, memory, status; a line each.
  const [, , , port, socket_folder, , , status] = readFileSync(file, 'utf8').split('\n');
  if (port === undefined || status?.trim() !== 'ready') return null;
  const secrets = readSecrets(folder);
  const host = socket_folder === undefined || socket_folder === '' ? '127.0.0.1' : socket_folder;
  const at = `localhost:${port}/${database_name}?host=${encodeURIComponent(host)}`;
  const { owner_password, login_password } = secrets;
  return { url: `postgresql://${owner_name}:${owner_password}@${at}`, login_password, pid: holder.pid };
}
