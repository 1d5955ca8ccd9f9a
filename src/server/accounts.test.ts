import { Secret, TOTP } from 'otpauth';
import { describe, expect, test } from 'vitest';
import { servedApp } from '../../test/served-app.ts';
import { makeWorkspace, send, signIn, signUp } from '../../test/zones/people.ts';

const app = await servedApp();
const origin = { origin: 'http://localhost:4400' };
const auth = (shown: Record<string, string>, path: string, payload?: object) =>
  send(app, { ...origin, ...shown }, payload === undefined ? 'GET' : 'POST', `/api/auth/${path}`, payload);

describe('an account', () => {
  test('a password that is easily guessed is refused, with what to do', async () => {
    const weak = await auth({}, 'sign-up/email', { name: 'A', email: 'a@x.example', password: 'password123456' });
    expect(weak).toMatchObject({ status: 400, body: { message: expect.stringContaining('first passwords') } });
  });

  test('signs in only after the address is confirmed', async () => {
    const account = { name: 'B', email: 'b@x.example', password: 'tin harbour seldom ox' };
    expect((await auth({}, 'sign-up/email', account)).status).toBe(200);
    expect((await auth({}, 'sign-in/email', account)).status).toBe(403);
    expect((await send(app, {}, 'GET', '/account')).status).toBe(401);
  });

  test('a mailed link gives another password, ends all sessions, and works once', async () => {
    const before = await signUp(app, 'C', 'c@x.example');
    await auth({}, 'request-password-reset', { email: 'c@x.example' });
    const token = /reset\?token=(\S+)/.exec(app.mails.at(-1)?.text ?? '')?.[1];
    const chosen = { newPassword: 'nine quiet lamps apart', token };
    expect((await auth({}, 'reset-password', chosen)).status).toBe(200);
    expect((await auth({}, 'reset-password', chosen)).status).toBe(400);
    expect((await send(app, before, 'GET', '/account')).status).toBe(401);
    const after = await signIn(app, 'c@x.example', chosen.newPassword);
    expect((await send(app, after, 'GET', '/account')).body.email).toBe('c@x.example');
    const unknown = app.mails.length;
    expect((await auth({}, 'request-password-reset', { email: 'nobody@x.example' })).status).toBe(200);
    expect(app.mails.length).toBe(unknown);
  });

  test('with a second factor the password alone opens nothing', async () => {
    const shown = await signUp(app, 'D', 'd@x.example');
    const password = 'tin harbour seldom ox';
    const enabled = await auth(shown, 'two-factor/enable', { password });
    const secret = new URL(enabled.body.totpURI).searchParams.get('secret') ?? '';
    const code = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate();
    expect((await auth(shown, 'two-factor/verify-totp', { code: code() })).status).toBe(200);
    const half = await auth({}, 'sign-in/email', { email: 'd@x.example', password });
    expect(half.body.twoFactorRedirect).toBe(true);
    const cookie = [half.headers['set-cookie']]
      .flat()
      .map((one) => String(one).split(';')[0])
      .join('; ');
    expect((await send(app, { cookie }, 'GET', '/account')).status).toBe(401);
    expect((await auth({ cookie }, 'two-factor/verify-totp', { code: '000000' })).status).toBe(401);
    const whole = await auth({ cookie }, 'two-factor/verify-totp', { code: code() });
    expect(whole.status).toBe(200);
    const session = {
      cookie: [whole.headers['set-cookie']]
        .flat()
        .map((one) => String(one).split(';')[0])
        .join('; '),
    };
    expect((await send(app, session, 'GET', '/account')).body.email).toBe('d@x.example');
  });

  test('a passkey can be asked for by who is signed in, and by nobody else', async () => {
    const shown = await signUp(app, 'E', 'e@x.example');
    expect((await auth(shown, 'passkey/generate-register-options')).body.rp.name).toBe('Coassent');
    expect((await auth({}, 'passkey/generate-register-options')).status).toBe(401);
  });

  test('only a confirmed account makes a workspace, and is its admin', async () => {
    const shown = await signUp(app, 'F', 'f@x.example');
    const workspace_id = await makeWorkspace(app, shown, 'Ours');
    const { body } = await send(app, shown, 'GET', '/account');
    expect(body.workspaces).toEqual([{ workspace_id, name: 'Ours', role: 'admin' }]);
    expect((await send(app, {}, 'GET', '/workspaces')).text).not.toContain(workspace_id);
  });

  test('a request of another site is turned away', async () => {
    const shown = await signUp(app, 'G', 'g@x.example');
    const foreign = { ...shown, origin: 'https://evil.example' };
    expect((await send(app, foreign, 'POST', '/account/workspaces', { name: 'X' })).status).toBe(403);
    expect((await send(app, foreign, 'POST', '/api/auth/sign-out', {})).status).toBe(403);
  });
});
