import { problems } from '../catalogue/problems.ts';
import { domainOf, isPublicHost } from '../core/room.ts';
import { noteAudit } from '../store/audit.ts';
import type { SsoProvider } from '../store/sso.ts';
import { deleteSso, putSso, ssoProviderOf } from '../store/sso.ts';
import { endSsoSession, listSsoSessions, ssoSessionOf } from '../store/sso-session.ts';
import { sentenceOfOidc, testOidc } from './accounts/oidc.ts';
import { seal } from './accounts/seal.ts';
import { oidcProviderOf, redirectUriOf, sealedFor, ssoCookie } from './accounts/sso.ts';
import type { AppOptions } from './app-options.ts';
import type { Call, Handlers } from './bind.ts';
import { type Caller, scopeOfCaller } from './caller.ts';
import { notFound, ProblemError } from './problem.ts';

type Nouns = 'sso.get' | 'sso.put' | 'sso.delete' | 'sso_tests.create' | 'sso_sessions.list' | 'sso_sessions.delete';

/** The OpenID provider of a workspace, as its admins set it, and the sessions that came of it. */
export const ssoHandlers = (options: AppOptions): Pick<Handlers, Nouns> => ({
  'sso.get': async ({ caller }) => {
    const provider = await ssoProviderOf(options.db, caller.workspace_id);
    const by_sso = caller.door === 'sso';
    if (provider === null) return { provider, by_sso };
    const { secret_sealed: _secret, ...shown } = provider;
    return { provider: { ...shown, redirect_uri: redirectUriOf(options, provider.provider_id) }, by_sso };
  },

  'sso.put': (call) => put(options, call),

  'sso.delete': async ({ caller }) => {
    if (!(await deleteSso(options.db, scopeOfCaller(caller)))) throw notFound();
    await note(options, caller, 'setting.sso_removed', {});
    return { removed: true as const };
  },

  'sso_tests.create': async ({ caller }) => {
    const provider = await ssoProviderOf(options.db, caller.workspace_id);
    const known = provider === null ? null : oidcProviderOf(options, caller.workspace_id, provider);
    if (known === null) throw new ProblemError('sso.not_set', problems.set_provider_first_with);
    const failure = await testOidc(options.outgoing, known);
    await note(options, caller, 'setting.sso_tested', { failure: failure?.error ?? null });
    if (failure === null) return { code: null, says: problems.provider_answers_as_should };
    return { code: failure.error, says: sentenceOfOidc(failure) };
  },

  'sso_sessions.list': async ({ caller, request }) => {
    const { workspace_id } = caller;
    const own = await ssoSessionOf(
      options.db,
      workspace_id,
      request.cookies[ssoCookie(workspace_id, options.setting)] ?? '',
    );
    const sessions = await listSsoSessions(options.db, scopeOfCaller(caller));
    return { sessions: sessions.map((one) => ({ ...one, current: one.session_id === own?.session_id })) };
  },

  'sso_sessions.delete': async ({ caller, params }) => {
    if (!(await endSsoSession(options.db, scopeOfCaller(caller), params.session_id))) throw notFound();
    await note(options, caller, 'session.ended', { way: 'sso' });
    return { ended: true as const };
  },
});

async function put(options: AppOptions, { caller, body, request }: Call<'sso.put'>): Promise<{ provider_id: string }> {
  const { db } = options;
  if (caller.door === 'open') {
    throw new ProblemError('sso.needs_accounts', problems.workspace_open_whoever_uses);
  }
  const public_host = body.domains.find(isPublicHost);
  if (public_host !== undefined) {
    throw new ProblemError('sso.public_domain', problems.anyone_can_have_address(public_host));
  }
  const before = await ssoProviderOf(db, caller.workspace_id);
  const moved = before === null || before.issuer !== body.issuer || before.client_id !== body.client_id;
  refuseLockout(caller, body.required, before, moved);
  const { client_secret, ...setting } = body;
  const secret_sealed =
    client_secret === undefined
      ? keptSecret(before, moved)
      : seal(client_secret, options.setting.secret, sealedFor(caller.workspace_id));
  const user = caller.door === 'session' ? await options.accounts.userOf(request.headers) : null;
  const proves = user?.verified === true && user.user_id === caller.user_id ? domainOf(user.email) : null;
  await putSso(db, scopeOfCaller(caller), { ...setting, domains: [...new Set(body.domains)], secret_sealed, proves });
  const { label: _label, ...about } = { ...setting, proves, secret_changed: client_secret !== undefined };
  await note(options, caller, 'setting.sso_changed', about);
  return { provider_id: (await ssoProviderOf(db, caller.workspace_id))?.provider_id ?? '' };
}

/** It is required only once an admin came in by it, so that it is known to work. */
function refuseLockout(caller: Caller, required: boolean, before: SsoProvider | null, moved: boolean): void {
  if (!required || (!moved && (before?.required === true || caller.door === 'sso'))) return;
  throw new ProblemError('sso.try_first', problems.keep_without_requiring_sign);
}

/** A secret is kept for where it was given for: whoever changes the issuer must not learn it by that. */
function keptSecret(before: SsoProvider | null, moved: boolean): string {
  if (before !== null && !moved) return before.secret_sealed;
  throw new ProblemError('sso.secret_missing', problems.enter_client_secret_as);
}

const note = ({ db }: AppOptions, caller: Caller, action: string, about: object): Promise<void> =>
  noteAudit(db, caller.workspace_id, [{ zone: 'seller', action, purchase_id: null, actor: caller.actor, about }]);
