import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { expect } from 'vitest';

export interface MailServer {
  /** For COASSENT_SMTP_URL. */
  url: string;
  mails: ParsedMail[];
  /** The link of a kind in the newest mail to an address, as soon as it is there. */
  linkTo: (address: string, kind: string) => Promise<string>;
  close: () => Promise<void>;
}

/** A real mail server on this machine that keeps what it gets. */
export async function startMailServer(): Promise<MailServer> {
  const mails: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      simpleParser(stream).then((mail) => {
        mails.push(mail);
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    mails,
    linkTo: async (address, kind) => {
      const found = () =>
        mails.findLast((mail) => [mail.to].flat().some((one) => one?.text === address) && mail.text?.includes(kind));
      await expect.poll(found, { timeout: 20_000 }).toBeDefined();
      return /http:\S+/.exec(found()?.text ?? '')?.[0] ?? '';
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
