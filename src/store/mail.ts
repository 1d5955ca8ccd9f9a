import { randomUUID } from 'node:crypto';
import type { Db } from './db.ts';
import { asIdentity } from './scope.ts';

/** A mail as it was made, and what became of it. */
export interface KeptMail {
  mail_id: string;
  to_address: string;
  subject: string;
  body_text: string;
  made_at: string;
  sent_at: string | null;
  failure: string | null;
}

export interface NewMail {
  /** A mail that is tried again keeps its id, and is kept once. */
  mail_id?: string;
  to: string;
  subject: string;
  text: string;
  headers?: Readonly<Record<string, string>>;
}

/** Keeps a mail. @returns its id */
export function keepMail(
  db: Db,
  { mail_id = randomUUID(), to, subject, text, headers = {} }: NewMail,
): Promise<string> {
  return asIdentity(db, async (client) => {
    await client.query(
      `insert into identity.mail (mail_id, to_address, subject, body_text, headers, made_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (mail_id) do nothing`,
      [mail_id, to, subject, text, JSON.stringify(headers), new Date()],
    );
    return mail_id;
  });
}

/** Notes that a server took a mail (`failure` null), or why it did not. */
export async function noteSent(db: Db, mail_id: string, failure: string | null): Promise<void> {
  await asIdentity(db, (client) =>
    client.query(
      `update identity.mail set failure = $2, sent_at = case when $2::text is null then $3::timestamptz end where mail_id = $1`,
      [mail_id, failure, new Date()],
    ),
  );
}

/** The newest mails, for who runs the machine. */
export function listMails(db: Db, limit: number): Promise<KeptMail[]> {
  return asIdentity(db, async (client) => {
    const { rows } = await client.query<
      Omit<KeptMail, 'made_at' | 'sent_at'> & { made_at: Date; sent_at: Date | null }
    >(
      `select mail_id, to_address, subject, body_text, made_at, sent_at, failure from identity.mail
       order by made_at desc, mail_id limit $1`,
      [limit],
    );
    return rows.map((row) => ({
      ...row,
      made_at: row.made_at.toISOString(),
      sent_at: row.sent_at?.toISOString() ?? null,
    }));
  });
}
