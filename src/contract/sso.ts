import { z } from 'zod';
import { MEMBER_ROLES } from '../core/access.ts';
import { NEWCOMER_ROLES } from '../core/sso.ts';
import { operation } from './operation.ts';
import { id, in_workspace, instant } from './terms.ts';

const email = z.email().max(254);
const domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^(?=.{4,})([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/, 'a domain, like acme.com');
const of_provider = z.strictObject({ provider_id: id });

const SSO = '/workspaces/:workspace_id/sso';

export const ssoOperations = {
  'sso.get': operation({
    method: 'GET',
    path: SSO,
    noun: 'sso',
    summary: 'The OpenID provider of the workspace, without its secret; and what to enter at the provider.',
    permission: 'admin',
    zone: 'seller',
    params: in_workspace,
    output: z.strictObject({
      provider: z
        .strictObject({
          provider_id: id,
          label: z.string(),
          issuer: z.string(),
          client_id: z.string(),
          default_role: z.enum(NEWCOMER_ROLES),
          required: z.boolean(),
          changed_at: instant,
          domains: z.array(
            z.strictObject({
              domain: z.string(),
              proven: z.boolean().describe('An admin has a confirmed address of it: newcomers come in by themselves.'),
            }),
          ),
          redirect_uri: z.string().describe('What to enter at the provider as the address to come back to.'),
        })
        .nullable(),
      by_sso: z.boolean().describe('You are signed in by it now, so it works.'),
    }),
  }),
  'sso.put': operation({
    method: 'PUT',
    path: SSO,
    noun: 'sso',
    summary: 'Sets the OpenID provider of the workspace. Another issuer or client ends the sessions of the one before.',
    permission: 'admin',
    zone: 'seller',
    key: 'none',
    params: in_workspace,
    body: z.strictObject({
      label: z.string().trim().min(1).max(60).describe('What its button says.'),
      issuer: z.url({ protocol: /^https?$/ }).max(500),
      client_id: z.string().trim().min(1).max(300),
      client_secret: z
        .string()
        .min(1)
        .max(1000)
        .optional()
        .describe('Left out: the one kept stays. Never shown again.'),
      domains: z.array(domain).min(1).max(20).describe('Of the addresses that come in by it.'),
      default_role: z.enum(NEWCOMER_ROLES),
      required: z.boolean().describe('People of these domains come into the workspace in no other way.'),
    }),
    output: z.strictObject({ provider_id: id }),
  }),
  'sso.delete': operation({
    method: 'DELETE',
    path: SSO,
    noun: 'sso',
    summary: 'Takes the provider away; sessions that came of it end at once.',
    permission: 'admin',
    zone: 'seller',
    key: 'none',
    params: in_workspace,
    output: z.strictObject({ removed: z.literal(true) }),
  }),
  'sso_tests.create': operation({
    method: 'POST',
    path: `${SSO}/tests`,
    noun: 'sso',
    summary: 'Asks the provider what it is, and says what is wrong with it. Signing in once tests the rest.',
    permission: 'admin',
    zone: 'seller',
    key: 'none',
    params: in_workspace,
    body: z.strictObject({}),
    output: z.strictObject({ code: z.string().nullable().describe('Null where all is well.'), says: z.string() }),
  }),
  'sso_sessions.list': operation({
    method: 'GET',
    path: `${SSO}/sessions`,
    noun: 'sso',
    summary: 'Where you are signed in to this workspace by its provider.',
    permission: 'seller',
    zone: 'none',
    key: 'none',
    params: in_workspace,
    output: z.strictObject({
      sessions: z.array(
        z.strictObject({
          session_id: id,
          agent: z.string().nullable(),
          created_at: instant,
          expires_at: instant,
          current: z.boolean(),
        }),
      ),
    }),
  }),
  'sso_sessions.delete': operation({
    method: 'DELETE',
    path: `${SSO}/sessions/:session_id`,
    noun: 'sso',
    summary: 'Ends a session of yours in this workspace, at once.',
    permission: 'seller',
    zone: 'none',
    key: 'none',
    params: z.strictObject({ ...in_workspace.shape, session_id: id }),
    output: z.strictObject({ ended: z.literal(true) }),
  }),
  'sso.offers': operation({
    method: 'POST',
    path: '/sso/offers',
    noun: 'sso',
    summary: "The providers that addresses of a domain sign in with. It depends on the address's domain alone.",
    permission: 'anyone',
    zone: 'none',
    body: z.strictObject({ email }),
    output: z.strictObject({
      offers: z.array(z.strictObject({ provider_id: id, label: z.string(), host: z.string() })),
    }),
  }),
  'sso_attempts.create': operation({
    method: 'POST',
    path: '/sso/:provider_id/attempts',
    noun: 'sso',
    summary: 'Begins a sign-in in this browser: where to go, for ten minutes and once.',
    permission: 'anyone',
    zone: 'none',
    params: of_provider,
    body: z.strictObject({ email: email.optional(), back: z.string().max(2000).optional() }),
    output: z.strictObject({ location: z.string() }),
  }),
  'sso_attempts.finish': operation({
    method: 'GET',
    path: '/sso/:provider_id/callback',
    noun: 'sso',
    summary: 'Where the provider sends people back to. Leads on to where they wanted to go, or to what went wrong.',
    permission: 'anyone',
    zone: 'none',
    params: of_provider,
    // Providers add words of their own; what counts is looked at by the protocol.
    query: z.looseObject({ state: z.string().max(500).optional() }),
    output: z.strictObject({}),
    media: 'redirect',
  }),
  'sso_workspaces.list': operation({
    method: 'GET',
    path: '/sso/workspaces',
    noun: 'sso',
    summary: 'The workspaces that this browser is signed in to by their providers.',
    permission: 'anyone',
    zone: 'none',
    output: z.strictObject({
      workspaces: z.array(z.strictObject({ workspace_id: id, name: z.string(), role: z.enum(MEMBER_ROLES) })),
    }),
  }),
};
