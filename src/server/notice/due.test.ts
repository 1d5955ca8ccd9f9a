import { expect, test } from 'vitest';
import { headersOf, invite, press, type Shown, send, twoCompanies } from '../../../test/zones/people.ts';
import { rebuild } from '../../store/rebuild.ts';
import type { Mail } from '../mail/mailer.ts';
import { type Sending, sendNotices } from './send.ts';

/*
 * Time goes by, and nobody does anything: who sees to a step of the plan is told of it, once for each day it was planned for.
 */
const { app, ours, mills, people, ivy, gus } = await twoCompanies();
const PURCHASE = `/workspaces/${ours}/purchases/${mills}`;
const WORKSPACE = `/workspaces/${ours}`;
const sent: Mail[] = [];
const sending: Sending = {
  db: app.db,
  setting: app.setting,
  mailer: {
    deliver: async (mail) => {
      sent.push(mail);
    },
  },
};

const DAY_MS = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
/** A day goes by: what it brings is found as it begins, and mailed in the morning. */
const pass = async (days: number): Promise<Mail[]> => {
  sent.length = 0;
  await sendNotices(sending, ours, `${inDays(days)}T00:10:00.000Z`);
  await sendNotices(sending, ours, `${inDays(days)}T12:00:00.000Z`);
  return [...sent];
};
const step = async (by: Shown, step_id: string, body: object) => {
  const put = await send(app, headersOf(by), 'PUT', `${PURCHASE}/steps/${step_id}`, { name: step_id, ...body });
  expect(put.status).toBe(200);
};
const meOf = async (who: Shown): Promise<string> =>
  (await send(app, headersOf(who), 'GET', `${WORKSPACE}/me`)).body.person_id;
const dueOf = async (who: Shown): Promise<string[]> =>
  (await send(app, headersOf(who), 'GET', `${WORKSPACE}/notices`)).body.notices
    .filter(({ kind }: { kind: string }) => kind === 'step_due')
    .map(({ text }: { text: string }) => text);
const kept = async (): Promise<number> =>
  Number((await app.db.owner.query(`select count(*) as n from notice where kind = 'step_due'`)).rows[0].n);
/** Every day counts, so that it does not matter on which one this runs. */
await send(app, ivy, 'PUT', `${PURCHASE}/plan/terms`, { weekend: [] });

test('a step is told to its owner or role three days before, once, however often it is looked at', async () => {
  await step(ivy, 'visit', { owner_id: await meOf(gus), due_on: inDays(6) });
  await step(gus, 'decision', { owner_side: 'buyer', owner_role: 'champion', due_on: inDays(7) });
  await pass(2);
  expect([await dueOf(gus), await dueOf(ivy)]).toEqual([[], []]);
  const [mail, ...others] = await pass(3);
  expect(others).toEqual([]);
  expect(mail).toMatchObject({ to: 'gus@mills.example', text: expect.stringContaining('“visit” is due on') });
  for (const days of [3, 4, 5]) await pass(days);
  expect([await dueOf(gus), await dueOf(ivy)]).toMatchObject([
    [expect.stringContaining('visit')],
    [expect.stringContaining('decision')],
  ]);
  expect(await kept()).toBe(2);
});

test('it is told once more when it is overdue, and anew for another day', async () => {
  const [mail] = (await pass(7)).filter(({ to }) => to === 'gus@mills.example');
  expect(mail?.text).toContain('“visit” was planned for');
  expect(await kept()).toBe(3);
  await step(ivy, 'visit', { due_on: inDays(12) });
  await pass(8);
  expect((await dueOf(gus)).filter((text) => text.includes('visit'))).toEqual([]);
  await pass(9);
  expect((await dueOf(gus)).filter((text) => text.includes('is due on'))).toHaveLength(1);
});

test('nothing is told of a step that is done, nor long after', async () => {
  await send(app, gus, 'POST', `${PURCHASE}/steps/visit/progress`, { to: 'done' });
  expect(await dueOf(gus)).toEqual([]);
  const before = await kept();
  await pass(16);
  await pass(40);
  // The decision was overdue on the 16th day for longer than is told.
  expect(await kept()).toBe(before);
  const { rows } = await app.db.owner.query('select view from purchase where look_at is not null');
  expect(rows).toEqual([]);
});

test('a step of one side is told on that side alone, to those who read it', async () => {
  await send(app, ivy, 'POST', `${PURCHASE}/steps/decision/progress`, { to: 'done' });
  const champion = { owner_side: 'buyer', owner_role: 'champion' };
  await invite(app, ivy, ours, mills, { email: 'cleo@advice.example', name: 'Cleo', consultant: true });
  const cleo = (await press(app, 'cleo@advice.example')).shown;
  await step(ivy, 'budget', { ...champion, due_on: inDays(52), zone: 'buyer' });
  await step(ivy, 'advice', { owner_id: await meOf(cleo), due_on: inDays(52), zone: 'buyer' });
  await step(people.member, 'discount', { owner_id: await meOf(people.member), due_on: inDays(52), zone: 'seller' });
  const before = await kept();
  await pass(50);
  expect([await dueOf(ivy), await dueOf(people.member), await dueOf(gus)]).toMatchObject([
    [expect.stringContaining('budget')],
    [expect.stringContaining('discount')],
    [],
  ]);
  // Cleo reads what is shared, and nothing is kept of what she may not read.
  expect(await dueOf(cleo)).toEqual([]);
  expect(await kept()).toBe(before + 2);
  const { rows } = await app.db.owner.query(`select side, about->'step'->>'step_id' as step from notice
    where kind = 'step_due' and about->'step'->>'step_id' in ('budget', 'discount') order by side`);
  expect(rows).toEqual([
    { side: 'buyer', step: 'budget' },
    { side: 'seller', step: 'discount' },
  ]);
});

test('whoever wants no mail of it finds it at the bell', async () => {
  const { kinds } = (await send(app, gus, 'GET', `${WORKSPACE}/notice-settings`)).body;
  await send(app, gus, 'PUT', `${WORKSPACE}/notice-settings`, { kinds: { ...kinds, step_due: 'off' } });
  await step(ivy, 'papers', { owner_id: await meOf(gus), due_on: inDays(62) });
  const mails = await pass(60);
  expect(mails.map(({ text }) => text.includes('“papers” is due'))).not.toContain(true);
  expect(await dueOf(gus)).toMatchObject([expect.stringContaining('papers')]);
});

test('folding anew finds nothing tampered with, and tells nothing twice', async () => {
  const before = await kept();
  expect((await rebuild(app.db, ours, `${inDays(60)}T12:00:00.000Z`)).tampered).toEqual([]);
  await pass(60);
  expect(await kept()).toBe(before);
});

test('nothing is told of a purchase that has ended', async () => {
  await step(ivy, 'party', { owner_id: await meOf(ivy), due_on: inDays(72) });
  await send(app, headersOf(people.admin), 'POST', `${PURCHASE}/outcomes`, { outcome: 'lost' });
  const before = await kept();
  await pass(71);
  expect(await kept()).toBe(before);
});
