import { endAccountSession, listAccountSessions } from '../store/account-session.ts';
import { noteInWorkspaces } from './accounts/sign-in.ts';
import type { AppOptions } from './app-options.ts';
import type { Handlers } from './bind.ts';
import { notFound } from './problem.ts';

type Nouns = 'account_sessions.list' | 'account_sessions.delete';

/** Where a seller's account is signed in. */
export const sessionHandlers = ({ db }: AppOptions): Pick<Handlers, Nouns> => ({
  'account_sessions.list': async ({ user }) => ({
    sessions: (await listAccountSessions(db, user.user_id)).map((one) => ({
      ...one,
      current: one.session_id === user.session_id,
    })),
  }),

  'account_sessions.delete': async ({ user, params }) => {
    if (!(await endAccountSession(db, user.user_id, params.session_id))) throw notFound();
    await noteInWorkspaces(db, user.user_id, 'session.ended', {});
    return { ended: true as const };
  },
});
