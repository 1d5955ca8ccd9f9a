import type { NoticeKind } from '../core/notice/kinds.ts';
import { retryAt } from '../core/notice/schedule.ts';
import type { View } from '../core/zone.ts';
import { digestOf } from './buyer.ts';
import type { Db } from './db.ts';
import { asProjector } from './scope.ts';

/** A mail that is to go out. */
export interface NoticeMail {
  mail_id: string;
  person_id: string;
  side: View;
  attempts: number;
}

export interface NewNoticeMail {
  mail_id: string;
  person_id: string;
  side: View;
  /** Kinds that this person wants by mail; what waits of others is let go. */
  kinds: readonly NoticeKind[];
  /** What stops mails to them; only its digest is kept. */
  stop_token: string;
  now: string;
}

/**
 * Makes one mail of all that waits for a person, if still something does: of several who try at once, one gets it.
 * @returns whether there is a mail to send
 */
export function takeWaiting(db: Db, workspace_id: string, mail: NewNoticeMail): Promise<boolean> {
  const { mail_id, person_id, side, kinds, stop_token, now } = mail;
  return asProjector(db, workspace_id, async (client) => {
    const taken = await client.query<{ kept: boolean }>(
      `update notice set mail = case when kind = any($4) then 'taken' else 'none' end,
         mail_id = case when kind = any($4) then $3 end
       where workspace_id = $1 and person_id = $2 and mail = 'waiting' returning mail_id is not null as kept`,
      [workspace_id, person_id, mail_id, kinds],
    );
    if (!taken.rows.some(({ kept }) => kept)) return false;
    await client.query(
      `insert into notice_mail (workspace_id, mail_id, person_id, side, made_at, next_at, stop_digest)
       values ($1, $2, $3, $4, $5, $5, $6)`,
      [workspace_id, mail_id, person_id, side, now, digestOf(stop_token)],
    );
    return true;
  });
}

/** A mail that is being sent is not taken by anyone else for so long; after that, whoever took it is thought gone. */
const LEASE_MS = 5 * 60_000;

/** Takes one mail that is due; null where none is. What is taken and never finished is due again later. */
export function nextMail(db: Db, workspace_id: string, now: string): Promise<NoticeMail | null> {
  return asProjector(db, workspace_id, async (client) => {
    const { rows } = await client.query<NoticeMail>({
      name: 'next notice mail',
      text: `update notice_mail set next_at = $3 where workspace_id = $1 and mail_id = (
          select mail_id from notice_mail where workspace_id = $1 and next_at <= $2 order by next_at, mail_id
          for update skip locked limit 1)
        returning mail_id, person_id, side, attempts`,
      values: [workspace_id, now, new Date(Date.parse(now) + LEASE_MS)],
    });
    return rows[0] ?? null;
  });
}

/** Notes that a mail went out, or that there was nothing to tell any more. */
export async function noteMailSent(db: Db, workspace_id: string, mail_id: string, now: string): Promise<void> {
  await asProjector(db, workspace_id, (client) =>
    client.query(
      'update notice_mail set sent_at = $3, next_at = null, failure = null, dead_at = null where workspace_id = $1 and mail_id = $2',
      [workspace_id, mail_id, now],
    ),
  );
}

/** Notes that no server took a mail: it is tried again later, or given up. @param failure a code without words */
export async function noteMailFailed(
  db: Db,
  workspace_id: string,
  { mail_id, attempts }: NoticeMail,
  failure: string,
  now: string,
): Promise<void> {
  const next_at = retryAt(attempts + 1, now);
  await asProjector(db, workspace_id, (client) =>
    client.query(
      `update notice_mail set attempts = attempts + 1, next_at = $3, failure = $4, dead_at = $5
       where workspace_id = $1 and mail_id = $2`,
      [workspace_id, mail_id, next_at, failure, next_at === null ? now : null],
    ),
  );
}

/** A mail to a seller that was given up. */
export interface DeadMail {
  mail_id: string;
  person_id: string;
  name: string | null;
  made_at: string;
  attempts: number;
  failure: string | null;
}

/** Mails to a workspace's own people that were given up. That a buyer was told of something is not for sellers to know. */
export function deadMails(db: Db, workspace_id: string): Promise<DeadMail[]> {
  return asProjector(db, workspace_id, async (client) => {
    const { rows } = await client.query<Omit<DeadMail, 'made_at'> & { made_at: Date }>(
      `select m.mail_id, m.person_id, p.name, m.made_at, m.attempts, m.failure from notice_mail m
       left join person p on p.workspace_id = m.workspace_id and p.view = 'seller' and p.person_id = m.person_id
       where m.workspace_id = $1 and m.side = 'seller' and m.dead_at is not null order by m.made_at desc, m.mail_id limit 200`,
      [workspace_id],
    );
    return rows.map((row) => ({ ...row, made_at: row.made_at.toISOString() }));
  });
}

/** Puts a mail to a seller that was given up back into the queue. @returns whether there was such a mail */
export function retryMail(db: Db, workspace_id: string, mail_id: string, now: string): Promise<boolean> {
  return asProjector(db, workspace_id, async (client) => {
    const { rowCount } = await client.query(
      `update notice_mail set dead_at = null, attempts = 0, next_at = $3
       where workspace_id = $1 and mail_id = $2 and side = 'seller' and dead_at is not null`,
      [workspace_id, mail_id, now],
    );
    return rowCount === 1;
  });
}

/** Whose mails a token stops; null where it stops nobody's. */
export function personOfStopToken(
  db: Db,
  workspace_id: string,
  token: string,
): Promise<{ person_id: string; side: View } | null> {
  return asProjector(db, workspace_id, async (client) => {
    const { rows } = await client.query<{ person_id: string; side: View }>(
      'select person_id, side from notice_mail where workspace_id = $1 and stop_digest = $2',
      [workspace_id, digestOf(token)],
    );
    return rows[0] ?? null;
  });
}
