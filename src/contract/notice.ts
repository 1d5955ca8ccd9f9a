import { z } from 'zod';
import { DELIVERIES, NOTICE_KINDS } from '../core/notice/kinds.ts';
import { isTimeZone } from '../core/notice/local-time.ts';
import { SEEN_BY } from '../core/presence.ts';
import { operation } from './operation.ts';
import { id, in_purchase, in_workspace, instant, side } from './terms.ts';

const WORKSPACE = '/workspaces/:workspace_id';

const delivery = z.enum(DELIVERIES);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day, such as 07:30');

/** How someone wants their mails. */
const settings = z.strictObject({
  kinds: z.record(z.enum(NOTICE_KINDS), delivery),
  quiet: z.strictObject({ from: clock, to: clock }).nullable().describe('When nothing is mailed, where you live.'),
  time_zone: z
    .string()
    .max(60)
    .refine(isTimeZone, 'the name of a time zone, such as Europe/Berlin')
    .nullable()
    .describe('Null until you said; then UTC is taken.'),
  most_often: z.enum(['hour', 'day']).describe('Never more than one mail in an hour, or on a day.'),
  mails_off: z.boolean().describe('Nothing is mailed, whatever else is set.'),
});

const notice = z.strictObject({
  notice_id: id,
  purchase_id: id.nullable().describe('Null for what is of the workspace.'),
  purchase_name: z.string().nullable(),
  import_id: id.nullable().describe('The import that ended.'),
  kind: z.enum(NOTICE_KINDS),
  text: z.string(),
  at: instant,
  read: z.boolean(),
});

const stop = z.strictObject({ workspace_id: id, token: z.string().min(1).max(100) });

export const noticeOperations = {
  'notices.list': operation({
    method: 'GET',
    path: `${WORKSPACE}/notices`,
    noun: 'notice',
    summary: 'What you were told, newest first, in words of what you may read now. Only you see it.',
    permission: 'member',
    zone: 'view',
    params: in_workspace,
    output: z.strictObject({ notices: z.array(notice), unread: z.int().describe('How many of them are new.') }),
  }),
  'notice_readings.create': operation({
    method: 'POST',
    path: `${WORKSPACE}/notice-readings`,
    noun: 'notice',
    summary: 'Says that you have read notices. What you read is not mailed any more.',
    permission: 'member',
    zone: 'none',
    params: in_workspace,
    body: z.strictObject({ notice_ids: z.array(id).max(500).nullable().describe('Null for all of them.') }),
    output: z.strictObject({ read: z.int() }),
  }),
  'notice_settings.get': operation({
    method: 'GET',
    path: `${WORKSPACE}/notice-settings`,
    noun: 'notice',
    summary: 'Which notices you get by mail, and when.',
    permission: 'member',
    zone: 'none',
    params: in_workspace,
    output: settings,
  }),
  'notice_settings.put': operation({
    method: 'PUT',
    path: `${WORKSPACE}/notice-settings`,
    noun: 'notice',
    summary: 'Sets which notices you get by mail, and when.',
    permission: 'member',
    zone: 'none',
    params: in_workspace,
    body: settings.partial(),
    output: settings,
  }),
  'mail_expectations.get': operation({
    method: 'GET',
    path: `${WORKSPACE}/purchases/:purchase_id/mail-expectation`,
    noun: 'notice',
    summary:
      'How many mails people of the room get with the usual settings, from what happened in the last four weeks.',
    permission: 'member',
    zone: 'view',
    params: in_purchase,
    output: z.strictObject({
      most_often: z.enum(['hour', 'day']),
      last_four_weeks: z.int().nullable().describe('Null for a room that is younger than a week.'),
      sentence: z.string(),
    }),
  }),
  'notice_mails.list': operation({
    method: 'GET',
    path: `${WORKSPACE}/notice-mails`,
    noun: 'notice',
    summary: 'Mails to your own people that no server took and that were given up.',
    permission: 'admin',
    zone: 'seller',
    params: in_workspace,
    output: z.strictObject({
      mails: z.array(
        z.strictObject({
          mail_id: id,
          person_id: id,
          name: z.string().nullable(),
          made_at: instant,
          attempts: z.int(),
          failure: z.string().nullable().describe('The code that the mail server gave.'),
        }),
      ),
    }),
  }),
  'notice_retries.create': operation({
    method: 'POST',
    path: `${WORKSPACE}/notice-mails/:mail_id/retries`,
    noun: 'notice',
    summary: 'Has a mail tried again that was given up.',
    permission: 'admin',
    zone: 'seller',
    params: z.strictObject({ workspace_id: id, mail_id: id }),
    body: z.strictObject({}),
    output: z.strictObject({ queued: z.literal(true) }),
  }),
  'unsubscribes.look': operation({
    method: 'GET',
    path: `${WORKSPACE}/unsubscribes/:token`,
    noun: 'notice',
    summary: 'Whose mails a link stops, without stopping them.',
    permission: 'anyone',
    zone: 'none',
    params: stop,
    output: z.strictObject({ supplier: z.string(), stopped: z.boolean() }),
  }),
  'unsubscribes.create': operation({
    method: 'POST',
    path: `${WORKSPACE}/unsubscribes/:token`,
    noun: 'notice',
    summary: 'Stops the mails of notices that a link belongs to. It needs no session.',
    permission: 'anyone',
    zone: 'none',
    params: stop,
    body: z.strictObject({}),
    output: z.strictObject({ stopped: z.literal(true) }),
  }),
  'presences.put': operation({
    method: 'PUT',
    path: `${WORKSPACE}/purchases/:purchase_id/presence`,
    noun: 'presence',
    summary: 'Says that you are here, and tells who else is. It is kept for moments and recorded nowhere.',
    permission: 'member',
    zone: 'view',
    params: in_purchase,
    body: z.strictObject({
      page: z.string().max(40).nullable().default(null),
      seen_by: z.enum(SEEN_BY).default('side').describe('Whether the other side may see that you are here.'),
    }),
    output: z.strictObject({
      people: z.array(
        z.strictObject({
          person_id: id,
          name: z.string().nullable(),
          side,
          page: z.string().nullable().describe('Of your own side only.'),
        }),
      ),
    }),
  }),
};
