import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { begin, type Scope, withClient } from '../../src/store/db.ts';
import { freshDatabase } from '../postgres.ts';
import { counting } from './count.ts';

/*
 * Every row-level policy is weakened in turn, for what may be read and for what may be written: dropped, made always true,
 * and with each of its conditions left out. Probes that know what each table must and must not give or take have to notice.
 */
const { db } = await freshDatabase();
const count = counting();

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

/** A statement that inserts a row of which some columns are given. */
function inserting({ table, columns }: TableWithPolicy, given: Record<string, unknown>): [string, unknown[]] {
  const values = columns.map(({ name, type, checked }) => given[name] ?? filler(name, type, checked));
  const places = values.map((_value, at) => `$${at + 1}`).join(', ');
  return [`insert into ${table} (${columns.map(({ name }) => name).join(', ')}) values (${places})`, values];
}

async function insert(table: TableWithPolicy, given: Record<string, unknown>): Promise<void> {
  const [text, values] = inserting(table, given);
  // Keys that point at rows of other tables are not what is tested here.
  await withClient(db.owner, async (client) => {
    await client.query('begin; set local session_replication_role = replica');
    await client.query(`${text} on conflict do nothing`, values);
    await client.query('commit');
  });
}

function filler(name: string, type: string, checked: string | null): unknown {
  if (name === 'stream_kind') return 'purchase';
  const allowed = /'([a-z_/]+)'::text/.exec(checked ?? '')?.[1];
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

/** Everything that is wrong with what a table takes: rows that a scope may not write, and takes none that it may. */
async function takesWrongly(table: TableWithPolicy): Promise<string[]> {
  const found: string[] = [];
  const side = kept_by(table);
  const check = table.columns.find(({ name }) => name === side)?.checked ?? '';
  const zone = ZONES.find((one) => check.includes(`'${one}'`)) ?? 'shared';
  const mine = { workspace_id: 'one', purchase_id: 'mine', stream_id: 'mine', ...(side !== null && { [side]: zone }) };
  const scope = { ...base, zones: side === null ? ['shared'] : [zone], reach: null };
  await withClient(db.owner, async (client) => {
    await client.query(`grant insert on ${table.table} to coassent_projector`);
    const refuses = async (given: Record<string, unknown>, to: Scope): Promise<boolean> => {
      await begin(client, { ...to, role: 'coassent_projector' });
      const code = await client.query(...inserting(table, given)).then(
        () => null,
        (error: { code?: string }) => error.code,
      );
      await client.query('rollback');
      // Keys that point nowhere are refused too, but only after the policy let the row pass.
      return code === '42501';
    };
    if (await refuses(mine, scope)) found.push('takes nothing from who may write');
    if (!(await refuses({ ...mine, workspace_id: 'two' }, scope))) found.push('another workspace');
    if (side !== null && !(await refuses(mine, { ...scope, zones: ['none'] }))) found.push('another zone');
    const elsewhere = { ...mine, purchase_id: 'foreign', stream_id: 'foreign' };
    if (of_purchase(table) !== null && !(await refuses(elsewhere, scope))) found.push('another purchase');
    const early = { ...mine, zone: 'buyer', recorded_at: '2026-01-01' };
    const reaching = { ...scope, zones: ['shared', 'buyer'], reach: '2026-02-01' };
    if (table.table === 'event' && !(await refuses(early, reaching))) found.push('what was before its time');
  });
  return found;
}

/** Puts a policy in place of the one that is there. Null leaves none. */
async function withPolicy<T>(
  { table, qual }: TableWithPolicy,
  weak: { using: string; check: string } | null,
  look: () => Promise<T>,
): Promise<T> {
  const put = (using: string, check: string) =>
    db.owner.query(
      `create policy of_scope on ${table} to coassent_app, coassent_projector using (${using}) with check (${check})`,
    );
  await db.owner.query(`drop policy of_scope on ${table}`);
  if (weak !== null) await put(weak.using, weak.check);
  const found = await look();
  if (weak !== null) await db.owner.query(`drop policy of_scope on ${table}`);
  await put(qual, qual);
  return found;
}

/** A policy's condition in every weaker form. */
function weaker(qual: string): [string, string][] {
  const parts = conditions(qual);
  const without = parts.map((left_out): [string, string] => [
    `without ${left_out}`,
    parts.filter((part) => part !== left_out).join(' and ') || 'true',
  ]);
  // With one condition only, leaving it out is always true.
  return [['always true', 'true'], ...(parts.length > 1 ? without : [])];
}

describe('every policy', () => {
  test('holds as it is', async () => {
    expect(tables.length).toBeGreaterThanOrEqual(30);
    for (const table of tables) {
      expect([table.table, await leaks(table)]).toEqual([table.table, []]);
      expect([table.table, await takesWrongly(table)]).toEqual([table.table, []]);
    }
  });

  test('says the same of what may be read and of what may be written', async () => {
    const { rows } = await db.owner.query(
      `select polrelid::regclass as table from pg_policy where polname = 'of_scope'
       and pg_get_expr(polqual, polrelid) is distinct from pg_get_expr(polwithcheck, polrelid)`,
    );
    expect(rows).toEqual([]);
  });

  test('holds to the purchases of who looks, wherever a row belongs to one', () => {
    const loose = tables
      .filter(({ columns }) => columns.some(({ name }) => name === 'purchase_id' || name === 'stream_id'))
      .filter((table) => of_purchase(table) === null)
      .map(({ table }) => table);
    // A person and an import are of a whole workspace; a stream's row has no content and is the projector's alone.
    expect(loose).toEqual(['import_purchase', 'person', 'stream']);
  });

  test('is noticed when it is dropped, always true, or lacks a condition, for reading and for writing', async () => {
    let caught = 0;
    const notices = async (table: TableWithPolicy, way: string, found: string[]) => {
      count('policies weakened');
      expect([table.table, way, found.length > 0]).toEqual([table.table, way, true]);
      count('weakened policies noticed');
      caught++;
    };
    for (const table of tables) {
      const { qual } = table;
      await notices(table, 'dropped', await withPolicy(table, null, () => leaks(table)));
      await notices(table, 'dropped, writing', await withPolicy(table, null, () => takesWrongly(table)));
      for (const [way, weak] of weaker(qual)) {
        const reading = await withPolicy(table, { using: weak, check: qual }, () => leaks(table));
        await notices(table, way, reading);
        const writing = await withPolicy(table, { using: qual, check: weak }, () => takesWrongly(table));
        await notices(table, `${way}, writing`, writing);
      }
    }
    expect(caught).toBeGreaterThan(tables.length * 6);
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
