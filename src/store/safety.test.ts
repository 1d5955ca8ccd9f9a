import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../test/postgres.ts';
import type { Side } from '../core/body/words.ts';
import type { Command } from '../core/decide.ts';
import { execute } from './command.ts';
import { transactionAs } from './db.ts';
import { changesSince, startLive } from './live.ts';
import { countPurchases, listPurchases } from './portfolio.ts';
import { getPurchase, listEvents } from './purchase.ts';
import { asApp, type Scope, scopeOf } from './scope.ts';
import { makeWorkspace } from './workspace.ts';

const { db } = await freshDatabase();
const now = '2026-03-01T10:00:00.000Z';
const purchase_id = 'lathe';
const scope = (workspace_id: string, side: Side) => scopeOf(workspace_id, side === 'buyer' ? 'dana' : 'sven', side);

async function ask(as: Scope, commands: Command[], command_id: string = randomUUID(), purchase = purchase_id) {
  const actor = { kind: 'person' as const, id: as.person_id ?? '', side: as.side };
  const request = { purchase_id: purchase, commands, actor, on_behalf_of: null, command_id, source: null, now };
  const result = await execute(db, as, request);
  if ('rejection' in result) throw new Error(result.rejection.message);
  return result;
}

const job = {
  job_id: 'j',
  name: 'J',
  sentence: 'It is done.',
  phase: 'decide' as const,
  required_roles: ['champion' as const],
  rests_on: [],
  quorum: '2/3',
};
const opening: Command[] = [
  { kind: 'purchase.opened', body: { name: 'Lathe', template: 'none', jobs: [job] } },
  { kind: 'stakeholder.named', body: { person_id: 'dana', name: 'Dana', roles: ['champion'] } },
];
const private_things: Command[] = [
  { kind: 'assent.given', body: { job_id: 'j', person_id: 'dana', reason: 'secret reason' }, zone: 'buyer' },
  { kind: 'stakeholder.named', body: { person_id: 'eve', name: 'Secret Eve', roles: ['finance'] }, zone: 'buyer' },
  { kind: 'requirement.changed', body: { requirement_id: 'r', text: 'secret requirement' }, zone: 'buyer' },
];

beforeAll(async () => {
  for (const workspace_id of ['one', 'two']) {
    await makeWorkspace(db, { workspace_id, name: workspace_id, simulated: false, created_at: now });
    await ask(scope(workspace_id, 'seller'), opening);
  }
  await ask(scope('one', 'buyer'), private_things);
  await ask(scope('one', 'seller'), [{ kind: 'purchase.stage_changed', body: { stage: 'secret stage' } }]);
});

describe('the catalogue', () => {
  const tenant = `c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'schema_migration'`;

  it('holds every table of a workspace by row-level security, forced', async () => {
    const { rows } = await db.owner.query(`select c.relname from pg_class c where ${tenant}
      and not (c.relrowsecurity and c.relforcerowsecurity)`);
    expect(rows).toEqual([]);
    const { rows: all } = await db.owner.query(`select count(*) as n from pg_class c where ${tenant}`);
    expect(all[0].n).toBeGreaterThan(15);
  });

  it('has the workspace first in every key', async () => {
    const { rows } = await db.owner.query(
      `select c.relname, k.conname from pg_class c join pg_constraint k on k.conrelid = c.oid
       join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
       where ${tenant} and k.contype in ('p', 'u', 'f') and a.attname <> 'workspace_id'`,
    );
    expect(rows).toEqual([]);
    const { rows: keyless } = await db.owner.query(
      `select c.relname from pg_class c where ${tenant}
       and not exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')`,
    );
    expect(keyless).toEqual([]);
    const { rows: loose } = await db.owner.query(
      `select i.indexrelid::regclass as name from pg_class c join pg_index i on i.indrelid = c.oid
       join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
       where ${tenant} and a.attname <> 'workspace_id'`,
    );
    expect(loose).toEqual([]);
  });

  it('has the view or the zone in the key of each table that is kept by one', async () => {
    const { rows } = await db.owner.query(
      `select c.relname from pg_class c join pg_attribute z on z.attrelid = c.oid and z.attname in ('zone', 'view')
       where ${tenant} and not exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u')
         and z.attnum = any (k.conkey))`,
    );
    expect(rows).toEqual([]);
  });

  it('names workspace and zone or view in every policy but the owner’s', async () => {
    const { rows } = await db.owner.query(`select p.*, exists (select 1 from information_schema.columns k
        where k.table_name = p.tablename and k.column_name in ('zone', 'view')) as kept from pg_policies p`);
    const owner = (await db.owner.query('select current_user as name')).rows[0].name;
    for (const policy of rows) {
      if (policy.policyname === 'of_owner') {
        expect(policy.roles).toBe(`{${owner}}`);
        continue;
      }
      for (const text of [policy.qual, policy.with_check]) {
        expect(text).toContain(`NULLIF(current_setting('coassent.workspace'::text, true), ''::text)`);
        if (policy.kept) expect(text).toContain('coassent.zones');
      }
    }
  });

  it('grants nothing to the public, nothing to remove or change the ledger with, no views and no partitions', async () => {
    const { rows: grants } = await db.owner.query(
      `select grantee, table_name, privilege_type from information_schema.role_table_grants
       where table_schema = 'public' and grantee in ('PUBLIC', 'coassent_app', 'coassent_projector', 'coassent_login')`,
    );
    expect(grants.filter(({ grantee }) => grantee === 'PUBLIC' || grantee === 'coassent_login')).toEqual([]);
    const dangerous = grants.filter(({ privilege_type }) =>
      ['TRUNCATE', 'TRIGGER', 'REFERENCES'].includes(privilege_type),
    );
    expect(dangerous).toEqual([]);
    const ledger = grants.filter(({ table_name }) => table_name === 'event' || table_name === 'audit');
    expect(new Set(ledger.map(({ privilege_type }) => privilege_type))).toEqual(new Set(['SELECT', 'INSERT']));
    const texts = grants.filter(
      ({ table_name, grantee }) => table_name === 'outside_text' && grantee === 'coassent_app',
    );
    expect(texts.map(({ privilege_type }) => privilege_type).sort()).toEqual(['INSERT', 'SELECT']);
    const events = ledger.filter(({ table_name }) => table_name === 'event');
    expect(events.filter((grant) => grant.privilege_type === 'INSERT').map((grant) => grant.grantee)).not.toContain(
      'coassent_projector',
    );
    const { rows: others } = await db.owner.query(
      `select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace
       and (c.relispartition or c.relkind = 'm' or c.relkind = 'v' and not coalesce('security_invoker=true' = any (c.reloptions), false))`,
    );
    expect(others).toEqual([]);
  });

  it('gives the streams, whose numbers count private events, to the projector alone', async () => {
    const read = asApp(db, scope('one', 'seller'), (client) => client.query('select * from stream'));
    await expect(read).rejects.toMatchObject({ code: '42501' });
  });
});

describe("the application's role", () => {
  const as = (fn: (client: PoolClient) => Promise<unknown>) => asApp(db, scope('one', 'buyer'), fn);

  it.each([
    `update event set kind = 'x'`,
    'delete from event',
    'truncate event',
    `update purchase set name = 'x'`,
    `update outside_text set content = 'x'`,
    'delete from outside_text',
    'drop table event',
    'alter table event disable row level security',
    'set local role coassent_owner',
  ])('may not: %s', async (sql) => {
    await expect(as((client) => client.query(sql))).rejects.toMatchObject({
      code: expect.stringMatching(/42501|22023/),
    });
  });

  it('reads nothing at all without settings', async () => {
    const tables = [
      'event',
      'outside_text',
      'purchase',
      'job_interval',
      'person',
      'workspace',
      'change',
      'import',
      'usual',
    ];
    await transactionAs(
      db.app,
      { role: 'coassent_app', workspace_id: '', person_id: null, zones: [], purchases: null, reach: null },
      async (client) => {
        for (const table of tables) expect((await client.query(`select * from ${table}`)).rows).toEqual([]);
      },
    );
  });

  it('reads no other workspace and no other zone, whatever it asks for', async () => {
    const { rows } = await asApp(db, scope('two', 'seller'), (client) =>
      client.query('select workspace_id from event'),
    );
    expect(new Set(rows.map((row) => row.workspace_id))).toEqual(new Set(['two']));
    await asApp(db, scope('one', 'seller'), async (client) => {
      for (const table of ['event', 'outside_text']) {
        const seen = await client.query(`select distinct zone from ${table}`);
        expect(seen.rows.map((row) => row.zone)).not.toContain('buyer');
      }
      for (const table of ['purchase', 'job_interval', 'change', 'person', 'command']) {
        const seen = await client.query(`select count(*) as n from ${table} where view = 'buyer'`);
        expect(seen.rows).toEqual([{ n: 0 }]);
      }
    });
  });

  it('writes no event into another workspace or zone', async () => {
    const columns = `workspace_id, stream_kind, stream_id, seq, id, kind, v, zone, actor, occurred_at, known_at, recorded_at, body`;
    const forged = (workspace_id: string, zone: string) =>
      as((client) =>
        client.query(
          `insert into event (${columns}) values ($1, 'purchase', 'x', 1, 'x', 'x', 1, $2, '{}', now(), now(), now(), '{}')`,
          [workspace_id, zone],
        ),
      );
    await expect(forged('two', 'shared')).rejects.toMatchObject({ code: '42501' });
    await expect(forged('one', 'seller')).rejects.toMatchObject({ code: '42501' });
  });

  it('learns nothing of a taken id in a zone that it does not read', async () => {
    const id = randomUUID();
    await ask(
      scope('one', 'buyer'),
      [{ kind: 'purchase.problem_stated', body: { statement: 'ours' }, zone: 'buyer' }],
      id,
    );
    const own = await ask(scope('one', 'seller'), [{ kind: 'purchase.stage_changed', body: { stage: 's2' } }], id);
    expect(own.repeated).toBe(false);
  });
});

describe('two worlds', () => {
  /** All that a seller can read of a purchase and its workspace, as text. Places in the stream never leave the server. */
  async function seen(workspace_id: string): Promise<string> {
    const as = scope(workspace_id, 'seller');
    const { events, next } = await listEvents(db, as, purchase_id, { limit: 200 });
    const told = events.map(({ seq: _seq, ...event }) => event);
    const purchase = await getPurchase(db, as, purchase_id);
    const [page, counts] = [await listPurchases(db, as, {}), await countPurchases(db, as, {})];
    return JSON.stringify([told, next, purchase, page, counts, await changesSince(db, as, 0)]);
  }

  it('with and without private events look the same to the other side, byte for byte', async () => {
    for (const workspace_id of ['world-a', 'world-b']) {
      await makeWorkspace(db, { workspace_id, name: 'World', simulated: false, created_at: now });
      const [buyer, seller] = [scope(workspace_id, 'buyer'), scope(workspace_id, 'seller')];
      await ask(seller, opening, 'opening');
      if (workspace_id === 'world-a') await ask(buyer, private_things, 'private');
      await ask(seller, [{ kind: 'purchase.stage_changed', body: { stage: 'Offer' } }], 'stage');
      if (workspace_id === 'world-a')
        await ask(
          buyer,
          [{ kind: 'assent.withdrawn', body: { job_id: 'j', person_id: 'dana' }, zone: 'buyer' }],
          'withdrawn',
        );
      await ask(buyer, [{ kind: 'stakeholder.entered', body: { person_id: 'dana' } }], 'entered');
    }
    expect(await seen('world-a')).toBe(await seen('world-b'));
    const buyers = await listEvents(db, scope('world-a', 'buyer'), purchase_id, { limit: 200 });
    expect(buyers.events).toHaveLength(7);
  });
});

describe('live updates', () => {
  it('tell each view of its own changes only, and resume from a cursor', async () => {
    const live = await startLive(db, (error) => {
      throw error;
    });
    const [buyer, seller] = [scope('two', 'buyer'), scope('two', 'seller')];
    const start = {
      buyer: (await changesSince(db, buyer, null)).cursor,
      seller: (await changesSince(db, seller, null)).cursor,
    };
    const told: (string | null)[] = [];
    const heard = new Promise<void>((resolve) => {
      live.subscribe(buyer, start.buyer, ({ changes }) => {
        told.push(...changes.map((change) => change.purchase_id));
        resolve();
      });
    });
    const sellers: unknown[] = [];
    live.subscribe(seller, start.seller, (changes) => sellers.push(changes));
    await ask(buyer, [{ kind: 'requirement.changed', body: { requirement_id: 'r', text: 't' }, zone: 'buyer' }]);
    await heard;
    await live.close();
    expect(told).toEqual([purchase_id]);
    expect(sellers).toEqual([]);
    expect((await changesSince(db, seller, null)).cursor).toBe(start.seller);
    expect((await changesSince(db, buyer, start.buyer)).changes).toHaveLength(1);
  });

  it('notify with a number that tells nothing', async () => {
    const client = await db.owner.connect();
    try {
      await client.query('listen coassent_change');
      const word = new Promise<string | undefined>((resolve) => {
        client.on('notification', ({ payload }) => resolve(payload));
      });
      await ask(scope('two', 'seller'), [{ kind: 'purchase.stage_changed', body: { stage: 's3' } }]);
      expect(await word).toMatch(/^\d{1,20}$/);
    } finally {
      client.release(true);
    }
  });
});
