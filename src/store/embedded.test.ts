import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { type Embedded, type EmbeddedOptions, startEmbedded } from './embedded.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'coassent-embedded-'));
  chmodSync(folder, 0o711);
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  return path.join(folder, 'data');
}

async function start(dir: string, options: Partial<EmbeddedOptions> = {}): Promise<Embedded> {
  const server = await startEmbedded({ dir, ...options });
  cleanups.push(() => server.stop());
  return server;
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query({ text: sql, rowMode: 'array' }).finally(() => client.end());
  return rows.flat();
}

/** A program of its own that starts the server, and the lines it prints. */
function startElsewhere(dir: string): {
  child: ChildProcess;
  line(pattern: RegExp): Promise<string>;
  kill(): Promise<void>;
} {
  const fixture = path.resolve(import.meta.dirname, '../../test/fixtures/start-embedded.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', fixture, dir], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  const lines = createInterface({ input: child.stdout });
  const line = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      lines.on('line', (text) => pattern.test(text) && resolve(text));
      child.once('exit', () => reject(new Error(`ended before it printed ${pattern}`)));
    });
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  cleanups.push(kill);
  return { child, line, kill };
}

describe('the embedded Postgres', () => {
  it('is made, stopped and started again with what it held', async () => {
    const dir = newFolder();
    const first = await start(dir);
    await ask(first.url, 'create table kept as select 42 as n');
    await first.stop();
    await first.stop();
    expect(existsSync(path.join(dir, 'coassent.lock'))).toBe(false);
    const second = await start(dir);
    expect(await ask(second.url, 'select n from kept')).toEqual([42]);
    expect(second.login_password).toBe(first.login_password);
  });

  it('is reachable by its owner only, syncs, and never uses a default', async () => {
    const dir = newFolder();
    const server = await start(dir);
    const [listen, port, fsync, encoding, collate] = await ask(
      server.url,
      `select current_setting('listen_addresses'), current_setting('port'), current_setting('fsync'),
        pg_encoding_to_char(encoding), datcollate from pg_database where datname = 'coassent'`,
    );
    expect([listen, fsync, encoding]).toEqual(['', 'on', 'UTF8']);
    expect(collate).toBe(process.platform === 'darwin' ? 'C' : 'C.UTF-8');
    expect(port).not.toBe('5432');
    expect(statSync(path.join(dir, 'postgres.json')).mode & 0o777).toBe(0o600);
    const wrong = new URL(server.url);
    wrong.password = 'password';
    await expect(ask(wrong.toString(), 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('does not write into its log what people wrote', async () => {
    const dir = newFolder();
    const server = await start(dir);
    await ask(server.url, 'create table one (word text primary key)');
    await ask(server.url, `insert into one values ('my-private-word')`);
    await expect(ask(server.url, `insert into one values ('my-private-word')`)).rejects.toThrow();
    await server.stop();
    const log = readFileSync(path.join(dir, 'postgres.log'), 'utf8');
    expect(log).toContain('duplicate key');
    expect(log).not.toContain('my-private-word');
  });

  it('listens on loopback where the path is too long for a socket', async () => {
    const server = await start(path.join(newFolder(), 'a-folder-with-a-long-name'.repeat(5)));
    expect(new URL(server.url).searchParams.get('host')).toBe('127.0.0.1');
    expect(await ask(server.url, `select current_setting('listen_addresses')`)).toEqual(['127.0.0.1']);
  });

  it('tells when the server is lost, and starts again after that', async () => {
    const dir = newFolder();
    let tell: (code: string) => void = () => undefined;
    const lost = new Promise<string>((resolve) => {
      tell = resolve;
    });
    const server = await start(dir, { onLost: (failure) => tell(failure.code) });
    process.kill(server.pid, 'SIGKILL');
    expect(await lost).toBe('embedded.lost');
    await server.stop();
    expect(await ask((await start(dir)).url, 'select 1')).toEqual([1]);
  });
});

describe('a second start', () => {
  it('on the same folder is refused and says who has it', async () => {
    const dir = newFolder();
    const elsewhere = startElsewhere(dir);
    const url = (await elsewhere.line(/^ready/)).slice('ready '.length);
    await expect(startEmbedded({ dir })).rejects.toMatchObject({
      code: 'embedded.already_running',
      message: expect.stringContaining(`process ${elsewhere.child.pid} at http://127.0.0.1:4400`),
    });
    expect(await ask(url, 'select 1')).toEqual([1]);
    await elsewhere.kill();
    await start(dir);
  });

  it('within one process is refused as well', async () => {
    const dir = newFolder();
    await start(dir);
    await expect(startEmbedded({ dir })).rejects.toMatchObject({ code: 'embedded.already_running' });
  });

  it('takes over from a process that is gone, even if its number belongs to another by now', async () => {
    const dir = newFolder();
    mkdirSync(dir, { recursive: true });
    const lock = path.join(dir, 'coassent.lock');
    writeFileSync(lock, JSON.stringify({ pid: process.pid, run: 'of another time', address: null }));
    await (await start(dir)).stop();
    writeFileSync(lock, 'cut sh');
    await start(dir);
  });

  it('of many at once on a dead lock: one wins', async () => {
    const dir = newFolder();
    mkdirSync(dir, { recursive: true });
    writeFileSync(path.join(dir, 'coassent.lock'), JSON.stringify({ pid: 1, run: 'gone', address: null }));
    const starts = Array.from({ length: 4 }, () => startElsewhere(dir).line(/^(ready|refused)/));
    const ends = (await Promise.all(starts)).map((line) => line.split(' ').slice(0, 2).join(' '));
    const refused = ends.filter((end) => !end.startsWith('ready'));
    expect(refused).toEqual(Array.from({ length: 3 }, () => 'refused embedded.already_running'));
  });
});

describe('after a hard kill', () => {
  it('the server left behind is stopped and nothing committed is lost', async () => {
    const dir = newFolder();
    const elsewhere = startElsewhere(dir);
    const url = (await elsewhere.line(/^ready/)).slice('ready '.length);
    await ask(url, 'create table kept as select 42 as n');
    await elsewhere.kill();
    expect(await ask(url, 'select n from kept')).toEqual([42]); // Left behind, and alive.
    const server = await start(dir);
    expect(await ask(server.url, 'select n from kept')).toEqual([42]);
    await expect(ask(url, 'select 1')).rejects.toThrow();
  });

  it('while the cluster was being made, it is made anew', async () => {
    const dir = newFolder();
    const elsewhere = startElsewhere(dir);
    await elsewhere.line(/^Setting up/);
    await elsewhere.kill();
    expect(existsSync(path.join(dir, 'pgdata'))).toBe(false);
    const server = await start(dir);
    expect(await ask(server.url, 'select 1')).toEqual([1]);
    expect(readdirSync(dir).filter((name) => name.startsWith('pgdata.new-'))).toEqual([]);
  });

  it('a pid file that names a process of another kind is no obstacle', async () => {
    const dir = newFolder();
    await (await start(dir)).stop();
    const { uid, gid } = statSync(path.join(dir, 'pgdata'));
    const other = spawn('sleep', ['600'], process.getuid?.() === 0 ? { uid, gid } : {});
    cleanups.push(() => other.kill());
    writeFileSync(path.join(dir, 'pgdata', 'postmaster.pid'), `${other.pid}\n`);
    await start(dir);
  });
});

describe('a folder that cannot be used', () => {
  it('is named in the sentence', async () => {
    const file = newFolder();
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, '');
    await expect(startEmbedded({ dir: path.join(file, 'data') })).rejects.toMatchObject({
      code: 'embedded.folder_not_writable',
      message: expect.stringContaining(file),
    });
  });

  it('whose password file is gone says so', async () => {
    const dir = newFolder();
    await (await start(dir)).stop();
    rmSync(path.join(dir, 'postgres.json'));
    await expect(startEmbedded({ dir })).rejects.toMatchObject({ code: 'embedded.secret_missing' });
  });

  it('made by another major version says so', async () => {
    const dir = newFolder();
    const server = await start(dir);
    await server.stop();
    writeFileSync(path.join(server.cluster, 'PG_VERSION'), '14\n');
    await expect(startEmbedded({ dir })).rejects.toMatchObject({ code: 'embedded.other_version' });
  });
});

describe.runIf(process.getuid?.() === 0)('started by root', () => {
  it('below a folder that Postgres may not enter, keeps the cluster elsewhere and finds it again', async () => {
    const dir = newFolder();
    const closed = path.dirname(dir);
    chmodSync(closed, 0o700);
    const first = await start(dir);
    cleanups.unshift(() => rmSync(path.dirname(first.cluster), { recursive: true, force: true }));
    expect(first.cluster.startsWith(closed)).toBe(false);
    await ask(first.url, 'create table kept as select 42 as n');
    await first.stop();
    const second = await start(dir);
    expect(await ask(second.url, 'select n from kept')).toEqual([42]);
  });

  it('opens a closed data folder of its own to Postgres alone', async () => {
    const dir = newFolder();
    mkdirSync(dir, { mode: 0o700 });
    const server = await start(dir);
    expect(server.cluster).toBe(path.join(dir, 'pgdata'));
    expect(statSync(dir).mode & 0o777).toBe(0o710);
  });
});
