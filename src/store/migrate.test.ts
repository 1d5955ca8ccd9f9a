import { mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { emptyDatabase, freshDatabase } from '../../test/postgres.ts';
import { connect } from './db.ts';
import { migrate } from './migrate.ts';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'coassent-migrations-'));
  made.push(folder);
  for (const [name, sql] of Object.entries(files)) writeFileSync(path.join(folder, name), sql);
  return folder;
}

const first = { '0001_first.sql': 'create table first (n integer);\ninsert into first values (1);\n' };
const second = { '0002_second.sql': 'alter table first add column word text; create index on first (word);' };

describe('migrating', async () => {
  const { db } = await emptyDatabase();
  const folder = folderOf(first);

  it('applies what is missing, in order, once', async () => {
    expect(await migrate(db.owner, { folder })).toEqual(['0001_first']);
    expect(await migrate(db.owner, { folder })).toEqual([]);
    writeFileSync(path.join(folder, '0002_second.sql'), second['0002_second.sql']);
    const told: string[] = [];
    expect(await migrate(db.owner, { folder, onProgress: (sentence) => told.push(sentence) })).toEqual(['0002_second']);
    expect(told).toEqual(['Preparing the database: 0002_second']);
    expect((await db.owner.query('select n, word from first')).rows).toEqual([{ n: 1, word: null }]);
  });

  it('takes turned line ends for the same file', async () => {
    writeFileSync(path.join(folder, '0001_first.sql'), first['0001_first.sql'].replaceAll('\n', '\r\n'));
    expect(await migrate(db.owner, { folder })).toEqual([]);
  });

  it('refuses a migration that was changed after it was applied', async () => {
    const changed = folderOf({ ...first, '0002_second.sql': 'select 1' });
    await expect(migrate(db.owner, { folder: changed })).rejects.toMatchObject({
      code: 'migrate.changed',
      message: expect.stringContaining('0002_second'),
    });
  });

  it('refuses a database that a newer program has prepared', async () => {
    await expect(migrate(db.owner, { folder: folderOf(first) })).rejects.toMatchObject({
      code: 'migrate.database_newer',
      message: expect.stringMatching(/0002_second.*0001_first/),
    });
  });

  it('undoes one that fails, keeps those before it, and goes on when it is mended', async () => {
    const broken = path.join(folder, '0003_third.sql');
    writeFileSync(broken, 'create table third (); insert into third select 1/0;');
    await expect(migrate(db.owner, { folder })).rejects.toMatchObject({ code: 'migrate.failed' });
    expect((await db.owner.query(`select to_regclass('third') as third`)).rows).toEqual([{ third: null }]);
    unlinkSync(broken);
    writeFileSync(broken, 'create table third ();');
    expect(await migrate(db.owner, { folder })).toEqual(['0003_third']);
  });

  it('refuses a folder whose numbers have a gap or come twice', async () => {
    const gap = folderOf({ ...first, '0003_third.sql': '' });
    await expect(async () => migrate(db.owner, { folder: gap })).rejects.toMatchObject({ code: 'migrate.bad_folder' });
    const twice = folderOf({ ...first, '0001_again.sql': '' });
    await expect(async () => migrate(db.owner, { folder: twice })).rejects.toMatchObject({
      code: 'migrate.bad_folder',
    });
  });
});

describe('several starts at once', async () => {
  const { db, url } = await emptyDatabase();

  it('apply each migration exactly once', async () => {
    const folder = folderOf({ ...first, ...second });
    const starts = await Promise.all(Array.from({ length: 4 }, () => connect({ url })));
    const applied = await Promise.all(starts.map((start) => migrate(start.owner, { folder })));
    await Promise.all(starts.map((start) => start.close()));
    expect(applied.flat().sort()).toEqual(['0001_first', '0002_second']);
    expect((await db.owner.query('select count(*) as n from schema_migration')).rows).toEqual([{ n: 2 }]);
  });
});

describe("the program's own migrations", async () => {
  const { db } = await freshDatabase();

  it('are applied to a fresh database already', async () => {
    expect(await migrate(db.owner)).toEqual([]);
  });
});
