import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Agent, get, type IncomingMessage, request } from 'node:http';
import pg from 'pg';
import { execute } from '../src/store/command.ts';
import type { Db } from '../src/store/db.ts';
import { scopeOf } from '../src/store/scope.ts';
import { makeWorkspace } from '../src/store/workspace.ts';
import { type FigureLine, median } from './figure.ts';
import { served } from './served.ts';
import { withServer } from './server.ts';

const people = 50;
const warm_up = 50;
const runs = 400;
const crowd = 500;
const workspace_id = 'bench';
const purchase_id = 'lathe';
const purchase = `/api/v1/workspaces/${workspace_id}/purchases/${purchase_id}`;
const person = (n: number): string => `person-${n}`;

/**
 * From one person's assent, sent over HTTP, to the word of it at each of the 50 who are in the room, against a bare round
 * trip: one durable transaction that inserts a row and notifies, until another connection hears it. Both in turns. Then
 * whether anything is missed while half of them reconnect, and what a connection costs in memory.
 */
export async function run(): Promise<FigureLine[]> {
  return withServer(async (db, url, login_password) => {
    await openRoom(db);
    const server = await served(db, url, login_password);
    const bare = await bareRoundTrip(url);
    try {
      const listeners = await Promise.all(Array.from({ length: people }, (_, n) => listen(server.port, person(n))));
      const speed = await measureSpeed(server.port, listeners, bare.once);
      const missed = await measureMissed(server.port, listeners);
      for (const listener of listeners) listener.close();
      return [speed, missed, await measureMemory(server.port)];
    } finally {
      await bare.close();
      await server.close();
    }
  });
}

async function openRoom(db: Db): Promise<void> {
  const now = new Date().toISOString();
  await makeWorkspace(db, { workspace_id, name: 'Bench', simulated: false, created_at: now });
  const named = Array.from({ length: people }, (_, n) => ({
    kind: 'stakeholder.named' as const,
    body: { person_id: person(n), name: person(n), roles: ['user' as const] },
  }));
  const commands = [
    { kind: 'purchase.opened' as const, body: { name: 'Lathe', template: 'buying-6' as const } },
    ...named,
  ];
  const actor = { kind: 'person' as const, id: 'sven', side: 'seller' as const };
  const scope = scopeOf(workspace_id, 'sven', 'seller');
  const asked = { purchase_id, commands, actor, on_behalf_of: null, command_id: randomUUID(), source: null, now };
  const done = await execute(db, scope, asked);
  if ('rejection' in done) throw new Error(done.rejection.message);
}

interface Listener {
  /** The cursors that were heard, in their order. */
  heard: string[];
  /** Resolves with when a change after so many was heard, in milliseconds. */
  after: (count: number) => Promise<number>;
  reconnect: () => Promise<void>;
  close: () => void;
}

async function listen(port: number, person_id: string): Promise<Listener> {
  const heard: string[] = [];
  let waiting: { count: number; tell: (at_ms: number) => void } | null = null;
  const hear = (answer: IncomingMessage): void => {
    let rest = '';
    answer.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line.startsWith('id: ')) heard.push(line.slice('id: '.length));
      if (waiting !== null && heard.length > waiting.count) {
        waiting.tell(performance.now());
        waiting = null;
      }
    });
  };
  let open = await connect(port, person_id, null, hear);
  return {
    heard,
    after: (count) =>
      heard.length > count
        ? Promise.resolve(performance.now())
        : new Promise((tell) => {
            waiting = { count, tell };
          }),
    reconnect: async () => {
      open.destroy();
      open = await connect(port, person_id, heard.at(-1) ?? null, hear);
    },
    close: () => open.destroy(),
  };
}

function connect(
  port: number,
  person_id: string,
  last: string | null,
  hear: (answer: IncomingMessage) => void,
): Promise<IncomingMessage> {
  const path = `/api/v1/workspaces/${workspace_id}/live?acting_as=${person_id}`;
  const headers = last === null ? {} : { 'last-event-id': last };
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, headers, agent: false }, (answer) => {
      answer.on('error', () => undefined);
      hear(answer);
      answer.once('data', () => resolve(answer));
    }).on('error', reject);
  });
}

const agent = new Agent({ keepAlive: true });

/** Another confidence than last time, so that it is news. */
function assent(port: number, i: number): Promise<void> {
  const person_id = person(i % people);
  const confidence = 1 + (Math.floor(i / people) % 5);
  const body = JSON.stringify({ person_id, stance: 'given', jobs: [{ job_id: 'consensus_creation' }], confidence });
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'x-acting-as': person_id,
    'idempotency-key': randomUUID(),
  };
  const asked = { agent, host: '127.0.0.1', port, path: `${purchase}/assents`, method: 'POST', headers };
  return new Promise((resolve, reject) => {
    const sent = request(asked, (answer) => {
      answer.resume();
      const fine = answer.statusCode === 200;
      answer.on('end', () => (fine ? resolve() : reject(new Error(`an assent was answered ${answer.statusCode}`))));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

async function measureSpeed(
  port: number,
  listeners: readonly Listener[],
  bare: () => Promise<number>,
): Promise<FigureLine> {
  const screen_ms: number[] = [];
  const bare_ms: number[] = [];
  for (let i = 0; i < warm_up + runs; i++) {
    const counts = listeners.map((listener) => listener.heard.length);
    const began = performance.now();
    const told = listeners.map((listener, n) => listener.after(counts[n] ?? 0));
    await assent(port, i);
    const at = await Promise.all(told);
    const trip = await bare();
    if (i < warm_up) continue;
    screen_ms.push(median(at.map((when) => when - began)));
    bare_ms.push(trip);
  }
  const detail = { change_to_screen_ms: median(screen_ms), bare_notify_ms: median(bare_ms), people };
  const ratio = median(screen_ms) / median(bare_ms);
  return { figure: 'live.change_to_screen.p50', ratio, must: 3, better: 'lower', runs, detail };
}

/** One durable transaction of one row with a notification, until another connection hears it, in milliseconds. */
async function bareRoundTrip(url: string) {
  const [from, to] = [new pg.Client({ connectionString: url }), new pg.Client({ connectionString: url })];
  await Promise.all([from.connect(), to.connect()]);
  await from.query('create table bare (n integer primary key)');
  await to.query('listen bare');
  let n = 0;
  return {
    once: async () => {
      const heard = new Promise<number>((resolve) => to.once('notification', () => resolve(performance.now())));
      const began = performance.now();
      n++;
      await from.query('begin');
      await from.query({ name: 'bare', text: 'insert into bare values ($1)', values: [n] });
      await from.query("select pg_notify('bare', '')");
      await from.query('commit');
      return (await heard) - began;
    },
    close: async () => {
      await Promise.all([from.end(), to.end()]);
    },
  };
}

/** How many of the changes did not reach someone, while every second one's connection broke in between. */
async function measureMissed(port: number, listeners: readonly Listener[]): Promise<FigureLine> {
  const changes = 100;
  const before = listeners.map((listener) => listener.heard.length);
  for (let i = 0; i < changes; i++) {
    await assent(port, warm_up + runs + i);
    if (i % 10 === 5) await Promise.all(listeners.filter((_, n) => n % 2 === 0).map((one) => one.reconnect()));
  }
  // What a stream tells comes in order: who hears the last one has heard, or missed, those before.
  const counts = listeners.map((listener) => listener.heard.length);
  const last = listeners.map((listener, n) => listener.after(counts[n] ?? 0));
  await assent(port, warm_up + runs + changes);
  await Promise.all(last);
  const told = listeners.map((listener, n) => new Set(listener.heard.slice(before[n])));
  const all = new Set(told.flatMap((cursors) => [...cursors]));
  const missed = told.reduce((sum, cursors) => sum + all.size - cursors.size, 0);
  const detail = { changes: all.size, people, reconnects: 10 * (people / 2), missed };
  return { figure: 'live.missed', ratio: missed / (all.size * people), must: 0, better: 'lower', runs: 1, detail };
}

/** What each of a crowd of open streams takes of the server's memory, against the 64 KiB of a socket's own buffers. */
async function measureMemory(port: number): Promise<FigureLine> {
  const before = residentBytes();
  const streams: Listener[] = [];
  for (let n = 0; n < crowd; n++) streams.push(await listen(port, person(n % people)));
  const each = (residentBytes() - before) / crowd;
  for (const stream of streams) stream.close();
  const detail = { bytes_per_connection: Math.round(each), connections: crowd, with: 'both ends in one process' };
  return { figure: 'live.memory', ratio: each / 65_536, must: 3, better: 'lower', runs: 1, detail };
}

function residentBytes(): number {
  globalThis.gc?.();
  const pages = Number(readFileSync('/proc/self/statm', 'utf8').split(' ')[1]);
  return pages * 4096;
}
