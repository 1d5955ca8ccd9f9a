import { expect, test } from 'vitest';
import { headersOf, invite, press, type Shown, send, twoCompanies } from '../../test/zones/people.ts';

const { app, ours, mills, people, ivy } = await twoCompanies();
const WORKSPACE = `/workspaces/${ours}`;
const PURCHASE = `${WORKSPACE}/purchases/${mills}`;
const lead = headersOf(people.lead);

const library = async (): Promise<{ library_id: string; question: string; answer: string; source: string | null }[]> =>
  (await send(app, lead, 'GET', `${WORKSPACE}/library`)).body.answers;
const keep = async (library_id: string, texts: object) => {
  const body = { question: 'Where are you?', answer: 'In Dublin.', published: true, ...texts };
  expect((await send(app, lead, 'PUT', `${WORKSPACE}/library/${library_id}`, body)).status).toBe(200);
};
const reviews = async (who: Shown = people.admin, at = WORKSPACE) =>
  (await send(app, headersOf(who), 'GET', `${at}/reviews`)).body.reviews;
const decide = (review_id: string, state: string) =>
  send(app, headersOf(people.admin), 'PUT', `${WORKSPACE}/reviews/${review_id}`, { state });

test('texts of the library that mention someone who was erased wait for the supplier, one by one', async () => {
  await invite(app, ivy, ours, mills, { email: 'zoe@mills.example', name: 'Zoe Quandary' });
  const zoe = (await press(app, 'zoe@mills.example')).shown;
  const { person_id } = (await send(app, headersOf(zoe), 'GET', `${WORKSPACE}/me`)).body;
  await keep('one', { question: 'Zoe Quandary asked: where are you?', source: 'Mail of zoe@mills.example' });
  await keep('two', { answer: 'As quandary said, in Dublin.', published: false });
  await keep('three', {});
  await send(app, headersOf(ivy), 'POST', `${PURCHASE}/erasures`, { person_id, confirmed: true });
  const found = await reviews();
  expect(found.map(({ library_id, content }: Record<string, string>) => [library_id, content]).sort()).toEqual([
    ['one', 'Mail of zoe@mills.example'],
    ['one', 'Zoe Quandary asked: where are you?'],
    ['two', 'As quandary said, in Dublin.'],
  ]);
  for (const { content, spans, purchase_id, event_id, kind } of found) {
    expect([purchase_id, event_id, kind]).toEqual([null, null, 'library_answer']);
    expect(content.slice(spans[0], spans[0] + spans[1]).toLowerCase()).toMatch(/zoe|quandary/);
  }
  const { rows } = await app.db.owner.query('select r::text as row from review r');
  expect(JSON.stringify(rows).toLowerCase()).not.toContain('quandary');
});

test('what is blanked goes for good, and the rest of the answer stays; buyers hear nothing of it', async () => {
  expect(await reviews(ivy, PURCHASE)).toEqual([]);
  // One that was published since is still found.
  await keep('two', { answer: 'As quandary said, in Dublin.', published: true });
  for (const { review_id, content } of await reviews()) {
    const state = content.startsWith('Mail') ? 'kept' : 'blanked';
    expect((await decide(review_id, state)).status).toBe(200);
    expect((await decide(review_id, state)).body.code).toBe('review.decided');
  }
  expect((await library()).map(({ question, answer, source }) => [question, answer, source]).sort()).toEqual([
    ['(erased)', 'In Dublin.', 'Mail of zoe@mills.example'],
    ['Where are you?', '(erased)', null],
    ['Where are you?', 'In Dublin.', null],
  ]);
  const log = (await send(app, headersOf(people.admin), 'GET', `${WORKSPACE}/audit`)).body;
  expect(JSON.stringify(log)).toContain('blanked a text that named someone erased');
});

test('whom the buyers alone know is not looked for in it', async () => {
  const named = { name: 'Quillon Vantablack', zone: 'buyer' };
  expect((await send(app, headersOf(ivy), 'PUT', `${PURCHASE}/stakeholders/quillon`, named)).status).toBe(200);
  await keep('four', { answer: 'Quillon Vantablack knows.' });
  const erased = { person_id: 'quillon', confirmed: true };
  expect((await send(app, headersOf(ivy), 'POST', `${PURCHASE}/erasures`, erased)).status).toBe(200);
  expect(JSON.stringify(await reviews())).not.toContain('Quillon');
});
