import { createTransport } from 'nodemailer';
import type { Db } from '../../store/db.ts';
import { keepMail, type NewMail, noteSent } from '../../store/mail.ts';

export type Mail = NewMail;

/** Sends mails; what a server does not take stays in the mailbox of who runs the machine. */
export interface Mailer {
  /** Resolves when the mail is kept. Sending goes on by itself and never fails what asked for it. */
  send(mail: Mail): Promise<void>;
  /** Resolves when a server took the mail, or when it is kept where there is no server; else rejects with what went wrong. */
  deliver(mail: Mail): Promise<void>;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

export interface MailerOptions {
  db: Db;
  /** `smtp://` or `smtps://`; without one, mails only stay in the mailbox. */
  smtp_url: string | null;
  from: string;
  onFailure: (what: string, error: unknown) => void;
}

/** A server that hangs must not keep the program from ending. */
const LONGEST_WAIT_MS = 10_000;

/** Opens the way out for mails. */
export function openMailer({ db, smtp_url, from, onFailure }: MailerOptions): Mailer {
  const waits = {
    connectionTimeout: LONGEST_WAIT_MS,
    greetingTimeout: LONGEST_WAIT_MS,
    socketTimeout: LONGEST_WAIT_MS,
  };
  const transport = smtp_url === null ? null : createTransport({ url: smtp_url, ...waits });
  const under_way = new Set<Promise<void>>();
  const transmit = async (mail_id: string, { to, subject, text, headers }: Mail): Promise<void> => {
    if (transport === null) return;
    try {
      const all = { ...headers, 'Auto-Submitted': 'auto-generated' };
      // Tried again, it is the same message: whoever got it twice sees it once.
      await transport.sendMail({ from, to, subject, text, headers: all, messageId: `<${mail_id}@${hostOf(from)}>` });
      await noteSent(db, mail_id, null);
    } catch (error) {
      await noteSent(db, mail_id, error instanceof Error ? error.message : String(error)).catch(() => undefined);
      throw error;
    }
  };
  const deliver = (mail_id: string, mail: Mail): Promise<void> =>
    // What the server said may hold the address, and is for who runs the machine only.
    transmit(mail_id, mail).catch(() =>
      onFailure('mail', new Error('A mail could not be sent; the mailbox says why.')),
    );
  return {
    async send(mail) {
      const mail_id = await keepMail(db, mail);
      const sending = deliver(mail_id, mail);
      under_way.add(sending);
      void sending.finally(() => under_way.delete(sending));
    },
    async deliver(mail) {
      await transmit(await keepMail(db, mail), mail);
    },
    async close() {
      await Promise.all(under_way);
      transport?.close();
    },
  };
}

const hostOf = (from: string): string => /@([\w.-]+)/.exec(from)?.[1] ?? 'localhost';
