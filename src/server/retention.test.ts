import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { invite, send, twoCompanies } from '../../test/zones/people.ts';
import { ERASED_PERSON } from '../core/erasure.ts';
import { keepMail } from '../store/mail.ts';
import { scopeOf } from '../store/scope.ts';
import { putUpload } from '../store/upload.ts';
import { dropEndedSessions, runRetention } from './retention.ts';

const { app, ours, theirs, mills, people, ivy, gus } = await twoCompanies();
const uploads_dir = mkdtempSync(path.join(tmpdir(), 'coassent-retention-'));
afterAll(() => rmSync(uploads_dir, { recursive: true, force: true }));

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
const rows = async (sql: string): Promise<number> => (await app.db.owner.query(sql)).rowCount ?? 0;
const settings = `/workspaces/${ours}/retention`;
const log = async () =>
  (await send(app, people.admin, 'GET', `/workspaces/${ours}/audit?action=retention`)).body.entries.map(
    (one: { text: string }) => one.text,
  );
const events = () => rows(`select from event where workspace_id = '${ours}' and kind <> 'person.erased'`);

test('given nothing is set, then only what opens nothing any more is deleted, each run with its counts', async () => {
  await send(app, ivy, 'GET', `/workspaces/${ours}/purchases/${mills}`);
  await invite(app, ivy, ours, mills, { email: 'pia@mills.example', name: 'Pia' });
  const before = await events();
  const viewings = await rows('select from viewing');
  const passes = await rows(`select from pass where workspace_id = '${ours}' and spent_at is not null`);
  await runRetention(app.db, uploads_dir, ours, inDays(31));
  expect(await rows(`select from pass where workspace_id = '${ours}'`)).toBe(1);
  expect([await rows('select from viewing'), await events()]).toEqual([viewings, before]);
  expect(await log()).toEqual([
    `The setting of how long things are kept deleted what was due: ${passes} spent passes and 4 spent invitations.`,
  ]);
  await runRetention(app.db, uploads_dir, ours, inDays(31));
  expect(await log()).toHaveLength(1);
});

test('given it is set, then what is due goes, and what is of another workspace or not due yet stays', async () => {
  const kept = { viewings_days: 10, mails_days: 10, uploads_days: 10, spent_days: 30, identities_months: null };
  expect((await send(app, people.admin, 'PUT', settings, kept)).body).toMatchObject(kept);
  for (const workspace of [ours, theirs])
    await keepMail(app.db, { to: 'a@b.example', subject: 's', text: `http://x/enter/${workspace}/t` });
  mkdirSync(path.join(uploads_dir, 'folder'));
  const upload = {
    upload_id: 'u',
    name: 'f.csv',
    bytes: 1,
    sha256: '',
    file: 'folder/1',
    preview: null,
    person_id: null,
  };
  await putUpload(app.db, scopeOf(ours, null, 'seller'), { ...upload, uploaded_at: inDays(0) });
  await runRetention(app.db, uploads_dir, ours, inDays(9));
  expect([await rows('select from identity.mail'), readdirSync(uploads_dir)]).toEqual([2, ['folder']]);
  await runRetention(app.db, uploads_dir, ours, inDays(11));
  expect([await rows('select from identity.mail'), await rows('select from upload'), readdirSync(uploads_dir)]).toEqual(
    [1, 0, []],
  );
  expect(await rows('select from viewing')).toBe(0);
});

test('given a purchase ended long ago, then its people are erased as if they had asked for it', async () => {
  const kept = { viewings_days: null, mails_days: null, uploads_days: null, spent_days: 30, identities_months: 1 };
  await send(app, people.admin, 'PUT', settings, kept);
  const before = await events();
  await runRetention(app.db, uploads_dir, ours, inDays(40));
  expect((await send(app, ivy, 'GET', `/workspaces/${ours}/me`)).status).toBe(200);
  const ended = await send(app, ivy, 'POST', `/workspaces/${ours}/purchases/${mills}/outcomes`, { outcome: 'lost' });
  expect(ended.status).toBe(200);
  await runRetention(app.db, uploads_dir, ours, inDays(20));
  expect((await send(app, gus, 'GET', `/workspaces/${ours}/me`)).status).toBe(200);
  await runRetention(app.db, uploads_dir, ours, inDays(40));
  expect((await send(app, gus, 'GET', `/workspaces/${ours}/me`)).status).toBe(401);
  const page = await send(app, people.admin, 'GET', `/workspaces/${ours}/purchases/${mills}`);
  expect(new Set(page.body.people.map((one: { name: string }) => one.name))).toEqual(new Set([ERASED_PERSON]));
  expect(page.body.outcome.outcome).toBe('lost');
  expect(await events()).toBe(before + 1);
  expect((await log())[0]).toContain('3 identities');
});

test('sessions that ended are deleted, those that run are not', async () => {
  const open = await rows('select from identity.buyer_session where revoked_at is null');
  expect(await dropEndedSessions(app.db, inDays(0))).toBe(0);
  expect(await dropEndedSessions(app.db, inDays(130))).toBeGreaterThanOrEqual(open);
});
