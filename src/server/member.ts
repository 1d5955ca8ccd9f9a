import { entryMails } from '../catalogue/mails.ts';
import { problems } from '../catalogue/problems.ts';
import { joinWorkspace } from '../store/account.ts';
import { noteAudit } from '../store/audit.ts';
import type { Db } from '../store/db.ts';
import { acceptInvitation, invite, listInvitations, revokeInvitation } from '../store/invitation.ts';
import { changeMember, listMembers } from '../store/member.ts';
import { findWorkspace } from '../store/workspace.ts';
import type { AppOptions } from './app-options.ts';
import type { Call, Handlers } from './bind.ts';
import { type Caller, scopeOfCaller } from './caller.ts';
import { notFound, ProblemError } from './problem.ts';

type Nouns =
  | 'members.list'
  | 'members.put'
  | 'members.delete'
  | 'invitations.list'
  | 'invitations.create'
  | 'invitations.delete'
  | 'invitations.accept';

/** The people of the selling side, and how they come in. */
export const memberHandlers = (options: AppOptions): Pick<Handlers, Nouns> => {
  const { db } = options;
  return {
    'members.list': async ({ caller }) => ({ members: await listMembers(db, scopeOfCaller(caller)) }),

    'members.put': async ({ caller, params, body }) => {
      await change(db, caller, params.person_id, body.role);
      return { person_id: params.person_id, role: body.role };
    },

    'members.delete': async ({ caller, params }) => {
      await change(db, caller, params.person_id, null);
      return { removed: true as const };
    },

    'invitations.list': async ({ caller }) => ({ invitations: await listInvitations(db, scopeOfCaller(caller)) }),
    'invitations.create': (call) => createInvitation(options, call),

    'invitations.delete': async ({ caller, params }) => {
      if (!(await revokeInvitation(db, scopeOfCaller(caller), params.invitation_id))) throw notFound();
      await note(db, caller, 'member.invitation_revoked', { invitation_id: params.invitation_id });
      return { revoked: true as const };
    },

    'invitations.accept': (call) => acceptOwn(options, call),
  };
};

async function change(
  db: Db,
  caller: Caller,
  person_id: string,
  role: Parameters<typeof changeMember>[3],
): Promise<void> {
  const done = await changeMember(db, scopeOfCaller(caller), person_id, role);
  if (done === 'unknown') throw notFound();
  if (done === 'last_admin') {
    throw new ProblemError('member.last_admin', problems.someone_govern_workspace_make);
  }
  await note(db, caller, role === null ? 'member.removed' : 'member.role_changed', { person_id, role });
}

async function createInvitation(
  { db, mailer, setting }: AppOptions,
  { caller, body }: Call<'invitations.create'>,
): Promise<{ invitation_id: string }> {
  if (body.role === 'admin' && caller.role !== 'admin') {
    throw new ProblemError('member.beyond_you', problems.only_admin_invites_admins);
  }
  const { invitation_id, token } = await invite(db, scopeOfCaller(caller), body);
  const workspace = (await findWorkspace(db, caller.workspace_id))?.name ?? '';
  const link = `${setting.public_url}/invitation/${encodeURIComponent(caller.workspace_id)}/${token}`;
  await mailer.send({
    to: body.email,
    subject: entryMails.invitation_subject(workspace),
    text: entryMails.invitation(caller.name, workspace, link),
  });
  await note(db, caller, 'member.invited', { invitation_id, role: body.role });
  return { invitation_id };
}

async function acceptOwn({ db }: AppOptions, { user, params, body }: Call<'invitations.accept'>) {
  const { workspace_id } = params;
  const accepted = user.verified ? await acceptInvitation(db, workspace_id, body.token, user.email) : null;
  if (accepted === null) {
    throw new ProblemError('invitation.not_usable', problems.invitation_was_used_taken);
  }
  const { role } = accepted;
  await joinWorkspace(db, { workspace_id, user_id: user.user_id, person_id: user.user_id, name: user.name, role });
  const actor = { kind: 'person', id: user.user_id, side: 'seller' };
  await noteAudit(db, workspace_id, [
    { zone: 'seller', action: 'member.joined', purchase_id: null, actor, about: { role } },
  ]);
  return { workspace_id, role };
}

const note = (db: Db, caller: Caller, action: string, about: object): Promise<void> =>
  noteAudit(db, caller.workspace_id, [{ zone: 'seller', action, purchase_id: null, actor: caller.actor, about }]);
