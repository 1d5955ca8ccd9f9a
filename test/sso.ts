import { expect } from 'vitest';
import { goThrough, type OpenId } from './openid.ts';
import { type App, cookiesOf, type Shown, send } from './zones/people.ts';

/** A workspace with its own provider. */
export interface WithSso {
  admin: Shown;
  workspace_id: string;
  provider_id: string;
  redirect_uri: string;
  openid: OpenId;
}

/** What a test does with single sign-on of a program. */
export function ssoOf(app: App) {
  async function setUp(openid: OpenId, admin: Shown, workspace_id: string, more: object = {}): Promise<WithSso> {
    const { issuer, client_id, client_secret } = openid;
    const body = { label: 'Ours', issuer, client_id, client_secret, default_role: 'member', required: false };
    const put = await send(app, admin, 'PUT', `/workspaces/${workspace_id}/sso`, {
      ...body,
      domains: ['acme.example'],
      ...more,
    });
    expect([put.status, put.body.code]).toEqual([200, undefined]);
    const got = await send(app, admin, 'GET', `/workspaces/${workspace_id}/sso`);
    expect(got.text).not.toContain(client_secret);
    const { provider_id, redirect_uri } = got.body.provider;
    openid.allow(redirect_uri);
    return { admin, workspace_id, provider_id, redirect_uri, openid };
  }

  async function begin({ provider_id }: WithSso, back?: string): Promise<{ location: string; shown: Shown }> {
    const begun = await send(app, {}, 'POST', `/sso/${provider_id}/attempts`, { back });
    expect(begun.status).toBe(200);
    return { location: begun.body.location, shown: { cookie: cookiesOf(begun) } };
  }

  const comeBack = (answered: URL, shown: Shown) => send(app, shown, 'GET', answered.pathname + answered.search);

  /** The whole way: from the button through the provider and back. */
  async function signInAs(set: WithSso, who: string, back?: string) {
    const { location, shown } = await begin(set, back);
    const sent = await comeBack(await goThrough(location, who, set.redirect_uri), shown);
    expect(sent.status).toBe(303);
    const to = new URL(String(sent.headers.location), 'http://localhost:4400');
    return { shown: { cookie: cookiesOf(sent) }, to, refused: to.searchParams.get('refused') };
  }

  return { setUp, begin, comeBack, signInAs };
}
