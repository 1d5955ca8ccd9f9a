import { describe, expect, test } from 'vitest';
import { headersOf, invite, press, send, signIn, twoCompanies } from './people.ts';

const world = await twoCompanies();
const { app, ours, mills, people, ivy, gus } = world;
const PURCHASE = `/workspaces/${ours}/purchases/${mills}`;

const secret = 'only the buyers know this';
await send(app, ivy, 'PUT', `${PURCHASE}/requirements/r1`, { text: secret, zone: 'buyer' });

const buyerLog = async () => {
  const log = await send(app, ivy, 'GET', `${PURCHASE}/audit`);
  expect(log.status).toBe(200);
  return log.body.entries as { action: string; about: { email?: string; reason?: string } }[];
};

describe('the seller as buyer', () => {
  test('the buyers read it themselves, so that the rest of this proves something', async () => {
    expect((await send(app, ivy, 'GET', PURCHASE)).text).toContain(secret);
    // Gus came later: what was there before him is not his to read until it is granted.
    await send(app, ivy, 'PUT', `${PURCHASE}/requirements/r2`, { text: 'later secret', zone: 'buyer' });
    expect((await send(app, gus, 'GET', PURCHASE)).text).toContain('later secret');
  });

  test('a private address that the supplier invites after the first buyer is refused and noted', async () => {
    const invited = await invite(app, people.admin, ours, mills, { email: 'ada.private@gmail.com', name: 'A' });
    expect(invited).toMatchObject({ status: 403, body: { code: 'guest.buyers_only' } });
    expect(
      (await buyerLog()).some(
        (entry) => entry.action === 'pass.refused' && entry.about.email === 'ada.private@gmail.com',
      ),
    ).toBe(true);
  });

  test('a member’s own address does not come in, even where a buyer invites it', async () => {
    await invite(app, ivy, ours, mills, { email: 'mia@vendor.example', name: 'Mia' });
    const { sent, shown } = await press(app, 'mia@vendor.example');
    expect(sent).toMatchObject({ status: 403, body: { code: 'guest.not_admitted' } });
    expect((await send(app, shown, 'GET', PURCHASE)).status).toBeGreaterThanOrEqual(401);
    expect(
      (await buyerLog()).some((entry) => entry.action === 'guest.refused' && entry.about.reason === 'supplier'),
    ).toBe(true);
  });

  test('a look-alike domain waits, reads nothing, and is noted', async () => {
    await invite(app, ivy, ours, mills, { email: 'ivy@mi11s.example', name: 'Ivy' });
    const { sent, shown } = await press(app, 'ivy@mi11s.example');
    expect(sent).toMatchObject({ status: 200, body: { state: 'waiting' } });
    expect((await send(app, shown, 'GET', PURCHASE)).text).not.toContain('secret');
    expect((await buyerLog()).some((entry) => entry.about.reason === 'looks_like:mills.example')).toBe(true);
  });

  test('a leaver reads nothing more, and no old link lets them back in', async () => {
    await invite(app, ivy, ours, mills, { email: 'lee@mills.example', name: 'Lee' });
    const lee = (await press(app, 'lee@mills.example')).shown;
    const { body } = await send(app, lee, 'GET', `/workspaces/${ours}/me`);
    expect((await send(app, lee, 'GET', PURCHASE)).status).toBe(200);
    const left = await send(app, ivy, 'PUT', `${PURCHASE}/stakeholders/${body.person_id}/departure`, {});
    expect(left.status).toBe(200);
    expect((await send(app, lee, 'GET', PURCHASE)).status).toBe(404);
    await invite(app, ivy, ours, mills, { email: 'lee@mills.example', name: 'Lee' });
    expect((await press(app, 'lee@mills.example', lee)).sent.status).toBe(403);
    expect(
      (await buyerLog()).some((entry) => entry.action === 'guest.refused' && entry.about.reason === 'former'),
    ).toBe(true);
  });

  test('a key of a departed person opens nothing, and is noted', async () => {
    await invite(app, ivy, ours, mills, { email: 'kim@mills.example', name: 'Kim' });
    const kim = (await press(app, 'kim@mills.example')).shown;
    const made = await send(app, kim, 'POST', `/workspaces/${ours}/keys`, { name: 'k', scopes: ['read'] });
    const key = { authorization: `Bearer ${made.body.key}` };
    expect((await send(app, key, 'GET', PURCHASE)).status).toBe(200);
    const { body } = await send(app, kim, 'GET', `/workspaces/${ours}/me`);
    await send(app, ivy, 'PUT', `${PURCHASE}/stakeholders/${body.person_id}/departure`, {});
    expect(await send(app, key, 'GET', PURCHASE)).toMatchObject({ status: 401, body: { code: 'key.refused' } });
    expect((await buyerLog()).some((entry) => entry.action === 'key.refused')).toBe(true);
  });
});

describe('sessions', () => {
  test('a stolen session of a seller dies at once when it is revoked', async () => {
    const stolen = await signIn(app, 'leo@vendor.example');
    expect((await send(app, stolen, 'GET', PURCHASE)).status).toBe(200);
    const { body } = await send(app, stolen, 'GET', '/account/sessions');
    const { session_id } = body.sessions.find((one: { current: boolean }) => one.current);
    await send(app, headersOf(people.lead), 'DELETE', `/account/sessions/${session_id}`);
    expect((await send(app, stolen, 'GET', PURCHASE)).status).toBe(401);
    expect((await send(app, headersOf(people.lead), 'GET', PURCHASE)).status).toBe(200);
  });

  test('a stolen session of a buyer too; and a member who is removed is out at once', async () => {
    const { body } = await send(app, gus, 'GET', '/buyer');
    expect((await send(app, gus, 'GET', PURCHASE)).status).toBe(200);
    await send(app, gus, 'DELETE', `/buyer/sessions/${body.session_id}`);
    expect((await send(app, gus, 'GET', PURCHASE)).status).toBe(401);
    const removed = await send(app, people.admin, 'DELETE', `/workspaces/${ours}/members/${people.outside.person_id}`);
    expect(removed.status).toBe(200);
    expect((await send(app, headersOf(people.outside), 'GET', PURCHASE)).status).toBe(404);
  });
});
