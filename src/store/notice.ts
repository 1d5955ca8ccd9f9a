import type { ClientBase } from 'pg';
import { USUAL_LOCALE } from '../catalogue/language.ts';
import type { Notice, NoticeKind } from '../core/notice/kinds.ts';
import { defaultSettings, type NoticeSettings, type Waiting } from '../core/notice/schedule.ts';
import type { View } from '../core/zone.ts';
import type { Db } from './db.ts';
import { asApp, asProjector, type Scope } from './scope.ts';

/** A notice to one person, as it is kept. */
export interface KeptNotice extends Notice {
  notice_id: string;
  person_id: string;
  /** Null for what is of the workspace. */
  purchase_id: string | null;
  side: View;
  /** When what it tells became known here. */
  at: string;
  read_at: string | null;
}

export interface NewNotice extends Omit<KeptNotice, 'read_at'> {
  /** Whether it waits for a mail. */
  by_mail: boolean;
}

/** A purchase of a view changed at these instants. */
export interface ChangedPurchase {
  purchase_id: string;
  /** When what changed it was recorded, oldest first. */
  instants: string[];
}

/** What changed in a view since it was looked at last, and how far it has then been looked at. */
export interface Unnoticed {
  from: number;
  to: number;
  purchases: ChangedPurchase[];
}

/** What changed in a view's feed first and was not looked at yet, so much that it can be looked at together; changes of many purchases at once name none and are left out. */
export function unnoticed(db: Db, workspace_id: string, view: View): Promise<Unnoticed> {
  return asProjector(db, workspace_id, async (client) => {
    const progress = await client.query<{ cursor: number }>({
      name: 'notice progress',
      text: 'select cursor from notice_progress where workspace_id = $1 and view = $2',
      values: [workspace_id, view],
    });
    const from = progress.rows[0]?.cursor ?? 0;
    const { rows } = await client.query<{ cursor: number; purchase_id: string | null; at: Date }>({
      name: 'unnoticed changes',
      text: 'select cursor, purchase_id, at from change where workspace_id = $1 and view = $2 and cursor > $3 order by cursor limit 1000',
      values: [workspace_id, view, from],
    });
    const purchases = new Map<string, Set<string>>();
    for (const { purchase_id, at } of rows) {
      if (purchase_id === null) continue;
      purchases.set(purchase_id, (purchases.get(purchase_id) ?? new Set<string>()).add(at.toISOString()));
    }
    return {
      from,
      to: rows.at(-1)?.cursor ?? from,
      purchases: [...purchases].map(([purchase_id, instants]) => ({ purchase_id, instants: [...instants].sort() })),
    };
  });
}

/** Writes notices, as the projector; one that is kept already stays as it is. */
export async function insertNotices(
  client: ClientBase,
  workspace_id: string,
  notices: readonly NewNotice[],
): Promise<void> {
  for (const { notice_id, person_id, purchase_id, side, kind, at, by_mail, ...about } of notices) {
    const { event_ids, job_ids, reopened_ids, step, import: ended } = about;
    await client.query({
      name: 'keep notice',
      text: `insert into notice (workspace_id, person_id, notice_id, purchase_id, side, kind, about, at, mail)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
      values: [
        ...[workspace_id, person_id, notice_id, purchase_id, side, kind],
        ...[
          JSON.stringify({ event_ids, job_ids, reopened_ids, step, import: ended }),
          at,
          by_mail ? 'waiting' : 'none',
        ],
      ],
    });
  }
}

/**
 * Keeps what was found, and how far the feed was looked through. Found twice, a notice is kept once: its id says what it is
 * about, so that two who look at once do no harm.
 */
export function keepNotices(
  db: Db,
  workspace_id: string,
  view: View,
  to: number,
  notices: readonly NewNotice[],
): Promise<void> {
  return asProjector(db, workspace_id, async (client) => {
    await insertNotices(client, workspace_id, notices);
    await client.query({
      name: 'note notice progress',
      text: `insert into notice_progress (workspace_id, view, cursor) values ($1, $2, $3)
        on conflict (workspace_id, view) do update set cursor = greatest(notice_progress.cursor, excluded.cursor)`,
      values: [workspace_id, view, to],
    });
  });
}

interface NoticeRow extends Omit<KeptNotice, 'at' | 'read_at' | keyof Notice> {
  kind: NoticeKind;
  about: Omit<Notice, 'kind'>;
  at: Date;
  read_at: Date | null;
}

const columns = 'notice_id, person_id, purchase_id, side, kind, about, at, read_at';

const noticeOf = ({ about, at, read_at, ...row }: NoticeRow): KeptNotice => ({
  ...row,
  ...about,
  at: at.toISOString(),
  read_at: read_at?.toISOString() ?? null,
});

/** A person's newest notices. */
export function listNotices(db: Db, scope: Scope, limit: number): Promise<KeptNotice[]> {
  return asApp(db, scope, async (client) => {
    const { rows } = await client.query<NoticeRow>({
      name: 'notices',
      text: `select ${columns} from notice where workspace_id = $1 and person_id = $2 order by at desc, notice_id limit $3`,
      values: [scope.workspace_id, scope.person_id, limit],
    });
    return rows.map(noticeOf);
  });
}

/** Notes that a person has read notices (all, where none are named); what was read is mailed no more. @returns how many were new */
export function readNotices(db: Db, scope: Scope, notice_ids: readonly string[] | null, now: string): Promise<number> {
  return asApp(db, scope, async (client) => {
    const { rowCount } = await client.query(
      `update notice set read_at = $4, mail = case when mail = 'waiting' then 'none' else mail end
       where workspace_id = $1 and person_id = $2 and read_at is null and ($3::text[] is null or notice_id = any($3))`,
      [scope.workspace_id, scope.person_id, notice_ids, now],
    );
    return rowCount ?? 0;
  });
}

/** How someone wants their mails; what is usual on their side where they said nothing. */
export function settingsOf(db: Db, workspace_id: string, person_id: string, side: View): Promise<NoticeSettings> {
  return asProjector(db, workspace_id, async (client) => {
    const { rows } = await client.query<{ settings: Partial<NoticeSettings> }>({
      name: 'notice settings',
      text: 'select settings from notice_setting where workspace_id = $1 and person_id = $2',
      values: [workspace_id, person_id],
    });
    const [row] = rows;
    const usual = defaultSettings(side);
    if (row === undefined) return usual;
    // A kind that is newer than what they set is as usual.
    return { ...usual, ...row.settings, kinds: { ...usual.kinds, ...row.settings.kinds } };
  });
}

/** Sets how someone wants their mails. */
export async function putSettings(db: Db, scope: Scope, settings: NoticeSettings, now: string): Promise<void> {
  await asApp(db, scope, (client) =>
    client.query(
      `insert into notice_setting (workspace_id, person_id, settings, changed_at) values ($1, $2, $3, $4)
       on conflict (workspace_id, person_id) do update set settings = excluded.settings, changed_at = excluded.changed_at`,
      [scope.workspace_id, scope.person_id, JSON.stringify(settings), now],
    ),
  );
}

/** Remembers in which language someone is here; writes only where that changed. */
export async function rememberLocale(db: Db, scope: Scope, locale: string, now: string): Promise<void> {
  await asApp(db, scope, (client) =>
    client.query({
      name: 'remember locale',
      text: `insert into notice_setting (workspace_id, person_id, changed_at, locale) values ($1, $2, $4, $3)
       on conflict (workspace_id, person_id) do update set locale = excluded.locale
         where notice_setting.locale is distinct from excluded.locale`,
      values: [scope.workspace_id, scope.person_id, locale.slice(0, 60), now],
    }),
  );
}

/** The language that someone last used here, to write to them; English where none is known. */
export function localeOf(db: Db, workspace_id: string, person_id: string): Promise<string> {
  return asProjector(db, workspace_id, async (client) => {
    const { rows } = await client.query<{ locale: string | null }>({
      name: 'locale of a person',
      text: 'select locale from notice_setting where workspace_id = $1 and person_id = $2',
      values: [workspace_id, person_id],
    });
    return rows[0]?.locale ?? USUAL_LOCALE;
  });
}

/** Someone for whom something waits to be mailed. */
export interface WaitingPerson {
  person_id: string;
  side: View;
  waiting: Waiting[];
  /** When the last one went out, or was made where none took it. */
  last_mail_at: string | null;
}

/** Everyone for whom something waits to be mailed; who has a mail under way gets no other before that is settled. */
export function peopleWaiting(db: Db, workspace_id: string): Promise<WaitingPerson[]> {
  return asProjector(db, workspace_id, async (client) => {
    const { rows } = await client.query<Omit<WaitingPerson, 'last_mail_at'> & { last_mail_at: Date | null }>({
      name: 'people waiting',
      text: `select n.person_id, n.side, json_agg(json_build_object('kind', n.kind,
            'at', to_char(n.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) as waiting,
          (select max(coalesce(m.sent_at, m.made_at)) from notice_mail m
            where m.workspace_id = $1 and m.person_id = n.person_id) as last_mail_at
        from notice n where n.workspace_id = $1 and n.mail = 'waiting' and not exists (select from notice_mail q
          where q.workspace_id = $1 and q.person_id = n.person_id and q.next_at is not null) group by n.person_id, n.side order by n.person_id`,
      values: [workspace_id],
    });
    return rows.map((row) => ({ ...row, last_mail_at: row.last_mail_at?.toISOString() ?? null }));
  });
}

/** What is in a mail, oldest first. */
export function noticesInMail(db: Db, workspace_id: string, mail_id: string): Promise<KeptNotice[]> {
  return asProjector(db, workspace_id, async (client) => {
    const { rows } = await client.query<NoticeRow>(
      `select ${columns} from notice where workspace_id = $1 and mail_id = $2 order by at, notice_id`,
      [workspace_id, mail_id],
    );
    return rows.map(noticeOf);
  });
}
