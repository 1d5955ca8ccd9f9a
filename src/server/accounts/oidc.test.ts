import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import type { OpenId } from '../../../test/openid.ts';
import { servedApp } from '../../../test/served-app.ts';
import { ssoOf } from '../../../test/sso.ts';
import { cookiesOf, makeWorkspace, send, signUp } from '../../../test/zones/people.ts';

const app = await servedApp();
const { setUp, begin, comeBack } = ssoOf(app);

describe('a provider that lies', () => {
  /** Speaks OpenID by hand, with whatever claims a test asks for. */
  async function liar(claimsOf: (issuer: string, nonce: string) => Record<string, unknown>, named?: string) {
    const { privateKey, publicKey } = await generateKeyPair('RS256');
    const forged = await generateKeyPair('RS256');
    let nonce = '';
    const server = createServer(async (request, response) => {
      const issuer = `http://${request.headers.host}`;
      const send = (body: object) =>
        response.setHeader('content-type', 'application/json').end(JSON.stringify(body)) as unknown;
      if (request.url?.includes('openid-configuration')) {
        const at = { authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token` };
        return void send({ issuer: named ?? issuer, ...at, jwks_uri: `${issuer}/keys` });
      }
      if (request.url === '/keys') return void send({ keys: [{ ...(await exportJWK(publicKey)), alg: 'RS256' }] });
      const claims = claimsOf(issuer, nonce);
      const token = new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).setIssuedAt().setExpirationTime('1m');
      const id_token = await token.sign(claims.forged === true ? forged.privateKey : privateKey);
      send({ access_token: 'x', token_type: 'bearer', id_token });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const openid: OpenId = {
      issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      client_id: 'coassent',
      client_secret: 'secret',
      people: {},
      allow: () => undefined,
      close: () => new Promise((done) => server.close(() => done())),
    };
    return { openid, told: (location: string) => (nonce = new URL(location).searchParams.get('nonce') ?? '') };
  }

  const good = (iss: string, nonce: string) => ({
    iss,
    nonce,
    aud: 'coassent',
    sub: 'kim',
    email: 'kim@kim.example',
    email_verified: true,
  });

  test.each<[string, (iss: string, nonce: string) => Record<string, unknown>, boolean]>([
    ['tells the truth', good, true],
    ['leaves the nonce out', (iss) => ({ ...good(iss, ''), nonce: undefined }), false],
    ['gives another nonce', (iss) => good(iss, 'another'), false],
    ['names another issuer', (_iss, nonce) => good('https://accounts.example', nonce), false],
    ['names another audience', (iss, nonce) => ({ ...good(iss, nonce), aud: 'another' }), false],
    ['signs with another key', (iss, nonce) => ({ ...good(iss, nonce), forged: true }), false],
    ['calls an address confirmed by a number', (iss, nonce) => ({ ...good(iss, nonce), email_verified: 1 }), false],
  ])('%s', async (what, claims, comes) => {
    const { openid, told } = await liar(claims);
    const kim = await signUp(app, 'Kim', `kim.${what.replaceAll(' ', '-')}@kim.example`);
    const set = await setUp(openid, kim, await makeWorkspace(app, kim, 'Kim'), { domains: ['kim.example'] });
    const { location, shown } = await begin(set);
    told(location);
    const state = new URL(location).searchParams.get('state') ?? '';
    const sent = await comeBack(new URL(`${set.redirect_uri}?${new URLSearchParams({ code: 'c', state })}`), shown);
    expect(String(sent.headers.location).includes('refused')).toBe(!comes);
    expect(cookiesOf(sent).includes('coassent_sso')).toBe(comes);
    await openid.close();
  });

  test('with another name than the issuer that was set is not asked for anyone', async () => {
    const { openid } = await liar(good, 'https://accounts.example');
    const kim = await signUp(app, 'Kim', 'kim@kim.example');
    const set = await setUp(openid, kim, await makeWorkspace(app, kim, 'Kim'), { domains: ['kim.example'] });
    expect((await send(app, {}, 'POST', `/sso/${set.provider_id}/attempts`, {})).body.code).toBe('sso.provider_failed');
    const tested = await send(app, kim, 'POST', `/workspaces/${set.workspace_id}/sso/tests`, {});
    expect(tested.body.says).toContain('another name than the issuer');
    await openid.close();
  });
});
