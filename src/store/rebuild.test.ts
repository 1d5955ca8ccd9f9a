import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../test/postgres.ts';
import { simulatePurchases } from '../core/simulate/simulate.ts';
import { ZONES } from '../core/zone.ts';
import { backup, tablesOf } from './backup.ts';
import { appendBulk } from './bulk.ts';
import { type Db, withClient } from './db.ts';
import { rebuild } from './rebuild.ts';
import { restore } from './restore.ts';
import { scopeOf } from './scope.ts';
import { makeWorkspace } from './workspace.ts';

const { db } = await freshDatabase();
const workspace_id = 'demo';
const now = '2026-03-01T10:00:00.000Z';
const folder = mkdtempSync(path.join(tmpdir(), 'coassent-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  await makeWorkspace(db, { workspace_id, name: 'Demo "é" \\ \t tab', simulated: true, created_at: now });
  const events = [...simulatePurchases({ purchases: 30, seed: 5, now })];
  await appendBulk(db, scopeOf(workspace_id, null, 'none'), [events], { now, zones: ZONES });
});

/** A digest of every row of every table, byte for byte. */
function digest(of: Db): Promise<Record<string, string>> {
  return withClient(of.owner, async (client) => {
    const digests: Record<string, string> = {};
    for (const { name } of await tablesOf(client)) {
      const { rows } = await client.query(
        `select md5(coalesce(string_agg(row, '|' order by row collate "C"), '')) as digest from (select t::text as row from ${name} t) t`,
      );
      digests[name] = rows[0].digest;
    }
    return digests;
  });
}

describe('rebuilding', () => {
  it('changes nothing when nothing was tampered with', async () => {
    const before = await digest(db);
    expect(await rebuild(db, workspace_id, now)).toEqual({
      workspace_id,
      purchases: 30,
      tampered: [],
      broken_streams: [],
    });
    expect(await digest(db)).toEqual(before);
  });

  it('puts right what was tampered with, and tells row and columns', async () => {
    const before = await digest(db);
    const { rows } = await db.owner.query(
      `select purchase_id from purchase where view = 'seller' order by purchase_id limit 4`,
    );
    const [a, b, c, d] = rows.map((row) => row.purchase_id as string);
    const where = `where view = 'seller' and purchase_id = $1`;
    await db.owner.query(`update purchase set amount_minor = 1, state = '{"name": "x"}' ${where}`, [a]);
    await db.owner.query(`delete from purchase ${where}`, [b]);
    await db.owner.query(`delete from job_interval ${where} and kind = 'outcome'`, [c]);
    await db.owner.query(
      `insert into job_interval (workspace_id, view, purchase_id, kind, about, n, from_at) values ($2, 'seller', $1, 'held', '', 99, now())`,
      [d, workspace_id],
    );
    const report = await rebuild(db, workspace_id, now);
    const told = report.tampered.map(({ table, purchase_id, columns }) => [table, purchase_id, columns]);
    expect(told).toContainEqual(['purchase', a, ['amount_minor', 'state']]);
    expect(told).toContainEqual(['purchase', b, ['missing']]);
    expect(told).toContainEqual(['job_interval', d, ['unfounded']]);
    const after = await digest(db);
    // That there was something to put right is told as a change.
    expect({ ...after, change: '', feed: '' }).toEqual({ ...before, change: '', feed: '' });
  });

  it('tells of events that were taken out of the ledger', async () => {
    const { rows } = await db.owner.query('select stream_id from stream order by stream_id limit 1 offset 3');
    const [{ stream_id }] = rows;
    const taken = await db.owner.query(
      `with taken as (delete from event where stream_id = $1 and seq = 4 returning *) select row_to_json(taken) as event from taken`,
      [stream_id],
    );
    expect((await rebuild(db, workspace_id, now)).broken_streams).toEqual([stream_id]);
    await db.owner.query('insert into event select * from json_populate_record(null::event, $1)', [
      JSON.stringify(taken.rows[0].event),
    ]);
    expect((await rebuild(db, workspace_id, now)).broken_streams).toEqual([]);
  });
});

describe('a backup', async () => {
  const empty = await freshDatabase();
  const broken = await freshDatabase();
  const file = path.join(folder, 'all.gz');

  const files_dir = path.join(folder, 'files');
  const bytesOf = (dir: string): Record<string, string> =>
    Object.fromEntries(
      readdirSync(dir, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name))
        .map((at) => [path.relative(dir, at), readFileSync(at).toString('base64')]),
    );
  /** One with no bytes at all, one that looks like the end of rows, and one of more than a line. */
  const contents = [Buffer.alloc(0), Buffer.from('\n\\.\n'), randomBytes(200_001)];
  for (const [n, content] of contents.entries()) {
    const at = path.join(files_dir, '1'.repeat(32), String(n).repeat(32), 'buyer', 'a'.repeat(64));
    mkdirSync(path.dirname(at), { recursive: true });
    writeFileSync(at, content);
  }
  mkdirSync(path.join(files_dir, 'incoming'));
  writeFileSync(path.join(files_dir, 'incoming', 'half'), 'not wholly there');

  it('restored into an empty database gives the same, row for row and file for file', async () => {
    const before = await digest(db);
    const { tables, files } = await backup(db, file, now, { files_dir });
    expect(tables.event).toBeGreaterThan(500);
    expect(files).toBe(contents.length);
    expect(existsSync(`${file}.part`)).toBe(false);
    const there = path.join(folder, 'there');
    expect(await restore(empty.db, file, { files_dir: there })).toEqual({ tables, files });
    const { [path.join('incoming', 'half')]: _half, ...whole } = bytesOf(files_dir);
    expect(bytesOf(there)).toEqual(whole);
    expect(await digest(empty.db)).toEqual(before);
    expect((await rebuild(empty.db, workspace_id, now)).tampered).toEqual([]);
  });

  it('is never restored over anything', async () => {
    await expect(restore(db, file, { files_dir })).rejects.toMatchObject({ code: 'restore.not_empty' });
  });

  it('leaves row-level security forced', async () => {
    const { rows } = await empty.db.owner.query(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
       and relname <> 'schema_migration' and not (relrowsecurity and relforcerowsecurity)`,
    );
    expect(rows).toEqual([]);
  });

  it('that is cut short, changed or no backup at all leaves the database empty', async () => {
    const bytes = readFileSync(file);
    const damaged = path.join(folder, 'damaged.gz');
    const nowhere = path.join(folder, 'nowhere');
    writeFileSync(damaged, bytes.subarray(0, bytes.length - 1_000));
    await expect(restore(broken.db, damaged, { files_dir: nowhere })).rejects.toMatchObject({
      code: 'restore.damaged',
    });
    const other = Buffer.from(bytes);
    randomBytes(40).copy(other, other.length >> 1);
    writeFileSync(damaged, other);
    await expect(restore(broken.db, damaged, { files_dir: nowhere })).rejects.toMatchObject({
      code: 'restore.damaged',
    });
    writeFileSync(damaged, 'no backup');
    await expect(restore(broken.db, damaged, { files_dir: nowhere })).rejects.toMatchObject({
      code: 'restore.not_a_backup',
    });
    await expect(restore(broken.db, path.join(folder, 'none.gz'), { files_dir: nowhere })).rejects.toMatchObject({
      code: 'restore.not_a_backup',
    });
    expect((await broken.db.owner.query('select count(*) as n from event')).rows).toEqual([{ n: 0 }]);
    expect(bytesOf(nowhere)).toEqual({});
    await restore(broken.db, file, { files_dir: nowhere });
  });
});
