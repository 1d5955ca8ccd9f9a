import { z } from 'zod';
import { MEMBER_ROLES, REACHES } from '../core/access.ts';
import { SIDES } from '../core/body/words.ts';
import { operation } from './operation.ts';
import { id, in_workspace, instant, side } from './terms.ts';

const workspace = z.strictObject({
  workspace_id: id,
  name: z.string(),
  simulated: z.boolean(),
  created_at: instant,
  doors: z.enum(['open', 'accounts']).describe('`open`: on this machine, whoever comes says who acts.'),
});

export const person = z.strictObject({
  person_id: id,
  name: z.string(),
  side,
  function: z.string().nullable(),
  purchase_id: id.nullable().describe('For a buyer: the purchase they were named in last.'),
});

const title = z.string().trim().min(1).max(120);

export const workspaceOperations = {
  'workspaces.list': operation({
    method: 'GET',
    path: '/workspaces',
    noun: 'workspace',
    summary: 'The workspaces on this machine.',
    permission: 'anyone',
    zone: 'none',
    output: z.strictObject({ workspaces: z.array(workspace) }),
  }),
  'workspaces.create': operation({
    method: 'POST',
    path: '/workspaces',
    noun: 'workspace',
    summary: 'Makes an empty workspace.',
    permission: 'anyone',
    zone: 'none',
    body: z.strictObject({ name: title }),
    output: workspace,
  }),
  'people.list': operation({
    method: 'GET',
    path: '/workspaces/:workspace_id/people',
    noun: 'person',
    summary: 'Whom one can act as where the doors are open: the sellers, and the buyers of one purchase.',
    permission: 'anyone',
    zone: 'none',
    params: in_workspace,
    query: z.strictObject({ purchase_id: id.optional() }),
    output: z.strictObject({ people: z.array(person) }),
  }),
  'people.create': operation({
    method: 'POST',
    path: '/workspaces/:workspace_id/people',
    noun: 'person',
    summary: 'Adds a person to the selling side.',
    permission: 'anyone',
    zone: 'none',
    params: in_workspace,
    body: z.strictObject({ name: title }),
    output: person,
  }),
  'callers.me': operation({
    method: 'GET',
    path: '/workspaces/:workspace_id/me',
    noun: 'caller',
    summary: 'Who you are here, and how you came in.',
    permission: 'member',
    zone: 'none',
    params: in_workspace,
    query: z.strictObject({ purchase_id: id.optional() }),
    output: z.strictObject({
      person_id: id.nullable(),
      name: z.string().nullable(),
      side: z.enum([...SIDES, 'none']),
      role: z.enum(MEMBER_ROLES).nullable(),
      door: z.enum(['open', 'session', 'sso', 'entry', 'key']),
      workspace_name: z.string(),
      doors: z.enum(['open', 'accounts']),
      runs_it: z.string().describe('Who runs this machine, and so could read its database.'),
      guest: z
        .strictObject({
          administrator: z.boolean(),
          reach: z.enum(REACHES),
          reach_from: instant.nullable(),
          verified: z.boolean(),
        })
        .nullable()
        .describe('How a buyer stands to the purchase asked about.'),
      purchases: z.array(id).nullable().describe('Those that you may read; null for all.'),
    }),
  }),
  'live.stream': operation({
    method: 'GET',
    path: '/workspaces/:workspace_id/live',
    noun: 'live',
    summary: 'Server-sent events: which purchases changed, as far as you may know, from a cursor on.',
    permission: 'member',
    zone: 'view',
    params: in_workspace,
    query: z.strictObject({
      acting_as: id.optional().describe('For clients that cannot set headers.'),
      cursor: z.string().max(100).optional().describe('The `id` of the last event that was heard.'),
    }),
    output: z.strictObject({ purchase_id: id.nullable(), cursor: z.string() }),
    media: 'events',
  }),
};
