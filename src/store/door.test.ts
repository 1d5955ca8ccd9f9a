import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../test/postgres.ts';
import { joinWorkspace } from './account.ts';
import { keyOf, makeKey } from './api-key.ts';
import { buyerOfToken, startBuyerSession } from './buyer.ts';
import { execute } from './command.ts';
import { transaction } from './db.ts';
import { noteChange } from './feed.ts';
import { changeGuest, putGuest } from './guest.ts';
import { identityOf } from './identity.ts';
import { type Live, startLive, type Told } from './live.ts';
import { scopeOf } from './scope.ts';
import { makeWorkspace } from './workspace.ts';

/*
 * Word of doors: what moves them, what does not, and that it comes before word of what changed after them.
 */
const { db } = await freshDatabase();
const now = '2026-03-01T10:00:00.000Z';
const workspace_id = 'one';
const buyer_scope = scopeOf(workspace_id, 'dana', 'buyer');
const seller_scope = scopeOf(workspace_id, 'sven', 'seller');
const guest = { purchase_id: 'lathe', person_id: 'dana' };

let live: Live;
let key: string;
let token: string;
const told: Told[] = [];
const told_one_by_one: (() => void)[] = [];

beforeAll(async () => {
  await makeWorkspace(db, { workspace_id, name: 'One', simulated: false, created_at: now, doors: 'accounts' });
  await joinWorkspace(db, { workspace_id, user_id: null, person_id: 'sven', name: 'Sven', role: 'admin' });
  const buyer_id = await identityOf(db, { email: 'd@mills.example', verified: true, session_buyer_id: null });
  token = await startBuyerSession(db, buyer_id, null);
  await putGuest(db, workspace_id, {
    ...{ ...guest, buyer_id, name: 'Dana', email: null, verified: true, state: 'in' },
    ...{ administrator: true, reach: 'all', let_in_by: null },
  });
  const of_key = { person_id: 'sven', made_by: null, name: 'CRM', agent: false, scopes: ['read' as const], days: 1 };
  key = (await makeKey(db, seller_scope, of_key)).key;
  live = await startLive(db, (error) => expect.fail(String(error)));
  live.subscribe(buyer_scope, 0, (changes) => {
    told.push(changes);
    for (const tell of told_one_by_one.splice(0)) tell();
  });
});
afterAll(() => live.close());

const change = () =>
  transaction(db.owner, (client) => noteChange(client, workspace_id, ['buyer', 'seller'], 'lathe', now));

/** What is told next, once `doing` is done and something changed: word of all that came before has been heard then. */
async function next(doing: () => Promise<unknown> = change): Promise<Told | undefined> {
  const heard = new Promise<void>((resolve) => told_one_by_one.push(resolve));
  await doing();
  await heard;
  return told.at(-1);
}

const opening = async () => {
  const commands = [
    { kind: 'purchase.opened' as const, body: { name: 'Lathe', template: 'buying-6' as const } },
    { kind: 'stakeholder.named' as const, body: { person_id: 'dana', name: 'Dana', roles: ['champion' as const] } },
    { kind: 'stakeholder.named' as const, body: { person_id: 'eve', name: 'Eve', roles: ['user' as const] } },
  ];
  const actor = { kind: 'person' as const, id: 'sven', side: 'seller' as const };
  const asked = { purchase_id: 'lathe', actor, on_behalf_of: null, source: null, now };
  await execute(db, seller_scope, { ...asked, commands, command_id: randomUUID() });
  const renamed = { person_id: 'dana', name: 'Dana D', roles: ['champion' as const] };
  const again = [{ kind: 'stakeholder.named' as const, body: renamed }];
  await execute(db, seller_scope, { ...asked, commands: again, command_id: randomUUID() });
};

describe('word of doors', () => {
  it('does not come of ordinary traffic: events, people who are named, keys and sessions that are used', async () => {
    await next();
    const doors = live.doors();
    expect(await next(opening)).toMatchObject({ announced: true });
    expect((await keyOf(db, workspace_id, key))?.first_today).toBe(true);
    expect(await buyerOfToken(db, token)).toMatchObject({ email: 'd@mills.example' });
    await startBuyerSession(db, (await buyerOfToken(db, token))?.buyer_id ?? '', null);
    await next();
    expect(live.doors()).toBe(doors);
  });

  it('comes before word of what is stored after it, however soon', async () => {
    for (let n = 0; n < 20; n++) {
      const doors = live.doors();
      await next(async () => {
        await changeGuest(db, workspace_id, guest, { administrator: n % 2 === 1 });
        await change();
      });
      expect(live.doors()).toBe(doors + 1);
    }
  });

  it('comes once for a transaction, and says nothing', async () => {
    const listener = await db.owner.connect();
    try {
      await listener.query('listen coassent_door');
      const payload = new Promise((resolve) => listener.on('notification', (word) => resolve(word.payload)));
      const doors = live.doors();
      await transaction(db.owner, async (client) => {
        await client.query('update guest set administrator = not administrator');
        await client.query(`update member set role = 'lead'`);
        await client.query('truncate pod_member');
      });
      expect(await payload).toBe('');
      await next();
      expect(live.doors()).toBe(doors + 1);
    } finally {
      listener.release(true);
    }
  });

  it('does not come where a row stays as it was', async () => {
    await next();
    const doors = live.doors();
    await db.owner.query('update guest set administrator = administrator');
    await next();
    expect(live.doors()).toBe(doors);
  });

  it('is taken to have come when the connection was lost', async () => {
    const doors = live.doors();
    await next(async () => {
      await db.owner.query(`select pg_terminate_backend(pid, 10000) from pg_stat_activity
        where datname = current_database() and query like 'listen coassent_change%'`);
      await change();
    });
    expect(live.doors()).toBeGreaterThan(doors);
  });
});

describe('a change', () => {
  it('is announced where its own word was heard', async () => {
    expect(await next()).toMatchObject({ announced: true, changes: [{ purchase_id: 'lathe' }] });
  });

  it('is not where it was read by the word of another, or is from before', async () => {
    const unheard = () =>
      transaction(db.owner, async (client) => {
        await noteChange(client, workspace_id, ['seller'], 'lathe', now);
        await client.query(
          `with next as (update feed set last_cursor = last_cursor + 1
            where workspace_id = $1 and view = 'buyer' returning last_cursor)
          insert into change (workspace_id, view, cursor, purchase_id, at, word)
          select $1, 'buyer', last_cursor, 'lathe', now(), 17 from next`,
          [workspace_id],
        );
      });
    expect(await next(unheard)).toMatchObject({ announced: false, changes: [{ purchase_id: 'lathe' }] });
    const from_the_beginning = await new Promise<Told>((resolve) => {
      live.subscribe(buyer_scope, 0, resolve);
    });
    expect(from_the_beginning.announced).toBe(false);
  });
});
