import { expect, test } from 'vitest';
import { servedApp } from '../../test/served-app.ts';
import { invite, makeWorkspace, openRoom, press, send, signUp } from '../../test/zones/people.ts';
import { buyerCookie } from './door.ts';

const app = await servedApp();

test('the cookie of a buyer is for no script, no other site, and beyond this machine for https and this host only', async () => {
  const ada = await signUp(app, 'Ada', 'ada@vendor.example');
  const ours = await makeWorkspace(app, ada, 'Vendor');
  const mills = await openRoom(app, ada, ours, 'Mills');
  await invite(app, ada, ours, mills, { email: 'ivy@mills.example', name: 'Ivy', roles: ['champion'] });
  const { sent, shown } = await press(app, 'ivy@mills.example');
  const cookie = String(sent.headers['set-cookie']);
  expect(cookie).toMatch(/^coassent_buyer=[\w-]{43};/);
  for (const attribute of ['HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(attribute);
  expect(cookie).not.toContain('Domain');
  expect((await send(app, shown, 'GET', '/buyer')).text).not.toContain(/=([\w-]{43})/.exec(cookie)?.[1]);
  const setting = {
    public_url: '',
    secret: '',
    runs_it: '',
    smtp_url: null,
    outgoing_allow: [],
    sso_optional: [],
    model: null,
    files: { largest_bytes: 1, s3: null },
    mail_from: '',
    settle_ms: 0,
  };
  expect(buyerCookie({ ...setting, local: false })).toBe('__Host-coassent_buyer');
});

test('the cookies of sellers are for no script and no other site', async () => {
  await signUp(app, 'Bo', 'bo@vendor.example');
  const asked = { email: 'bo@vendor.example', password: 'tin harbour seldom ox' };
  const signed = await send(app, {}, 'POST', '/api/auth/sign-in/email', asked);
  const cookies = [signed.headers['set-cookie']].flat().map(String);
  expect(cookies.length).toBeGreaterThan(0);
  for (const cookie of cookies) expect(cookie).toMatch(/HttpOnly.*SameSite=Lax|SameSite=Lax.*HttpOnly/);
});
