import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { expect, test } from 'vitest';
import { freshDatabase } from '../../../test/postgres.ts';
import { listMails } from '../../store/mail.ts';
import { openMailer } from './mailer.ts';

const { db } = await freshDatabase();

/** A real mail server on this machine that keeps what it takes. */
async function mailServer() {
  const taken: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      simpleParser(stream).then((mail) => {
        taken.push(mail);
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    taken,
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

test('a mail arrives at a real server, and is noted as sent', async () => {
  const server = await mailServer();
  const failures: unknown[] = [];
  const mailer = openMailer({
    db,
    smtp_url: server.url,
    from: 'Us <us@example.com>',
    onFailure: (_what, error) => failures.push(error),
  });
  await mailer.send({
    to: 'ivy@example.com',
    subject: 'Your way in\r\nBcc: all@example.com',
    text: 'Press the button.',
  });
  await mailer.close();
  await server.close();
  expect(failures).toEqual([]);
  expect(server.taken.map((mail) => [mail.text?.trim(), mail.bcc])).toEqual([['Press the button.', undefined]]);
  expect(server.taken[0]?.headers.get('auto-submitted')).toBe('auto-generated');
  const [kept] = await listMails(db, 10);
  expect(kept?.sent_at).not.toBeNull();
});

test('a server that is down fails nobody, and the mailbox says so', async () => {
  const server = await mailServer();
  await server.close();
  const failures: unknown[] = [];
  const mailer = openMailer({
    db,
    smtp_url: server.url,
    from: 'us@example.com',
    onFailure: (_what, error) => failures.push(error),
  });
  await mailer.send({ to: 'secret@example.com', subject: 'Hello', text: 'A secret link' });
  await mailer.close();
  expect(failures).toHaveLength(1);
  expect(String(failures[0])).not.toMatch(/secret/);
  const [kept] = await listMails(db, 1);
  expect(kept).toMatchObject({ sent_at: null, failure: expect.stringContaining('ECONNREFUSED') });
});

test('a mail that is delivered carries its headers, is one message however often it is tried, and fails who asked', async () => {
  const server = await mailServer();
  const mailer = openMailer({ db, smtp_url: server.url, from: 'us@example.com', onFailure: () => undefined });
  const headers = {
    'List-Unsubscribe': '<http://localhost/unsubscribe/w/t>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
  const mail = {
    mail_id: 'm1',
    to: 'ivy@example.com',
    subject: 'Lathe: something changed',
    text: 'It turns.',
    headers,
  };
  await mailer.deliver(mail);
  await mailer.deliver(mail);
  await server.close();
  expect(server.taken.map(({ messageId }) => messageId)).toEqual(['<m1@example.com>', '<m1@example.com>']);
  expect(server.taken[0]?.headers.get('list')).toMatchObject({
    unsubscribe: { url: 'http://localhost/unsubscribe/w/t' },
  });
  expect((await listMails(db, 20)).filter(({ mail_id }) => mail_id === 'm1')).toHaveLength(1);
  await expect(mailer.deliver({ ...mail, mail_id: 'm2' })).rejects.toThrow('ECONNREFUSED');
  await mailer.close();
});
