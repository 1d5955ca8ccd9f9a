import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Operation } from '../../src/contract/operation.ts';
import { operations } from '../../src/contract/operations.ts';
import { putImport } from '../../src/store/imports.ts';
import { scopeOf } from '../../src/store/scope.ts';
import { headersOf, type Shown, send, twoCompanies } from './people.ts';

/*
 * What is somebody else's and what is not there get the same answer, byte for byte: every operation with an id in its path,
 * for sellers and for buyers.
 */
const { app, ours, theirs, mills, people, ivy, olga, stranger } = await twoCompanies();

const FILE =
  '--x\r\ncontent-disposition: form-data; name="f"; filename="a.csv"\r\n\r\ncase id,activity,time\r\nA,B,2025-01-01T00:00:00Z\r\n--x--\r\n';

/** Ids of things that are there, in the other workspace. */
async function thingsOf(who: Shown, workspace_id: string): Promise<Record<string, string>> {
  const at = `/workspaces/${workspace_id}`;
  const key = await send(app, who, 'POST', `${at}/keys`, { name: 'k', scopes: ['read'] });
  const asks = { email: `x-${workspace_id}@x.example`, name: 'X', role: 'member' };
  const invitation = await send(app, who, 'POST', `${at}/invitations`, asks);
  await send(app, who, 'PUT', `${at}/pods/south-${workspace_id}`, { name: 'South', members: [] });
  const jobs = [{ job_id: 'try', name: 'Try', sentence: 'It works.', required_roles: ['user'], quorum: '1/2' }];
  await send(app, who, 'PUT', `${at}/job-templates/t-${workspace_id}`, { name: 'Short', jobs });
  const uploaded = await app.app.inject({
    method: 'POST',
    url: `/api/v1${at}/uploads`,
    headers: { host: 'localhost:4400', ...who, 'content-type': 'multipart/form-data; boundary=x' },
    payload: FILE,
  });
  const { upload_id, mapping } = uploaded.json();
  const me = await send(app, who, 'GET', `${at}/me`);
  const import_id = randomUUID();
  // Only its record: nothing has to come of it.
  const record = {
    import_id,
    name: 'a.csv',
    sha256: import_id,
    upload_id,
    mapping,
    started_at: new Date().toISOString(),
  };
  await putImport(app.db, scopeOf(workspace_id, me.body.person_id, 'seller'), record);
  const things = {
    upload_id,
    ...{ key_id: key.body.key_id, invitation_id: invitation.body.invitation_id, import_id },
    ...{ pod_id: `south-${workspace_id}`, template_id: `t-${workspace_id}`, person_id: me.body.person_id },
  };
  for (const [name, id] of Object.entries(things)) expect([name, typeof id]).toEqual([name, 'string']);
  return things;
}

const BODIES: Record<string, object> = {
  'members.put': { role: 'member' },
  'guests.put': { state: 'in' },
};

/** Asks twice, with one id and with the other, and gives both answers without those ids. */
async function both(who: Shown, name: string, one: Record<string, string>, other: Record<string, string>) {
  const { method, path, body } = operations[name as keyof typeof operations] as Operation;
  const payload = body === undefined ? undefined : (BODIES[name] ?? {});
  const ask = async (ids: Record<string, string>) => {
    const url = path.replace(/:(\w+)/g, (_whole, part: string) => ids[part] ?? 'x');
    const sent = await send(app, who, method, url, payload);
    const text = Object.values(ids).reduce((said, id) => said.replaceAll(id, 'ID'), sent.text);
    const { date: _date, ...headers } = sent.headers;
    const told = Object.entries(headers).filter(([header]) => !/^(ratelimit|content-length)/.test(header));
    return { status: sent.status, text, told, code: sent.body?.code };
  };
  return [await ask(one), await ask(other)] as const;
}

const all = Object.entries<Operation>(operations).filter(
  ([, { path, media }]) => path.includes(':') && media !== 'events',
);
const member = headersOf(people.member);
const real = { ...(await thingsOf(people.admin, ours)), workspace_id: ours, purchase_id: mills, job_id: 'validation' };
const random = (): Record<string, string> =>
  Object.fromEntries([...Object.keys(real), 'token', 'session_id'].map((part) => [part, randomUUID()]));

describe('a workspace of others and one that does not exist', () => {
  test.each(all)('%s', async (name, { permission }) => {
    const [foreign, none] = await both(stranger, name, { ...random(), ...real }, random());
    expect(none).toEqual(foreign);
    if (!['anyone', 'account', 'visitor', 'operator'].includes(permission)) {
      expect([foreign.status, foreign.code]).toEqual([404, 'thing.unknown']);
    }
  });
});

describe('a purchase of others and one that does not exist, for a buyer', () => {
  test.each(all.filter(([, { path }]) => path.includes(':purchase_id')))('%s', async (name, { permission }) => {
    const here = { ...random(), ...real };
    const [foreign, none] = await both(olga, name, here, { ...here, purchase_id: randomUUID() });
    expect(none).toEqual(foreign);
    if (['member', 'buyer', 'buyer_admin'].includes(permission)) {
      expect([foreign.status, foreign.code]).toEqual([404, 'thing.unknown']);
    }
  });
});

test('a thing of others and one that does not exist, within one’s own workspace', async () => {
  const other = await thingsOf(stranger, theirs);
  let compared = 0;
  for (const [name, { path, method, permission }] of all) {
    const parts = [...path.matchAll(/:(\w+)/g)].map(([, part]) => part ?? '').filter((part) => part in other);
    // What a PUT does not find it makes, under that id; there is nothing to tell.
    if (parts.length === 0 || (method === 'PUT' && !(name in BODIES))) continue;
    const who = permission.startsWith('buyer') ? ivy : people.admin;
    const here = { ...random(), workspace_id: ours, purchase_id: mills };
    const [foreign, none] = await both(who, name, { ...here, ...other }, here);
    expect([name, none.status, none.text]).toEqual([name, foreign.status, foreign.text]);
    compared++;
  }
  expect(compared).toBeGreaterThan(10);
  // A colleague's key is as foreign as one of another company.
  const [theirs_key, no_key] = await both(member, 'keys.delete', { ...real }, { ...real, key_id: randomUUID() });
  expect(no_key).toEqual(theirs_key);
  expect(theirs_key.status).toBe(404);
});
