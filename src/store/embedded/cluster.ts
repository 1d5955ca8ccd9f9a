import { randomBytes, randomInt } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { StoreFailure } from '../failure.ts';
import { canEnter, type OsAccount } from './account.ts';
import { type BinaryFolder, makeFolder, shared_home } from './binaries.ts';
import { runProgram, serverOf } from './process.ts';

/** Passwords of the embedded server, kept in `postgres.json` of the data folder, readable by its owner only. */
export interface Secrets {
  owner_password: string;
  login_password: string;
}

/** The user that owns everything in the embedded server. */
export const owner_name = 'coassent_owner';

const secrets_name = 'postgres.json';

/**
 * Where the cluster can be: the data folder itself, or, when Postgres's user cannot enter that (it lies under `/root`),
 * a folder of root's shared home that the link `home` in the data folder points to.
 */
export function clusterHome(folder: string, account: OsAccount | undefined): string {
  const link = path.join(folder, 'home');
  if (existsSync(link)) return realpathSync(link);
  const here = realpathSync(folder);
  if (account === undefined) return here;
  if (!canEnter(here, account) && lstatSync(here).uid === 0) {
    // The folder itself may be closed (a fresh temporary one is): its group, and nobody else, may pass through.
    chownSync(here, 0, account.gid);
    chmodSync(here, (statSync(here).mode & 0o7777) | 0o010);
  }
  if (canEnter(here, account)) return here;
  if (existsSync(path.join(here, 'pgdata'))) {
    throw new StoreFailure(
      'embedded.folder_closed',
      `${account.name}, whom Postgres runs as, cannot enter ${here}. ` +
        'Let other users pass through the folders above it (chmod o+x), or move the data folder elsewhere.',
    );
  }
  makeFolder(shared_home);
  const home = mkdtempSync(path.join(shared_home, 'data-'));
  chmodSync(home, 0o711);
  symlinkSync(home, link);
  return home;
}

/** The passwords of an existing cluster. Fails with `embedded.secret_missing`. */
export function readSecrets(folder: string): Secrets {
  const file = path.join(folder, secrets_name);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  } catch (error) {
    throw new StoreFailure(
      'embedded.secret_missing',
      `The database's password is not in ${file}. Put that file back from a copy of the data folder, ` +
        'or restore a backup into an empty folder.',
      error,
    );
  }
}

function writeDurably(file: string, text: string): void {
  const making = `${file}.new`;
  rmSync(making, { force: true });
  const handle = openSync(making, 'wx', 0o600);
  writeSync(handle, text);
  fsyncSync(handle);
  closeSync(handle);
  renameSync(making, file);
}

const unfinished = 'pgdata.new-';

/** What a killed start left; its `initdb` may still be writing there, so each attempt has a folder of its own. */
function removeUnfinished(home: string): void {
  for (const name of readdirSync(home).filter((entry) => entry.startsWith(unfinished))) {
    rmSync(path.join(home, name), { recursive: true, force: true, maxRetries: 10 });
  }
}

/**
 * Makes a new cluster `home/pgdata`, whole or not at all: it is made under another name and renamed when it is complete
 * and its passwords are on disk, so a start that was killed half-way is simply begun again.
 */
export async function makeCluster(
  folder: string,
  home: string,
  binaries: BinaryFolder,
  account: OsAccount | undefined,
): Promise<void> {
  removeUnfinished(home);
  const making = path.join(home, `${unfinished}${randomBytes(6).toString('hex')}`);
  const password_file = `${making}.password`;
  mkdirSync(making, { mode: 0o700 });
  const secrets: Secrets = {
    owner_password: randomBytes(24).toString('base64url'),
    login_password: randomBytes(24).toString('base64url'),
  };
  writeFileSync(password_file, `${secrets.owner_password}\n`, { mode: 0o600, flag: 'wx' });
  if (account !== undefined) {
    chownSync(making, account.uid, account.gid);
    chownSync(password_file, account.uid, account.gid);
  }
  // macOS has no C.UTF-8; its C orders by bytes just the same.
  const locale = process.platform === 'darwin' ? 'C' : 'C.UTF-8';
  const access = ['--auth=scram-sha-256', `--username=${owner_name}`, `--pwfile=${password_file}`];
  const text = ['--encoding=UTF8', `--locale=${locale}`, '--lc-messages=C'];
  const end = await runProgram(path.join(binaries, 'initdb'), ['-D', making, ...access, ...text], account);
  rmSync(password_file, { force: true });
  if (end.code !== 0) {
    rmSync(making, { recursive: true, force: true });
    throw serverFailure(folder, end.output, 'embedded.setup_failed');
  }
  writeDurably(path.join(folder, secrets_name), JSON.stringify(secrets));
  renameSync(making, path.join(home, 'pgdata'));
}

const ends = {
  'embedded.setup_failed': 'could not be set up',
  'embedded.start_failed': 'did not start',
  'embedded.lost': 'ended unexpectedly',
};

/** Turns what Postgres wrote before it gave up into a sentence that says what to do. */
export function serverFailure(folder: string, output: string, code: keyof typeof ends): StoreFailure {
  if (/No space left on device|Disk quota exceeded/.test(output)) {
    return new StoreFailure(
      'embedded.disk_full',
      `There is no space left for the data folder ${folder}. Free some, or choose another folder with --data.`,
    );
  }
  if (/is not compatible with this version|incompatible with server/.test(output)) {
    return new StoreFailure(
      'embedded.other_version',
      `The database in ${folder} was made by another major version of Postgres. ` +
        'Make a backup with the program version that made it, and restore that into an empty folder.',
    );
  }
  const last = output.split('\n').slice(-8).join('\n');
  return new StoreFailure(
    code,
    `The embedded Postgres ${ends[code]} in ${folder}. It says:
${last}`,
  );
}

/**
 * Stops a server that an earlier, hard-killed run left behind in `cluster`, the way it would have been stopped.
 * A `postmaster.pid` whose number now belongs to another program is removed, so that Postgres does not wait for it.
 */
export async function stopOrphan(
  cluster: string,
  binaries: BinaryFolder,
  account: OsAccount | undefined,
): Promise<void> {
  const file = path.join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  if (Number.isNaN(pid)) return;
  const state = serverOf(pid, cluster);
  if (state === 'other') rmSync(file, { force: true });
  if (state !== 'this') return;
  const stop = (mode: string) =>
    runProgram(path.join(binaries, 'pg_ctl'), ['-D', cluster, '-m', mode, '-w', '-t', '30', 'stop'], account);
  const fast = await stop('fast');
  if (fast.code === 0 || serverOf(pid, cluster) !== 'this') return;
  const immediate = await stop('immediate');
  if (immediate.code === 0 || serverOf(pid, cluster) !== 'this') return;
  throw new StoreFailure(
    'embedded.orphan',
    `An earlier Postgres (process ${pid}) still works in ${cluster} and does not stop. End that process and start again.`,
  );
}

/** Where a server listens: a socket in its cluster, or a port of the loopback interface where the path is too long. */
export interface Listening {
  host: string;
  port: number;
  socket_folder: string;
}

/** The shorter of the limits that systems set for a socket's path, in bytes (macOS 103, Linux 107). */
const socket_path_bytes = 103;

/** Chooses where to listen: never Postgres's own port, never an interface that others can reach. */
export async function chooseListening(cluster: string): Promise<Listening> {
  const port = randomInt(20_000, 60_000);
  const socket = path.join(cluster, `.s.PGSQL.${port}`);
  if (Buffer.byteLength(socket) <= socket_path_bytes) return { host: cluster, port, socket_folder: cluster };
  return { host: '127.0.0.1', port: await freePort(), socket_folder: '' };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
