import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { freshDatabase } from '../../test/postgres.ts';
import { begin, connect, type Scope, transaction, transactionAs, withClient } from './db.ts';

const { db, url, login_password } = await freshDatabase();

const scope: Scope = {
  role: 'coassent_app',
  workspace_id: `w'1\\ ; drop table x`,
  person_id: randomUUID(),
  zones: ['shared', 'seller'],
  purchases: null,
  reach: null,
};

const settings = `select current_user as role, session_user as login,
  current_setting('coassent.workspace', true) as workspace_id, current_setting('coassent.person', true) as person_id,
  current_setting('coassent.zones', true) as zones, current_setting('coassent.purchases', true) as purchases,
  current_setting('coassent.reach', true) as reach`;

describe('a transaction in a scope', () => {
  it('has the role and the settings, whatever they hold', async () => {
    const seen = await transactionAs(db.app, scope, async (client) => (await client.query(settings)).rows[0]);
    expect(seen).toEqual({
      ...scope,
      zones: 'shared,seller',
      purchases: '*',
      reach: '-infinity',
      login: 'coassent_login',
    });
  });

  it('leaves nothing behind in the pool', async () => {
    const { rows } = await withClient(db.app, async (client) => {
      await begin(client, scope);
      await client.query('commit');
      return client.query(settings);
    });
    expect(rows[0]).toMatchObject({ role: 'coassent_login', workspace_id: '', person_id: '', zones: '' });
  });

  it('says nobody as an empty person', async () => {
    const seen = await transactionAs(db.app, { ...scope, person_id: null }, (client) => client.query(settings));
    expect(seen.rows[0].person_id).toBe('');
  });

  it('refuses a zone that would read as two', async () => {
    const wrong = transactionAs(db.app, { ...scope, zones: ['shared,buyer'] }, (client) => client.query(settings));
    await expect(wrong).rejects.toMatchObject({ code: 'db.bad_zone' });
  });

  it('runs nothing outside the scope when it cannot be opened', async () => {
    const role = 'coassent_nobody' as Scope['role'];
    await expect(transactionAs(db.app, { ...scope, role }, (client) => client.query('select 1'))).rejects.toMatchObject(
      { code: '25P02' },
    );
    await expect(transactionAs(db.app, { ...scope, role }, async () => 'nothing asked')).rejects.toThrow(/role/);
  });
});

describe('what the application may do', () => {
  it.each(['app', 'bulk'] as const)('outside a transaction of its own: nothing (%s)', async (name) => {
    await transaction(db.owner, (client) => client.query('create table if not exists secret (word text)'));
    await expect(db[name].query('select * from secret')).rejects.toMatchObject({ code: '42501' });
    await expect(db[name].query('create table mine ()')).rejects.toMatchObject({ code: '42501' });
  });

  it('is the same when it has no login of its own', async () => {
    const shared = await connect({ url });
    try {
      const { rows } = await shared.app.query(settings);
      expect(rows[0].role).toBe('coassent_login');
      const reset = await withClient(shared.app, async (client) => {
        await client.query('reset role');
        return client.query(settings);
      });
      expect(reset.rows[0].role).toBe('coassent_login');
      const seen = await transactionAs(shared.app, scope, (client) => client.query(settings));
      expect(seen.rows[0].role).toBe('coassent_app');
    } finally {
      await shared.close();
    }
  });
});

describe('a transaction', () => {
  it('stores all or nothing', async () => {
    await transaction(db.owner, (client) => client.query('create table kept (n integer)'));
    await transaction(db.owner, (client) => client.query('insert into kept values (1)'));
    const failing = transaction(db.owner, async (client) => {
      await client.query('insert into kept values (2)');
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect((await db.owner.query('select n from kept')).rows).toEqual([{ n: 1 }]);
  });

  it('does not claim to have stored what Postgres undid', async () => {
    const swallowed = transaction(db.owner, async (client) => {
      await client.query('create table never ()');
      await client.query('select 1/0').catch(() => undefined);
    });
    await expect(swallowed).rejects.toMatchObject({ code: 'db.rolled_back' });
  });

  it('left open by mistake does not reach the next borrower', async () => {
    const pid = (client: { query(sql: string): Promise<{ rows: { pid: number }[] }> }) =>
      client.query('select pg_backend_pid() as pid').then(({ rows }) => rows[0]?.pid);
    const left = await withClient(db.bulk, async (client) => {
      await client.query('begin');
      return pid(client);
    });
    expect(await withClient(db.bulk, pid)).not.toBe(left);
  });

  it('survives a connection that breaks in the middle', async () => {
    const broken = transaction(db.owner, (client) => client.query('select pg_terminate_backend(pg_backend_pid())'));
    await expect(broken).rejects.toThrow();
    expect((await db.owner.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });
});

describe('values', () => {
  it('keeps days as text and exact 64-bit numbers', async () => {
    const { rows } = await db.app.query(`select date '2026-03-01' as day, 9007199254740991::bigint as many`);
    expect(rows).toEqual([{ day: '2026-03-01', many: 9_007_199_254_740_991 }]);
    await expect(db.app.query('select 9007199254740993::bigint')).rejects.toMatchObject({
      code: 'db.number_too_large',
    });
  });
});

describe('connecting', () => {
  it('says what is wrong without telling the password', async () => {
    const at = (change: (target: URL) => void) => {
      const target = new URL(url);
      change(target);
      return connect({ url: target.toString(), login_password });
    };
    await expect(connect({ url: 'mysql://u:p@h/d' })).rejects.toMatchObject({ code: 'db.bad_url' });
    await expect(connect({ url: 'nonsense' })).rejects.toMatchObject({ code: 'db.bad_url' });
    await expect(
      at((target) => {
        target.password = 'wrong-word';
      }),
    ).rejects.toMatchObject({
      code: 'db.login_refused',
      message: expect.not.stringContaining('wrong-word'),
    });
    await expect(
      at((target) => {
        target.pathname = '/nowhere';
      }),
    ).rejects.toMatchObject({ code: 'db.no_database' });
    await expect(connect({ url: 'postgresql://u:p@127.0.0.1:1/d' })).rejects.toMatchObject({ code: 'db.unreachable' });
  });
});
