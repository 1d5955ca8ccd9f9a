import { localeNow } from '../catalogue/language.ts';
import { problems } from '../catalogue/problems.ts';
import type { NoticeSettings } from '../core/notice/schedule.ts';
import type { View } from '../core/zone.ts';
import type { Db } from '../store/db.ts';
import { listNotices, putSettings, readNotices, rememberLocale, settingsOf } from '../store/notice.ts';
import { deadMails, retryMail } from '../store/notice-mail.ts';
import { getPurchase } from '../store/purchase.ts';
import { findWorkspace } from '../store/workspace.ts';
import type { AppOptions } from './app-options.ts';
import type { Handlers } from './bind.ts';
import { type Caller, scopeOfCaller } from './caller.ts';
import { expectationOf } from './notice/expectation.ts';
import { gatherNotices } from './notice/gather.ts';
import { newestFirst, showNotices } from './notice/show.ts';
import { stopMails, stopOf } from './notice/stop.ts';
import { notFound, ProblemError } from './problem.ts';
import { mayRead } from './purchase.ts';

type Nouns = Extract<keyof Handlers, `notice${string}` | `mail_expectations.${string}` | `unsubscribes.${string}`>;

/** More than these are not listed: whoever was away so long reads the room. */
const LISTED = 50;

/** What people are told, and how they want it. */
export const noticeHandlers = ({ db }: AppOptions): Pick<Handlers, Nouns> => ({
  'notices.list': async ({ caller, params }) => {
    await gatherNotices(db, params.workspace_id);
    const { person_id, side } = someone(caller) ?? { person_id: null, side: null };
    if (person_id === null) return { notices: [], unread: 0 };
    // Software and who only looks are not there themselves.
    if (caller.actor.kind === 'person' && !caller.previews) {
      await rememberLocale(db, scopeOfCaller(caller), localeNow(), new Date().toISOString());
    }
    const kept = await listNotices(db, scopeOfCaller(caller), LISTED);
    const shown = newestFirst(await showNotices(db, params.workspace_id, { person_id, side }, kept));
    const notices = shown.map(({ notice_id, purchase_id, purchase_name, kind, text, at, read_at, import: ended }) => ({
      ...{ notice_id, purchase_id, purchase_name, kind, text, at, import_id: ended?.import_id ?? null },
      read: read_at !== null,
    }));
    return { notices, unread: notices.filter(({ read }) => !read).length };
  },

  'notice_readings.create': async ({ caller, body }) => ({
    read:
      someone(caller) === null
        ? 0
        : await readNotices(db, scopeOfCaller(caller), body.notice_ids, new Date().toISOString()),
  }),

  'notice_settings.get': async ({ caller }) => present(await settingsOfCaller(db, caller)),

  'notice_settings.put': async ({ caller, body }) => {
    const before = await settingsOfCaller(db, caller);
    const { kinds, ...rest } = body;
    const settings = { ...before, ...rest, kinds: { ...before.kinds, ...kinds } } as NoticeSettings;
    await putSettings(db, scopeOfCaller(caller), settings, new Date().toISOString());
    return present(settings);
  },

  'mail_expectations.get': async ({ caller, params }) => {
    const found = await getPurchase(db, scopeOfCaller(caller), params.purchase_id);
    if (found === null || !mayRead(caller, found.state)) throw notFound();
    return expectationOf(db, params.workspace_id, params.purchase_id);
  },

  'notice_mails.list': async ({ params }) => ({ mails: await deadMails(db, params.workspace_id) }),

  'notice_retries.create': async ({ params }) => {
    if (!(await retryMail(db, params.workspace_id, params.mail_id, new Date().toISOString()))) throw notFound();
    return { queued: true as const };
  },

  'unsubscribes.look': async ({ params }) => {
    const { settings } = await stopOf(db, params.workspace_id, params.token);
    const supplier = (await findWorkspace(db, params.workspace_id))?.name ?? '';
    return { supplier, stopped: settings.mails_off };
  },

  'unsubscribes.create': async ({ params }) => {
    await stopMails(db, params.workspace_id, params.token, new Date().toISOString());
    return { stopped: true as const };
  },
});

/** Who is told things: people, in person. */
function someone({ person_id, side }: Caller): { person_id: string; side: View } | null {
  return person_id === null || side === 'none' ? null : { person_id, side };
}

async function settingsOfCaller(db: Db, caller: Caller): Promise<NoticeSettings> {
  const who = someone(caller);
  if (who !== null) return settingsOf(db, caller.workspace_id, who.person_id, who.side);
  throw new ProblemError('notice.nobody', problems.notices_for_people_act);
}

const present = ({ kinds, quiet, time_zone, most_often, mails_off }: NoticeSettings) => ({
  kinds,
  quiet,
  time_zone,
  most_often,
  mails_off,
});
