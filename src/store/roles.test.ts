import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { emptyDatabase } from '../../test/postgres.ts';
import { connect, type Scope, transactionAs, withClient } from './db.ts';
import { ensureRoles } from './roles.ts';

const { db, url, login_password } = await emptyDatabase();

/** A user of the server who is not its owner, with `rights`; dropped at the end. */
async function someUser(rights: string): Promise<{ name: string; url: string }> {
  const name = `test_user_${randomBytes(6).toString('hex')}`;
  await db.owner.query(`create role ${name} login password 'p' ${rights}`);
  users.push(name);
  const target = new URL(url);
  target.username = name;
  target.password = 'p';
  return { name, url: target.toString() };
}
const users: string[] = [];
afterAll(async () => {
  // The database of this file is gone by now, so the server's first one is asked.
  const client = new Client({ connectionString: inject('postgres').url });
  await client.connect();
  for (const name of users) await client.query(`drop owned by ${name}; drop role ${name}`);
  await client.end();
});

const scope: Scope = {
  role: 'coassent_projector',
  workspace_id: 'w',
  person_id: null,
  zones: ['shared'],
  purchases: null,
  reach: null,
};

describe('the roles', () => {
  it('can be made by many starts at once', async () => {
    const makers = Array.from({ length: 8 }, () =>
      withClient(db.owner, (client) => ensureRoles(client, login_password)),
    );
    await Promise.all(makers);
    const { rows } = await db.owner.query(
      `select rolname, rolcanlogin, rolinherit, rolbypassrls or rolsuper or rolcreaterole or rolcreatedb as powerful
       from pg_roles where rolname like 'coassent\\_%' and rolname <> 'coassent_owner' order by rolname`,
    );
    expect(rows).toEqual([
      { rolname: 'coassent_app', rolcanlogin: false, rolinherit: true, powerful: false },
      { rolname: 'coassent_identity', rolcanlogin: false, rolinherit: true, powerful: false },
      { rolname: 'coassent_login', rolcanlogin: true, rolinherit: false, powerful: false },
      { rolname: 'coassent_projector', rolcanlogin: false, rolinherit: true, powerful: false },
    ]);
  });

  it('tell an owner who may not make them what an administrator has to run, and that is enough', async () => {
    const user = await someUser('');
    const theirs = await connect({ url: user.url });
    try {
      const failure = await withClient(theirs.owner, (client) => ensureRoles(client, undefined)).catch(
        (error) => error,
      );
      expect(failure).toMatchObject({ code: 'db.roles_missing' });
      const grants = (failure.message as string).split('\n').filter((line) => line.startsWith('grant'));
      for (const grant of grants) await db.owner.query(grant);
      await withClient(theirs.owner, (client) => ensureRoles(client, undefined));
      const seen = await transactionAs(theirs.app, scope, (client) => client.query('select current_user as role'));
      expect(seen.rows).toEqual([{ role: 'coassent_projector' }]);
    } finally {
      await theirs.close();
    }
  });

  it('are refused when one of them bypasses row-level security', async () => {
    const check = withClient(db.owner, async (client) => {
      // Inside a transaction that is undone: other files use the same server.
      await client.query('begin');
      await client.query('alter role coassent_app bypassrls');
      await ensureRoles(client, login_password).finally(() => client.query('rollback'));
    });
    await expect(check).rejects.toMatchObject({ code: 'db.role_unsafe' });
  });
});
