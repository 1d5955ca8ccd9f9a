import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { connect, type Db } from '../../src/store/db.ts';
import { type Embedded, startEmbedded } from '../../src/store/embedded.ts';
import { rebuild } from '../../src/store/rebuild.ts';
import type { Order } from './order.ts';
import { WORKSPACE } from './order.ts';

const program = fileURLToPath(new URL('./writer.ts', import.meta.url));
const dir = mkdtempSync(path.join(tmpdir(), 'coassent-crash-'));
const kills = 20;
/** A kill comes at a random moment of this long after the program says that it is ready, or that an import is done. */
const window_ms = 2_500;

let running: ChildProcess | undefined;
let server: Embedded | undefined;
afterAll(async () => {
  running?.kill('SIGKILL');
  // A server whose program was killed is stopped by the next start.
  server ??= await startEmbedded({ dir });
  await server.stop();
  rmSync(path.dirname(server.cluster), { recursive: true, force: true });
  rmSync(dir, { recursive: true, force: true });
});

/** What the programs said so far, over all their runs. */
const said = {
  asked: new Map<string, string>(),
  acknowledged: new Set<string>(),
  importing: new Set<string>(),
  imported: new Set<string>(),
};

function hear(line: string): void {
  const [word, a = '', b = ''] = line.split(' ');
  if (word === 'ask') said.asked.set(b, a);
  if (word === 'ack') said.acknowledged.add(a);
  if (word === 'importing') said.importing.add(a);
  if (word === 'imported') said.imported.add(a);
}

/**
 * One run of the program, up to its death.
 * @param target which process is killed
 * @param after what it has to have said before: however slow the machine, some runs have to have imported something
 */
async function runAndKill(order: Order, target: 'program' | 'server', after: 'ready' | 'imported'): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', program, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running = child;
  let complaint = '';
  child.stderr.on('data', (text: Buffer) => {
    complaint += text.toString();
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const lines = createInterface({ input: child.stdout });
  let server_pid = 0;
  await new Promise<void>((resolve, reject) => {
    lines.on('line', (line) => {
      hear(line);
      if (line.startsWith('ready ')) server_pid = Number(line.slice('ready '.length));
      if (line.startsWith(`${after} `)) resolve();
    });
    child.once('close', () => reject(new Error(`The program ended before it was ${after}: ${complaint}`)));
  });
  await wait(Math.random() * window_ms);
  if (target === 'program') child.kill('SIGKILL');
  else process.kill(server_pid, 'SIGKILL');
  await ended;
}

const count = async (db: Db, sql: string): Promise<number> => Number((await db.owner.query(sql)).rows[0].n);

describe(`${kills} hard kills during imports and acknowledged writes`, () => {
  it('leave nothing acknowledged missing, nothing doubled and nothing half-done', async () => {
    for (let round = 0; round < kills; round++) {
      const pending = [...said.asked]
        .filter(([command_id]) => !said.acknowledged.has(command_id))
        .map(([command_id, purchase_id]) => ({ purchase_id, command_id }));
      const unfinished = [...said.importing].filter((id) => !said.imported.has(id));
      const imports = [...unfinished, ...Array.from({ length: 20 }, (_, n) => `import-${round}-${n}`)];
      await runAndKill(
        { dir, pending, imports },
        round % 2 === 0 ? 'program' : 'server',
        round % 5 === 4 ? 'imported' : 'ready',
      );
    }
    server = await startEmbedded({ dir });
    const db = await connect({ url: server.url, login_password: server.login_password });
    try {
      await check(db);
    } finally {
      await db.close();
    }
  });
});

async function check(db: Db): Promise<void> {
  const { rows } = await db.owner.query<{ command_id: string; n: number }>(
    `select command_id, count(*) as n from event where kind = 'requirement.changed' and import_id is null group by command_id`,
  );
  const stored = new Map(rows.map((row) => [row.command_id, row.n]));
  expect(said.acknowledged.size).toBeGreaterThan(kills);
  expect([...said.acknowledged].filter((id) => !stored.has(id))).toEqual([]);
  expect([...stored].filter(([id, n]) => n !== 1 || !said.asked.has(id))).toEqual([]);

  const { rows: imported } = await db.owner.query<{ import_id: string; n: number }>(
    'select import_id, count(*) as n from event where import_id is not null group by import_id',
  );
  const whole = imported[0]?.n;
  expect(said.imported.size).toBeGreaterThan(0);
  expect(imported.filter((row) => row.n !== whole)).toEqual([]);
  const there = new Set(imported.map((row) => row.import_id));
  expect([...said.imported].filter((id) => !there.has(id))).toEqual([]);
  const done = await db.owner.query<{ import_id: string }>(`select import_id from import where state = 'done'`);
  expect(new Set(done.rows.map((row) => row.import_id))).toEqual(there);

  const gaps = `select count(*) as n from (select stream_id from event group by stream_kind, stream_id
    having count(*) <> max(seq) or min(seq) <> 1) broken`;
  expect(await count(db, gaps)).toBe(0);
  const report = await rebuild(db, WORKSPACE, new Date().toISOString());
  expect(report.broken_streams).toEqual([]);
  expect(report.tampered).toEqual([]);
}
