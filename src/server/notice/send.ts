import { createHmac, randomUUID } from 'node:crypto';
import { NOTICE_KINDS } from '../../core/notice/kinds.ts';
import { type MailPart, noticeMail } from '../../core/notice/mail.ts';
import { clockFor, isQuiet, mailIsDue } from '../../core/notice/schedule.ts';
import { getBrand } from '../../store/brand.ts';
import type { Db } from '../../store/db.ts';
import { localeOf, noticesInMail, peopleWaiting, settingsOf } from '../../store/notice.ts';
import { type NoticeMail, nextMail, noteMailFailed, noteMailSent, takeWaiting } from '../../store/notice-mail.ts';
import { makePass } from '../../store/pass.ts';
import { speaking } from '../language.ts';
import type { Mail, Mailer } from '../mail/mailer.ts';
import type { Setting } from '../setting.ts';
import { gatherDue } from './due.ts';
import { gatherNotices } from './gather.ts';
import { type ShownPurchase, showNotices } from './show.ts';
import { stopLink, stopToken } from './stop.ts';

/** What is needed to send mails of notices. */
export interface Sending {
  db: Db;
  mailer: Pick<Mailer, 'deliver'>;
  setting: Pick<Setting, 'public_url' | 'secret' | 'runs_it' | 'settle_ms'>;
}

/**
 * Gathers what people of a workspace are to be told, makes the mails that are due and sends what the queue holds.
 * Fails, after all that, with what could not be gathered.
 * @param now the clock, ISO 8601 in UTC @returns how many mails went out
 */
export async function sendNotices(sending: Sending, workspace_id: string, now: string): Promise<number> {
  // A purchase that cannot be looked through must not keep back what is known of all the others.
  const failed: unknown[] = [];
  const noteFailure = (error: unknown): void => void failed.push(error);
  await gatherNotices(sending.db, workspace_id).catch(noteFailure);
  await gatherDue(sending.db, workspace_id, now).catch(noteFailure);
  await makeMails(sending, workspace_id, now);
  let sent = 0;
  for (;;) {
    const mail = await nextMail(sending.db, workspace_id, now);
    if (mail === null) break;
    if (await sendOne(sending, workspace_id, mail, now)) sent++;
  }
  if (failed.length > 0) throw failed[0];
  return sent;
}

async function makeMails({ db, setting }: Sending, workspace_id: string, now: string): Promise<void> {
  for (const { person_id, side, waiting, last_mail_at } of await peopleWaiting(db, workspace_id)) {
    const settings = await settingsOf(db, workspace_id, person_id, side);
    const kinds = settings.mails_off ? [] : NOTICE_KINDS.filter((kind) => settings.kinds[kind] !== 'off');
    const unwanted = !waiting.some(({ kind }) => kinds.includes(kind));
    // What is not wanted by mail waits no longer; taking it makes no mail then.
    if (!unwanted && !mailIsDue(waiting, { settings, last_mail_at, settle_ms: setting.settle_ms, now })) continue;
    const mail_id = randomUUID();
    const stop_token = stopToken(setting.secret, workspace_id, mail_id);
    await takeWaiting(db, workspace_id, { mail_id, person_id, side, kinds, stop_token, now });
  }
}

/** Sends one mail, with what its reader may know now. @returns whether one went out */
async function sendOne(sending: Sending, workspace_id: string, mail: NoticeMail, now: string): Promise<boolean> {
  const { db, mailer } = sending;
  const settings = await settingsOf(db, workspace_id, mail.person_id, mail.side);
  // One that is tried again keeps to quiet hours too: it stays taken for a while, and is then due again.
  if (isQuiet(settings.quiet, clockFor(settings)(now).minute)) return false;
  try {
    const locale = await localeOf(db, workspace_id, mail.person_id);
    const written = settings.mails_off ? null : await speaking(locale, () => writeMail(sending, workspace_id, mail));
    if (written !== null) await mailer.deliver(written);
    await noteMailSent(db, workspace_id, mail.mail_id, now);
    return written !== null;
  } catch (error) {
    await noteMailFailed(db, workspace_id, mail, codeOf(error), now);
    return false;
  }
}

/** The mail in words; null where its reader may know nothing of it any more. */
async function writeMail({ db, setting }: Sending, workspace_id: string, mail: NoticeMail): Promise<Mail | null> {
  const { mail_id } = mail;
  const shown = await showNotices(db, workspace_id, mail, await noticesInMail(db, workspace_id, mail_id));
  const [first] = shown.flatMap(({ recipient }) => (recipient.address === null ? [] : [recipient]));
  if (first === undefined || first.address === null) return null;
  const parts: MailPart[] = [];
  for (const purchase of shown) {
    // One mail has one address; who proved another one in another room is told there.
    if (purchase.recipient.address !== first.address) continue;
    const link = await linkFor(db, setting, { workspace_id, mail_id }, purchase);
    parts.push({ name: purchase.name ?? IMPORTS, texts: purchase.notices.map(({ text }) => text), link });
  }
  const stop = stopLink(setting.public_url, workspace_id, stopToken(setting.secret, workspace_id, mail_id));
  const { name: supplier } = await getBrand(db, workspace_id);
  const frame = { name: first.name, supplier, stop_link: stop, runs_it: setting.runs_it };
  const headers = { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
  return { mail_id, to: first.address, ...noticeMail(parts, frame), headers };
}

/** What stands over what a mail tells of imports. */
const IMPORTS = 'Your imports';

/** Sellers sign in; buyers have no account, so that each mail brings a way in, which is spent by pressing its button. */
async function linkFor(
  db: Db,
  setting: Sending['setting'],
  { workspace_id, mail_id }: { workspace_id: string; mail_id: string },
  { purchase_id, recipient }: ShownPurchase,
): Promise<string> {
  const { person_id, name, address, scope } = recipient;
  const workspace = encodeURIComponent(workspace_id);
  if (purchase_id === null) return `${setting.public_url}/w/${workspace}/import`;
  if (scope.side !== 'buyer' || address === null)
    return `${setting.public_url}/w/${workspace}/purchases/${encodeURIComponent(purchase_id)}`;
  const consultant = !scope.zones.includes('buyer');
  const pass = { zone: 'buyer' as const, purchase_id, person_id, email: address, name, consultant, made_by: null };
  // Made of the mail and of what it opens: however often that is tried, it brings one pass.
  const token = createHmac('sha256', setting.secret)
    .update(
      JSON.stringify(['pass of a notice mail', workspace_id, mail_id, purchase_id, person_id, address, consultant]),
    )
    .digest('base64url');
  return `${setting.public_url}/enter/${workspace}/${await makePass(db, workspace_id, pass, token)}`;
}

/** What went wrong, without words: a server's words may hold an address. */
function codeOf(error: unknown): string {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  const parts = [code, responseCode].filter((part) => typeof part === 'string' || typeof part === 'number');
  return parts.length === 0 ? 'failed' : parts.join(' ');
}
