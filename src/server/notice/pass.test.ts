import { expect, test } from 'vitest';
import { headersOf, press, send, twoCompanies } from '../../../test/zones/people.ts';
import type { Mail } from '../mail/mailer.ts';
import { sendNotices } from './send.ts';

const { app, ours, mills, people, gus } = await twoCompanies();
const written: Mail[] = [];
let failing = true;
/** Takes each mail, and says that it did not. */
const mailer = {
  deliver: async (mail: Mail) => {
    if (mail.to === 'gus@mills.example') written.push(mail);
    if (failing) throw Object.assign(new Error('the line broke'), { code: 'ETIMEDOUT' });
  },
};
const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
const pass = (clock: string) =>
  sendNotices({ db: app.db, setting: app.setting, mailer }, ours, `${tomorrow}T${clock}:00.000Z`);
const linkOf = ({ text }: Mail): string => /\/enter\/\S+/.exec(text)?.[0] ?? '';
const passes = async (): Promise<number> => {
  const { person_id } = (await send(app, headersOf(gus), 'GET', `/workspaces/${ours}/me`)).body;
  const { rows } = await app.db.owner.query('select count(*) as n from pass where person_id = $1', [person_id]);
  return Number(rows[0].n);
};

test('a mail that is tried again brings the same pass, which opens the room once; the next mail brings another', async () => {
  const before = await passes();
  const wish = (requirement_id: string) =>
    send(app, headersOf(people.admin), 'PUT', `/workspaces/${ours}/purchases/${mills}/requirements/${requirement_id}`, {
      text: 'It turns quickly',
    });
  await wish('quick');
  for (const clock of ['12:00', '12:10', '13:00']) await pass(clock);
  failing = false;
  await pass('16:00');
  expect(written.length).toBeGreaterThanOrEqual(3);
  expect(new Set(written.map(linkOf)).size).toBe(1);
  expect(linkOf(written[0] as Mail)).not.toBe('');
  expect(await passes()).toBe(before + 1);
  app.mails.push(written[0] as Mail);
  expect((await press(app, 'gus@mills.example')).sent.body).toEqual({ state: 'in', purchase_id: mills });
  app.mails.push(written.at(-1) as Mail);
  expect((await press(app, 'gus@mills.example')).sent.status).not.toBe(200);
  const first = linkOf(written[0] as Mail);
  await wish('quick again');
  const later = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  await sendNotices({ db: app.db, setting: app.setting, mailer }, ours, `${later}T12:00:00.000Z`);
  expect(linkOf(written.at(-1) as Mail)).not.toBe(first);
});
