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

/** Keeps a mail. @returns its id */
export function keepMail(db: Db, mail: { to: string; subject: string; text: string }): Promise<string> {
  const mail_id = randomUUID();
  return asIdentity(db, async (client) => {
    await client.query(
      'insert into identity.mail (mail_id, to_address, subject, body_text, made_at) values ($1, $2, $3, $4, $5)',
      [mail_id, mail.to, mail.subject, mail.text, new Date()],
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
