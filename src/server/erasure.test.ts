import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../test/postgres.ts';
import { headersOf, invite, openRoom, press, type Shown, send, twoCompanies } from '../../test/zones/people.ts';
import { ERASED_PERSON } from '../core/erasure.ts';
import { backup } from '../store/backup.ts';
import { keepMail } from '../store/mail.ts';
import { rebuild } from '../store/rebuild.ts';
import { restore } from '../store/restore.ts';

const { app, ours, theirs, mills, other, people, ivy, gus, olga, stranger } = await twoCompanies();
const second = await freshDatabase();
const folder = mkdtempSync(path.join(tmpdir(), 'coassent-erasure-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (purchase_id: string) => `/workspaces/${ours}/purchases/${purchase_id}`;
const mine = async (shown: Shown): Promise<string> =>
  (await send(app, shown, 'GET', `/workspaces/${ours}/me`)).body.person_id;

/** Every row of every table, as the owner sees it. */
async function dump(db = app.db): Promise<Map<string, string>> {
  const { rows } = await db.owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  );
  const tables = new Map<string, string>();
  for (const { name } of rows) {
    const { rows: all } = await db.owner.query<{ row: string }>(`select t::text as row from ${name} t order by 1`);
    tables.set(name, all.map(({ row }) => row).join('\n'));
  }
  return tables;
}
const holding = (tables: Map<string, string>, words: string[]): string[] =>
  [...tables]
    .filter(([, text]) => words.some((word) => text.toLowerCase().includes(word.toLowerCase())))
    .map(([name]) => name);

const ledgerRows = async (): Promise<string[]> =>
  (await app.db.owner.query<{ row: string }>('select e::text as row from event e order by stream_id, seq')).rows.map(
    ({ row }) => row,
  );

const enter = async (name: string, email: string, by: Shown = ivy, purchase_id = mills): Promise<Shown> => {
  await invite(app, by, ours, purchase_id, { name, email });
  await keepMail(app.db, { to: email, subject: `Hello ${name}`, text: `${name}: http://x/enter/${ours}/token` });
  await keepMail(app.db, { to: 'gus@mills.example', subject: 'News', text: `${name} came: http://x/enter/${ours}/t` });
  return (await press(app, email)).shown;
};

const reviews = async (shown: Shown, url: string) => (await send(app, shown, 'GET', url)).body;

describe('an erasure by the administrator', () => {
  const name = 'Zéphyrine Quandary';
  const email = 'z.quandary@mills.example';

  test('leaves the name and address in no table, and the ledger as it was', async () => {
    const zoe = await enter(name, email);
    const person_id = await mine(zoe);
    await send(app, zoe, 'GET', at(mills));
    const key = await send(app, zoe, 'POST', `/workspaces/${ours}/keys`, { name: `${name}'s key`, scopes: ['read'] });
    expect(key.status).toBe(200);
    await send(app, zoe, 'PUT', `${at(mills)}/requirements/quiet`, { text: 'It is quiet', zone: 'buyer' });
    await send(app, ivy, 'PUT', `${at(mills)}/requirements/hers`, {
      text: 'As zephyrine QUANDARY said',
      zone: 'buyer',
    });
    await send(app, people.admin, 'PUT', `${at(mills)}/requirements/ours`, { text: `Ask ${name}`, zone: 'seller' });
    await send(app, people.admin, 'PUT', `${at(other)}/requirements/far`, {
      text: `${name} referred us`,
      zone: 'seller',
    });
    const before = await ledgerRows();
    expect(holding(await dump(), ['quandary']).length).toBeGreaterThan(6);

    const refused = await send(app, gus, 'POST', `${at(mills)}/erasures`, { person_id, confirmed: true });
    expect([refused.status, refused.body.code]).toEqual([403, 'record.not_yours']);
    const unconfirmed = await send(app, ivy, 'POST', `${at(mills)}/erasures`, { person_id });
    expect(unconfirmed.status).toBe(400);
    const done = await send(app, ivy, 'POST', `${at(mills)}/erasures`, { person_id, confirmed: true });
    expect([done.status, done.body]).toEqual([200, { erased: true }]);

    const after = await ledgerRows();
    expect(after.filter((row) => before.includes(row))).toEqual(before);
    expect(after.length).toBe(before.length + 1);
    expect((await send(app, zoe, 'GET', at(mills))).status).toBe(401);
    // Texts of others that name her, which people look at first.
    expect(holding(await dump(), ['quandary'])).toEqual(['public.outside_text', 'public.purchase']);

    const page = await send(app, ivy, 'GET', at(mills));
    expect(page.body.people.find((one: { person_id: string }) => one.person_id === person_id).name).toBe(ERASED_PERSON);
  });

  test('lists texts that name them for the side in whose zone they stand, and blanks them as an event', async () => {
    const of_buyers = await reviews(ivy, `${at(mills)}/reviews`);
    expect(of_buyers.reviews.map((one: { content: string }) => one.content)).toEqual(['As zephyrine QUANDARY said']);
    expect(of_buyers.erasures).toMatchObject([{ open: 1, blanked: 0, kept: 0 }]);
    const of_sellers = await reviews(people.admin, `/workspaces/${ours}/reviews`);
    const texts = of_sellers.reviews.map((one: { content: string }) => one.content).sort();
    expect(texts).toEqual([`Ask ${name}`, `${name} referred us`].sort());
    const elsewhere = await reviews(olga, `${at(other)}/reviews`);
    expect(elsewhere).toEqual({ erasures: [], reviews: [] });

    const [own] = of_buyers.reviews;
    const by_seller = await send(app, people.admin, 'PUT', `/workspaces/${ours}/reviews/${own.review_id}`, {
      state: 'blanked',
    });
    expect(by_seller.status).toBe(404);
    for (const one of of_sellers.reviews) {
      const decided = await send(app, people.admin, 'PUT', `/workspaces/${ours}/reviews/${one.review_id}`, {
        state: 'blanked',
      });
      expect(decided.status).toBe(200);
    }
    expect((await send(app, ivy, 'PUT', `${at(mills)}/reviews/${own.review_id}`, { state: 'blanked' })).status).toBe(
      200,
    );
    const again = await send(app, ivy, 'PUT', `${at(mills)}/reviews/${own.review_id}`, { state: 'kept' });
    expect([again.status, again.body.code]).toEqual([409, 'review.decided']);
    expect((await reviews(ivy, `${at(mills)}/reviews`)).erasures).toMatchObject([{ open: 0, blanked: 1, kept: 0 }]);
    expect(holding(await dump(), ['quandary'])).toEqual([]);
    const events = await send(app, ivy, 'GET', `${at(mills)}/events`);
    expect(events.body.events.map((one: { kind: string }) => one.kind)).toContain('text.blanked');
  });

  test('stays through rebuild, backup and restore', async () => {
    expect(await rebuild(app.db, ours, new Date().toISOString())).toMatchObject({ tampered: [], broken_streams: [] });
    const file = path.join(folder, 'backup.gz');
    const files_dir = path.join(folder, 'none');
    await backup(app.db, file, new Date().toISOString(), { files_dir });
    await restore(second.db, file, { files_dir });
    const restored = await dump(second.db);
    expect(restored.get('public.event')).toContain('person.erased');
    expect(holding(restored, ['quandary'])).toEqual([]);
  });

  test('stands in the logs of both sides, in plain words', async () => {
    for (const [shown, url] of [
      [people.admin, `/workspaces/${ours}/audit?action=person`],
      [ivy, `${at(mills)}/audit?action=person`],
    ] as const) {
      const { body } = await send(app, shown, 'GET', url);
      expect(body.entries.map((one: { text: string }) => one.text)).toEqual(['Ivy erased someone.']);
    }
  });
});

describe('what a person asks for themselves', () => {
  test('is an archive with a manifest of what is recorded about them, never a secret, and never of another', async () => {
    const hal = await enter('Hal Oddname', 'hal@mills.example');
    const person_id = await mine(hal);
    const key = await send(app, hal, 'POST', `/workspaces/${ours}/keys`, { name: 'mine', scopes: ['read'] });
    await send(app, hal, 'GET', at(mills));
    const answer = await app.app.inject({
      url: `/api/v1${at(mills)}/people/${person_id}/record/archive`,
      headers: { host: 'localhost:4400', ...hal },
    });
    expect(answer.statusCode).toBe(200);
    const files = unzipSync(new Uint8Array(answer.rawPayload));
    const text = Object.entries(files)
      .map(([file, bytes]) => `${file}\n${strFromU8(bytes)}`)
      .join('\n');
    const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
    expect(manifest.files.map((file: { name: string }) => file.name).sort()).toEqual(
      Object.keys(files)
        .filter((file) => file !== 'manifest.json')
        .sort(),
    );
    for (const word of ['hal@mills.example', 'Hal Oddname', 'purchase,', 'mine', 'came in'])
      expect(text).toContain(word);
    expect(text).not.toContain(key.body.key.split('_')[2]);
    expect(text).not.toContain('gus@mills.example');
    const page = await send(app, hal, 'GET', `${at(mills)}/people/${person_id}/record`);
    expect(page.body).toMatchObject({ self: true, name: 'Hal Oddname', guest: { email: 'hal@mills.example' } });
    for (const [shown, status] of [
      [gus, 403],
      [people.admin, 403],
      [ivy, 200],
      [olga, 404],
    ] as const) {
      expect((await send(app, shown, 'GET', `${at(mills)}/people/${person_id}/record`)).status).toBe(status);
    }
  });

  test('erases the whole identity from every room, and who governs others hands that over first', async () => {
    const both = await enter('Una Tworooms', 'una@mills.example');
    const room = await openRoom(app, stranger, theirs, 'Rival room');
    const champion = { name: 'Una Tworooms', email: 'una@mills.example', roles: ['champion'] };
    expect((await invite(app, stranger, theirs, room, champion)).status).toBe(200);
    await press(app, 'una@mills.example', both);
    expect((await send(app, both, 'GET', '/buyer')).body.rooms).toHaveLength(2);
    const last = await send(app, ivy, 'POST', '/buyer/erasure', { confirmed: true });
    expect([last.status, last.body.code]).toEqual([409, 'guest.last_administrator']);
    expect((await send(app, both, 'POST', '/buyer/erasure', { confirmed: true })).status).toBe(200);
    expect((await send(app, both, 'GET', '/buyer')).status).toBe(401);
    expect(holding(await dump(), ['tworooms', 'una@mills'])).toEqual([]);
  });

  test('is for sellers as well: a colleague who is erased is nobody any more', async () => {
    const { outside, admin, member } = people;
    await send(app, admin, 'POST', `${at(other)}/touches`, { channel: 'phone', note: 'Oz Outside called' });
    const not = await send(app, headersOf(member), 'POST', `/workspaces/${ours}/erasures`, {
      person_id: outside.person_id,
      confirmed: true,
    });
    expect(not.status).toBe(403);
    const done = await send(app, admin, 'POST', `/workspaces/${ours}/erasures`, {
      person_id: outside.person_id,
      confirmed: true,
    });
    expect(done.status).toBe(200);
    expect((await send(app, headersOf(outside), 'GET', `/workspaces/${ours}/me`)).status).toBe(401);
    const left = holding(await dump(), ['oz outside', 'oz@vendor']);
    expect(left).toEqual(['public.outside_text', 'public.purchase'].filter((table) => left.includes(table)));
    const { reviews: found } = await reviews(admin, `/workspaces/${ours}/reviews`);
    expect(found.map((one: { content: string }) => one.content)).toContain('Oz Outside called');
  });
});

describe('what only the buyers know', () => {
  test('is erased without telling the sellers anything', async () => {
    const room = await openRoom(app, people.admin, ours, 'Quiet');
    await invite(app, people.admin, ours, room, { name: 'Kai', email: 'kai@quiet.example', roles: ['champion'] });
    const kai = (await press(app, 'kai@quiet.example')).shown;
    const person_id = `p-${randomUUID()}`;
    const named = await send(app, kai, 'PUT', `${at(room)}/stakeholders/${person_id}`, {
      name: 'Secret Eve',
      roles: ['finance'],
      zone: 'buyer',
    });
    expect(named.status).toBe(200);
    await send(app, people.admin, 'PUT', `${at(room)}/requirements/e`, { text: 'Eve of the garden', zone: 'seller' });
    const told = async () => {
      const urls = ['', '/events', '/export', '/viewings', '/room'].map((end) => `${at(room)}${end}`);
      const of_workspace = ['reviews', 'audit?action=person', 'purchases'].map((end) => `/workspaces/${ours}/${end}`);
      const answers: string[] = [];
      for (const url of [...urls, ...of_workspace]) {
        const { status, text, headers } = await send(app, people.admin, 'GET', url);
        answers.push(`${url} ${status} ${headers.etag ?? ''} ${text.replaceAll(/"(now|counted_to)":"[^"]+"/g, '')}`);
      }
      return answers;
    };
    const before = await told();
    const done = await send(app, kai, 'POST', `${at(room)}/erasures`, { person_id, confirmed: true });
    expect(done.status).toBe(200);
    expect(await told()).toEqual(before);
    expect(holding(await dump(), ['secret eve'])).toEqual([]);
  });
});
