import { z } from 'zod';
import { operation } from './operation.ts';
import { id, instant } from './terms.ts';

export const mailboxOperations = {
  'mailbox.list': operation({
    method: 'GET',
    path: '/mailbox',
    noun: 'mail',
    summary: 'The mails of this machine, newest first: for who runs it only.',
    permission: 'operator',
    zone: 'none',
    output: z.strictObject({
      mails: z.array(
        z.strictObject({
          mail_id: id,
          to_address: z.string(),
          subject: z.string(),
          body_text: z.string(),
          made_at: instant,
          sent_at: instant.nullable(),
          failure: z.string().nullable(),
        }),
      ),
    }),
  }),
  'owner_sessions.create': operation({
    method: 'POST',
    path: '/owner-session',
    noun: 'mail',
    summary: 'Shows that you run this machine, by the token that the start printed.',
    permission: 'anyone',
    zone: 'none',
    body: z.strictObject({ token: z.string().min(1).max(200) }),
    output: z.strictObject({ owner: z.literal(true) }),
  }),
};
