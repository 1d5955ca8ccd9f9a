import { beforeAll, expect, test } from 'vitest';
import { begin, type Scope, withClient } from '../../src/store/db.ts';
import { freshDatabase } from '../postgres.ts';
import { counting } from './count.ts';

/*
 * What someone was told, and how they want it, is read and written by them alone: not by colleagues, not by another
 * workspace, not without saying who one is. Each condition is left out in turn, and the probes have to notice.
 */
const { db } = await freshDatabase();
const count = counting();
const PEOPLE = ['ivy', 'gus'];

beforeAll(async () => {
  for (const workspace_id of ['one', 'two']) {
    for (const person_id of PEOPLE) {
      await db.owner.query(
        `insert into notice (workspace_id, person_id, notice_id, purchase_id, side, kind, about, at, mail)
         values ($1, $2, 'n', 'p', 'buyer', 'news', '{}', now(), 'waiting')`,
        [workspace_id, person_id],
      );
      await db.owner.query(
        `insert into notice_setting (workspace_id, person_id, settings, changed_at) values ($1, $2, '{}', now())`,
        [workspace_id, person_id],
      );
    }
  }
});

const ivy: Scope = {
  ...{ role: 'coassent_app', workspace_id: 'one', person_id: 'ivy' },
  ...{ zones: ['shared', 'buyer'], purchases: null, reach: null },
};

type Tried = { rows: Record<string, unknown>[]; changed: number };

/** Tries a statement in a scope, and undoes it; what is refused changes nothing. */
function trying(scope: Scope, text: string): Promise<Tried> {
  return withClient(db.bulk, async (client) => {
    await begin(client, scope);
    try {
      const { rows, rowCount } = await client.query(text);
      return { rows, changed: rowCount ?? 0 };
    } catch {
      return { rows: [], changed: 0 };
    } finally {
      await client.query('rollback');
    }
  });
}

/** Everything that someone may do with a table who may not; empty where its policy holds. */
async function leaks(table: 'notice' | 'notice_setting'): Promise<string[]> {
  const found: string[] = [];
  const own = await trying(ivy, `select * from ${table}`);
  if (own.rows.length === 0) found.push('gives nothing to whom it belongs');
  if (own.rows.some((row) => row.workspace_id !== 'one')) found.push('another workspace');
  if (own.rows.some((row) => row.person_id !== 'ivy')) found.push('another person');
  for (const nobody of [
    { ...ivy, person_id: null },
    { ...ivy, workspace_id: '' },
  ]) {
    if ((await trying(nobody, `select * from ${table}`)).rows.length > 0) found.push('without saying who');
  }
  const change = table === 'notice' ? 'update notice set read_at = now()' : `update notice_setting set settings = '[]'`;
  if ((await trying(ivy, change)).changed !== 1) found.push('changes what is not theirs');
  const forged = `insert into notice_setting (workspace_id, person_id, settings, changed_at) values ('one', 'new', '{}', now())`;
  if (table === 'notice_setting' && (await trying(ivy, forged)).changed > 0) found.push('writes for another');
  count('tables swept with forged settings', 5);
  return found;
}

test.each(['notice', 'notice_setting'] as const)('%s is its person’s own', async (table) => {
  expect(await leaks(table)).toEqual([]);
  const { rows } = await db.owner.query<{ qual: string }>(
    `select qual from pg_policies where tablename = $1 and policyname = 'of_person'`,
    [table],
  );
  const whole = rows[0]?.qual ?? '';
  for (const weaker of ['true', ...['workspace_id', 'person_id'].map((kept) => `${kept} = ${settingOf(kept)}`)]) {
    await db.owner.query(`alter policy of_person on ${table} using (${weaker}) with check (${weaker})`);
    expect([weaker, (await leaks(table)).length > 0]).toEqual([weaker, true]);
  }
  await db.owner.query(`alter policy of_person on ${table} using (${whole}) with check (${whole})`);
  expect(await leaks(table)).toEqual([]);
});

const settingOf = (column: string): string =>
  `nullif(current_setting('coassent.${column === 'person_id' ? 'person' : 'workspace'}', true), '')`;

test('mails and how far was looked are for the program alone', async () => {
  for (const table of ['notice_mail', 'notice_progress']) {
    const { rows } = await db.owner.query(
      `select 1 from information_schema.role_table_grants where table_name = $1 and grantee = 'coassent_app'`,
      [table],
    );
    expect([table, rows]).toEqual([table, []]);
  }
});
