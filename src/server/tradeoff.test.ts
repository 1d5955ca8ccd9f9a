import { randomUUID } from 'node:crypto';
import ExcelJs from 'exceljs';
import { describe, expect, test } from 'vitest';
import { servedApp } from '../../test/served-app.ts';

const { app, ask, open, name } = await servedApp();

/** A purchase of two buyers with two requirements; ann has brought another supplier, and scored. */
async function begun(): Promise<string> {
  const purchase_id = await open();
  await name(purchase_id, 'ann', ['champion']);
  await name(purchase_id, 'ben', ['finance']);
  const put = (as: string, what: string, payload: object) =>
    ask('PUT', `purchases/${purchase_id}/${what}`, { as, payload });
  const made = [
    await put('ann', 'requirements/r1', { text: 'Fast', priority: 'must', why: 'Queues', check: 'Time it' }),
    await put('ann', 'requirements/r2', { text: 'Safe' }),
    await put('sam', 'options/ours', { name: 'Ours', kind: 'this_supplier' }),
    await put('ann', 'options/theirs', { name: 'CANARY-THEIRS', kind: 'other_supplier' }),
    await put('ann', 'options/ours/scores/r1', { score: 80, evidence: [{ kind: 'test', reference: 'CANARY-TRIAL' }] }),
    await put('ann', 'options/ours/scores/r2', { score: 40, low: 30, high: 60 }),
    await put('ann', 'options/theirs/scores/r1', { score: 60 }),
    await put('ann', 'options/theirs/scores/r2', { score: 90 }),
    await put('ann', 'options/ours/cost', { cost: { amount_minor: 900, currency: 'EUR' }, note: 'CANARY-COST' }),
    await put('ann', 'weights/ann', {
      method: 'ranking',
      answers: [
        { requirement_id: 'r1', value: 1 },
        { requirement_id: 'r2', value: 2 },
      ],
      sentence: 'CANARY-WHY',
    }),
    await put('ben', 'weights/ben', {
      method: 'swing',
      answers: [
        { requirement_id: 'r2', value: 100 },
        { requirement_id: 'r1', value: 40 },
      ],
    }),
  ];
  expect(made.map(({ status }) => status)).toEqual(made.map(() => 200));
  return purchase_id;
}

const tradeoff = (purchase_id: string, as: string) => ask('GET', `purchases/${purchase_id}/tradeoff`, { as });

describe('a trade-off', () => {
  test('is what the buyers weigh, with doing nothing beside it', async () => {
    const { status, body } = await tradeoff(await begun(), 'ben');
    expect(status).toBe(200);
    expect(body.options.map((one: { name: string; zone: string | null }) => [one.name, one.zone])).toEqual([
      ['Ours', 'shared'],
      ['CANARY-THEIRS', 'buyer'],
      ['Do nothing', null],
    ]);
    expect(body.weighings.map((one: { person_id: string }) => one.person_id)).toEqual(['ann', 'ben']);
    expect(body.result.people).toHaveLength(2);
    expect(body.words.verdict).toMatch(/of all weightings and scores consistent with what 2 people said\.$/);
    expect(body.words.flips).toHaveLength(2);
    expect(body.requirements[0]).toMatchObject({ why: 'Queues', check: 'Time it', version: 1 });
    expect(body.scores[0].evidence).toEqual([{ kind: 'test', reference: 'CANARY-TRIAL' }]);
  });

  test('is for the supplier only what was shared: none of the others, of scores, costs and weights', async () => {
    const purchase_id = await begun();
    const seller = await tradeoff(purchase_id, 'sam');
    expect(seller.body.options.map((one: { name: string }) => one.name)).toEqual(['Ours', 'Do nothing']);
    expect([seller.body.scores, seller.body.weighings]).toEqual([[], []]);
    const events = await ask('GET', `purchases/${purchase_id}/events`);
    const page = await ask('GET', `purchases/${purchase_id}`);
    expect(JSON.stringify([seller.body, events.body, page.body])).not.toContain('CANARY');
    await ask('PUT', `purchases/${purchase_id}/options/ours/scores/r1`, {
      as: 'ann',
      payload: { score: 75, zone: 'shared' },
    });
    expect((await tradeoff(purchase_id, 'sam')).body.scores).toMatchObject([{ option_id: 'ours', point: 75 }]);
  });

  test('is, as of an earlier day, what was known then, and cannot be changed there', async () => {
    const purchase_id = await begun();
    const before = await ask('GET', `purchases/${purchase_id}/tradeoff?as_of=2020-01-01T00:00:00Z`, { as: 'ann' });
    expect(before.status).toBe(404);
    const now = await ask('GET', `purchases/${purchase_id}/tradeoff?as_of=${new Date().toISOString()}`, { as: 'ann' });
    expect(now.body.read_only).toMatch('earlier date');
  });

  test('weights are said, and taken back, by the person only', async () => {
    const purchase_id = await begun();
    const payload = { method: 'ranking', answers: [{ requirement_id: 'r1', value: 1 }] };
    const other = await ask('PUT', `purchases/${purchase_id}/weights/ann`, { as: 'ben', payload });
    expect(other).toMatchObject({ status: 403, body: { code: 'weights.not_yours' } });
    const said = await ask('PUT', `purchases/${purchase_id}/weights/ann`, { as: 'ann', payload });
    const voiding = { event_id: said.body.events[0].id, body: null };
    const by_other = await ask('POST', `purchases/${purchase_id}/corrections`, { as: 'ben', payload: voiding });
    expect(by_other).toMatchObject({ status: 403, body: { code: 'weights.not_yours' } });
    expect((await ask('POST', `purchases/${purchase_id}/corrections`, { as: 'ann', payload: voiding })).status).toBe(
      200,
    );
    const aside = await ask('PUT', `purchases/${purchase_id}/weights/ben/aside`, { as: 'ben', payload: {} });
    expect(aside.status).toBe(200);
    const { body } = await tradeoff(purchase_id, 'ann');
    expect(body.aside).toMatchObject([{ person_id: 'ben' }]);
    expect(body.words.notes.map(({ code }: { code: string }) => code)).toEqual(['scores.none', 'weights.one']);
  });

  test.each([
    [{ score: 1e18 }, 'request.malformed'],
    [{ score: 50, low: 60 }, 'score.bad_range'],
  ])('a score of %o is refused with what to do', async (payload, code) => {
    const purchase_id = await begun();
    const answer = await ask('PUT', `purchases/${purchase_id}/options/ours/scores/r1`, { as: 'ann', payload });
    expect([answer.status, answer.body.code]).toEqual([code === 'request.malformed' ? 400 : 422, code]);
    expect(answer.body.detail.length).toBeGreaterThan(20);
  });
});

describe('a list of requirements', () => {
  const read = (payload: object) => ask('POST', 'requirement-lists', { payload });

  test('is read out of pasted lines, a pasted table, CSV and XLSX', async () => {
    expect((await read({ text: '- Fast, and safe\n- Quiet' })).body).toEqual({
      rows: [['- Fast, and safe'], ['- Quiet']],
      columns: ['text'],
    });
    const table = [
      ['Requirement', 'Priority'],
      ['Fast', 'must'],
    ];
    expect((await read({ text: 'Requirement\tPriority\nFast\tmust' })).body.rows).toEqual(table);
    const csv = Buffer.from('\uFEFFRequirement;Priority\r\n"Fast";must\r\n').toString('base64');
    expect((await read({ file: csv })).body).toEqual({ rows: table, columns: ['text', 'priority'] });
    const workbook = new ExcelJs.Workbook();
    workbook.addWorksheet('Empty');
    workbook.addWorksheet('List').addRows([...table, [{ formula: '"Qui"&"et"', result: 'Quiet' }, null]]);
    const xlsx = Buffer.from(await workbook.xlsx.writeBuffer()).toString('base64');
    expect((await read({ file: xlsx })).body.rows).toEqual([...table, ['Quiet', '']]);
  });

  test.each([
    ['nothing', '', 'list.empty'],
    ['what only looks like a workbook', 'PK\u0003\u0004 nonsense', 'list.bad_workbook'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex').toString('latin1'), 'list.old_workbook'],
    ['a picture', 'GIF89a\0\0\0\u0001', 'list.not_text'],
  ])('that is %s is refused with what to do', async (_, content, code) => {
    const answer = await read({ file: Buffer.from(content, 'latin1').toString('base64') });
    expect([answer.status, answer.body.code]).toEqual([422, code]);
  });

  test('is added in one go, and once where it is sent twice', async () => {
    const purchase_id = await begun();
    const payload = {
      requirements: [
        { text: 'Quiet', priority: 'could', check: 'Listen' },
        { text: 'Red', priority: 'must' },
      ],
    };
    const key = randomUUID();
    const first = await ask('POST', `purchases/${purchase_id}/requirements`, { as: 'ann', payload, key });
    expect(first.body.events).toHaveLength(2);
    const again = await ask('POST', `purchases/${purchase_id}/requirements`, { as: 'ann', payload, key });
    expect(again.body).toEqual(first.body);
    expect((await tradeoff(purchase_id, 'sam')).body.requirements).toHaveLength(4);
  });
});

describe('a request for proposals', () => {
  test('is a workbook with room to answer, or Markdown, of what is shared', async () => {
    const purchase_id = await begun();
    await ask('PUT', `purchases/${purchase_id}/requirements/r3`, {
      as: 'ann',
      payload: { text: 'CANARY-CEILING', zone: 'buyer' },
    });
    const sent = await app.inject({
      url: `/api/v1/workspaces/ours/purchases/${purchase_id}/rfp`,
      headers: { host: 'localhost:4400', 'x-acting-as': 'ann' },
    });
    const workbook = new ExcelJs.Workbook();
    await workbook.xlsx.load(Uint8Array.from(sent.rawPayload).buffer);
    const rows = workbook.worksheets[0]
      ?.getSheetValues()
      .slice(5)
      .map((row) => (row as unknown[]).slice(1, 6));
    expect(rows).toEqual([
      [1, 'Fast', 'must', 'Queues', 'Time it'],
      [2, 'Safe', 'should', '', ''],
    ]);
    const text = await ask('GET', `purchases/${purchase_id}/rfp?format=md`, { as: 'ann' });
    expect(text.body).toContain('## 1. Fast');
    expect(text.body).not.toContain('CANARY');
    const none = await ask('GET', `purchases/${await open()}/rfp`);
    expect(none.body.code).toBe('rfp.empty');
  });
});
