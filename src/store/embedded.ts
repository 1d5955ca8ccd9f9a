import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, realpathSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client, escapeIdentifier } from 'pg';
import { accountFor, type OsAccount } from './embedded/account.ts';
import { type BinaryFolder, binariesFor } from './embedded/binaries.ts';
import {
  chooseListening,
  clusterHome,
  type Listening,
  makeCluster,
  owner_name,
  readSecrets,
  serverFailure,
  stopOrphan,
} from './embedded/cluster.ts';
import { lockFolder } from './embedded/lock.ts';
import { surroundings } from './embedded/process.ts';
import { folderFailure, type StoreFailure } from './failure.ts';

/**
 * The embedded Postgres: a native server of our own in a data folder, with nothing to install or set up.
 *
 *   no cluster -> made -> starting -> ready -> stopped
 *                            ^                    |      a hard kill leaves the server behind; the next start stops it
 *                            +--------------------+      first, and only when nobody else holds the folder's lock
 */
export interface EmbeddedOptions {
  /** The data folder; made when it is missing. */
  dir: string;
  /** What Postgres wrote while it started, stopped or was lost. */
  onLog?: (text: string) => void;
  /** One sentence for each step that takes a moment. */
  onProgress?: (sentence: string) => void;
  /** The server ended although nobody asked it to: everything that needs it fails from now on. */
  onLost?: (failure: StoreFailure) => void;
  /** Told to a second start on the same folder: where the program that has it is reached. */
  address?: string;
  /** More settings of the server (`fsync: 'off'` in tests). */
  settings?: Record<string, string>;
  /** A folder with another Postgres's programs; the embedded ones where not given. */
  binaries?: BinaryFolder;
}

/** A running embedded server. */
export interface Embedded {
  /** Connects as the owner of everything. Holds a password: never log it. */
  url: string;
  /** The password for `coassent_login`, the role that the application logs in as. */
  login_password: string;
  /** The folder of the cluster itself. */
  cluster: string;
  pid: number;
  /** Stops the server cleanly and gives the folder free; may be called again. */
  stop(): Promise<void>;
}

/** The one database of a cluster of ours. */
export const database_name = 'coassent';

/**
 * `fsync` stays on (the default): what was acknowledged survives. Errors are logged without the statement and without
 * details, because those hold what people wrote.
 */
const server_settings: Record<string, string> = {
  shared_buffers: '128MB',
  max_connections: '40',
  max_wal_size: '1GB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/**
 * Starts the embedded Postgres in `dir`, making or recovering whatever is needed, and takes the folder for this process.
 * Fails with a `StoreFailure` whose code starts with `embedded.`; nothing is left running then.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const folder = path.resolve(options.dir);
  let lock: { release(): void } | undefined;
  try {
    mkdirSync(folder, { recursive: true });
    lock = lockFolder(folder, options.address);
    return await startLocked(options, folder, lock);
  } catch (error) {
    lock?.release();
    throw folderFailure(folder, error);
  }
}

async function startLocked(options: EmbeddedOptions, folder: string, lock: { release(): void }): Promise<Embedded> {
  const home = clusterHome(folder, accountFor(path.join(folder, 'pgdata')));
  if (home !== realpathSync(folder)) {
    options.onProgress?.(
      `The database itself is kept in ${home}: Postgres does not run as root and cannot enter ${folder}`,
    );
  }
  const account = accountFor(path.join(home, 'pgdata'));
  const binaries = options.binaries ?? binariesFor(account, home);
  if (!existsSync(path.join(home, 'pgdata'))) {
    options.onProgress?.('Setting up the database');
    await makeCluster(folder, home, binaries, account);
  }
  const cluster = realpathSync(path.join(home, 'pgdata'));
  const secrets = readSecrets(folder);
  await stopOrphan(cluster, binaries, account);
  options.onProgress?.('Starting the database');
  const server = await startServer({ folder, cluster, binaries, account }, options);
  const stop = stopper(server, lock, options);
  try {
    const url = await ensureDatabase(server.listening, secrets.owner_password);
    return { url, login_password: secrets.login_password, cluster, pid: server.pid, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Place {
  folder: string;
  cluster: string;
  binaries: BinaryFolder;
  account: OsAccount | undefined;
}

interface Server {
  child: ChildProcess;
  pid: number;
  listening: Listening;
  log: LogTail;
  folder: string;
}

/** The server's log is a file, not a pipe: a busy or dead program of ours must never make Postgres wait. */
class LogTail {
  readonly file: string;
  #read_to: number;

  constructor(folder: string) {
    this.file = path.join(folder, 'postgres.log');
    const bytes = existsSync(this.file) ? statSync(this.file).size : 0;
    if (bytes > 1_000_000) renameSync(this.file, `${this.file}.1`);
    this.#read_to = bytes > 1_000_000 ? 0 : bytes;
  }

  /** What was written since the last call. */
  next(): string {
    const all = readFileSync(this.file);
    const fresh = all.subarray(this.#read_to).toString('utf8').trim();
    this.#read_to = all.length;
    return fresh;
  }
}

/** After a hard kill its remains (a stale pid file, shared memory, a socket) can outlive Postgres by up to 2 s. */
const retry_ms = 5_000;
const passing_trouble =
  /lock file .* already exists|pre-existing shared memory block|Address already in use|could not create any/;

async function startServer(place: Place, options: EmbeddedOptions): Promise<Server> {
  const give_up_at = Date.now() + retry_ms;
  for (let pause_ms = 100; ; pause_ms *= 2) {
    const log = new LogTail(place.folder);
    const listening = await chooseListening(place.cluster);
    const child = spawnServer(place, listening, log.file, options.settings);
    const ready = await untilReady(child, place.cluster, options.onProgress);
    const said = log.next();
    if (said !== '') options.onLog?.(said);
    if (ready && child.pid !== undefined) return { child, pid: child.pid, listening, log, folder: place.folder };
    if (!passing_trouble.test(said) || Date.now() + pause_ms > give_up_at) {
      throw serverFailure(place.folder, said, 'embedded.start_failed');
    }
    await wait(pause_ms);
  }
}

function spawnServer(
  place: Place,
  listening: Listening,
  log_file: string,
  settings: Record<string, string> | undefined,
): ChildProcess {
  const flags = Object.entries({ ...server_settings, ...settings }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const interfaces = listening.socket_folder === '' ? '127.0.0.1' : '';
  const where = ['-p', String(listening.port), '-k', listening.socket_folder, '-h', interfaces];
  const log = openSync(log_file, 'a', 0o600);
  // In a process group of its own: Ctrl-C reaches us alone, and we stop the server after its last client is done.
  const child = spawn(path.join(place.binaries, 'postgres'), ['-D', place.cluster, ...where, ...flags], {
    ...surroundings(place.account),
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.on('error', () => undefined); // Its exit code tells the same.
  return child;
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

/** Postgres writes its state into line 8 of `postmaster.pid`. False when the server ended instead. */
async function untilReady(
  child: ChildProcess,
  cluster: string,
  onProgress: EmbeddedOptions['onProgress'],
): Promise<boolean> {
  const file = path.join(cluster, 'postmaster.pid');
  const started_at = Date.now();
  let told = false;
  while (!hasEnded(child)) {
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    if (lines[0] === String(child.pid) && lines[7]?.trim() === 'ready') return true;
    if (!told && Date.now() - started_at > 3_000) {
      told = true;
      onProgress?.('The database was not stopped properly and is putting itself in order');
    }
    await wait(20);
  }
  return false;
}

async function ensureDatabase(listening: Listening, password: string): Promise<string> {
  const client = new Client({ ...listening, user: owner_name, password, database: 'postgres' });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [database_name]);
    if (found.rows.length === 0) await client.query(`create database ${escapeIdentifier(database_name)}`);
  } finally {
    await client.end();
  }
  const host = encodeURIComponent(listening.host);
  return `postgresql://${owner_name}:${password}@localhost:${listening.port}/${database_name}?host=${host}`;
}

/** Should we end without stopping the server (an uncaught error), it is told to stop all the same. */
function stopper(server: Server, lock: { release(): void }, options: EmbeddedOptions): () => Promise<void> {
  const { child } = server;
  const onExit = () => {
    child.kill('SIGINT');
    lock.release();
  };
  process.on('exit', onExit);
  let stopping: Promise<void> | undefined;
  const ended = new Promise<void>((resolve) => {
    const onEnd = () => {
      process.off('exit', onExit);
      const said = server.log.next();
      if (said !== '') options.onLog?.(said);
      resolve();
      if (stopping === undefined) options.onLost?.(serverFailure(server.folder, said, 'embedded.lost'));
    };
    if (hasEnded(child)) setImmediate(onEnd);
    else child.once('exit', onEnd);
  });
  const stop = async () => {
    child.kill('SIGINT'); // "fast": sessions are ended, everything is written out.
    const late = setTimeout(() => child.kill('SIGQUIT'), 30_000);
    await ended;
    clearTimeout(late);
    lock.release();
  };
  return () => {
    stopping ??= stop();
    return stopping;
  };
}
