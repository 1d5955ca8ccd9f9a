import { createHash } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { pdfWith } from '../../test/fixtures/forms.ts';
import { headersOf, invite, press, type Shown, send, twoCompanies, upload } from '../../test/zones/people.ts';

const { app, ours, mills, people, ivy, gus, olga, stranger } = await twoCompanies();
const PURCHASE = `/workspaces/${ours}/purchases/${mills}`;
const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

/** Puts a file into the purchase as someone. */
const put = (who: Shown, name: string, content: Buffer | string, query = '') =>
  upload(app, who, `${PURCHASE}/files${query}`, { name, content });
const list = async (who: Shown) => (await send(app, who, 'GET', `${PURCHASE}/files`)).body.files;
const read = (who: Shown, file_id: string, query = '') =>
  send(app, who, 'GET', `${PURCHASE}/files/${file_id}/content${query}`);

describe('a file', () => {
  test('is kept with its versions and comes back byte for byte, to be saved', async () => {
    const first = pdfWith(null);
    const put_first = await put(ivy, 'Offer.pdf', first, '?job_id=validation');
    expect(put_first.status).toBe(200);
    const { file_id } = put_first.body;
    const second = Buffer.concat([first, Buffer.from('\n% again\n')]);
    expect((await put(gus, 'Offer 2.pdf', second, `?file_id=${file_id}`)).status).toBe(200);
    const [file] = await list(people.admin);
    expect(file).toMatchObject({ file_id, name: 'Offer 2.pdf', job_id: 'validation', zone: 'shared' });
    expect(file.versions).toMatchObject([
      { by: 'Gus', content: { sha256: sha256(second), size_bytes: second.length, media_type: 'application/pdf' } },
      { by: 'Ivy', content: { sha256: sha256(first) } },
    ]);
    const newest = await read(people.admin, file_id);
    expect(sha256(newest.text)).toBe(sha256(second));
    expect((await read(ivy, file_id, `?version=${sha256(first)}`)).text).toBe(first.toString());
    expect((await read(ivy, file_id, `?version=${sha256('other')}`)).status).toBe(404);
    expect(newest.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="Offer 2.pdf"; filename*=UTF-8''Offer%202.pdf`,
      'x-content-type-options': 'nosniff',
    });
    expect(newest.headers['content-security-policy']).toContain('sandbox');
    const renamed = await send(app, ivy, 'PUT', `${PURCHASE}/files/${file_id}`, { name: 'Final.pdf', job_id: null });
    expect(renamed.status).toBe(200);
    expect(await list(gus)).toMatchObject([{ name: 'Final.pdf', job_id: null }]);
    const late = await send(app, gus, 'PUT', `${PURCHASE}/files/${file_id}`, { removed: true, seen: file.seen });
    expect(late.body.code).toBe('conflict.changed_meanwhile');
    expect((await send(app, gus, 'PUT', `${PURCHASE}/files/${file_id}`, { removed: true })).status).toBe(200);
    expect(await list(ivy)).toEqual([]);
    expect((await read(ivy, file_id)).status).toBe(404);
  });

  test('of one side is nowhere for the other: not listed, not read, not guessed by what it is', async () => {
    const bytes = 'What we would pay at most\n';
    const { file_id } = (await put(ivy, 'Limits.txt', bytes, '?zone=buyer')).body;
    const notes = (await put(people.admin, 'Notes.txt', 'They are keen\n', '?zone=seller')).body.file_id;
    for (const seller of [people.admin, headersOf(people.member)]) {
      expect(await list(seller)).toMatchObject([{ name: 'Notes.txt' }]);
      expect((await read(seller, file_id)).status).toBe(404);
      expect((await read(seller, file_id, `?version=${sha256(bytes)}`)).status).toBe(404);
      expect((await put(seller, 'a.txt', 'x', `?file_id=${file_id}`)).status).toBe(404);
      expect((await send(app, seller, 'PUT', `${PURCHASE}/files/${file_id}`, { name: 'x' })).status).toBe(404);
      for (const path of ['', '/events', '/export', '/start', '/archive']) {
        expect((await send(app, seller, 'GET', PURCHASE + path)).text).not.toContain('Limits');
      }
    }
    expect((await read(gus, file_id)).text).toBe(bytes);
    expect(await list(gus)).toMatchObject([{ name: 'Limits.txt', zone: 'buyer' }]);
    expect((await read(gus, notes)).status).toBe(404);
    for (const other of [olga, stranger, {}]) expect([401, 404]).toContain((await read(other, file_id)).status);
    expect((await put(people.admin, 'a.txt', 'x', '?zone=buyer')).body.code).toBe('zone.not_yours');
    // Who claims to have it in a correction of their own file gets nothing by it.
    const content = { sha256: sha256(bytes), size_bytes: 1, media_type: 'text/plain' };
    const claimed = await send(app, people.admin, 'POST', `${PURCHASE}/corrections`, {
      event_id: (await list(people.admin))[0].seen,
      body: { file_id: notes, name: 'Notes.txt', content },
    });
    expect(claimed.status).toBe(200);
    expect((await read(people.admin, notes)).body.code).toBe('file.no_bytes');
  });

  test('is in the archive of who may read it, byte for byte, and in no other', async () => {
    const { file_id } = (await put(ivy, 'Plan/../é 🎉.txt', 'plan', '?zone=buyer')).body;
    const zipped = async (who: Shown) => {
      const headers = { host: 'localhost:4400', ...who };
      const answer = await app.app.inject({ url: `/api/v1${PURCHASE}/archive`, headers });
      return unzipSync(answer.rawPayload);
    };
    const mine = await zipped(ivy);
    const names = Object.keys(mine).filter((name) => name.endsWith('é 🎉.txt'));
    expect(names).toHaveLength(1);
    expect(strFromU8(mine[names[0] ?? ''] as Uint8Array)).toBe('plan');
    const manifest = JSON.parse(strFromU8(mine['manifest.json'] as Uint8Array));
    for (const { name, sha256: said } of manifest.files) {
      expect([name, sha256(Buffer.from(mine[name] as Uint8Array))]).toEqual([name, said]);
    }
    expect(manifest.left_out).toEqual([]);
    const theirs = await zipped(people.admin);
    expect(Object.keys(theirs).join()).not.toContain('é 🎉');
    expect(strFromU8(theirs['files.csv'] as Uint8Array)).not.toContain(file_id);
  });

  test('is not for who reads only what is shared, where it is not shared', async () => {
    await invite(app, ivy, ours, mills, { email: 'cleo@advice.example', name: 'Cleo', consultant: true });
    const cleo = (await press(app, 'cleo@advice.example')).shown;
    expect((await list(cleo)).map(({ name }: { name: string }) => name)).toEqual([]);
    const { file_id } = (await put(people.admin, 'Data sheet.md', '# Watch\n')).body;
    expect(await list(cleo)).toMatchObject([{ name: 'Data sheet.md' }]);
    expect((await read(cleo, file_id)).headers['content-type']).toBe('text/plain; charset=utf-8');
  });

  test('can be a link, which nobody here follows', async () => {
    const link = 'https://vendor.example/terms';
    const made = await send(app, ivy, 'POST', `${PURCHASE}/file-links`, { name: 'Terms', link });
    expect(made.status).toBe(200);
    const told = await read(gus, made.body.file_id);
    expect([told.status, told.body.code]).toEqual([404, 'file.no_bytes']);
    expect(told.body.detail).toContain(link);
    for (const bad of ['http://vendor.example', 'javascript:alert(1)', 'file:///etc/passwd', 'vendor.example']) {
      const refused = await send(app, ivy, 'POST', `${PURCHASE}/file-links`, { name: 'Terms', link: bad });
      expect([bad, refused.status]).toEqual([bad, 400]);
    }
  });
});

describe('what comes in badly', () => {
  const html = '<!doctype html><script>fetch("/api/v1/workspaces")</script>';

  test('a web page that is called a PDF or a picture is not taken, and the sentence says why', async () => {
    for (const name of ['Offer.pdf', 'Plan.PNG', 'a.jpg', 'b.webp']) {
      const { status, body } = await put(ivy, name, html);
      expect([name, status, body.code]).toEqual([name, 422, 'file.not_what_it_says']);
      expect(body.detail).toContain('it begins like a web page (HTML)');
    }
    expect((await put(ivy, 'Offer.pdf', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))).body.detail).toContain(
      'image/png',
    );
  });

  test('what a browser could run is only ever bytes to save', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    for (const [name, content] of [
      ['page.html', html],
      ['logo.svg', svg],
      ['run.js', 'alert(1)'],
      ['x', html],
    ] as const) {
      const { file_id } = (await put(ivy, name, content)).body;
      const { headers, text } = await read(people.admin, file_id);
      expect(text).toBe(content);
      expect(String(headers['content-type'])).toMatch(/^application\/octet-stream/);
      expect(String(headers['content-disposition'])).toMatch(/^attachment/);
    }
  });

  test('names with emoji, from right to left, and with paths in them', async () => {
    const names = [
      '🤖 Offer 🎉.txt',
      'عرض السعر.txt',
      'הצעה.txt',
      'a/b\\..\\c.txt',
      'photo\u202egnp.txt',
      `${'x'.repeat(400)}.txt`,
      '\ud800.txt',
    ];
    for (const name of names) {
      const { status, body } = await put(ivy, name, 'x');
      expect([name, status]).toEqual([name, 200]);
      expect((await read(gus, body.file_id)).status).toBe(200);
      await send(app, ivy, 'PUT', `${PURCHASE}/files/${body.file_id}`, { removed: true });
    }
    const { file_id } = (await put(ivy, 'عرض 🎉.txt', 'x')).body;
    const disposition = String((await read(gus, file_id)).headers['content-disposition']);
    expect(decodeURIComponent(disposition.split("UTF-8''")[1] ?? '')).toBe('عرض 🎉.txt');
    const kept = await put(ivy, 'photo\u202egnp.txt', 'x');
    expect((await list(ivy)).find((one: { file_id: string }) => one.file_id === kept.body.file_id).name).toBe(
      'photognp.txt',
    );
  });

  test('what is too large is refused before it is sent, and on the way where it does not say', async () => {
    const early = await app.app.inject({
      method: 'POST',
      url: `/api/v1${PURCHASE}/files`,
      headers: {
        ...{ host: 'localhost:4400', 'content-type': 'multipart/form-data; boundary=x' },
        ...{ 'content-length': String(2 * 1024 ** 3), ...ivy },
      },
      payload: new Readable({
        read() {
          // Nothing of the two gigabytes ever comes.
        },
      }),
    });
    expect([early.statusCode, early.json().code]).toEqual([413, 'file.too_large']);
    expect(early.json().detail).toBe(
      'The file is larger than 1 MB, the most that is taken here. Make it smaller, or put a link to where it stands.',
    );
    const late = await put(ivy, 'big.bin', Buffer.alloc(1_000_001));
    expect([late.status, late.body.code]).toEqual([413, 'file.too_large']);
    expect((await put(ivy, 'just.bin', Buffer.alloc(1_000_000))).status).toBe(200);
  });

  test('two gigabytes that are streamed without their length are cut off at the limit', async () => {
    await app.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.app.server.address() as AddressInfo;
    const { status, sent } = await new Promise<{ status: number; sent: number }>((resolve, reject) => {
      let bytes = 0;
      const going = httpRequest(
        {
          ...{ port, method: 'POST', path: `/api/v1${PURCHASE}/files` },
          headers: { host: 'localhost:4400', 'content-type': 'multipart/form-data; boundary=x', ...ivy },
        },
        (answer) => {
          resolve({ status: answer.statusCode ?? 0, sent: bytes });
          going.destroy();
        },
      );
      going.on('error', reject);
      going.write('--x\r\ncontent-disposition: form-data; name="file"; filename="big.bin"\r\n\r\n');
      const chunk = Buffer.alloc(64 * 1024);
      const more = (): void => {
        bytes += chunk.length;
        if (bytes > 2 * 1024 ** 3 || going.destroyed) return;
        going.write(chunk, (error) => (error ? undefined : more()));
      };
      more();
    });
    expect(status).toBe(413);
    expect(sent).toBeLessThan(200 * 1024 ** 2);
  });

  test('no form, no file, an unknown job, an empty file', async () => {
    expect((await send(app, ivy, 'POST', `${PURCHASE}/files`, {})).body.code).toBe('file.none');
    const headers = { host: 'localhost:4400', 'content-type': 'multipart/form-data; boundary=x', ...ivy };
    const empty = await app.app.inject({
      method: 'POST',
      url: `/api/v1${PURCHASE}/files`,
      headers,
      payload: '--x--\r\n',
    });
    expect(empty.json().code).toBe('file.none');
    expect((await put(ivy, 'a.txt', 'x', '?job_id=nothing')).body.code).toBe('job.unknown');
    const { file_id } = (await put(ivy, 'nothing.txt', '')).body;
    expect((await read(ivy, file_id)).status).toBe(200);
  });

  test('of a job that one side keeps stands on that side', async () => {
    const job = { job_id: 'ours', name: 'Ours', sentence: 'It is ours.', zone: 'buyer' };
    expect((await send(app, ivy, 'POST', `${PURCHASE}/jobs`, job)).status).toBe(200);
    const { file_id } = (await put(ivy, 'ours.txt', 'x', '?job_id=ours')).body;
    expect((await list(ivy)).find((one: { file_id: string }) => one.file_id === file_id)).toMatchObject({
      zone: 'buyer',
    });
    expect((await read(people.admin, file_id)).status).toBe(404);
  });
});
