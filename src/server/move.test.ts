import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from 'vitest';
import { startS3 } from '../../test/fixtures/s3.ts';
import { headersOf, invite, press, type Shown, send, twoCompanies, upload } from '../../test/zones/people.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'coassent-moves-'));
const { s3, close } = await startS3(dir);
afterAll(() => {
  close();
  rmSync(dir, { recursive: true, force: true });
});

const sha256 = (bytes: string): string => createHash('sha256').update(bytes).digest('hex');

const worlds = [
  ['in a folder', await twoCompanies()],
  ['in a store that speaks S3', await twoCompanies({ files: { largest_bytes: 1_000_000, s3 } })],
] as const;

describe.each(worlds)('moving a file %s', (_where, { app, ours, mills, people, ivy, gus }) => {
  const PURCHASE = `/workspaces/${ours}/purchases/${mills}`;
  const put = async (who: Shown, name: string, content: string, query: string) => {
    const { status, body } = await upload(app, who, `${PURCHASE}/files${query}`, { name, content });
    expect(status).toBe(200);
    return body.file_id as string;
  };
  const list = async (who: Shown) => (await send(app, who, 'GET', `${PURCHASE}/files`)).body.files;
  const found = async (who: Shown, file_id: string) =>
    (await list(who)).find((one: { file_id: string }) => one.file_id === file_id);
  const read = (who: Shown, file_id: string, bytes: string) =>
    send(app, who, 'GET', `${PURCHASE}/files/${file_id}/content?version=${sha256(bytes)}`);
  const move = async (who: Shown, file_id: string, to: string) => {
    const event_id = (await found(who, file_id))?.seen ?? 'none';
    return send(app, who, 'POST', `${PURCHASE}/moves`, { event_id, to, confirmed: true });
  };
  const stands = async (zone: 'buyer' | 'shared', bytes: string): Promise<string | null> => {
    const key = { workspace_id: ours, purchase_id: mills, zone, sha256: sha256(bytes) };
    const back = await app.files.read(key);
    return back === null ? null : (await buffer(back)).toString();
  };
  const sellers = [people.admin, headersOf(people.member)];

  test('shares all its versions with their bytes, and nothing before', async () => {
    const file_id = await put(ivy, 'Needs.txt', 'first needs', '?zone=buyer&job_id=validation');
    await put(ivy, 'Needs 2.txt', 'second needs', `?file_id=${file_id}`);
    const link = { file_id, name: 'Needs online', link: 'https://mills.example/needs', zone: 'buyer' };
    expect((await send(app, ivy, 'POST', `${PURCHASE}/file-links`, link)).status).toBe(200);
    for (const seller of sellers) {
      expect(await list(seller)).toEqual([]);
      expect((await read(seller, file_id, 'first needs')).status).toBe(404);
      expect((await move(seller, file_id, 'shared')).status).toBe(404);
    }
    expect((await move(gus, file_id, 'shared')).body.code).toBe('move.not_yours');
    expect(await stands('shared', 'first needs')).toBe(null);
    expect((await move(ivy, file_id, 'shared')).status).toBe(200);
    for (const reader of [...sellers, gus]) {
      const file = await found(reader, file_id);
      expect(file).toMatchObject({ name: 'Needs online', zone: 'shared', job_id: 'validation', own: reader === gus });
      expect(file.versions.map(({ name, zone }: { name: string; zone: string }) => [name, zone])).toEqual([
        ['Needs online', 'shared'],
        ['Needs 2.txt', 'shared'],
        ['Needs.txt', 'shared'],
      ]);
      for (const bytes of ['first needs', 'second needs'])
        expect((await read(reader, file_id, bytes)).text).toBe(bytes);
    }
    const events = await send(app, people.admin, 'GET', `${PURCHASE}/events`);
    expect(events.text).not.toContain('zone_moved');
  });

  test('takes a shared file back: listed, read and claimed by nobody else', async () => {
    const file_id = await put(ivy, 'Offer.txt', 'what we offer', '');
    const kept = await put(ivy, 'Same.txt', 'in two files', '');
    await put(ivy, 'Offer 2.txt', 'in two files', `?file_id=${file_id}`);
    expect((await read(people.admin, file_id, 'what we offer')).status).toBe(200);
    const moved = await move(ivy, file_id, 'buyer');
    expect([moved.status, moved.body.remains]).toEqual([200, expect.stringContaining('stays in the ledger')]);
    expect(await found(people.admin, file_id)).toBe(undefined);
    expect((await read(people.admin, file_id, 'what we offer')).status).toBe(404);
    expect(await found(gus, file_id)).toMatchObject({
      zone: 'buyer',
      versions: [{ zone: 'buyer' }, { zone: 'buyer' }],
    });
    expect((await read(gus, file_id, 'what we offer')).text).toBe('what we offer');
    // Bytes that something else still names stay; the others are gone, whoever says that they are theirs.
    expect((await read(people.admin, kept, 'in two files')).text).toBe('in two files');
    expect(await stands('shared', 'what we offer')).toBe(null);
    const claim = await put(people.admin, 'Claim.txt', 'a claim', '');
    const content = { sha256: sha256('what we offer'), size_bytes: 1, media_type: 'text/plain' };
    await send(app, people.admin, 'POST', `${PURCHASE}/corrections`, {
      event_id: (await found(people.admin, claim)).seen,
      body: { file_id: claim, name: 'Claim.txt', content },
    });
    expect((await read(people.admin, claim, 'what we offer')).body.code).toBe('file.no_bytes');
    // And once more to both, with the same bytes.
    expect((await move(ivy, file_id, 'shared')).status).toBe(200);
    expect((await read(people.admin, file_id, 'what we offer')).text).toBe('what we offer');
    expect((await found(people.admin, file_id)).versions).toHaveLength(2);
  });

  test('leaves it where it is, and nothing elsewhere, where bytes are lost', async () => {
    const file_id = await put(ivy, 'Whole.txt', 'whole bytes', '?zone=buyer');
    await put(ivy, 'Lost.txt', 'lost bytes', `?file_id=${file_id}`);
    await app.files.remove({ workspace_id: ours, purchase_id: mills, zone: 'buyer', sha256: sha256('lost bytes') });
    const refused = await move(ivy, file_id, 'shared');
    expect([refused.status, refused.body.code]).toEqual([422, 'move.no_bytes']);
    expect(refused.body.detail).toContain('“Lost.txt”');
    expect(await found(ivy, file_id)).toMatchObject({ zone: 'buyer' });
    expect(await found(people.admin, file_id)).toBe(undefined);
    expect(await stands('shared', 'whole bytes')).toBe(null);
  });

  test('fails for a newcomer, and leaves the bytes of what they may not read', async () => {
    const early = await put(ivy, 'Early.txt', 'early bytes', '?zone=buyer');
    await invite(app, ivy, ours, mills, { email: 'nia@mills.example', name: 'Nia', roles: ['legal'] });
    const { shown: nia } = await press(app, 'nia@mills.example');
    const guests = (await send(app, ivy, 'GET', `${PURCHASE}/guests`)).body.guests;
    const { person_id } = guests.find(({ name }: { name: string }) => name === 'Nia');
    await send(app, ivy, 'PUT', `${PURCHASE}/guests/${person_id}`, { reach: 'entry' });
    expect(await found(nia, early)).toBe(undefined);
    const file_id = await put(nia, 'Same.txt', 'early bytes', '?zone=shared');
    await put(nia, 'Gone.txt', 'gone bytes', `?file_id=${file_id}`);
    await app.files.remove({ workspace_id: ours, purchase_id: mills, zone: 'shared', sha256: sha256('gone bytes') });
    expect((await move(nia, file_id, 'buyer')).body.code).toBe('move.no_bytes');
    expect((await read(ivy, early, 'early bytes')).text).toBe('early bytes');
    expect(await stands('buyer', 'gone bytes')).toBe(null);
  });

  test('is put in no folder that the other side does not know', async () => {
    const job = { job_id: 'hidden', name: 'Hidden', sentence: 'Nobody knows of it.', zone: 'buyer' };
    expect((await send(app, ivy, 'POST', `${PURCHASE}/jobs`, job)).status).toBe(200);
    const file_id = await put(ivy, 'Plain.txt', 'plain bytes', '?job_id=hidden');
    expect(await found(ivy, file_id)).toMatchObject({ zone: 'buyer', job_id: 'hidden', job_zone: 'buyer' });
    expect((await move(ivy, file_id, 'shared')).status).toBe(200);
    for (const part of ['/files', '/events', '/export', '/archive', '']) {
      expect((await send(app, people.admin, 'GET', PURCHASE + part)).text.toLowerCase()).not.toContain('hidden');
    }
    expect(await found(people.admin, file_id)).toMatchObject({ job_id: null, job_zone: null });
  });
});
