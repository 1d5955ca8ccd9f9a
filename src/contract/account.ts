import { z } from 'zod';
import { MEMBER_ROLES } from '../core/access.ts';
import { operation } from './operation.ts';
import { id } from './terms.ts';

export const accountOperations = {
  'accounts.me': operation({
    method: 'GET',
    path: '/account',
    noun: 'account',
    summary: 'Your account, and the workspaces that you belong to.',
    permission: 'account',
    zone: 'none',
    output: z.strictObject({
      user_id: id,
      email: z.string(),
      name: z.string(),
      verified: z.boolean(),
      workspaces: z.array(z.strictObject({ workspace_id: id, name: z.string(), role: z.enum(MEMBER_ROLES) })),
    }),
  }),
  'accounts.make_workspace': operation({
    method: 'POST',
    path: '/account/workspaces',
    noun: 'account',
    summary: 'Makes a workspace with accounts; you are its admin.',
    permission: 'account',
    zone: 'none',
    body: z.strictObject({ name: z.string().trim().min(1).max(120) }),
    output: z.strictObject({ workspace_id: id }),
  }),
};
