import type { SsoProvider } from '../../store/sso.ts';
import type { AppOptions } from '../app-options.ts';
import type { Setting } from '../setting.ts';
import type { OidcProvider } from './oidc.ts';
import { unseal } from './seal.ts';

/** Beyond this machine it is one that browsers take from this very host only, as the buyers' is. */
const prefix = ({ local }: Setting): string => (local ? 'coassent_sso_' : '__Host-coassent_sso_');

/** The cookie of a session that came of a workspace's provider: each workspace has its own, and it opens no other. */
export const ssoCookie = (workspace_id: string, setting: Setting): string => prefix(setting) + workspace_id;

/** The workspaces that a browser has such cookies of; whether they still open anything, their sessions say. */
export const ssoCookiesOf = (cookies: Record<string, string | undefined>, setting: Setting): string[] =>
  Object.keys(cookies)
    .filter((name) => name.startsWith(prefix(setting)))
    .map((name) => name.slice(prefix(setting).length))
    .slice(0, 20);

export const redirectUriOf = ({ setting }: Pick<AppOptions, 'setting'>, provider_id: string): string =>
  `${setting.public_url}/api/v1/sso/${provider_id}/callback`;

/** What a secret is sealed for: another workspace cannot open it. */
export const sealedFor = (workspace_id: string): string => `sso secret of ${workspace_id}`;

/** A provider as the protocol takes it; null where its secret was sealed by a machine with another secret of its own. */
export function oidcProviderOf(
  options: Pick<AppOptions, 'setting'>,
  workspace_id: string,
  { provider_id, issuer, client_id, secret_sealed }: SsoProvider,
): OidcProvider | null {
  const client_secret = unseal(secret_sealed, options.setting.secret, sealedFor(workspace_id));
  if (client_secret === null) return null;
  return { issuer, client_id, client_secret, redirect_uri: redirectUriOf(options, provider_id) };
}
