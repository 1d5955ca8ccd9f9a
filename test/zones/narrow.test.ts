import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { openCursor, sealCursor } from '../../src/server/live/cursor.ts';
import { served_secret } from '../served-app.ts';
import { counting } from './count.ts';
import { listen, portOf } from './listening.ts';
import { invite, press, type Shown, send, twoCompanies } from './people.ts';

/*
 * Those who read less than all of their side's zone: a newcomer from their entry on, a consultant what is shared. Neither
 * what changes nor what is refused may tell them of the rest.
 */
const { app, ours, mills, other, people, ivy, gus, olga } = await twoCompanies();
const count = counting();
const PURCHASE = `/workspaces/${ours}/purchases/${mills}`;
const port = await portOf(app);

const done = async (who: Shown, method: 'PUT' | 'POST' | 'DELETE', path: string, body: object) => {
  const answer = await send(app, who, method, PURCHASE + path, body);
  expect([path, answer.status, answer.body?.code]).toEqual([path, 200, undefined]);
  return answer;
};
const bring = async (name: string, more: object = {}): Promise<Shown & { person_id: string }> => {
  const email = `${name}@mills.example`;
  await invite(app, ivy, ours, mills, { email, name, ...more });
  const { shown } = await press(app, email);
  const me = await send(app, shown, 'GET', `/workspaces/${ours}/me`);
  return Object.assign(shown, { person_id: me.body.person_id as string });
};
const only = ({ cookie = '' }: Shown): Shown => ({ cookie });

await done(ivy, 'PUT', '/requirements/shared', { text: 'It turns' });
await done(ivy, 'PUT', '/requirements/hidden', { text: 'secret', zone: 'buyer' });
await done(ivy, 'PUT', '/requirements/shared', { text: 'It turns, we think', zone: 'buyer' });
await done(ivy, 'POST', '/jobs', { job_id: 'hidden_job', name: 'Secret', sentence: 'Secret.', zone: 'buyer' });
await done(ivy, 'DELETE', '/jobs/validation', { zone: 'buyer' });
const nia = await bring('nia');
const cleo = await bring('cleo', { consultant: true });

const positionOf = (id: string) => openCursor(served_secret, ours, id);

describe('the live stream', () => {
  test('tells a consultant of what is shared, and by no gap of what is not', async () => {
    const stream = await listen(port, ours, only(cleo));
    for (const text of ['one', 'two']) {
      await done(ivy, 'PUT', '/requirements/hidden', { text, zone: 'buyer' });
      await send(app, olga, 'PUT', `/workspaces/${ours}/purchases/${other}/requirements/r`, { text, zone: 'buyer' });
      await done(ivy, 'PUT', '/requirements/told', { text });
    }
    const heard = await stream.until(2);
    stream.close();
    expect(heard.map(({ purchase_id }) => purchase_id)).toEqual([mills, mills]);
    const [first, second] = heard.map(({ id }) => positionOf(id));
    expect(second).toEqual({ shared: (first?.shared ?? 0) + 1 });
    count('live streams compared');
  });

  test('tells whoever reads all of their room of everything there, and of no other room', async () => {
    const stream = await listen(port, ours, ivy);
    await send(app, olga, 'PUT', `/workspaces/${ours}/purchases/${other}/requirements/r`, { text: 'olga' });
    await done(ivy, 'PUT', '/requirements/hidden', { text: 'three', zone: 'buyer' });
    const heard = await stream.until(1);
    stream.close();
    expect(heard.map(({ purchase_id }) => purchase_id)).toEqual([mills]);
    // Cursors count the whole workspace, and so are enciphered: all of one length, and no number in them.
    for (const { id } of heard) expect(id).toMatch(/^[\w-]{43}$/);
    count('live streams compared');
  });

  test('tells a newcomer nothing of before their entry, from however early a cursor', async () => {
    const early = sealCursor(served_secret, ours, { buyer: 0, shared: 0 });
    const { rows } = await app.db.owner.query<{ n: number }>(
      `select count(*) filter (where c.at >= g.reach_from)::int as n from change c join guest g
         on g.workspace_id = c.workspace_id and g.purchase_id = c.purchase_id
       where c.workspace_id = $1 and c.view = 'buyer' and g.person_id = $2`,
      [ours, nia.person_id],
    );
    const since = rows[0]?.n ?? 0;
    const stream = await listen(port, ours, only(nia), early);
    await stream.until(since);
    await done(ivy, 'PUT', '/requirements/told', { text: 'four' });
    const heard = await stream.until(since + 1);
    stream.close();
    expect(heard).toHaveLength(since + 1);
    const all = await listen(port, ours, ivy, early);
    expect((await all.until(since + 2)).length).toBeGreaterThan(since + 1);
    all.close();
    count('live streams compared');
  });

  test('takes up where it was', async () => {
    const stream = await listen(port, ours, only(nia));
    await done(ivy, 'PUT', '/requirements/told', { text: 'five' });
    const [{ id } = { id: '' }] = await stream.until(1);
    stream.close();
    await done(ivy, 'PUT', '/requirements/hidden', { text: 'meanwhile', zone: 'buyer' });
    const again = await listen(port, ours, only(nia), id);
    const heard = await again.until(1);
    again.close();
    expect(positionOf(heard[0]?.id ?? '')?.buyer).toBeGreaterThan(positionOf(id)?.buyer ?? 0);
  });

  test('ends with the standing of who listens, and says nothing of what ended it', async () => {
    const { body } = await send(app, gus, 'GET', `/workspaces/${ours}/me`);
    const stream = await listen(port, ours, gus);
    await done(ivy, 'PUT', `/stakeholders/${body.person_id}/departure`, {});
    await done(ivy, 'PUT', '/requirements/hidden', { text: 'after gus', zone: 'buyer' });
    await stream.ended;
    expect(stream.heard.length).toBeLessThanOrEqual(1);
    const { rows } = await app.db.owner.query(
      `select count(*)::int as n from change where workspace_id = $1 and view = 'buyer' and purchase_id = $2`,
      [ours, mills],
    );
    expect(rows[0].n).toBeGreaterThan(stream.heard.length);
  });
});

describe('a refusal', () => {
  const evidence = (job_id: string) => ({ job_id, signal: 'started' });

  test.each([['a newcomer', nia] as const, ['a consultant', cleo] as const])(
    'tells %s nothing of a job that they may not read',
    async (_who, shown) => {
      const hidden = await send(app, only(shown), 'POST', `${PURCHASE}/evidence`, evidence('hidden_job'));
      const random = await send(app, only(shown), 'POST', `${PURCHASE}/evidence`, evidence(randomUUID()));
      expect([hidden.status, hidden.body.code, hidden.text]).toEqual([404, 'job.unknown', random.text]);
      // A colleague who reads all of it can.
      expect((await send(app, ivy, 'POST', `${PURCHASE}/evidence`, evidence('hidden_job'))).status).toBe(200);
      count('refusals compared');
    },
  );

  test('that only the whole view gives is one sentence, whatever the reason', async () => {
    const removed = await send(app, only(nia), 'POST', `${PURCHASE}/evidence`, evidence('validation'));
    const as_consultant = await send(app, only(cleo), 'POST', `${PURCHASE}/evidence`, evidence('validation'));
    await done(ivy, 'PUT', '/jobs/requirements_building/wording', { sentence: 'A secret wording.', zone: 'buyer' });
    // Cleo reads the wording that is shared, and says so.
    const reworded = await send(app, only(cleo), 'POST', `${PURCHASE}/assents`, {
      ...{ person_id: cleo.person_id, stance: 'given' },
      jobs: [
        { job_id: 'requirements_building', sentence: 'The requirements are right and complete enough to choose by.' },
      ],
    });
    expect(removed).toMatchObject({ status: 409, body: { code: 'purchase.not_now' } });
    expect([as_consultant.text, reworded.text]).toEqual([removed.text, removed.text]);
    count('refusals compared', 2);
  });

  test('is none where only what they may not read changed: what they saw is what they may see', async () => {
    await done(ivy, 'PUT', '/requirements/mine', { text: 'shared' });
    const page = await send(app, only(cleo), 'GET', PURCHASE);
    const seen = page.body.requirements.find((one: { id: string }) => one.id === 'mine').seen;
    await done(ivy, 'PUT', '/requirements/mine', { text: 'ours', zone: 'buyer' });
    await done(cleo, 'PUT', '/requirements/mine', { text: 'still shared', seen });
    await done(cleo, 'PUT', '/requirements/hidden', { text: 'new to me', seen: null });
    const stale = await send(app, only(cleo), 'PUT', `${PURCHASE}/requirements/mine`, { text: 'x', seen });
    expect(stale.body.code).toBe('conflict.changed_meanwhile');
  });

  test('keeps a consultant to what is shared, and a partner to the purchases of their pods', async () => {
    const private_touch = await send(app, only(cleo), 'POST', `${PURCHASE}/touches`, {
      channel: 'phone',
      zone: 'buyer',
    });
    expect(private_touch).toMatchObject({ status: 403, body: { code: 'zone.not_yours' } });
    await done(cleo, 'POST', '/touches', { channel: 'phone' });
    const { person_id: _person_id, ...partner } = people.partner;
    const open = (purchase_id: string) =>
      send(app, partner, 'POST', `/workspaces/${ours}/purchases`, { purchase_id, name: 'P' });
    const [there, nowhere] = [await open(other), await open(randomUUID())];
    expect([there.status, there.text]).toEqual([403, nowhere.text]);
    count('refusals compared');
  });
});
