import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { Client } from 'pg';
import pg from 'pg';
import type { Command } from '../src/core/decide.ts';
import { execute, type Request } from '../src/store/command.ts';
import type { Db } from '../src/store/db.ts';
import { type Scope, scopeOf } from '../src/store/scope.ts';
import { makeWorkspace } from '../src/store/workspace.ts';
import type { FigureLine } from './figure.ts';
import { served } from './served.ts';
import { withServer } from './server.ts';

const warm_up = 200;
const runs = 1_500;
const workspace_id = 'bench';
const purchase_id = 'lathe';
const people = ['dana', 'eve', 'finn', 'gus', 'hal', 'ida', 'jon', 'kim'];

/**
 * One assent over HTTP with all that follows from it, against one durable transaction of one ledger insert and one state update
 * with `pg` alone, of the same event and the same state. Both in turns, one after another.
 */
export async function run(): Promise<FigureLine[]> {
  return withServer(async (db, url, login_password) => {
    await openPurchase(db);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const server = await served(db, url, login_password);
    try {
      const plain = await plainTransaction(db, client);
      const assent_ms: number[] = [];
      const plain_ms: number[] = [];
      for (let i = 0; i < warm_up + runs; i++) {
        const one = await timed(() => assent(server.port, i));
        const other = await timed(() => plain(i));
        if (i < warm_up) continue;
        assent_ms.push(one);
        plain_ms.push(other);
      }
      return [figure('assent.p50', 0.5, assent_ms, plain_ms), figure('assent.p99', 0.99, assent_ms, plain_ms)];
    } finally {
      await server.close();
      await client.end();
    }
  });
}

async function timed(fn: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await fn();
  return performance.now() - began;
}

function figure(name: string, share: number, assent_ms: number[], plain_ms: number[]): FigureLine {
  const at = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;
  const [assent, plain] = [at(assent_ms), at(plain_ms)];
  const detail = { assent_ms: assent, plain_transaction_ms: plain };
  return { figure: name, ratio: assent / plain, must: 3, better: 'lower', runs, detail };
}

const sven = scopeOf(workspace_id, 'sven', 'seller');

function requestOf(scope: Scope, commands: Command[]): Request {
  const actor = { kind: 'person' as const, id: scope.person_id ?? '', side: scope.side };
  const now = new Date().toISOString();
  return { purchase_id, commands, actor, on_behalf_of: null, command_id: randomUUID(), source: null, now };
}

async function ask(db: Db, scope: Scope, commands: Command[]): Promise<void> {
  const result = await execute(db, scope, requestOf(scope, commands));
  if ('rejection' in result) throw new Error(result.rejection.message);
}

async function openPurchase(db: Db): Promise<void> {
  await makeWorkspace(db, { workspace_id, name: 'Bench', simulated: false, created_at: new Date().toISOString() });
  const named = people.map((person_id) => ({
    kind: 'stakeholder.named' as const,
    body: { person_id, name: person_id, roles: ['champion' as const] },
  }));
  await ask(db, sven, [{ kind: 'purchase.opened', body: { name: 'Lathe', template: 'buying-6' } }, ...named]);
  const jobs = ['problem_identification', 'solution_exploration', 'requirements_building', 'supplier_selection'];
  for (const person_id of people) {
    const scope = scopeOf(workspace_id, person_id, 'buyer');
    await ask(db, scope, [
      { kind: 'stakeholder.entered', body: { person_id } },
      ...jobs.map((job_id) => ({ kind: 'assent.given' as const, body: { job_id, person_id } })),
    ]);
  }
}

const agent = new Agent({ keepAlive: true });

/** Another confidence than last time, so that it is news. */
function assent(port: number, i: number): Promise<void> {
  const person_id = people[i % people.length] ?? '';
  const confidence = 1 + (Math.floor(i / people.length) % 5);
  const body = JSON.stringify({ person_id, stance: 'given', jobs: [{ job_id: 'consensus_creation' }], confidence });
  const address = `/api/v1/workspaces/${workspace_id}/purchases/${purchase_id}/assents`;
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'x-acting-as': person_id,
    'idempotency-key': randomUUID(),
  };
  return new Promise((resolve, reject) => {
    const sent = request({ agent, host: '127.0.0.1', port, path: address, method: 'POST', headers }, (answer) => {
      answer.resume();
      const ok = answer.statusCode === 200;
      answer.on('end', () => (ok ? resolve() : reject(new Error(`the assent was answered ${answer.statusCode}`))));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** What a program without rules, views, zones and lists would do: its tables have keys and nothing else. */
async function plainTransaction(db: Db, client: Client): Promise<(i: number) => Promise<void>> {
  await db.owner.query(`
    create table plain_event (like event including defaults, primary key (workspace_id, stream_kind, stream_id, seq));
    create table plain_state (purchase_id text primary key, state json not null);
    insert into plain_state select purchase_id, state::json from purchase where view = 'buyer'`);
  const { rows } = await db.owner.query<{ state: unknown }>('select state from plain_state');
  const state = JSON.stringify(rows[0]?.state);
  const actor = JSON.stringify({ kind: 'person', id: 'dana', side: 'buyer' });
  const body = JSON.stringify({ job_id: 'consensus_creation', person_id: 'dana', confidence: 3 });
  return async (i) => {
    const at = new Date().toISOString();
    await client.query('begin');
    await client.query({
      name: 'insert event',
      text: `insert into plain_event (workspace_id, stream_kind, stream_id, seq, id, kind, v, zone, actor, occurred_at,
        known_at, recorded_at, body) values ($1, 'purchase', $2, $3, $4, 'assent.given', 1, 'shared', $5, $6, $6, $6, $7)`,
      values: [workspace_id, purchase_id, i + 1, randomUUID(), actor, at, body],
    });
    await client.query({
      name: 'update state',
      text: 'update plain_state set state = $2 where purchase_id = $1',
      values: [purchase_id, state],
    });
    await client.query('commit');
  };
}
