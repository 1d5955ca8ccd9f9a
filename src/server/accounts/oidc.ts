import * as oidc from 'openid-client';
import { z } from 'zod';
import { oidcFailures, outgoingFailures } from '../../catalogue/problems.ts';
import { type Outgoing, OutgoingFailure } from '../outgoing.ts';

/*
 * OpenID Connect with one provider: authorization code with PKCE, state and nonce (RFC 9700). Every request goes by
 * `outgoing`; the library checks issuer, audience, times and, asked to, the signature of what comes back.
 */

export interface OidcProvider {
  issuer: string;
  client_id: string;
  client_secret: string;
  /** Each provider has its own, so that an answer meant for one is never taken for another's. */
  redirect_uri: string;
}

/** What has to be kept until the answer comes. */
export interface OidcAttempt {
  state: string;
  verifier: string;
  nonce: string;
}

/** Whom the provider names. */
export interface OidcPerson {
  subject: string;
  /** In lower case; null where there is none that can be used. */
  email: string | null;
  email_verified: boolean;
  name: string | null;
}

/** Why a provider could not be asked or was not believed: a code, for the log. Nothing that it said. */
export interface OidcFailure {
  error: string;
}

/** Asks the provider what it is and gives the address to send a browser to. */
export async function beginOidc(
  outgoing: Outgoing,
  provider: OidcProvider,
  login_hint: string | undefined,
): Promise<{ location: string; attempt: OidcAttempt } | OidcFailure> {
  return orFailure(async () => {
    const config = await discover(outgoing, provider);
    const attempt = {
      state: oidc.randomState(),
      verifier: oidc.randomPKCECodeVerifier(),
      nonce: oidc.randomNonce(),
    };
    const location = oidc.buildAuthorizationUrl(config, {
      redirect_uri: provider.redirect_uri,
      scope: 'openid email profile',
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
      ...(login_hint !== undefined && { login_hint }),
    });
    return { location: location.href, attempt };
  });
}

/** Takes the provider's answer: trades the code and checks everything it says of itself. */
export async function finishOidc(
  outgoing: Outgoing,
  provider: OidcProvider,
  answered: URL,
  attempt: OidcAttempt,
): Promise<OidcPerson | OidcFailure> {
  return orFailure(async () => {
    const config = await discover(outgoing, provider);
    const tokens = await oidc.authorizationCodeGrant(config, answered, {
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      pkceCodeVerifier: attempt.verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims === undefined) return { error: 'no_id_token' };
    const said = await moreOf(config, tokens.access_token, claims);
    const { email, email_verified, name } = person.parse(said);
    return { subject: claims.sub, email, email_verified, name };
  });
}

/** Looks at a provider without signing anyone in; null where it will do. */
export async function testOidc(outgoing: Outgoing, provider: OidcProvider): Promise<OidcFailure | null> {
  const looked = await orFailure(async () => {
    const metadata = (await discover(outgoing, provider)).serverMetadata();
    const { authorization_endpoint, token_endpoint, jwks_uri, code_challenge_methods_supported: methods } = metadata;
    if (!authorization_endpoint || !token_endpoint || !jwks_uri) return { error: 'incomplete' };
    if (methods !== undefined && !methods.includes('S256')) return { error: 'no_pkce' };
    const keys = await outgoing.send({ url: jwks_uri });
    return 'error' in keys ? keys : { error: keys.status === 200 ? '' : 'no_keys' };
  });
  return looked.error === '' ? null : looked;
}

/** What a failure means to an admin, and what to do. */
export function sentenceOfOidc({ error }: OidcFailure): string {
  const known: Readonly<Record<string, string>> = { ...outgoingFailures, ...oidcFailures };
  return known[error] ?? oidcFailures.other;
}

/** Providers send the address with the token or when asked for it; the token counts. */
async function moreOf(config: oidc.Configuration, access_token: string, claims: oidc.IDToken) {
  if (claims.email !== undefined || config.serverMetadata().userinfo_endpoint === undefined) return claims;
  return { ...(await oidc.fetchUserInfo(config, access_token, claims.sub)), ...claims };
}

const person = z.object({
  email: z.email().max(254).toLowerCase().nullable().catch(null).default(null),
  // As some providers write it.
  email_verified: z
    .union([z.boolean(), z.stringbool({ truthy: ['true'], falsy: ['false'] })])
    .catch(false)
    .default(false),
  name: z.string().trim().min(1).max(120).nullable().catch(null).default(null),
});

async function discover(outgoing: Outgoing, provider: OidcProvider): Promise<oidc.Configuration> {
  const { issuer, client_id, client_secret } = provider;
  const config = await oidc.discovery(new URL(issuer), client_id, undefined, authenticate(client_secret), {
    // `outgoing` decides about https, and says of which hosts.
    execute: [oidc.allowInsecureRequests],
    [oidc.customFetch]: fetchBy(outgoing),
  });
  oidc.enableNonRepudiationChecks(config);
  return config;
}

const fetchBy =
  (outgoing: Outgoing): oidc.CustomFetch =>
  (url, { body, headers, method, signal }) =>
    outgoing.fetch(url, {
      method,
      headers,
      ...(body != null && { body: body as NonNullable<RequestInit['body']> }),
      ...(signal !== undefined && { signal }),
    });

/** Says who we are as the provider wants it; by HTTP Basic where it does not say (OpenID Connect Discovery 1.0, 3). */
const authenticate =
  (secret: string): oidc.ClientAuth =>
  (server, client, body, headers) => {
    const wanted = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const way = wanted.includes('client_secret_basic') ? oidc.ClientSecretBasic : oidc.ClientSecretPost;
    return way(secret)(server, client, body, headers);
  };

async function orFailure<T>(ask: () => Promise<T>): Promise<T | OidcFailure> {
  try {
    return await ask();
  } catch (error) {
    return { error: codeOf(error) };
  }
}

/** The innermost code: what kept a request from being made says more than that it was not made. */
function codeOf(error: unknown): string {
  if (error instanceof OutgoingFailure) return error.code;
  if (!(error instanceof Error)) return 'unknown';
  if (error.cause instanceof OutgoingFailure) return error.cause.code;
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : 'unknown';
}
