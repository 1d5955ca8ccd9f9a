import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** Someone whom a provider knows. */
export interface OpenIdPerson {
  email?: string;
  email_verified?: boolean;
  name?: string;
}

/** A real OpenID provider on this machine, with people of its own and a page where one says who one is. */
export interface OpenId {
  issuer: string;
  client_id: string;
  client_secret: string;
  /** By the provider's own name for them; may be changed at any time. */
  people: Record<string, OpenIdPerson>;
  /** Lets a client come back to these addresses. */
  allow: (...redirect_uris: string[]) => void;
  close: () => Promise<void>;
}

const CLIENT = { client_id: 'coassent', client_secret: 'a secret that the provider gave' };

/** Starts one on a free port. `in_token` puts addresses into the ID token; else they have to be asked for. */
export async function startOpenId(people: OpenId['people'], in_token = false): Promise<OpenId> {
  let provider: Provider | null = null;
  const server = createServer((request, response) => {
    if (provider === null) response.writeHead(503).end();
    else if (request.url?.startsWith('/interaction/')) void interact(provider, request, response);
    else void provider.callback()(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    ...CLIENT,
    people,
    allow: (...redirect_uris) => {
      provider = makeProvider(issuer, people, redirect_uris, in_token);
    },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

function makeProvider(issuer: string, people: OpenId['people'], redirect_uris: string[], in_token: boolean): Provider {
  return new Provider(issuer, {
    clients: [{ ...CLIENT, redirect_uris, response_types: ['code'], grant_types: ['authorization_code'] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: !in_token,
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ sub, ...people[sub] }) }),
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    cookies: { keys: ['of this test'] },
    pkce: { required: () => true },
  });
}

/** The provider's own page: a field for who one is; sending it signs in and agrees. */
async function interact(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'POST') {
    response.setHeader('content-type', 'text/html');
    response.end('<form method="post"><label>Who <input name="who"></label><button>Go on</button></form>');
    return;
  }
  const { prompt, params } = await provider.interactionDetails(request, response);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const accountId = new URLSearchParams(Buffer.concat(chunks).toString()).get('who') ?? '';
  const grant = new provider.Grant({ accountId, clientId: String(params.client_id) });
  grant.addOIDCScope('openid email profile');
  const grantId = await grant.save();
  const result = { login: { accountId }, consent: { grantId }, prompt: prompt.name };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

/** Goes through the provider as a browser would, as someone. @returns the address that it sends back to */
export async function goThrough(location: string, who: string, redirect_uri: string): Promise<URL> {
  const jar = new Map<string, string>();
  let url = location;
  let form = false;
  for (let step = 0; step < 10; step++) {
    if (url.startsWith(redirect_uri)) return new URL(url);
    const answer: Response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: new URLSearchParams({ who }) }),
    });
    for (const set of answer.headers.getSetCookie()) {
      const [name = '', ...value] = (set.split(';')[0] ?? '').split('=');
      jar.set(name, value.join('='));
    }
    const next = answer.headers.get('location');
    form = next === null && answer.status === 200 && !form;
    if (next !== null) url = new URL(next, url).href;
    else if (!form) throw new Error(`The provider answered ${answer.status}: ${await answer.text()}`);
  }
  throw new Error('The provider leads nowhere.');
}
