import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Operation } from '../../src/contract/operation.ts';
import { operations } from '../../src/contract/operations.ts';
import { PERMISSIONS } from '../../src/core/access.ts';
import { counting } from './count.ts';
import { headersOf, invite, join, press, type Shown, send, twoCompanies } from './people.ts';

/*
 * Every operation of the contract × every kind of caller. What is expected is written down here once more, by permission
 * and by caller, and not asked of the rules that are tested.
 */
const { app, ours, mills, people, ivy, gus, olga, stranger } = await twoCompanies();
const count = counting();
const PURCHASE = `/workspaces/${ours}/purchases/${mills}`;

/** Brings someone in by mail. */
async function bring(email: string, name: string, more: object = {}): Promise<Shown> {
  await invite(app, ivy, ours, mills, { email, name, ...more });
  return (await press(app, email)).shown;
}

const key = async (by: Shown, scopes: string[], more: object = {}): Promise<Shown & { key_id: string }> => {
  const made = await send(app, headersOf(by), 'POST', `/workspaces/${ours}/keys`, { name: 'k', scopes, ...more });
  expect(made.status).toBe(200);
  return { authorization: `Bearer ${made.body.key}`, key_id: made.body.key_id };
};
const only = ({ authorization = '' }: Shown): Shown => ({ authorization });

const consultant = await bring('cleo@advice.example', 'Cleo', { consultant: true });
const waiting = await bring('ivy@mi11s.example', 'Ivy');

/** Comes by the link of a room that asks for a name only, and is let in by who governs. */
async function comeUnverified(): Promise<Shown> {
  const put = await send(app, people.admin, 'PUT', `${PURCHASE}/room`, { rung: 'name' });
  const secret = String(put.body.link).split('#')[1];
  const entry = `/workspaces/${ours}/rooms/${mills}/entry`;
  const came = await send(app, {}, 'POST', entry, { secret, name: 'Una' });
  expect(came.body).toMatchObject({ state: 'waiting' });
  const { guests } = (await send(app, ivy, 'GET', `${PURCHASE}/guests`)).body;
  const una = guests.find((guest: { name: string }) => guest.name === 'Una');
  const let_in = await send(app, ivy, 'PUT', `${PURCHASE}/guests/${una.person_id}`, { state: 'in' });
  expect(let_in.status).toBe(200);
  return { cookie: String(came.headers['set-cookie']).split(';')[0] ?? '' };
}
const unverified = await comeUnverified();

await invite(app, ivy, ours, mills, { email: 'lee@mills.example', name: 'Lee' });
const lee = (await press(app, 'lee@mills.example')).shown;
const key_of_lee = await key(lee, ['read', 'write']);
const { body: of_lee } = await send(app, lee, 'GET', `/workspaces/${ours}/me`);
await send(app, ivy, 'PUT', `/workspaces/${ours}/purchases/${mills}/stakeholders/${of_lee.person_id}/departure`, {});

const former_member = await join(app, people.admin, ours, 'Fay Former', 'fay@vendor.example', 'lead');
const key_of_former = await key(former_member, ['read', 'write']);
await send(app, people.admin, 'DELETE', `/workspaces/${ours}/members/${former_member.person_id}`);
const expired_key = await key(people.member, ['read', 'write']);
await app.db.owner.query(`update api_key set expires_at = now() - interval '1 day' where key_id = $1`, [
  expired_key.key_id,
]);
const revoked_key = await key(people.member, ['read', 'write']);
await send(app, headersOf(people.member), 'DELETE', `/workspaces/${ours}/keys/${revoked_key.key_id}`);

const callers: Record<string, Shown> = {
  nobody: {},
  'seller of another workspace': stranger,
  'seller outside the pod': headersOf(people.outside),
  partner: headersOf(people.partner),
  member: headersOf(people.member),
  lead: headersOf(people.lead),
  admin: people.admin,
  'buyer who governs': ivy,
  'buyer of this purchase': gus,
  'buyer of another': olga,
  'former buyer': lee,
  'expired session': { cookie: `coassent_buyer=${'x'.repeat(43)}; coassent.session_token=gone.gone` },
  'key that reads': only(await key(people.member, ['read'])),
  'key that writes': only(await key(people.member, ['read', 'write'])),
  'key that administers': only(await key(people.admin, ['read', 'write', 'admin'])),
  agent: only(await key(people.member, ['read', 'write'], { agent: true })),
  consultant,
  'unverified buyer': unverified,
  'waiting guest': waiting,
  'former member': headersOf(former_member),
  "buyer's key that reads": only(await key(gus, ['read'])),
  "buyer's key that writes": only(await key(gus, ['read', 'write'])),
  "buyer's agent": only(await key(gus, ['read', 'write'], { agent: true })),
  'expired key': only(expired_key),
  'revoked key': only(revoked_key),
  'key of a departed buyer': only(key_of_lee),
  'key of a former member': only(key_of_former),
  'service key': only(await key(people.admin, ['read', 'write'], { service: true })),
  'service key that administers': only(await key(people.admin, ['read', 'write', 'admin'], { service: true })),
};
type Kind = keyof typeof callers;

const SELLERS: Kind[] = ['seller outside the pod', 'partner', 'member', 'lead', 'admin'];
const KEYS_OF_BUYER: Kind[] = ["buyer's key that reads", "buyer's key that writes", "buyer's agent"];
/** Who is in the room and governs nothing. */
const PLAIN_BUYERS: Kind[] = ['buyer of this purchase', 'consultant', 'unverified buyer', ...KEYS_OF_BUYER];
const BUYERS: Kind[] = ['buyer who governs', ...PLAIN_BUYERS];
const ADMIN_KEYS: Kind[] = ['key that administers', 'service key that administers'];
const KEYS: Kind[] = ['key that reads', 'key that writes', 'agent', 'service key', ...ADMIN_KEYS, ...KEYS_OF_BUYER];
const READING_KEYS: Kind[] = ['key that reads', "buyer's key that reads"];
const DEAD_KEYS: Kind[] = ['expired key', 'revoked key', 'key of a departed buyer', 'key of a former member'];
/** Signed in, and nobody here. */
const STRANGERS: Kind[] = ['seller of another workspace', 'former buyer', 'waiting guest', 'former member'];
const AS_LEAD: Kind[] = ['lead', 'admin', ...ADMIN_KEYS];
const AS_ADMIN: Kind[] = ['admin', ...ADMIN_KEYS];

/** Operations that no key may call, by name; and what needs the scope to administer is what only admins do. */
const NEVER_BY_KEY = [
  ...['keys.list', 'keys.create', 'keys.delete', 'erasures.create', 'seller_erasures.create'],
  // Who set the provider could name anyone of the workspace.
  ...['calendar_feeds.create', 'sso.put', 'sso.delete', 'sso_tests.create', 'sso_sessions.list', 'sso_sessions.delete'],
];
/** What only who governs the buyer side does, once a buyer is in. */
const GOVERNING = /^(stakeholders|entries|departures|roles|wordings|rules|jobs)\.(put|create|delete)$/;

const ACCOUNTS: Kind[] = [...SELLERS, 'seller of another workspace', 'former member'];
const VISITORS: Kind[] = [
  ...['buyer who governs', 'buyer of this purchase', 'consultant', 'unverified buyer'],
  ...['waiting guest', 'buyer of another', 'former buyer'],
];

/** The code that a caller is turned away with; null where the door is open to them. */
function expected(name: string, operation: Operation, who: Kind): string | null {
  switch (operation.permission) {
    case 'anyone':
      return null;
    case 'account':
      return ACCOUNTS.includes(who) ? null : 'caller.unnamed';
    case 'visitor':
      return VISITORS.includes(who) ? null : 'caller.unnamed';
    case 'operator':
      return 'caller.not_owner';
    default:
  }
  if (who === 'nobody' || who === 'expired session') return 'caller.unnamed';
  if (DEAD_KEYS.includes(who)) return 'key.refused';
  if (STRANGERS.includes(who)) return 'thing.unknown';
  return ofKey(name, operation, who) ?? ofPermission(operation, who) ?? ofPurchase(name, operation, who);
}

function ofKey(name: string, { permission, method }: Operation, who: Kind): string | null {
  if (!KEYS.includes(who)) return null;
  if (NEVER_BY_KEY.includes(name)) return 'key.scope';
  if (READING_KEYS.includes(who) && method !== 'GET') return 'key.scope';
  return permission === 'admin' && !ADMIN_KEYS.includes(who) ? 'key.scope' : null;
}

function ofPermission({ permission }: Operation, who: Kind): string | null {
  const is_buyer = BUYERS.includes(who) || who === 'buyer of another';
  if (permission === 'buyer' || permission === 'buyer_admin') {
    if (!is_buyer) return 'caller.not_allowed';
    return permission === 'buyer_admin' && PLAIN_BUYERS.includes(who) ? 'group.administrator_only' : null;
  }
  if (permission === 'member') return null;
  const allowed = { seller: null, lead: AS_LEAD, admin: AS_ADMIN }[permission as string];
  if (allowed === undefined) throw new Error(`nobody has written down who may call what is for "${permission}"`);
  return is_buyer || (allowed !== null && !allowed.includes(who)) ? 'caller.not_allowed' : null;
}

function ofPurchase(name: string, { path, zone, method }: Operation, who: Kind): string | null {
  const writes = method !== 'GET';
  if (!path.includes(':purchase_id')) return who === 'partner' && zone === 'seller' ? 'caller.not_allowed' : null;
  if (who === 'buyer of another') return 'thing.unknown';
  if (writes && who === 'seller outside the pod') return 'pod.not_yours';
  return writes && PLAIN_BUYERS.includes(who) && GOVERNING.test(name) ? 'group.administrator_only' : null;
}

/** Rights of people over what is recorded about them, which no supplier ends by closing a room. */
const LASTING = ['erasures.create', 'buyer_reviews.put', 'calendar_feeds.delete'];

/** What a closed room leaves to buyers: reading, taking along, and being erased. */
function expectedInClosed(name: string, operation: Operation, who: Kind): string | null {
  const before = expected(name, operation, who);
  const at_the_door = before !== null && !(before === 'group.administrator_only' && GOVERNING.test(name));
  if (at_the_door || operation.method === 'GET' || operation.permission === 'anyone') return before;
  if (LASTING.includes(name)) return before;
  return operation.path.includes('/purchases/:purchase_id') ? 'room.closed' : before;
}

/** Codes that only the door gives. */
const DOOR = [
  'caller.unnamed',
  'caller.unknown',
  'caller.not_allowed',
  'caller.not_owner',
  'group.administrator_only',
  'key.refused',
  'key.scope',
  'pod.not_yours',
  'room.closed',
];

const address = (path: string): string =>
  path
    .replace(':workspace_id', ours)
    .replace(':purchase_id', mills)
    .replace(/:\w+/g, () => randomUUID());

/** Closing a room changes what others may do, so it comes last. */
const all = Object.entries<Operation>(operations).sort(
  ([one], [other]) => Number(one === 'rooms.close') - Number(other === 'rooms.close'),
);

/** Asks as someone, with a body that is wrong: who may call is told that it is, and nothing is written. */
async function holds(name: string, operation: Operation, who: Kind, code: string | null): Promise<void> {
  // A stream that is let in does not end by itself; that it opens is tested where streams are.
  if (operation.media === 'events' && code === null) return;
  const payload = operation.body === undefined ? undefined : { wrong: true };
  const answer = await send(app, callers[who] ?? {}, operation.method, address(operation.path), payload);
  const seen = answer.body?.code ?? null;
  count('expectations of the matrix');
  if (code !== null) expect([name, who, seen]).toEqual([name, who, code]);
  else {
    expect([name, who, DOOR.includes(seen) ? seen : null]).toEqual([name, who, null]);
    expect([name, who, answer.status]).not.toEqual([name, who, 500]);
  }
}

/** Operations that do not say who may call them, or from which zones they answer. */
const undeclared = (some: Record<string, object>): string[] =>
  Object.entries(some).flatMap(([name, declared]) => {
    const { permission, zone } = declared as Partial<Operation>;
    const says = permission !== undefined && PERMISSIONS.includes(permission);
    return says && zone !== undefined && ['none', 'view', 'seller', 'buyer'].includes(zone) ? [] : [name];
  });

describe('every operation for every caller', () => {
  test.each(all)('%s', async (name, operation) => {
    for (const who of Object.keys(callers)) await holds(name, operation, who, expected(name, operation, who));
  });

  test('an operation that says nothing of who may call it, or of its zone, fails this check', () => {
    expect(undeclared(operations)).toEqual([]);
    const { permission: _permission, ...unsaid } = operations['purchases.get'];
    const { zone: _zone, ...everywhere } = operations['purchases.get'];
    const odd = { ...operations['purchases.get'], permission: 'whoever' };
    expect(undeclared({ unsaid, everywhere, odd })).toEqual(['unsaid', 'everywhere', 'odd']);
    for (const one of [unsaid, odd]) {
      expect(() => expected('new', one as unknown as Operation, 'member')).toThrow('nobody has written down');
    }
  });
});

describe('once the room is closed', () => {
  test('buyers read and export, and do nothing else', async () => {
    expect((await send(app, people.admin, 'PUT', `${PURCHASE}/room/closing`)).status).toBeLessThan(500);
    for (const [name, operation] of all) {
      for (const who of BUYERS) await holds(name, operation, who, expectedInClosed(name, operation, who));
    }
    for (const path of ['', '/events', '/export', '/archive']) {
      const read = await send(app, gus, 'GET', PURCHASE + path);
      expect([path, read.status]).toEqual([path, 200]);
    }
    expect(await send(app, gus, 'PUT', `${PURCHASE}/requirements/r`, { text: 't' })).toMatchObject({
      ...{ status: 403, body: { code: 'room.closed' } },
    });
  });
});

describe('what is foreign and what is not there', () => {
  test('get the same answer, byte for byte', async () => {
    const foreign = await send(app, stranger, 'GET', `/workspaces/${ours}/purchases/${mills}`);
    const random = await send(app, stranger, 'GET', `/workspaces/${randomUUID()}/purchases/${randomUUID()}`);
    expect(foreign.status).toBe(404);
    expect(random.text).toBe(foreign.text);
    const other = await send(app, olga, 'GET', `/workspaces/${ours}/purchases/${mills}`);
    const none = await send(app, olga, 'GET', `/workspaces/${ours}/purchases/${randomUUID()}`);
    expect([other.status, none.text]).toEqual([404, other.text]);
  });
});
