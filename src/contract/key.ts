import { z } from 'zod';
import { KEY_SCOPES } from '../core/access.ts';
import { operation } from './operation.ts';
import { id, in_workspace, instant } from './terms.ts';

const key = z.strictObject({
  key_id: id,
  person_id: id.nullable().describe('Whose rights bound it; null for a service of the workspace.'),
  made_by: id.nullable().describe('The admin who made the key of a service.'),
  name: z.string(),
  agent: z.boolean(),
  scopes: z.array(z.enum(KEY_SCOPES)),
  created_at: instant,
  expires_at: instant,
  last_used_at: instant.nullable(),
  revoked_at: instant.nullable(),
});

export const keyOperations = {
  'keys.list': operation({
    method: 'GET',
    path: '/workspaces/:workspace_id/keys',
    noun: 'key',
    summary: 'Your keys; for an admin, those of everyone on the selling side and of its services.',
    permission: 'member',
    zone: 'view',
    key: 'none',
    params: in_workspace,
    output: z.strictObject({ keys: z.array(key) }),
  }),
  'keys.create': operation({
    method: 'POST',
    path: '/workspaces/:workspace_id/keys',
    noun: 'key',
    summary: 'Makes a key that may do no more than you may. It is shown once.',
    permission: 'member',
    zone: 'view',
    key: 'none',
    params: in_workspace,
    body: z.strictObject({
      name: z.string().trim().min(1).max(120),
      scopes: z.array(z.enum(KEY_SCOPES)).min(1).max(KEY_SCOPES.length),
      agent: z.boolean().default(false).describe('Software that acts for you: it is named, and it cannot assent.'),
      service: z
        .boolean()
        .default(false)
        .describe('It belongs to the workspace and outlives who made it; admins make and revoke it.'),
      days: z.int().min(1).max(365).default(90),
    }),
    output: z.strictObject({ key_id: id, key: z.string() }),
  }),
  'keys.delete': operation({
    method: 'DELETE',
    path: '/workspaces/:workspace_id/keys/:key_id',
    noun: 'key',
    summary: 'Revokes a key, at once.',
    permission: 'member',
    zone: 'view',
    key: 'none',
    lasting: true,
    params: z.strictObject({ ...in_workspace.shape, key_id: id }),
    output: z.strictObject({ revoked: z.literal(true) }),
  }),
};
