import { expect, test } from 'vitest';
import { headersOf, type Shown, send, twoCompanies } from '../../../test/zones/people.ts';
import { simulatePurchases } from '../../core/simulate/simulate.ts';
import { failImport, putImport, runImport } from '../../store/imports.ts';
import { retractImport } from '../../store/retraction.ts';
import { scopeOf } from '../../store/scope.ts';
import type { Mail } from '../mail/mailer.ts';
import { sendNotices } from './send.ts';

/*
 * Whoever started an import goes away meanwhile, and is told how it ended; nobody else is.
 */
const { app, ours, people, ivy } = await twoCompanies();
const { person_id = '' } = people.member;
const scope = scopeOf(ours, person_id, 'seller');
const now = new Date().toISOString();
const refusal = { line: 3, column: 'time', value: 'yesterday', code: 'import.bad_time', reason: 'No time.' };

const put = (import_id: string) =>
  putImport(app.db, scope, {
    ...{ import_id, name: `${import_id}.csv`, sha256: import_id, upload_id: null, mapping: {}, started_at: now },
  });
async function run(import_id: string, refusals = [refusal]) {
  await put(import_id);
  const events = [...simulatePurchases({ purchases: 1, seed: 3, now })].flatMap((event) =>
    event.zone === 'buyer' ? [] : [{ ...event, import_id, id: `${import_id}-${event.id}` }],
  );
  await runImport(app.db, scope, import_id, [events], () => ({ rows_read: 9, refusals }), { now });
}
const told = async (who: Shown) =>
  (await send(app, headersOf(who), 'GET', `/workspaces/${ours}/notices`)).body.notices.filter(
    ({ kind }: { kind: string }) => kind === 'import',
  );
async function mails(days: number): Promise<Mail[]> {
  const sent: Mail[] = [];
  const mailer = { deliver: async (mail: Mail) => void sent.push(mail) };
  const day = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  await sendNotices({ db: app.db, setting: app.setting, mailer }, ours, `${day}T12:00:00.000Z`);
  return sent;
}

test('who started an import is told that it is done and that rows were refused, at the bell and by mail', async () => {
  await run('deals');
  const [notice, ...others] = await told(people.member);
  expect(others).toEqual([]);
  expect(notice).toMatchObject({ purchase_id: null, purchase_name: null, import_id: 'deals', read: false });
  expect(notice.text).toMatch(/^“deals\.csv” is imported: \d+ events in 1 purchase\. 1 row was refused/);
  const mail = (await mails(1)).find(({ text }) => text.includes('deals.csv'));
  expect(mail).toMatchObject({ to: 'mia@vendor.example', text: expect.stringContaining(`/w/${ours}/import\n`) });
  expect((await mails(2)).filter(({ text }) => text.includes('deals.csv'))).toEqual([]);
});

test('that it failed is told once, with what to do', async () => {
  await put('broken');
  for (let times = 0; times < 2; times++) await failImport(app.db, scope, 'broken', 'This is no table.', now);
  expect((await told(people.member)).map(({ text }: { text: string }) => text)).toContain(
    '“broken.csv” could not be imported. This is no table.',
  );
  const { rows } = await app.db.owner.query(`select 1 from notice where about->'import'->>'import_id' = 'broken'`);
  expect(rows).toHaveLength(1);
});

test('colleagues and buyers are told nothing of it', async () => {
  for (const who of [people.admin, people.lead, people.partner, ivy]) expect(await told(who)).toEqual([]);
});

test('one that was undone is told no more, nor is whoever left', async () => {
  const actor = { kind: 'person' as const, id: person_id, side: 'seller' as const };
  const revision = { actor, on_behalf_of: null, command_id: 'undone', now: new Date().toISOString() };
  await retractImport(app.db, scope, { ...revision, import_id: 'deals' });
  expect((await told(people.member)).map(({ import_id }: { import_id: string }) => import_id)).toEqual(['broken']);
  await put('late');
  await failImport(app.db, scope, 'late', 'This is no table.', now);
  const removed = await send(app, headersOf(people.admin), 'DELETE', `/workspaces/${ours}/members/${person_id}`);
  expect(removed.status).toBe(200);
  expect((await mails(3)).filter(({ text }) => text.includes('late.csv'))).toEqual([]);
});
