import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Listener, listeners } from '../../test/zones/doors.ts';
import { join, send } from '../../test/zones/people.ts';
import { endAccountSession, listAccountSessions } from '../store/account-session.ts';
import { eraseBuyer } from '../store/erasure-identity.ts';
import { changeGuest } from '../store/guest.ts';
import { endBuyerSession } from '../store/identity.ts';
import { scopeOf } from '../store/scope.ts';
import { deleteSso, putSso } from '../store/sso.ts';
import { endSsoSession, listSsoSessions } from '../store/sso-session.ts';

/*
 * Who listens is looked at anew only after word of doors (`store/live.ts`). So, for each way in which someone may be shown
 * out, or may hear less or more: they hear a change, then the door moves, and then, at once, something changes again.
 */
const with_all = await listeners();
const { app, ours, mills, other, people, asked, value, one } = with_all;
const { guest, account, colleague, partner, key, change, warm, outcome } = with_all;
const { db } = app;
const admin_id = people.admin.person_id ?? '';
const admin = one(people.admin, admin_id);

const sso = (more: { required?: boolean; issuer?: string } = {}) =>
  putSso(db, scopeOf(ours, admin_id, 'seller'), {
    ...{ label: 'Ours', issuer: 'https://id.example', client_id: 'c', secret_sealed: 's', default_role: 'member' },
    ...{ required: false, domains: ['vendor.example'], proves: 'vendor.example', ...more },
  });
await sso();

const userOf = ({ person_id }: Listener) =>
  value('select user_id from member where workspace_id = $1 and person_id = $2', ours, person_id);
const buyerOf = ({ person_id }: Listener) =>
  value('select buyer_id from guest where workspace_id = $1 and person_id = $2', ours, person_id);
const alter = (change: object) => (who: Listener) =>
  changeGuest(db, ours, { purchase_id: mills, person_id: who.person_id }, change);

interface Case {
  who: () => Promise<Listener>;
  moves: (who: Listener) => Promise<unknown>;
}

const CASES: Record<string, Case> = {
  'a session of an account ended': {
    who: () => account('leo@vendor.example'),
    moves: async (who) => {
      const user_id = await userOf(who);
      const [newest] = await listAccountSessions(db, user_id);
      expect(await endAccountSession(db, user_id, newest?.session_id ?? '')).toBe(true);
    },
  },
  'who signed out': {
    who: () => account('leo@vendor.example'),
    moves: ({ shown }) => send(app, shown, 'POST', '/api/auth/sign-out', {}),
  },
  'an account deleted': {
    who: async () => one(await join(app, admin.shown, ours, 'Gone', 'gone@vendor.example', 'member'), 'gone'),
    moves: () => db.owner.query(`delete from identity."user" where email = 'gone@vendor.example'`),
  },
  'an account of a domain for which single sign-on is required now': {
    who: () => account('leo@vendor.example'),
    moves: () => sso({ required: true }),
  },
  'a session of a provider ended': {
    who: colleague,
    moves: async ({ person_id }) => {
      const scope = scopeOf(ours, person_id, 'seller');
      const [session] = await listSsoSessions(db, scope);
      expect(await endSsoSession(db, scope, session?.session_id ?? '')).toBe(true);
    },
  },
  'sessions of a provider that is another one now': {
    who: colleague,
    moves: () => sso({ issuer: 'https://new.example' }),
  },
  'sessions of a provider that was taken away': {
    who: colleague,
    moves: () => deleteSso(db, scopeOf(ours, admin_id, 'seller')),
  },
  'a member taken out': {
    who: colleague,
    moves: ({ person_id }) => asked(admin.shown, 'DELETE', `/members/${person_id}`),
  },
  'a member who is a partner now': {
    who: colleague,
    moves: ({ person_id }) => asked(admin.shown, 'PUT', `/members/${person_id}`, { role: 'partner' }),
  },
  'a partner whose pod was taken away': {
    who: partner,
    moves: ({ person_id }) => asked(admin.shown, 'DELETE', `/pods/${person_id}`),
  },
  'a partner taken out of the pod': {
    who: partner,
    moves: ({ person_id }) => asked(admin.shown, 'PUT', `/pods/${person_id}`, { name: 'P', members: [] }),
  },
  'a partner whose pod serves the purchase no longer': {
    who: partner,
    moves: () => asked(admin.shown, 'PUT', `/purchases/${other}/pod`, { pod_id: null }),
  },
  'a partner whose pod serves one more purchase': {
    who: partner,
    moves: ({ person_id }) => asked(admin.shown, 'PUT', `/purchases/${mills}/pod`, { pod_id: person_id }),
  },
  'a key revoked': {
    who: async () => key(await colleague()),
    moves: (who) => asked(admin.shown, 'DELETE', `/keys/${(who as { key_id?: string }).key_id}`),
  },
  'a key of a service revoked': {
    who: () => key(admin, { service: true }),
    moves: (who) => asked(admin.shown, 'DELETE', `/keys/${(who as { key_id?: string }).key_id}`),
  },
  'a key whose person was taken out': {
    who: async () => key(await colleague()),
    moves: ({ person_id }) => asked(admin.shown, 'DELETE', `/members/${person_id}`),
  },
  'a key of a guest who was shown out': { who: async () => key(await guest()), moves: alter({ state: 'former' }) },
  'a session of a buyer ended': {
    who: guest,
    moves: async (who) => {
      const buyer_id = await buyerOf(who);
      const session_id = await value('select session_id from identity.buyer_session where buyer_id = $1', buyer_id);
      expect(await endBuyerSession(db, buyer_id, session_id)).toBe(true);
    },
  },
  'a guest shown out': { who: guest, moves: alter({ state: 'former' }) },
  'a guest who reads less now': { who: guest, moves: alter({ reach: 'shared' }) },
  'a guest who reads more now': { who: guest, moves: alter({ reach: 'all' }) },
  'a guest who came into another room too': {
    who: guest,
    moves: ({ person_id }) =>
      db.owner.query(
        `insert into guest (workspace_id, purchase_id, person_id, buyer_id, state, reach, came_at)
         select workspace_id, $3, person_id, buyer_id, state, reach, came_at from guest
         where workspace_id = $1 and person_id = $2`,
        [ours, person_id, other],
      ),
  },
  'a buyer erased': { who: guest, moves: async (who) => eraseBuyer(db, await buyerOf(who)) },
  'whoever said who they were, in a workspace whose doors were closed': {
    who: async () => one({ 'x-acting-as': 'sam' }, 'sam', 'lathe', 'ours'),
    moves: () => db.owner.query(`update workspace set doors = 'accounts' where workspace_id = 'ours'`),
  },
};

describe('a stream tells nothing any more to', () => {
  test.each(Object.entries(CASES))('%s', async (_name, { who, moves }) => {
    const listener = await who();
    const stream = await warm(listener);
    await moves(listener);
    await change(listener);
    expect(await outcome(stream, 1)).toBe('ended');
    await sso();
  });

  test.each<[string, () => Promise<Listener>]>([
    ['an account', () => account('leo@vendor.example')],
    ['the provider of the workspace', colleague],
    ['a buyer', guest],
    ['a key', async () => key(await colleague())],
  ])('a session of %s that ended by itself', async (_name, who) => {
    const listener = await who();
    const stream = await warm(listener);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 400 * 86_400_000 });
    await change(listener);
    expect(await outcome(stream, 1)).toBe('ended');
  });
  afterEach(() => void vi.useRealTimers());
});

describe('what is stored right after a door was closed', () => {
  /** Several transactions in one packet, so that nothing lies between them. */
  const atOnce = (...steps: string[]) => db.owner.query(steps.map((step) => `begin; ${step}; commit`).join('; '));
  const closing = ({ person_id }: Listener) =>
    `update guest set state = 'former' where workspace_id = '${ours}' and person_id = '${person_id}'`;
  const word = () => Math.floor(Math.random() * 1e15);
  const changing = (announced = word()) => `
    update feed set last_cursor = last_cursor + 1 where workspace_id = '${ours}' and view = 'buyer';
    insert into change (workspace_id, view, cursor, purchase_id, at, word)
      select workspace_id, view, last_cursor, '${mills}', now(), ${announced} from feed
      where workspace_id = '${ours}' and view = 'buyer';
    select pg_notify('coassent_change', '${announced}')`;

  test('is never told', async () => {
    for (let n = 0; n < 10; n++) {
      const listener = await guest();
      const stream = await warm(listener);
      await atOnce(closing(listener), changing());
      expect(await outcome(stream, 1)).toBe('ended');
    }
  });

  test('is not told by the word of what was stored before it', async () => {
    for (let n = 0; n < 10; n++) {
      const listener = await guest();
      const stream = await warm(listener);
      await atOnce(changing(), closing(listener), changing());
      await stream.ended;
      expect(stream.heard.length).toBeLessThanOrEqual(2);
    }
  });

  test('is not told where word of the door has not come yet, or never comes', async () => {
    const listener = await guest();
    const stream = await warm(listener);
    const unheard = changing().replace('pg_notify', 'concat');
    await atOnce(`set local session_replication_role = replica; ${closing(listener)}`, unheard);
    // Read by the word of something else.
    await db.owner.query(`select pg_notify('coassent_change', '1')`);
    expect(await outcome(stream, 1)).toBe('ended');
  });

  test('is not told where the connection on which word comes was lost meanwhile', async () => {
    const listener = await guest();
    const stream = await warm(listener);
    await db.owner.query(`select pg_terminate_backend(pid, 10000) from pg_stat_activity
      where datname = current_database() and query like 'listen coassent_change%'`);
    await atOnce(closing(listener));
    await change(listener);
    expect(await outcome(stream, 1)).toBe('ended');
  });
});

describe('a stream goes on', () => {
  test('for who may still hear, after the door moved for somebody else', async () => {
    const [stays, goes] = [await guest(), await guest()];
    const streams = [await warm(stays), await warm(goes)] as const;
    const told = streams.map(({ heard }) => heard.length);
    await alter({ state: 'former' })(goes);
    await change(stays);
    expect(await outcome(streams[1], told[1] ?? 0)).toBe('ended');
    expect(await outcome(streams[0], told[0] ?? 0)).toBe('told');
  });

  test('for a guest of a room that was closed: what they could read, they go on reading', async () => {
    const listener = await guest();
    const stream = await warm(listener);
    await db.owner.query('update room set closed_at = now() where workspace_id = $1 and purchase_id = $2', [
      ...[ours, mills],
    ]);
    await change(listener);
    expect(await outcome(stream, 1)).toBe('told');
  });
});
