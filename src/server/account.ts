import { problems } from '../catalogue/problems.ts';
import { makeWorkspaceOf, workspacesOfUser } from '../store/account.ts';
import { memberOfUser } from '../store/member.ts';
import { findWorkspace } from '../store/workspace.ts';
import type { AppOptions } from './app-options.ts';
import type { Handlers } from './bind.ts';
import { ProblemError } from './problem.ts';

type Nouns = 'accounts.me' | 'accounts.make_workspace';

/** A seller's own account, outside of any workspace. */
export const accountHandlers = ({ db }: AppOptions): Pick<Handlers, Nouns> => ({
  'accounts.me': async ({ user }) => {
    const { user_id, email, name, verified } = user;
    const joined = await workspacesOfUser(db, user_id);
    const found = await Promise.all(
      joined.map(async ({ workspace_id }) => {
        const [member, workspace] = await Promise.all([
          memberOfUser(db, workspace_id, user_id),
          findWorkspace(db, workspace_id),
        ]);
        return member === null || workspace === null ? [] : [{ workspace_id, name: workspace.name, role: member.role }];
      }),
    );
    return { user_id, email, name, verified, workspaces: found.flat() };
  },

  'accounts.make_workspace': async ({ user, body }) => {
    if (!user.verified) throw new ProblemError('account.not_verified', problems.confirm_your_address_first);
    return { workspace_id: await makeWorkspaceOf(db, user, body.name) };
  },
});
