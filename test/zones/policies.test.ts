import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { begin, type Db, type Scope, withClient } from '../../src/store/db.ts';
import { freshDatabase } from '../postgres.ts';

/*
 * Every row-level policy is weakened in turn: dropped, made always true, and with each of its conditions left out. A probe
 * that knows what each table must and must not give has to notice each.
 */
const { db } = await freshDatabase();

interface TableWithPolicy {
  table: string;
  columns: { name: string; type: string; checked: string | null; nullable: boolean }[];
  qual: string;
}

const tables: TableWithPolicy[] = [];

beforeAll(async () => {
  await db.owner.query(
    `insert into workspace (workspace_id, name, created_at) values ('one', 'One', now()), ('two', 'Two', now())`,
  );
  const { rows } = await db.owner.query<TableWithPolicy>(
    `select c.relname as table, pg_get_expr(p.polqual, p.polrelid) as qual,
       (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null), 'nullable', not a.attnotnull,
         'checked', (select pg_get_constraintdef(k.oid) from pg_constraint k where k.conrelid = c.oid and k.contype = 'c'
           and k.conkey = array[a.attnum])) order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0) as columns
     from pg_policy p join pg_class c on c.oid = p.polrelid where p.polname = 'of_scope' order by c.relname`,
  );
  tables.push(...rows);
  for (const table of tables) await fill(table);
});

const ZONES = ['shared', 'buyer', 'seller'];
const kept_by = (table: TableWithPolicy) =>
  table.columns.find(({ name }) => name === 'zone' || name === 'view')?.name ?? null;
const of_purchase = (table: TableWithPolicy) =>
  table.qual.includes('in_purchases(stream_id)')
    ? 'stream_id'
    : table.qual.includes('in_purchases(')
      ? 'purchase_id'
      : null;

/** One row for each workspace × zone × purchase that the table can hold. */
async function fill(table: TableWithPolicy): Promise<void> {
  const side = kept_by(table);
  const check = table.columns.find(({ name }) => name === side)?.checked ?? '';
  const zones = side === null ? [null] : ZONES.filter((zone) => check.includes(`'${zone}'`));
  for (const workspace_id of ['one', 'two']) {
    for (const zone of zones) {
      for (const purchase_id of ['mine', 'foreign']) {
        for (const recorded_at of table.table === 'event' ? ['2026-01-01', '2026-03-01'] : ['2026-02-01']) {
          await insert(table, {
            workspace_id,
            ...(side !== null && { [side]: zone }),
            purchase_id,
            stream_id: purchase_id,
            recorded_at,
          });
        }
      }
    }
  }
}

async function insert({ table, columns }: TableWithPolicy, given: Record<string, unknown>): Promise<void> {
  const values = columns.map(({ name, type, checked }) => given[name] ?? filler(name, type, checked));
  const places = values.map((_value, at) => `$${at + 1}`).join(', ');
  // Keys that point at rows of other tables are not what is tested here.
  await withClient(db.owner, async (client) => {
    await client.query('begin; set local session_replication_role = replica');
    await client.query(
      `insert into ${table} (${columns.map(({ name }) => name).join(', ')}) values (${places}) on conflict do nothing`,
      values,
    );
    await client.query('commit');
  });
}

function filler(name: string, type: string, checked: string | null): unknown {
  if (name === 'stream_kind') return 'purchase';
  const allowed = /'([a-z_]+)'::text/.exec(checked ?? '')?.[1];
  if (allowed !== undefined) return allowed;
  if (type === 'json') return '{}';
  if (type.endsWith('[]')) return '{}';
  if (type === 'boolean') return false;
  if (/int|double|real/.test(type)) return Math.ceil(Math.random() * 30_000);
  if (type.startsWith('timestamp')) return '2026-02-01T00:00:00Z';
  if (type === 'date') return '2026-02-01';
  return randomUUID();
}

const base: Scope = {
  role: 'coassent_app',
  workspace_id: 'one',
  person_id: 'ivy',
  zones: ['shared', 'buyer'],
  purchases: ['mine'],
  reach: '2026-02-01',
};

/** What one may read of a table in a scope; as the projector, so that grants hide nothing that a policy has to. */
async function rowsIn(client: PoolClient, table: string, scope: Scope): Promise<Record<string, unknown>[]> {
  await begin(client, { ...scope, role: 'coassent_projector' });
  try {
    const { rows } = await client.query(`select * from ${table}`);
    return rows;
  } finally {
    await client.query('rollback');
  }
}

/** Everything that is wrong with what a table gives; empty where its policy holds. */
async function leaks(table: TableWithPolicy): Promise<string[]> {
  const found: string[] = [];
  const side = kept_by(table);
  const purchase = of_purchase(table);
  await withClient(db.owner, async (client) => {
    await client.query(`grant select on ${table.table} to coassent_projector`);
    const seen = await rowsIn(client, table.table, base);
    const wide = await rowsIn(client, table.table, { ...base, zones: ZONES, purchases: null, reach: null });
    if (wide.length === 0) found.push('gives nothing to who may read');
    const all = [...seen, ...wide];
    if (all.some((row) => row.workspace_id !== 'one')) found.push('another workspace');
    for (const zones of [['shared', 'buyer'], ['shared', 'seller'], ['none']]) {
      const rows = side === null ? [] : await rowsIn(client, table.table, { ...base, zones, reach: null });
      if (rows.some((row) => !zones.includes(String(row[side ?? ''])))) found.push('another zone');
    }
    const of_mine = await rowsIn(client, table.table, { ...base, zones: ZONES, reach: null });
    if (purchase !== null && of_mine.some((row) => row[purchase] === 'foreign')) found.push('another purchase');
    const early = (row: Record<string, unknown>) =>
      row.zone === 'buyer' && (row.recorded_at as Date).toISOString() < '2026-02-01';
    if (table.table === 'event' && seen.some(early)) found.push('what was before its time');
    await client.query('begin; set local role coassent_projector');
    const { rows } = await client.query(`select 1 from ${table.table}`);
    await client.query('rollback');
    if (rows.length > 0) found.push('something without any setting');
  });
  return found;
}

/** The conditions that a policy joins with `and`, at its outermost level. */
function conditions(qual: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  const text = qual.replace(/^\((.*)\)$/s, '$1');
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')') depth--;
    if (depth === 0 && text.startsWith(' AND ', at)) {
      parts.push(text.slice(from, at));
      from = at + 5;
    }
  }
  return [...parts, text.slice(from)];
}

async function weakened(owner: Db['owner'], table: TableWithPolicy, qual: string | null): Promise<string[]> {
  await owner.query(`drop policy of_scope on ${table.table}`);
  const make = (text: string) =>
    owner.query(
      `create policy of_scope on ${table.table} to coassent_app, coassent_projector using (${text}) with check (${text})`,
    );
  if (qual !== null) await make(qual);
  const found = await leaks(table);
  if (qual !== null) await owner.query(`drop policy of_scope on ${table.table}`);
  await make(table.qual);
  return found;
}

let policies = 0;
afterAll(() => console.log(`zones: ${policies} weakened policies, all noticed`));

describe('every policy', () => {
  test('holds as it is', async () => {
    expect(tables.length).toBeGreaterThanOrEqual(30);
    for (const table of tables) expect([table.table, await leaks(table)]).toEqual([table.table, []]);
  });

  test('is noticed when it is dropped, always true, or lacks a condition', async () => {
    for (const table of tables) {
      const parts = conditions(table.qual);
      const ways: [string, string | null][] = [
        ['dropped', null],
        ['always true', 'true'],
        ...parts.map((left_out): [string, string] => [
          `without ${left_out}`,
          parts.filter((part) => part !== left_out).join(' and ') || 'true',
        ]),
      ];
      for (const [way, qual] of ways) {
        policies++;
        expect([table.table, way, (await weakened(db.owner, table, qual)).length > 0]).toEqual([
          table.table,
          way,
          true,
        ]);
      }
    }
  });
});

describe('identities', () => {
  test('are closed to what serves workspaces, and workspaces to what serves identities', async () => {
    for (const role of ['coassent_app', 'coassent_projector', 'coassent_login']) {
      const { rows } = await db.owner.query(`select has_schema_privilege($1, 'identity', 'usage') as may`, [role]);
      expect([role, rows[0].may]).toEqual([role, false]);
    }
    const { rows } = await db.owner.query(
      `select table_name from information_schema.role_table_grants where grantee = 'coassent_identity' and table_schema = 'public'`,
    );
    expect(rows).toEqual([]);
  });
});
