import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { servedApp } from '../../test/served-app.ts';

const { ask, open, name, db } = await servedApp();

interface Shown {
  step_id: string;
  name: string;
  [field: string]: unknown;
}

/** A purchase with Dana in, and Lea named. */
async function purchase() {
  const id = await open();
  await name(id, 'dana', ['champion']);
  await name(id, 'lea', ['legal']);
  await ask('PUT', `purchases/${id}/stakeholders/dana/entry`, { as: 'dana', payload: {} });
  const say = (step_id: string, payload: object, as = 'dana') =>
    ask('PUT', `purchases/${id}/steps/${step_id}`, { as, payload: { name: step_id, ...payload } });
  const progress = (step_id: string, payload: object, as = 'dana') =>
    ask('POST', `purchases/${id}/steps/${step_id}/progress`, { as, payload });
  const plan = async (as = 'dana', query = '') => (await ask('GET', `purchases/${id}/plan${query}`, { as })).body;
  const shown = async (step_id: string, as = 'dana'): Promise<Shown> =>
    (await plan(as)).steps.find((one: Shown) => one.step_id === step_id);
  return { id, say, progress, plan, shown };
}

/** A day so many days from today, in UTC. */
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('a plan', () => {
  it('shows what slipped, what moved because of it, and what the one who asks has to do', async () => {
    const { id, say, progress, plan, shown } = await purchase();
    await say('draft', { due_on: inDays(-20), owner_id: 'dana', job_id: 'validation' });
    await say('legal', { depends_on: ['draft'], duration_days: 5, owner_side: 'buyer', owner_role: 'legal' });
    await say('sign', { after_id: 'legal', after_days: 2, checklist: [{ item_id: 'pen', text: 'A pen' }] });
    const page = await plan();
    expect(page.steps.map((one: Shown) => one.step_id)).toEqual(['draft', 'legal', 'sign']);
    expect(page.slips).toEqual([
      { step_id: 'draft', moved: ['legal', 'sign'], text: '2 steps moved because “draft” slipped.' },
    ]);
    expect(page.reminders).toMatchObject([
      { step_id: 'draft', text: expect.stringMatching(/^overdue by 1\d working days$/) },
    ]);
    expect(await shown('draft')).toMatchObject({
      owner: { person_id: 'dana', name: 'dana', side: 'buyer' },
      ...{
        mine: true,
        critical: true,
        job_id: 'validation',
        why: expect.stringMatching(/^Likely 1\d working days later/),
      },
    });
    expect(await shown('legal')).toMatchObject({
      ...{ waits_for: ['draft'], why: expect.stringContaining('because “draft” slipped'), slack_days: 0 },
      owner: { person_id: null, side: 'buyer', role: 'legal' },
    });
    expect((await ask('GET', `purchases/${id}/start`, { as: 'dana' })).body.next).toMatchObject({
      what: 'Write down the problem in a sentence',
    });
    await progress('draft', { to: 'done', on: inDays(-18) });
    await progress('sign', { item_id: 'pen', ticked: true });
    expect(await shown('draft')).toMatchObject({ state: 'done', likely_on: inDays(-18), slack_days: null });
    expect(await shown('sign')).toMatchObject({ checklist: [{ item_id: 'pen', ticked: true }] });
    const { jobs } = (await ask('GET', `purchases/${id}`, { as: 'dana' })).body;
    expect(jobs.some((job: { complete: boolean; state: string }) => job.state === 'complete')).toBe(false);
  });

  it('is made from a template, once, with what is internal kept on the side of the buyers', async () => {
    const { id, plan } = await purchase();
    const begin = (payload: object, as: string) => ask('POST', `purchases/${id}/plan/beginnings`, { as, payload });
    expect((await begin({ template: 'software' }, 'sam')).status).toBe(200);
    expect((await plan()).could_add).toEqual(['software']);
    expect((await begin({ template: 'software', internal: 'only' }, 'dana')).body.events).toHaveLength(4);
    expect((await begin({ template: 'software' }, 'dana')).body.code).toBe('plan.there_already');
    expect((await begin({ template: 'software', learned: true }, 'dana')).body.code).toBe('plan.sellers_learn');
    const [buyers, sellers] = [await plan('dana'), await plan('sam')];
    expect([buyers.steps.length, sellers.steps.length]).toEqual([14, 10]);
    expect(JSON.stringify(sellers)).not.toContain('internal":"');
    expect([buyers.could_add, sellers.could_add]).toEqual([[], []]);
  });

  it('refuses what makes no plan, in sentences that help', async () => {
    const { say, progress, plan } = await purchase();
    await say('a', { name: '🚀 مراجعة' });
    await say('b', { depends_on: ['a'] });
    const circle = await say('a', { name: 'A', depends_on: ['b'] });
    expect(circle.body).toMatchObject({
      code: 'step.cycle',
      detail: '“A” would wait for “b”, which waits for “A”. That is a circle: take out one of them.',
    });
    const far = await say('c', { due_on: '20266-03-01' });
    expect(far.status).toBe(400);
    expect(far.body.detail).toContain('a year of four digits, such as 2026-03-31');
    expect((await progress('a', { to: 'done', on: '2190-01-01' })).body.code).toBe('step.in_future');
    expect((await plan()).steps.map((one: Shown) => one.name)).toEqual(['🚀 مراجعة', 'b']);
  });

  it('is of a side: sellers do not learn of internal steps, nor change one that they are shown', async () => {
    const { id, say, shown, plan } = await purchase();
    await say('legal', { internal: 'legal' });
    await say('security', { internal: 'security', zone: 'shared' });
    expect(await shown('legal')).toMatchObject({ zone: 'buyer', internal: 'legal' });
    expect((await plan('sam')).steps).toMatchObject([
      { step_id: 'security', locked: expect.stringContaining('buyer side') },
    ]);
    expect((await say('security', { duration_days: 9 }, 'sam')).body.code).toBe('step.not_yours');
    const remark = { as: 'dana', payload: { comment: 'They are slow.', zone: 'buyer' } };
    await ask('POST', `purchases/${id}/steps/security/comments`, remark);
    expect(await shown('security')).toMatchObject({ comments: [{ comment: 'They are slow.', by: 'dana' }] });
    expect(await shown('security', 'sam')).toMatchObject({ comments: [] });
    expect((await say('later', { depends_on: ['legal'] })).status).toBe(200);
    expect(await shown('later', 'sam')).toBeUndefined();
  });

  it('is there as of an earlier day', async () => {
    const { id, say, plan } = await purchase();
    const { events } = (await ask('GET', `purchases/${id}/events`, { as: 'dana' })).body;
    const before = events[0].occurred_at;
    await say('a', {});
    expect((await plan('dana', `?as_of=${before}`)).steps).toEqual([]);
  });

  it('that was finished teaches sellers how long steps take, with how many cases', async () => {
    for (let n = 0; n < 3; n++) {
      const { say, progress } = await purchase();
      await say('needs', { from_template: 'services/needs' });
      await progress('needs', { to: 'started', on: '2026-03-02' });
      await progress('needs', { to: 'done', on: `2026-03-${10 + n}` });
    }
    const { body } = await ask('GET', 'plan-learnings');
    expect(body).toMatchObject({
      ...{ plans: 3, fewest: 3 },
      steps: [{ from_template: 'services/needs', n: 3, median_days: 8, least_days: 7, most_days: 9 }],
    });
    const { id, plan } = await purchase();
    await ask('POST', `purchases/${id}/plan/beginnings`, { payload: { template: 'services', learned: true } });
    const needs = (await plan()).steps.find((one: Shown) => one.name === 'Agree what it has to do');
    expect(needs.duration_days).toBe(8);
    expect((await ask('GET', 'plan-learnings', { as: 'dana' })).body.code).toBe('caller.not_allowed');
  });
});

describe('a calendar feed', () => {
  const feed = async (id: string, as: string) =>
    (await ask('POST', `purchases/${id}/calendar-feeds`, { as })).body as { feed_id: string; address: string };
  const read = (address: string) => ask('GET', new URL(address).pathname, { as: null });
  const eventsIn = (text: string) =>
    new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));

  it('tells what its person may read now, in a form that calendars read', async () => {
    const { id, say, progress } = await purchase();
    await say('visit', { name: '🚀 Besuch; Halle 7, Tor "B"\nביקור', due_on: '2030-01-15', owner_id: 'lea' });
    await say('legal', { internal: 'legal', depends_on: ['visit'], duration_days: 3 });
    const [dana, sam] = [await feed(id, 'dana'), await feed(id, 'sam')];
    const answer = await read(dana.address);
    expect(answer).toMatchObject({ status: 200, type: 'text/calendar; charset=utf-8' });
    const events = eventsIn(answer.body);
    expect(events.map(({ summary }) => summary)).toEqual(['🚀 Besuch; Halle 7, Tor "B"\nביקור', 'legal']);
    expect(events.map(({ startDate }) => [startDate.toString(), startDate.isDate])).toEqual([
      ['2030-01-15', true],
      ['2030-01-18', true],
    ]);
    expect(events[0]?.description).toBe('Owner: lea\nPlanned for 2030-01-15');
    expect(events[1]?.description).toContain('Waits for: 🚀 Besuch');
    for (const line of answer.body.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(eventsIn((await read(sam.address)).body)).toHaveLength(1);
    await progress('visit', { to: 'done', on: '2026-03-02' });
    expect(eventsIn((await read(`${dana.address}.ics`)).body)[0]).toMatchObject({
      summary: expect.stringMatching(/^✓ /),
    });
  });

  it('ends when its person ends it, and never by the hand of another', async () => {
    const { id, say } = await purchase();
    await say('a', {});
    const { feed_id, address } = await feed(id, 'dana');
    expect((await read(address)).status).toBe(200);
    const list = async (as: string) => (await ask('GET', `purchases/${id}/calendar-feeds`, { as })).body.feeds;
    expect(await list('dana')).toMatchObject([{ feed_id, last_read_at: expect.any(String) }]);
    expect(await list('sam')).toEqual([]);
    const end = (as: string) => ask('DELETE', `purchases/${id}/calendar-feeds/${feed_id}`, { as });
    expect((await end('sam')).status).toBe(404);
    expect((await end('dana')).status).toBe(200);
    expect((await read(address)).body.code).toBe('thing.unknown');
    expect(await read(`${address.slice(0, -1)}_`)).toMatchObject({ status: 404 });
    expect(await list('dana')).toEqual([]);
  });

  it('is kept as a digest, and is nobody’s who comes as no person', async () => {
    const { id } = await purchase();
    const { address } = await feed(id, 'dana');
    const { rows } = await db.owner.query('select * from calendar_feed');
    expect(JSON.stringify(rows)).not.toContain(address.split('/').at(-1));
    expect((await ask('POST', `purchases/${id}/calendar-feeds`, { as: 'operator' })).body.code).toBe('feed.of_nobody');
  });
});
