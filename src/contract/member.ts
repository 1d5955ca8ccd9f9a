import { z } from 'zod';
import { MEMBER_ROLES } from '../core/access.ts';
import { operation } from './operation.ts';
import { id, in_workspace, instant } from './terms.ts';

const role = z.enum(MEMBER_ROLES);
const email = z.email().max(254);

export const memberOperations = {
  'members.list': operation({
    method: 'GET',
    path: '/workspaces/:workspace_id/members',
    noun: 'member',
    summary: 'The people of the selling side, with their roles.',
    permission: 'seller',
    zone: 'seller',
    params: in_workspace,
    output: z.strictObject({
      members: z.array(z.strictObject({ person_id: id, name: z.string().nullable(), role, joined_at: instant })),
    }),
  }),
  'members.put': operation({
    method: 'PUT',
    path: '/workspaces/:workspace_id/members/:person_id',
    noun: 'member',
    summary: 'Gives a member another role.',
    permission: 'admin',
    zone: 'seller',
    params: z.strictObject({ ...in_workspace.shape, person_id: id }),
    body: z.strictObject({ role }),
    output: z.strictObject({ person_id: id, role }),
  }),
  'members.delete': operation({
    method: 'DELETE',
    path: '/workspaces/:workspace_id/members/:person_id',
    noun: 'member',
    summary: 'Takes a member out; their sessions and keys no longer open this workspace.',
    permission: 'admin',
    zone: 'seller',
    params: z.strictObject({ ...in_workspace.shape, person_id: id }),
    output: z.strictObject({ removed: z.literal(true) }),
  }),
  'invitations.list': operation({
    method: 'GET',
    path: '/workspaces/:workspace_id/invitations',
    noun: 'member',
    summary: 'Who was invited and has not come yet.',
    permission: 'lead',
    zone: 'seller',
    params: in_workspace,
    output: z.strictObject({
      invitations: z.array(
        z.strictObject({
          invitation_id: id,
          email: z.string(),
          name: z.string(),
          role,
          invited_at: instant,
          expires_at: instant,
        }),
      ),
    }),
  }),
  'invitations.create': operation({
    method: 'POST',
    path: '/workspaces/:workspace_id/invitations',
    noun: 'member',
    summary: 'Invites someone to the selling side, by mail.',
    permission: 'lead',
    zone: 'seller',
    params: in_workspace,
    body: z.strictObject({ email, name: z.string().trim().min(1).max(120), role }),
    output: z.strictObject({ invitation_id: id }),
  }),
  'invitations.delete': operation({
    method: 'DELETE',
    path: '/workspaces/:workspace_id/invitations/:invitation_id',
    noun: 'member',
    summary: 'Takes an invitation back.',
    permission: 'lead',
    zone: 'seller',
    params: z.strictObject({ ...in_workspace.shape, invitation_id: id }),
    output: z.strictObject({ revoked: z.literal(true) }),
  }),
  'invitations.accept': operation({
    method: 'POST',
    path: '/workspaces/:workspace_id/invitations/acceptance',
    noun: 'member',
    summary: 'Joins the workspace that your address was invited to.',
    permission: 'account',
    zone: 'none',
    params: in_workspace,
    body: z.strictObject({ token: z.string().min(1).max(200) }),
    output: z.strictObject({ workspace_id: id, role }),
  }),
};
