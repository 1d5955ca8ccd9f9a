import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import type { Operation } from '../../src/contract/operation.ts';
import { operations } from '../../src/contract/operations.ts';
import { headersOf, invite, press, type Shown, send, twoCompanies } from './people.ts';

/*
 * Every operation of the contract × every kind of caller. What is expected is written down here once more, by permission
 * and by caller, and not asked of the rules that are tested.
 */
const { app, ours, mills, people, ivy, gus, olga, stranger } = await twoCompanies();

await invite(app, ivy, ours, mills, { email: 'lee@mills.example', name: 'Lee' });
const lee = (await press(app, 'lee@mills.example')).shown;
const { body: of_lee } = await send(app, lee, 'GET', `/workspaces/${ours}/me`);
await send(app, ivy, 'PUT', `/workspaces/${ours}/purchases/${mills}/stakeholders/${of_lee.person_id}/departure`, {});

const key = async (by: Shown, scopes: string[], agent = false): Promise<Shown> => {
  const made = await send(app, headersOf(by), 'POST', `/workspaces/${ours}/keys`, { name: 'k', scopes, agent });
  return { authorization: `Bearer ${made.body.key}` };
};

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
  'key that reads': await key(people.member, ['read']),
  'key that writes': await key(people.member, ['read', 'write']),
  'key that administers': await key(people.admin, ['read', 'write', 'admin']),
  agent: await key(people.member, ['read', 'write'], true),
};
type Kind = keyof typeof callers;

const SELLERS: Kind[] = ['seller outside the pod', 'partner', 'member', 'lead', 'admin'];
const BUYERS: Kind[] = ['buyer who governs', 'buyer of this purchase'];
const KEYS: Kind[] = ['key that reads', 'key that writes', 'key that administers', 'agent'];
const AS_LEAD: Kind[] = ['lead', 'admin', 'key that administers'];
const AS_ADMIN: Kind[] = ['admin', 'key that administers'];

/** Operations that no key may call, by name; and what needs the scope to administer is what only admins do. */
const NEVER_BY_KEY = ['keys.list', 'keys.create', 'keys.delete'];
/** What only who governs the buyer side does, once a buyer is in. */
const GOVERNING = /^(stakeholders|entries|departures|roles|wordings|rules|jobs)\.(put|create|delete)$/;

const ACCOUNTS: Kind[] = [...SELLERS, 'seller of another workspace'];
const VISITORS: Kind[] = [...BUYERS, 'buyer of another', 'former buyer'];

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
  if (who === 'seller of another workspace' || who === 'former buyer') return 'thing.unknown';
  return ofKey(name, operation, who) ?? ofPermission(operation, who) ?? ofPurchase(name, operation, who);
}

function ofKey(name: string, { permission, method }: Operation, who: Kind): string | null {
  if (!KEYS.includes(who)) return null;
  if (NEVER_BY_KEY.includes(name)) return 'key.scope';
  if (who === 'key that reads' && method !== 'GET') return 'key.scope';
  return permission === 'admin' && who !== 'key that administers' ? 'key.scope' : null;
}

function ofPermission({ permission }: Operation, who: Kind): string | null {
  const is_buyer = BUYERS.includes(who) || who === 'buyer of another';
  if (permission.startsWith('buyer')) {
    if (!is_buyer) return 'caller.not_allowed';
    return permission === 'buyer_admin' && who === 'buyer of this purchase' ? 'group.administrator_only' : null;
  }
  const allowed = { seller: null, lead: AS_LEAD, admin: AS_ADMIN }[permission as string];
  if (allowed === undefined) return null;
  return is_buyer || (allowed !== null && !allowed.includes(who)) ? 'caller.not_allowed' : null;
}

function ofPurchase(name: string, { path, zone, method }: Operation, who: Kind): string | null {
  const writes = method !== 'GET';
  if (!path.includes(':purchase_id')) return who === 'partner' && zone === 'seller' ? 'caller.not_allowed' : null;
  if (who === 'buyer of another') return 'thing.unknown';
  if (writes && who === 'seller outside the pod') return 'pod.not_yours';
  return writes && who === 'buyer of this purchase' && GOVERNING.test(name) ? 'group.administrator_only' : null;
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
];

let expectations = 0;
afterAll(() => console.log(`zones: ${expectations} expectations of the matrix, all as written`));

const address = (path: string): string =>
  path
    .replace(':workspace_id', ours)
    .replace(':purchase_id', mills)
    .replace(/:\w+/g, () => randomUUID());

/** Closing a room changes what others may do, so it comes last. */
const all = Object.entries<Operation>(operations).sort(
  ([one], [other]) => Number(one === 'rooms.close') - Number(other === 'rooms.close'),
);

describe('every operation for every caller', () => {
  test.each(all)('%s', async (name, operation) => {
    for (const [who, shown] of Object.entries(callers)) {
      const code = expected(name, operation, who);
      // A stream that is let in does not end by itself; that it opens is tested where streams are.
      if (operation.media === 'events' && code === null) continue;
      const payload = operation.body === undefined ? undefined : { wrong: true };
      const answer = await send(app, shown, operation.method, address(operation.path), payload);
      const seen = answer.body?.code ?? null;
      expectations++;
      if (code !== null) expect([who, seen]).toEqual([who, code]);
      else {
        expect([who, DOOR.includes(seen)]).toEqual([who, false]);
        expect([who, answer.status]).not.toEqual([who, 500]);
      }
    }
  });

  test('an operation that says nothing of who may call it is not expected by anyone', () => {
    for (const [name, { permission, zone }] of all) {
      expect([name, permission === undefined, zone === undefined]).toEqual([name, false, false]);
    }
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
