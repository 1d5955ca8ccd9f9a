import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { goThrough, type OpenId, startOpenId } from '../../test/openid.ts';
import { servedApp } from '../../test/served-app.ts';
import { ssoOf, type WithSso } from '../../test/sso.ts';
import { join, makeWorkspace, type Shown, send, signUp } from '../../test/zones/people.ts';

const app = await servedApp();
const { setUp, begin, comeBack, signInAs } = ssoOf(app);
let acme: OpenId;
let rival: OpenId;
const verified = (email: string, name = 'N') => ({ email, email_verified: true, name });

const me = (shown: Shown, workspace_id: string) => send(app, shown, 'GET', `/workspaces/${workspace_id}/me`);
const log = async ({ admin, workspace_id }: WithSso, action: string) =>
  (await send(app, admin, 'GET', `/workspaces/${workspace_id}/audit?action=${action}`)).body.entries;

let ours: WithSso;
let theirs: WithSso;
beforeAll(async () => {
  acme = await startOpenId({
    ada: verified('ada@acme.example', 'Ada'),
    ben: verified('Ben@acme.example', 'Ben'),
    cyd: { email: 'cyd@acme.example', email_verified: false },
    foreign: verified('boss@rival.example'),
    none: {},
  });
  rival = await startOpenId(
    { ada: verified('ada@acme.example'), tess: verified('tess@rival.example'), zed: verified('zed@acme.example') },
    true,
  );
  const ada = await signUp(app, 'Ada', 'ada@acme.example');
  ours = await setUp(acme, ada, await makeWorkspace(app, ada, 'Acme'));
  const tess = await signUp(app, 'Tess', 'tess@rival.example');
  const domains = ['rival.example', 'acme.example'];
  theirs = await setUp(rival, tess, await makeWorkspace(app, tess, 'Rival'), { domains });
});
afterAll(async () => {
  await acme.close();
  await rival.close();
});

describe('single sign-on', () => {
  test('offers providers by the domain alone, and never says whether someone exists', async () => {
    const offers = async (email: string) => (await send(app, {}, 'POST', '/sso/offers', { email })).text;
    expect(await offers('ada@acme.example')).toBe(await offers('nobody@ACME.example'));
    const [first] = JSON.parse(await offers('tess@rival.example')).offers;
    expect(first).toEqual({ provider_id: theirs.provider_id, label: 'Ours', host: new URL(rival.issuer).host });
    expect(await offers('x@elsewhere.example')).toBe('{"offers":[]}');
  });

  test('uses PKCE, state and nonce, new ones each time', async () => {
    const [one, other] = [new URL((await begin(ours)).location), new URL((await begin(ours)).location)];
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(one.searchParams.get(name)?.length).toBeGreaterThan(40);
      expect(one.searchParams.get(name)).not.toBe(other.searchParams.get(name));
    }
    expect(one.searchParams.get('code_challenge_method')).toBe('S256');
    expect(one.searchParams.get('redirect_uri')).toBe(ours.redirect_uri);
  });

  test('brings in a newcomer of a proven domain, with the default role, to where they wanted', async () => {
    const back = `/w/${ours.workspace_id}/settings?tab=people`;
    const { shown, to } = await signInAs(ours, 'ben', back);
    expect(to.pathname + to.search).toBe(back);
    const { body } = await me(shown, ours.workspace_id);
    expect(body).toMatchObject({ name: 'Ben', role: 'member', door: 'sso' });
    const again = await signInAs(ours, 'ben');
    expect((await me(again.shown, ours.workspace_id)).body.person_id).toBe(body.person_id);
    expect(await log(ours, 'member.joined')).toHaveLength(1);
    const { workspaces } = (await send(app, shown, 'GET', '/sso/workspaces')).body;
    expect(workspaces).toEqual([{ workspace_id: ours.workspace_id, name: 'Acme', role: 'member' }]);
  });

  test('signs a member of a proven domain in as who they are', async () => {
    const { shown } = await signInAs(ours, 'ada');
    const [by_sso, by_account] = [await me(shown, ours.workspace_id), await me(ours.admin, ours.workspace_id)];
    expect(by_sso.body).toMatchObject({ role: 'admin', person_id: by_account.body.person_id });
  });

  test.each([
    ['an address that is not confirmed', 'cyd', 'sso.address_unverified'],
    ['an address of elsewhere', 'foreign', 'sso.foreign_address'],
    ['no address at all', 'none', 'sso.address_unverified'],
  ])('turns %s away, and logs it', async (_what, who, code) => {
    const { refused, shown } = await signInAs(ours, who);
    expect([refused, shown.cookie]).toEqual([code, '']);
    const [entry] = await log(ours, 'session.refused');
    expect(entry.about).toMatchObject({ way: 'sso', reason: code });
  });

  test('never brings back who was taken out, until they are invited again', async () => {
    acme.people.eve = verified('eve@acme.example');
    const { shown } = await signInAs(ours, 'eve');
    const { person_id } = (await me(shown, ours.workspace_id)).body;
    await send(app, ours.admin, 'DELETE', `/workspaces/${ours.workspace_id}/members/${person_id}`);
    expect((await me(shown, ours.workspace_id)).status).toBe(404);
    expect((await signInAs(ours, 'eve')).refused).toBe('sso.removed');
    const invitation = { email: 'eve@acme.example', name: 'Eve', role: 'lead' };
    await send(app, ours.admin, 'POST', `/workspaces/${ours.workspace_id}/invitations`, invitation);
    const back = await signInAs(ours, 'eve');
    expect((await me(back.shown, ours.workspace_id)).body).toMatchObject({ person_id, role: 'lead' });
    const { invitations } = (await send(app, ours.admin, 'GET', `/workspaces/${ours.workspace_id}/invitations`)).body;
    expect(invitations).toEqual([]);
  });

  test('does not give an address that was handed on to who had it', async () => {
    acme.people.old = verified('fay@acme.example');
    await signInAs(ours, 'old');
    acme.people.new = verified('fay@acme.example');
    expect((await signInAs(ours, 'new')).refused).toBe('sso.other_subject');
  });

  test('lists sessions and ends them at once', async () => {
    const { shown } = await signInAs(ours, 'ben');
    const sessions = `/workspaces/${ours.workspace_id}/sso/sessions`;
    const { body } = await send(app, shown, 'GET', sessions);
    const current = body.sessions.find((one: { current: boolean }) => one.current);
    const stranger = await send(app, ours.admin, 'DELETE', `${sessions}/${current.session_id}`);
    expect(stranger.status).toBe(404);
    expect((await send(app, shown, 'DELETE', `${sessions}/${current.session_id}`)).status).toBe(200);
    expect((await me(shown, ours.workspace_id)).status).toBe(401);
  });
});

describe('a provider of one workspace', () => {
  test('opens that workspace alone: no other, no account', async () => {
    const { shown, refused } = await signInAs(theirs, 'tess');
    expect(refused).toBeNull();
    expect((await me(shown, theirs.workspace_id)).status).toBe(200);
    expect((await me(shown, ours.workspace_id)).status).toBe(404);
    expect((await send(app, shown, 'GET', '/account')).status).toBe(401);
    const [name, token] = (shown.cookie ?? '').split('=');
    const renamed = { cookie: `${name?.replace(theirs.workspace_id, ours.workspace_id)}=${token}` };
    expect((await me(renamed, ours.workspace_id)).status).toBe(401);
  });

  test('cannot speak for addresses of a domain that it has not proven', async () => {
    expect((await signInAs(theirs, 'zed')).refused).toBe('sso.not_invited');
    const rivals = await send(app, theirs.admin, 'GET', `/workspaces/${theirs.workspace_id}/sso`);
    expect(rivals.body.provider.domains).toEqual([
      { domain: 'acme.example', proven: false },
      { domain: 'rival.example', proven: true },
    ]);
    await join(app, theirs.admin, theirs.workspace_id, 'Gil', 'gil@acme.example', 'member');
    rival.people.gil = verified('gil@acme.example');
    expect((await signInAs(theirs, 'gil')).refused).toBe('sso.unproven_domain');
    const invitation = { email: 'ada@acme.example', name: 'Ada', role: 'member' };
    await send(app, theirs.admin, 'POST', `/workspaces/${theirs.workspace_id}/invitations`, invitation);
    const invited = await signInAs(theirs, 'ada');
    const here = (await me(invited.shown, theirs.workspace_id)).body;
    const own = (await me(ours.admin, ours.workspace_id)).body;
    expect(here.person_id).not.toBe(own.person_id);
    expect((await me(invited.shown, ours.workspace_id)).status).toBe(404);
  });

  test('is not believed with an answer meant for another (mix-up)', async () => {
    const { location, shown } = await begin(ours);
    const answered = await goThrough(location, 'ada', ours.redirect_uri);
    const elsewhere = new URL(answered.href.replace(ours.provider_id, theirs.provider_id));
    expect(String((await comeBack(elsewhere, shown)).headers.location)).toContain('sso.attempt_unknown');
    const other = new URL(answered);
    other.searchParams.set('iss', theirs.openid.issuer);
    expect(String((await comeBack(other, shown)).headers.location)).toContain('sso.provider_failed');
  });
});

describe('an answer', () => {
  test('works once, and in the browser that began', async () => {
    const { location, shown } = await begin(ours);
    const answered = await goThrough(location, 'ada', ours.redirect_uri);
    for (const other of [{}, { cookie: 'coassent_attempt=another' }]) {
      expect(String((await comeBack(answered, other)).headers.location)).toContain('sso.attempt_unknown');
    }
    expect(String((await comeBack(answered, shown)).headers.location)).toBe(`/w/${ours.workspace_id}`);
    expect(String((await comeBack(answered, shown)).headers.location)).toContain('sso.attempt_unknown');
  });

  test.each([
    ['with another code', { code: 'guessed' }],
    ['with an error', { error: 'access_denied' }],
  ])('%s is refused', async (_what, changed) => {
    const { location, shown } = await begin(ours);
    const answered = await goThrough(location, 'ada', ours.redirect_uri);
    for (const [name, value] of Object.entries(changed)) answered.searchParams.set(name, value);
    expect(String((await comeBack(answered, shown)).headers.location)).toContain('sso.provider_failed');
  });

  test('never leads to another host', async () => {
    expect((await signInAs(ours, 'ben', '//evil.example/')).to.host).toBe('localhost:4400');
  });
});

describe('the setting', () => {
  const put = (set: WithSso, shown: Shown, more: object) =>
    send(app, shown, 'PUT', `/workspaces/${set.workspace_id}/sso`, {
      label: 'Ours',
      issuer: set.openid.issuer,
      client_id: set.openid.client_id,
      domains: ['acme.example'],
      default_role: 'member',
      required: false,
      ...more,
    });

  test('says whether the provider answers, and does not ask inside', async () => {
    const tested = () => send(app, ours.admin, 'POST', `/workspaces/${ours.workspace_id}/sso/tests`, {});
    expect((await tested()).body.code).toBeNull();
    const lin = await signUp(app, 'Lin', 'lin@lin.example');
    const inside = { ...acme, issuer: 'https://169.254.169.254/', allow: () => undefined };
    const set = await setUp(inside, lin, await makeWorkspace(app, lin, 'Lin'), { domains: ['lin.example'] });
    const refused = await send(app, lin, 'POST', `/workspaces/${set.workspace_id}/sso/tests`, {});
    expect(refused.body.code).toBe('outgoing.private_address');
  });

  test('keeps the secret, encrypted, and does not send it to another issuer', async () => {
    expect((await put(ours, ours.admin, {})).status).toBe(200);
    expect((await put(ours, ours.admin, { issuer: rival.issuer })).body.code).toBe('sso.secret_missing');
    const { rows } = await app.db.owner.query('select * from sso_provider');
    expect(JSON.stringify(rows)).not.toContain(acme.client_secret);
    expect(JSON.stringify(await log(ours, 'setting'))).not.toContain(acme.client_secret);
    expect((await signInAs(ours, 'ada')).refused).toBeNull();
  });

  test('takes no domain where anyone has an address, and no role that admits admins', async () => {
    expect((await put(ours, ours.admin, { domains: ['gmail.com'] })).body.code).toBe('sso.public_domain');
    expect((await put(ours, ours.admin, { default_role: 'admin' })).status).toBe(400);
  });

  test('once an admin came in by it, refuses passwords for its domains, with a sentence, and logs it', async () => {
    const partner = await join(app, ours.admin, ours.workspace_id, 'Pat', 'pat@partner.example', 'partner');
    expect((await put(ours, ours.admin, { required: true })).body.code).toBe('sso.try_first');
    const { shown } = await signInAs(ours, 'ada');
    expect((await put(ours, shown, { required: true })).status).toBe(200);
    const refused = await me(ours.admin, ours.workspace_id);
    expect([refused.status, refused.body.code]).toEqual([403, 'sso.required']);
    expect((await me({ cookie: partner.cookie ?? '' }, ours.workspace_id)).status).toBe(200);
    const set = { ...ours, admin: shown };
    const noted = (await log(set, 'session.refused')).filter(
      ({ about }: { about: { reason: string } }) => about.reason === 'sso.required',
    );
    expect(noted).toHaveLength(1);
    expect((await put(ours, shown, { required: true, client_id: 'other', client_secret: 'x' })).body.code).toBe(
      'sso.try_first',
    );
    expect((await put(ours, shown, { required: false })).status).toBe(200);
    expect((await me(ours.admin, ours.workspace_id)).status).toBe(200);
  });

  test('taken away, ends every session that came of it', async () => {
    const { shown } = await signInAs(theirs, 'tess');
    expect((await send(app, theirs.admin, 'DELETE', `/workspaces/${theirs.workspace_id}/sso`)).status).toBe(200);
    expect((await me(shown, theirs.workspace_id)).status).toBe(401);
    expect((await send(app, {}, 'POST', `/sso/${theirs.provider_id}/attempts`, {})).status).toBe(404);
  });
});
