import type { FastifyReply, FastifyRequest } from 'fastify';
import { ssoRefusals } from '../catalogue/entering.ts';
import { domainOf } from '../core/room.ts';
import { admitNamed, ownAddress, type SsoRefusal } from '../core/sso.ts';
import { joinWorkspace } from '../store/account.ts';
import { noteAudit } from '../store/audit.ts';
import { newToken } from '../store/buyer.ts';
import { invitedRole, spendInvitations } from '../store/invitation.ts';
import { memberOfPerson } from '../store/member.ts';
import { type SsoProvider, ssoDoorsOfDomain, ssoProviderOf, workspaceOfSso } from '../store/sso.ts';
import { knownToSso, linkSso } from '../store/sso-person.ts';
import { beginSso, SSO_SESSION_S, spendSso, ssoSessionOf, startSsoSession } from '../store/sso-session.ts';
import { findWorkspace } from '../store/workspace.ts';
import { beginOidc, finishOidc, type OidcPerson } from './accounts/oidc.ts';
import { oidcProviderOf, ssoCookie, ssoCookiesOf } from './accounts/sso.ts';
import type { AppOptions } from './app-options.ts';
import type { Call, Handlers } from './bind.ts';
import { ProblemError } from './problem.ts';

type Nouns = 'sso.offers' | 'sso_attempts.create' | 'sso_attempts.finish' | 'sso_workspaces.list';

/** Ties a sign-in to the browser that began it, so that nobody is signed in by another's link. */
const ATTEMPT_COOKIE = 'coassent_attempt';
const ATTEMPT_S = 600;

/** Signing in by a workspace's own provider. */
export const ssoAttemptHandlers = (options: AppOptions): Pick<Handlers, Nouns> => ({
  'sso.offers': async ({ body }) => {
    const workspace_ids = await ssoDoorsOfDomain(options.db, domainOf(body.email));
    const providers = await Promise.all(workspace_ids.map((one) => ssoProviderOf(options.db, one)));
    const offered = providers.filter((one) => one !== null);
    return {
      offers: offered.map(({ provider_id, label, issuer }) => ({ provider_id, label, host: new URL(issuer).host })),
    };
  },

  'sso_attempts.create': (call) => begin(options, call),
  'sso_attempts.finish': (call) => finish(options, call),

  'sso_workspaces.list': async ({ request }) => {
    const found = await Promise.all(
      ssoCookiesOf(request.cookies, options.setting).map((id) => workspaceOfCookie(options, request, id)),
    );
    return { workspaces: found.filter((one) => one !== null) };
  },
});

async function workspaceOfCookie({ db, setting }: AppOptions, request: FastifyRequest, workspace_id: string) {
  const session = await ssoSessionOf(db, workspace_id, request.cookies[ssoCookie(workspace_id, setting)] ?? '');
  const member = session === null ? null : await memberOfPerson(db, workspace_id, session.person_id);
  const workspace = member === null ? null : await findWorkspace(db, workspace_id);
  return member === null || workspace === null ? null : { workspace_id, name: workspace.name, role: member.role };
}

async function begin(
  options: AppOptions,
  { params, body, request, reply }: Call<'sso_attempts.create'>,
): Promise<{ location: string }> {
  const found = await findProvider(options, params.provider_id);
  if (found === null) throw new ProblemError('sso.unknown', ssoRefusals['sso.unknown']);
  const { workspace_id, oidc } = found;
  const begun = await beginOidc(options.outgoing, oidc, body.email);
  if ('error' in begun) {
    await noteRefused(options, workspace_id, { reason: 'sso.provider_failed', failure: begun.error });
    throw new ProblemError('sso.provider_failed', ssoRefusals['sso.provider_failed']);
  }
  const browser = request.cookies[ATTEMPT_COOKIE] ?? newToken();
  const back = ownAddress(body.back, `/w/${encodeURIComponent(workspace_id)}`);
  await beginSso(options.db, workspace_id, { ...begun.attempt, browser, back });
  reply.setCookie(ATTEMPT_COOKIE, browser, { ...cookie(options), path: '/api/v1/sso', maxAge: ATTEMPT_S });
  return { location: begun.location };
}

async function findProvider(options: AppOptions, provider_id: string) {
  const workspace_id = await workspaceOfSso(options.db, provider_id);
  const provider = workspace_id === null ? null : await ssoProviderOf(options.db, workspace_id);
  if (workspace_id === null || provider === null) return null;
  const oidc = oidcProviderOf(options, workspace_id, provider);
  return oidc === null ? null : { workspace_id, provider, oidc };
}

const cookie = ({ setting }: AppOptions) => ({ httpOnly: true, sameSite: 'lax' as const, secure: !setting.local });

/** Takes the provider's answer: signs in and leads on, or leads to what went wrong. */
async function finish(
  options: AppOptions,
  { params, query, request, reply }: Call<'sso_attempts.finish'>,
): Promise<FastifyReply> {
  const found = await findProvider(options, params.provider_id);
  if (found === null) return refuse(reply, 'sso.unknown');
  const { workspace_id, provider, oidc } = found;
  const state = query.state ?? '';
  const attempt = await spendSso(options.db, workspace_id, state, request.cookies[ATTEMPT_COOKIE] ?? '');
  if (attempt === null) {
    await noteRefused(options, workspace_id, { reason: 'sso.attempt_unknown' });
    return refuse(reply, 'sso.attempt_unknown');
  }
  const answered = new URL(request.url, options.setting.public_url);
  const named = await finishOidc(options.outgoing, oidc, answered, { ...attempt, state });
  if ('error' in named) {
    await noteRefused(options, workspace_id, { reason: 'sso.provider_failed', failure: named.error });
    return refuse(reply, 'sso.provider_failed', attempt.back);
  }
  const came = await comeIn(options, workspace_id, provider, named);
  if ('refused' in came) {
    await noteRefused(options, workspace_id, { reason: came.refused, email: named.email });
    return refuse(reply, came.refused, attempt.back);
  }
  const agent = request.headers['user-agent']?.slice(0, 200) ?? null;
  const token = await startSsoSession(options.db, workspace_id, came.person_id, agent);
  reply.setCookie(ssoCookie(workspace_id, options.setting), token, {
    ...cookie(options),
    path: '/',
    maxAge: SSO_SESSION_S,
  });
  await note(options, workspace_id, 'session.signed_in', came.person_id, { way: 'sso' });
  return reply.redirect(attempt.back, 303);
}

/** Admits whom the provider named, as `admitNamed` decides: links them, and makes a member of who is none yet. */
async function comeIn(
  { db, ...options }: AppOptions,
  workspace_id: string,
  provider: SsoProvider,
  { subject, email, email_verified, name }: OidcPerson,
): Promise<{ person_id: string } | { refused: SsoRefusal }> {
  const { issuer, domains, default_role } = provider;
  const known =
    email === null ? { linked: null, holder: null } : await knownToSso(db, workspace_id, { issuer, subject, email });
  const invited = email === null ? null : await invitedRole(db, workspace_id, email);
  const admission = admitNamed({ email, email_verified, domains, ...known, invited, default_role });
  if ('refused' in admission) return admission;
  const { role } = admission;
  const address = email ?? '';
  const person_id = await linkSso(db, workspace_id, { issuer, subject, email: address }, admission.person_id);
  const raced = admission.person_id === null && (await memberOfPerson(db, workspace_id, person_id)) !== null;
  if (role === null || raced) return { person_id };
  await joinWorkspace(db, { workspace_id, user_id: null, person_id, name: name ?? address, role });
  await spendInvitations(db, workspace_id, address);
  await note({ db, ...options }, workspace_id, 'member.joined', person_id, {
    role,
    way: 'sso',
    invited: invited !== null,
  });
  return { person_id };
}

const refuse = (reply: FastifyReply, code: SsoRefusal, back?: string): FastifyReply =>
  reply.redirect(`/sign-in?${new URLSearchParams({ refused: code, ...(back !== undefined && { back }) })}`, 303);

const note = ({ db }: Pick<AppOptions, 'db'>, workspace_id: string, action: string, person_id: string, about: object) =>
  noteAudit(db, workspace_id, [
    { zone: 'seller', action, purchase_id: null, actor: { kind: 'person', id: person_id, side: 'seller' }, about },
  ]);

/** Refusals stand in the workspace's log, with what its admins need to mend it. */
const noteRefused = ({ db }: AppOptions, workspace_id: string, about: object): Promise<void> =>
  noteAudit(db, workspace_id, [
    {
      zone: 'seller',
      action: 'session.refused',
      purchase_id: null,
      actor: { kind: 'stranger', id: 'sso' },
      about: { way: 'sso', ...about },
    },
  ]);
