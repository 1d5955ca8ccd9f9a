import { problems } from '../catalogue/problems.ts';
import { listMails } from '../store/mail.ts';
import type { AppOptions } from './app-options.ts';
import type { Handlers } from './bind.ts';
import { isSame, OWNER_COOKIE } from './owner.ts';
import { ProblemError } from './problem.ts';

type Nouns = 'mailbox.list' | 'owner_sessions.create';

const MOST_MAILS = 200;

/** The mailbox of who runs the machine: where mails are read while there is no mail server. */
export const mailboxHandlers = ({ db, setting, owner_token }: AppOptions): Pick<Handlers, Nouns> => ({
  'mailbox.list': async () => ({ mails: await listMails(db, MOST_MAILS) }),

  'owner_sessions.create': async ({ body, reply }) => {
    if (!setting.local || !isSame(body.token, owner_token)) {
      throw new ProblemError('caller.not_owner', problems.not_token_start_printed);
    }
    reply.setCookie(OWNER_COOKIE, owner_token, { httpOnly: true, sameSite: 'strict', path: '/' });
    return { owner: true as const };
  },
});
