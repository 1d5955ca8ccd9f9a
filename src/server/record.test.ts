import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { servedApp } from '../../test/served-app.ts';

const { app, ask, open, name } = await servedApp();

const archive = async (purchase_id: string, as: string) => {
  const answer = await app.inject({
    url: `/api/v1/workspaces/ours/purchases/${purchase_id}/archive`,
    headers: { host: 'localhost:4400', 'x-acting-as': as },
  });
  return { bytes: answer.rawPayload, files: unzipSync(answer.rawPayload), headers: answer.headers };
};

test('an archive holds what its reader may read, the same bytes each time, and no formula', async () => {
  const purchase_id = await open();
  await name(purchase_id, 'ivy', ['champion']);
  const requirement = (id: string, payload: object, as: string) =>
    ask('PUT', `purchases/${purchase_id}/requirements/${id}`, { as, payload });
  await requirement('r1', { text: '=1+1' }, 'ivy');
  await requirement('r2', { text: 'ours alone', zone: 'buyer' }, 'ivy');
  const theirs = await archive(purchase_id, 'ivy');
  const manifest = JSON.parse(strFromU8(theirs.files['manifest.json'] ?? new Uint8Array()));
  expect(manifest.files.map((file: { name: string }) => file.name)).toContain('events.jsonl');
  expect(strFromU8(theirs.files['requirements.csv'] ?? new Uint8Array())).toMatch(/'=1\+1[\s\S]*ours alone/);
  expect(theirs.headers['content-disposition']).toContain('attachment');
  expect((await archive(purchase_id, 'ivy')).bytes.equals(theirs.bytes)).toBe(true);
  const sellers = Object.values((await archive(purchase_id, 'sam')).files)
    .map((file) => strFromU8(file))
    .join('');
  expect(sellers).not.toContain('ours alone');
});

test('what a side kept is shared by moving it, once, and only its own side moves it', async () => {
  const purchase_id = await open();
  await name(purchase_id, 'ivy', ['champion']);
  const kept = await ask('PUT', `purchases/${purchase_id}/requirements/r1`, {
    as: 'ivy',
    payload: { text: 'a private wish', zone: 'buyer' },
  });
  const event_id = kept.body.events[0].id;
  const move = (as: string, payload: object) => ask('POST', `purchases/${purchase_id}/moves`, { as, payload });
  expect((await move('ivy', { event_id, to: 'shared' })).status).toBe(400);
  expect((await move('sam', { event_id, to: 'shared', confirmed: true })).status).toBe(404);
  expect(JSON.stringify(await ask('GET', `purchases/${purchase_id}`))).not.toContain('a private wish');
  const moved = await move('ivy', { event_id, to: 'shared', confirmed: true });
  expect(moved).toMatchObject({ status: 200, body: { remains: null } });
  expect(JSON.stringify(await ask('GET', `purchases/${purchase_id}`))).toContain('a private wish');
  expect(JSON.stringify(await ask('GET', `purchases/${purchase_id}/events`))).not.toContain('zone_moved');
  expect(await move('ivy', { event_id, to: 'shared', confirmed: true })).toMatchObject({ status: 409 });
});

test('a question moved back to one’s side keeps its thread there, and is gone for the other side', async () => {
  const purchase_id = await open();
  await name(purchase_id, 'ivy', ['champion']);
  const put = (as: string, path: string, payload: object) =>
    ask('PUT', `purchases/${purchase_id}/questions/q1${path}`, { as, payload });
  const asked = await put('ivy', '', { text: 'Does it hum?' });
  expect((await put('sam', '/answers/a1', { text: 'At night.' })).status).toBe(200);
  const accepts = { as: 'ivy', payload: { answer_id: 'a1' } };
  expect((await ask('POST', `purchases/${purchase_id}/questions/q1/acceptances`, accepts)).status).toBe(200);
  const event_id = asked.body.events[0].id;
  const moved = { as: 'ivy', payload: { event_id, to: 'buyer', confirmed: true } };
  expect((await ask('POST', `purchases/${purchase_id}/moves`, moved)).status).toBe(200);
  const questions = async (as: string) =>
    (await ask('GET', `purchases/${purchase_id}/questions`, { as })).body.questions;
  expect(await questions('ivy')).toMatchObject([
    { question_id: 'q1', text: 'Does it hum?', status: 'accepted', answers: [{ answer_id: 'a1', text: 'At night.' }] },
  ]);
  expect(await questions('sam')).toEqual([]);
  // What the other side answered stands in its ledger as ever.
  expect(JSON.stringify(await ask('GET', `purchases/${purchase_id}/events`))).toContain('question.answered');
});
