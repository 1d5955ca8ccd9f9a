import { describe, expect, test } from 'vitest';
import { headersOf, invite, press, send, twoCompanies } from '../../test/zones/people.ts';

const { app, ours, mills, people, ivy, olga } = await twoCompanies();
const PURCHASE = `/workspaces/${ours}/purchases/${mills}`;

describe('the board memo', () => {
  test('is made for a buyer of all that their side knows, and of nothing that sellers keep', async () => {
    await send(app, ivy, 'PUT', `${PURCHASE}/problem`, { statement: 'Presses stand still', zone: 'buyer' });
    await send(app, ivy, 'PUT', `${PURCHASE}/requirements/r`, { text: 'It warns early', zone: 'buyer' });
    await send(app, people.admin, 'PUT', `${PURCHASE}/requirements/s`, { text: 'They look weak', zone: 'seller' });
    const memo = await send(app, ivy, 'GET', `${PURCHASE}/memo?people=names`);
    expect(memo).toMatchObject({ status: 200, body: { title: 'Board memo: Mills', people: 'names' } });
    expect(memo.text).toContain('Presses stand still');
    expect(memo.text).toContain('It warns early');
    expect(memo.text).toContain('Ivy');
    expect(memo.text).not.toContain('They look weak');
    const counted = await send(app, ivy, 'GET', `${PURCHASE}/memo?sections=people,problem`);
    expect(counted.body.sections.map(({ section }: { section: string }) => section)).toEqual(['problem', 'people']);
    expect(counted.text).not.toContain('Ivy');
    expect((await send(app, ivy, 'GET', `${PURCHASE}/memo?sections=rumours`)).status).toBe(400);
  });

  test('comes as Markdown and as a PDF, and the log of the buyers says that it was taken along', async () => {
    const md = await send(app, ivy, 'GET', `${PURCHASE}/memo/file?format=md`);
    expect(md.headers['content-disposition']).toBe('attachment; filename="board-memo.md"');
    expect(md.text).toContain('# Board memo: Mills');
    const pdf = await send(app, ivy, 'GET', `${PURCHASE}/memo/file`);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect(pdf.text.startsWith('%PDF-1.7')).toBe(true);
    const log = await send(app, ivy, 'GET', `${PURCHASE}/audit`);
    expect(log.text).toContain('made a board memo as a file');
    expect((await send(app, people.admin, 'GET', `/workspaces/${ours}/audit`)).text).not.toContain('board memo');
  });

  test('is made by no seller, by nobody of another room, and not by who reads a part of the buyer side', async () => {
    for (const path of ['memo', 'memo/file', 'memo/file?format=md']) {
      for (const seller of [people.admin, headersOf(people.member), headersOf(people.partner)]) {
        const refused = await send(app, seller, 'GET', `${PURCHASE}/${path}`);
        expect([refused.status, refused.body.code]).toEqual([403, 'caller.not_allowed']);
      }
      expect((await send(app, olga, 'GET', `${PURCHASE}/${path}`)).status).toBe(404);
    }
    await invite(app, ivy, ours, mills, { email: 'cleo@advice.example', name: 'Cleo', consultant: true });
    const cleo = (await press(app, 'cleo@advice.example')).shown;
    const refused = await send(app, cleo, 'GET', `${PURCHASE}/memo`);
    expect([refused.status, refused.body.code]).toEqual([403, 'memo.reads_part']);
    const { guests } = (await send(app, ivy, 'GET', `${PURCHASE}/guests`)).body;
    const { person_id } = guests.find(({ name }: { name: string }) => name === 'Cleo');
    await send(app, ivy, 'PUT', `${PURCHASE}/guests/${person_id}`, { reach: 'entry' });
    expect((await send(app, cleo, 'GET', `${PURCHASE}/memo`)).body.code).toBe('memo.reads_part');
    await send(app, ivy, 'PUT', `${PURCHASE}/guests/${person_id}`, { reach: 'all' });
    expect((await send(app, cleo, 'GET', `${PURCHASE}/memo`)).status).toBe(200);
  });
});
