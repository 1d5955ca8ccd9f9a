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

  test('has the mail that confirms its address sent again, and tells nobody which addresses there are', async () => {
    const account = { name: 'E', email: 'again@x.example', password: 'tin harbour seldom ox' };
    await auth({}, 'sign-up/email', account);
    const again = (email: string) => auth({}, 'send-verification-email', { email });
    const before = app.mails.length;
    const known = await again('again@x.example');
    expect(app.mails.slice(before)).toMatchObject([{ to: 'again@x.example', subject: 'Confirm your address' }]);
    const token = /verify\?token=(\S+)/.exec(app.mails.at(-1)?.text ?? '')?.[1];
    expect((await auth({}, `verify-email?token=${token}`)).status).toBe(200);
    expect((await auth({}, 'sign-in/email', account)).status).toBe(200);
    // Confirmed, or unknown: the same answer, and no mail.
    const mails = app.mails.length;
    for (const email of ['again@x.example', 'nobody@x.example']) {
      const other = await again(email);
      expect([other.status, other.body]).toEqual([known.status, known.body]);
    }
    expect(app.mails.length).toBe(mails);
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

  test('sessions are listed without what opens them, and end at once', async () => {
    const shown = await signUp(app, 'H', 'h@x.example');
    const other = await signIn(app, 'h@x.example');
    const { body, text } = await send(app, shown, 'GET', '/account/sessions');
    const ended = body.sessions.filter((one: { current: boolean }) => !one.current);
    // Confirming the address signs in as well.
    expect([body.sessions.length, ended.length]).toEqual([3, 2]);
    const token = decodeURIComponent(shown.cookie ?? '').split(/[=.]/)[2] ?? '';
    expect([token.length, text.includes(token)]).toEqual([32, false]);
    const stranger = await signUp(app, 'I', 'i@x.example');
    for (const { session_id } of ended) {
      const address = `/account/sessions/${session_id}`;
      expect((await send(app, stranger, 'DELETE', address)).status).toBe(404);
      expect((await send(app, shown, 'DELETE', address)).status).toBe(200);
    }
    expect((await send(app, other, 'GET', '/account')).status).toBe(401);
    expect((await send(app, shown, 'GET', '/account')).status).toBe(200);
    expect((await auth(shown, 'list-sessions')).status).toBe(404);
  });

  test('nothing that the database keeps opens a session, a mailed link or another password', async () => {
    const shown = await signUp(app, 'J', 'j@x.example');
    await auth({}, 'request-password-reset', { email: 'j@x.example' });
    const mailed = /reset\?token=(\S+)/.exec(app.mails.at(-1)?.text ?? '')?.[1] ?? 'none';
    const [, token = 'none'] = /session_token=([^.]+)\./.exec(shown.cookie ?? '') ?? [];
    const kept: string[] = [];
    for (const table of ['session', 'verification', 'account', 'user', '"twoFactor"']) {
      kept.push(
        JSON.stringify(
          (await app.db.owner.query(`select * from identity.${table === 'user' ? '"user"' : table}`)).rows,
        ),
      );
    }
    expect(kept.join('')).toContain('j@x.example');
    for (const secret of [token, mailed, 'tin harbour seldom ox']) expect(kept.join('')).not.toContain(secret);
    const { rows } = await app.db.owner.query('select token from identity.session');
    for (const row of rows as { token: string }[]) {
      const forged = { cookie: (shown.cookie ?? '').replace(token, row.token) };
      expect((await send(app, forged, 'GET', '/account')).status).toBe(401);
    }
    expect((await send(app, shown, 'GET', '/account')).status).toBe(200);
  });

  test('a session is renewed, and signing out ends it', async () => {
    const shown = await signUp(app, 'K', 'k@x.example');
    await app.db.owner.query(
      `update identity.session set "expiresAt" = now() + interval '3 days', "updatedAt" = now() - interval '4 days'`,
    );
    expect((await auth(shown, 'get-session')).body.user.email).toBe('k@x.example');
    const { rows } = await app.db.owner.query(
      `select count(*) as n from identity.session where "expiresAt" > now() + interval '6 days'`,
    );
    expect(rows).toEqual([{ n: 1 }]);
    expect((await send(app, shown, 'GET', '/account')).status).toBe(200);
    expect((await auth(shown, 'sign-out', {})).status).toBe(200);
    expect((await send(app, shown, 'GET', '/account')).status).toBe(401);
  });

  test('a request of another site is turned away', async () => {
    const shown = await signUp(app, 'G', 'g@x.example');
    const foreign = { ...shown, origin: 'https://evil.example' };
    expect((await send(app, foreign, 'POST', '/account/workspaces', { name: 'X' })).status).toBe(403);
    expect((await send(app, foreign, 'POST', '/api/auth/sign-out', {})).status).toBe(403);
  });
});
