import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { headersOf, type Shown, send, twoCompanies } from '../../test/zones/people.ts';
import type { Mail } from './mail/mailer.ts';
import { sendNotices } from './notice/send.ts';

/*
 * Two companies in a room, some of them German: what is answered is in the language of who asks, what is mailed in that of
 * whoever reads it, and what stands in the ledger in that of whoever wrote it.
 */
const { app, ours, mills, people, ivy, gus } = await twoCompanies();
const WORKSPACE = `/workspaces/${ours}`;
const PURCHASE = `${WORKSPACE}/purchases/${mills}`;

const inLanguage = (who: Shown, language: string): Shown =>
  ({ ...headersOf(who), 'accept-language': language }) as Shown;
const german = (who: Shown): Shown => inLanguage(who, 'fr, de-AT;q=0.9, en;q=0.8');

test('a problem is told in the language of who asked, also while others ask in another', async () => {
  const asked = (who: Shown) => send(app, who, 'GET', `${WORKSPACE}/purchases/nowhere`);
  const answers = await Promise.all([ivy, german(ivy), ivy, german(gus)].map(asked));
  expect(answers.map(({ body }) => body.title)).toEqual(['Not here', 'Nicht hier', 'Not here', 'Nicht hier']);
  expect(answers[1]?.body.detail).toBe(
    'Das gibt es hier nicht, oder es ist nicht mit Ihnen geteilt. Prüfen Sie den Link.',
  );
  expect(new Set(answers.map(({ body }) => body.code))).toEqual(new Set(['thing.unknown']));
});

test('what is wrong with what was sent is told in that language too', async () => {
  const put = (who: Shown) =>
    send(app, who, 'PUT', `${PURCHASE}/requirements/${randomUUID()}`, { text: 7, zone: 'shared' });
  expect((await put(german(ivy))).body.detail).toContain('Ungültig');
  expect((await put(ivy)).body.detail).toContain('Invalid');
});

test('a purchase that was opened in German has German jobs, whoever reads it', async () => {
  const open = (who: Shown) => send(app, who, 'POST', `${WORKSPACE}/purchases`, { name: 'Förderband' });
  const made = await open(german(people.admin));
  const read = (purchase_id: string, who: Shown) => send(app, who, 'GET', `${WORKSPACE}/purchases/${purchase_id}`);
  const namesOf = async (who: Shown): Promise<string[]> =>
    (await read(made.body.purchase_id, who)).body.jobs.map(({ name }: { name: string }) => name);
  expect(await namesOf(people.admin)).toContain('Anforderungen aufstellen');
  expect(await namesOf(german(people.admin))).toEqual(await namesOf(people.admin));
  const english = await read((await open(people.admin)).body.purchase_id, german(people.admin));
  expect(english.body.jobs[2].name).toBe('Requirements building');
  expect(english.body.jobs[2].rule).toContain('Erfüllt, wenn');
});

test('what is mailed unasked is in the language that its reader last used here', async () => {
  const sent: Mail[] = [];
  const mailer = { deliver: async (mail: Mail) => void sent.push(mail) };
  await send(app, german(gus), 'GET', `${WORKSPACE}/notices`);
  await send(app, ivy, 'GET', `${WORKSPACE}/notices`);
  const text = 'It turns quickly';
  await send(app, headersOf(people.admin), 'PUT', `${PURCHASE}/requirements/${randomUUID()}`, { text, zone: 'shared' });
  const noon = `${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}T12:00:00.000Z`;
  await sendNotices({ db: app.db, setting: app.setting, mailer }, ours, noon);
  const to = (address: string): Mail | undefined => sent.find((mail) => mail.to === address);
  expect(to('gus@mills.example')?.subject).toMatch(/Neuigkeiten$/);
  expect(to('gus@mills.example')?.text).toContain('Anforderung gesetzt: „It turns quickly“');
  expect(to('ivy@mills.example')?.subject).toMatch(/new$/);
  expect(to('ivy@mills.example')?.text).toContain('Requirement set: “It turns quickly”');
});

test('an invitation is in the language of who invites', async () => {
  const invite = (email: string, who: Shown) =>
    send(app, who, 'POST', `${WORKSPACE}/invitations`, { email, name: 'Noor', role: 'member' });
  await invite('neu@vendor.example', german(people.admin));
  await invite('new@vendor.example', people.admin);
  const subject = (address: string) => app.mails.findLast(({ to }) => to === address)?.subject;
  expect(subject('neu@vendor.example')).toMatch(/^Kommen Sie zu/);
  expect(subject('new@vendor.example')).toMatch(/^Join /);
});
