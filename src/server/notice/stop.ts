import { createHmac } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { noticeTexts } from '../../catalogue/mails.ts';
import { refusals } from '../../catalogue/refusals.ts';
import type { View } from '../../core/zone.ts';
import type { Db } from '../../store/db.ts';
import { putSettings, settingsOf } from '../../store/notice.ts';
import { personOfStopToken } from '../../store/notice-mail.ts';
import { scopeOf } from '../../store/scope.ts';
import type { AppOptions } from '../app-options.ts';
import { ProblemError } from '../problem.ts';

/** What stops the mails to one person, made of the mail it stands in: the same however often that is sent. */
export const stopToken = (secret: string, workspace_id: string, mail_id: string): string =>
  createHmac('sha256', secret)
    .update('stop mails')
    .update('\0')
    .update(workspace_id)
    .update('\0')
    .update(mail_id)
    .digest('base64url');

/** Where a mail program sends its one click, and where a browser finds a page with one button. */
export const stopLink = (public_url: string, workspace_id: string, token: string): string =>
  `${public_url}/unsubscribe/${encodeURIComponent(workspace_id)}/${token}`;

/** Whose mails a token stops, and whether they are stopped already. Fails with `thing.unknown`. */
export async function stopOf(db: Db, workspace_id: string, token: string) {
  const person = await personOfStopToken(db, workspace_id, token);
  if (person === null) throw new ProblemError('thing.unknown', refusals.there_no_such_thing);
  const settings = await settingsOf(db, workspace_id, person.person_id, person.side);
  return { ...person, settings };
}

/** Stops all mails of notices to whom a token belongs; it can do nothing else, and again it does no more. */
export async function stopMails(db: Db, workspace_id: string, token: string, now: string): Promise<void> {
  const { person_id, side, settings } = await stopOf(db, workspace_id, token);
  if (settings.mails_off) return;
  await putSettings(db, scopeOf(workspace_id, person_id, side as View), { ...settings, mails_off: true }, now);
}

/**
 * The address that stands in the header List-Unsubscribe of every notice mail: a mail program POSTs there without a session
 * (RFC 8058). A browser that follows the link gets the page, which asks first.
 */
export function addOneClick(app: FastifyInstance, { db }: AppOptions): void {
  void app.register(async (within) => {
    // What RFC 8058 sends: a form of one field, in either of the two ways that forms are sent.
    within.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, _body, done) =>
      done(null, null),
    );
    within.route<{ Params: { workspace_id: string; token: string } }>({
      method: 'POST',
      url: '/unsubscribe/:workspace_id/:token',
      schema: { hide: true },
      handler: async ({ params }, reply) => {
        await stopMails(db, params.workspace_id, params.token, new Date().toISOString());
        return reply.type('text/plain; charset=utf-8').send(`${noticeTexts.stopped}\n`);
      },
    });
  });
}
