import { describe, expect, test } from 'vitest';
import { servedApp } from '../../test/served-app.ts';
import { headersOf, join, makeWorkspace, openRoom, type Shown, send, signUp } from '../../test/zones/people.ts';

const app = await servedApp();
const admin = await signUp(app, 'Ada', 'ada@vendor.example');
const ours = await makeWorkspace(app, admin, 'Vendor');
const bea = await join(app, admin, ours, 'Bea', 'bea@vendor.example', 'admin');
const mia = await join(app, admin, ours, 'Mia', 'mia@vendor.example', 'member');
const mills = await openRoom(app, admin, ours, 'Mills');
const keys = `/workspaces/${ours}/keys`;

const make = (by: Shown, more: object = {}) =>
  send(app, headersOf(by), 'POST', keys, { name: 'CRM', scopes: ['read', 'write'], service: true, ...more });
const shownBy = (key: string): Shown => ({ authorization: `Bearer ${key}` });

describe('a key of a service', () => {
  test('is made by admins only', async () => {
    expect((await make(mia)).body.code).toBe('key.admins_only');
    expect((await make(bea)).status).toBe(200);
  });

  test('outlives who made it, works in every pod, and acts under its own name', async () => {
    const made = await make(bea);
    const service = shownBy(made.body.key);
    expect(
      (await send(app, admin, 'PUT', `/workspaces/${ours}/pods/north`, { name: 'North', members: [] })).status,
    ).toBe(200);
    await send(app, admin, 'PUT', `/workspaces/${ours}/purchases/${mills}/pod`, { pod_id: 'north' });
    await send(app, admin, 'DELETE', `/workspaces/${ours}/members/${bea.person_id}`);
    const stage = await send(app, service, 'PUT', `/workspaces/${ours}/purchases/${mills}/stage`, { stage: 'Offer' });
    expect(stage.status).toBe(200);
    const { events } = (await send(app, service, 'GET', `/workspaces/${ours}/purchases/${mills}/events`)).body;
    const written = events.find((event: { kind: string }) => event.kind === 'purchase.stage_changed');
    expect(written.actor).toEqual({ kind: 'agent', id: made.body.key_id, side: 'seller' });
    expect(written.on_behalf_of).toBeNull();
    const me = await send(app, service, 'GET', `/workspaces/${ours}/me`);
    expect(me.body).toMatchObject({ person_id: null, name: 'CRM', role: 'member', door: 'key', side: 'seller' });
  });

  test('is bound by its scopes', async () => {
    const reads = shownBy((await make(admin, { scopes: ['read'] })).body.key);
    const stage = { stage: 'Won' };
    expect((await send(app, reads, 'PUT', `/workspaces/${ours}/purchases/${mills}/stage`, stage)).body.code).toBe(
      'key.scope',
    );
    const writes = shownBy((await make(admin)).body.key);
    const invitation = { email: 'x@vendor.example', name: 'X', role: 'member' };
    expect((await send(app, writes, 'POST', `/workspaces/${ours}/invitations`, invitation)).body.code).toBe(
      'caller.not_allowed',
    );
    expect((await send(app, writes, 'GET', `/workspaces/${ours}/audit`)).body.code).toBe('key.scope');
  });

  test('is listed with who made it and its last use, by every admin; any of them revokes it, at once', async () => {
    const { body } = await make(admin, { name: 'Billing', days: 7 });
    await send(app, shownBy(body.key), 'GET', `/workspaces/${ours}/me`);
    const listed = (await send(app, admin, 'GET', keys)).body.keys.find(
      ({ key_id }: { key_id: string }) => key_id === body.key_id,
    );
    const me = (await send(app, admin, 'GET', `/workspaces/${ours}/me`)).body;
    expect(listed).toMatchObject({ name: 'Billing', person_id: null, made_by: me.person_id });
    expect(Date.parse(listed.last_used_at)).toBeGreaterThan(0);
    expect(Date.parse(listed.expires_at) - Date.parse(listed.created_at)).toBe(7 * 86_400_000);
    expect((await send(app, headersOf(mia), 'GET', keys)).text).not.toContain(body.key_id);
    expect((await send(app, headersOf(mia), 'DELETE', `${keys}/${body.key_id}`)).status).toBe(404);
    expect((await send(app, admin, 'DELETE', `${keys}/${body.key_id}`)).status).toBe(200);
    expect((await send(app, shownBy(body.key), 'GET', `/workspaces/${ours}/me`)).body.code).toBe('key.refused');
    const stored = JSON.stringify((await app.db.owner.query('select * from api_key')).rows);
    expect(stored).toContain('Billing');
    expect(stored).not.toContain(body.key.slice('coa_'.length + 33));
  });
});
