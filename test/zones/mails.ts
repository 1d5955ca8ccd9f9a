import type { Side } from '../../src/core/body/words.ts';
import type { Mail } from '../../src/server/mail/mailer.ts';
import { sendNotices } from '../../src/server/notice/send.ts';
import type { App } from './people.ts';

const DAY_MS = 86_400_000;

/** Where the people of a side have their addresses. */
const DOMAINS: Record<Side, RegExp> = {
  seller: /@(vendor|partner|rival)\.example$/,
  buyer: /@(mills|other|advice)\.example$/,
};

/**
 * The mails of notices that go out at noon so many days from now, by the side of whom they go to: by then every digest has
 * gone by. Mails to one's own side may say more than those to the other.
 */
export async function noticeMails(app: App, workspace_id: string, days: number): Promise<Record<Side, Mail[]>> {
  const day = new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
  const mails: Mail[] = [];
  const mailer = { deliver: async (mail: Mail) => void mails.push(mail) };
  await sendNotices({ db: app.db, setting: app.setting, mailer }, workspace_id, `${day}T12:00:00.000Z`);
  const to = (side: Side) => mails.filter((mail) => DOMAINS[side].test(mail.to));
  return { buyer: to('buyer'), seller: to('seller') };
}
