import { describe, expect, test } from 'vitest';
import { headersOf, invite, press, send, twoCompanies } from '../../test/zones/people.ts';

const { app, ours, mills, people, ivy, gus } = await twoCompanies();
const PURCHASE = `/workspaces/${ours}/purchases/${mills}`;
const me = async (who: object) =>
  (await send(app, who as never, 'GET', `/workspaces/${ours}/me`)).body.person_id as string;

describe('the start of a purchase', () => {
  test('gives a buyer their next thing and what changed since their last day here, and asks nothing of a seller', async () => {
    const ivys = await me(ivy);
    // Nobody agrees to a problem that nobody wrote down.
    const empty = await send(app, ivy, 'GET', `${PURCHASE}/start`);
    expect(empty).toMatchObject({ status: 200, body: { view: 'buyer', next: { action: { do: 'state_problem' } } } });
    await send(app, gus, 'PUT', `${PURCHASE}/problem`, { statement: 'The old one sinks' });
    const first = await send(app, ivy, 'GET', `${PURCHASE}/start`);
    expect(first.body.next).toMatchObject({ action: { do: 'state', person_id: ivys } });
    await send(app, gus, 'PUT', `${PURCHASE}/requirements/r`, { text: 'It floats' });
    // A visit of an earlier day: from then on is news.
    await app.db.owner.query(
      `insert into viewing (workspace_id, zone, viewing_id, purchase_id, person_id, what, day, last_at)
       values ($1, 'shared', 'v', $2, $3, 'purchase', current_date - 3, now() - interval '3 days')`,
      [ours, mills, ivys],
    );
    const { body } = await send(app, ivy, 'GET', `${PURCHASE}/start`);
    expect(Date.parse(body.news.since)).toBeLessThan(Date.now() - 2 * 86_400_000);
    expect(body.news.items.map(({ text }: { text: string }) => text)).toContain('Requirement set: “It floats”.');
    const seller = await send(app, people.admin, 'GET', `${PURCHASE}/start`);
    expect(seller.body).toMatchObject({ view: 'seller', next: null, pulse: null, news: { since: null, items: [] } });
  });

  test('asks one question at most, once something was said, and tells nobody else what was answered', async () => {
    const person_id = await me(ivy);
    const asked = async () => (await send(app, ivy, 'GET', `${PURCHASE}/start`)).body.pulse.due;
    expect(await asked()).toBe(null);
    const jobs = [{ job_id: 'solution_exploration' }];
    await send(app, ivy, 'POST', `${PURCHASE}/assents`, { person_id, stance: 'given', jobs });
    expect(await asked()).toMatchObject({ item: 'ease' });
    const answer = { person_id, item: 'ease', value: 1 };
    const made = await send(app, ivy, 'POST', `${PURCHASE}/pulse-answers`, answer);
    expect(made.status).toBe(200);
    expect(await asked()).toBe(null);
    const again = await send(app, ivy, 'POST', `${PURCHASE}/pulse-answers`, answer);
    expect(again.body.code).toBe('pulse.not_due');
    for (const path of ['', '/events', '/export', '/archive', '/start']) {
      const { text } = await send(app, gus, 'GET', PURCHASE + path);
      expect([path, text.includes('pulse.answered')]).toEqual([path, false]);
    }
    const event_id = made.body.events[0].id;
    const foreign = await send(app, gus, 'POST', `${PURCHASE}/corrections`, { event_id, body: null });
    const corrected = await send(app, ivy, 'POST', `${PURCHASE}/corrections`, {
      event_id,
      body: { ...answer, value: 5 },
    });
    expect([foreign.body.code, corrected.body.code]).toEqual(['thing.unknown', 'pulse.not_corrected']);
    expect((await send(app, ivy, 'POST', `${PURCHASE}/corrections`, { event_id, body: null })).status).toBe(200);
    expect(await asked()).toMatchObject({ item: 'ease' });
  });

  test('lets who reads only what is shared take part, and keeps the rest from them', async () => {
    await invite(app, ivy, ours, mills, { email: 'cleo@advice.example', name: 'Cleo', consultant: true });
    const cleo = (await press(app, 'cleo@advice.example')).shown;
    await send(app, ivy, 'PUT', `${PURCHASE}/requirements/k`, { text: 'kept need', zone: 'buyer' });
    const { body, text } = await send(app, cleo, 'GET', `${PURCHASE}/start`);
    expect(body).toMatchObject({ view: 'buyer', pulse: null });
    expect(text).not.toContain('kept need');
  });
});

describe('the people of the pod', () => {
  test('are named to both sides, with the jobs they help with', async () => {
    const { person_id, ...lead } = people.lead;
    const members = [{ person_id, job_ids: ['validation', 'nowhere'] }];
    await send(app, people.admin, 'PUT', `/workspaces/${ours}/pods/south`, { name: 'South', members });
    await send(app, people.admin, 'PUT', `${PURCHASE}/pod`, { pod_id: 'south' });
    for (const who of [ivy, lead]) {
      const { body } = await send(app, who, 'GET', `${PURCHASE}/pod`);
      expect(body.people).toEqual([{ person_id, name: expect.any(String), jobs: ['Validation'] }]);
    }
    const brief = await send(app, people.admin, 'GET', `${PURCHASE}/brief`);
    expect(brief.body.stuck.find(({ job_id }: { job_id: string }) => job_id === 'validation').helpers).toHaveLength(1);
    expect((await send(app, ivy, 'GET', `${PURCHASE}/brief`)).body.code).toBe('caller.not_allowed');
    await send(app, people.admin, 'DELETE', `/workspaces/${ours}/members/${person_id}`);
    expect((await send(app, ivy, 'GET', `${PURCHASE}/pod`)).body.people).toEqual([]);
    expect(headersOf(people.lead)).toBeDefined();
  });

  test('ask a buyer for nothing once the room is closed', async () => {
    await send(app, people.admin, 'PUT', `${PURCHASE}/room/closing`);
    const { body } = await send(app, ivy, 'GET', `${PURCHASE}/start`);
    expect(body).toMatchObject({ next: null, pulse: { due: null } });
  });
});
