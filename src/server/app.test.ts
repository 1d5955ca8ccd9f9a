import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { servedApp } from '../../test/served-app.ts';

const { ask, open, name, assent, page } = await servedApp();

describe('a purchase', () => {
  test('is agreed until a job is complete, and reopens with its cause when a decision maker joins', async () => {
    const purchase_id = await open();
    await name(purchase_id, 'ann', ['champion']);
    await name(purchase_id, 'bob', ['decision_maker']);
    expect((await assent(purchase_id, 'ann')).status).toBe(200);
    expect((await page(purchase_id)).jobs[0]).toMatchObject({ state: 'working', missing: ['bob has not agreed yet'] });
    await assent(purchase_id, 'bob');
    expect((await page(purchase_id)).jobs[0].state).toBe('complete');
    expect(await name(purchase_id, 'cyd', ['decision_maker'])).toMatchObject({
      status: 403,
      body: { code: 'group.buyers_only' },
    });
    expect((await name(purchase_id, 'cyd', ['decision_maker'], 'ann')).status).toBe(200);
    const after = await page(purchase_id);
    expect(after.jobs[0]).toMatchObject({ state: 'reopened', reopens: 1 });
    expect(after.jobs[0].complete_intervals[0].ended.text).toBe('cyd joined');
  });

  test('only the person, or the delegate they named, can assent', async () => {
    const purchase_id = await open();
    await name(purchase_id, 'dan', ['champion']);
    await name(purchase_id, 'eve', ['user']);
    for (const as of ['sam', 'eve', 'operator']) {
      expect(await assent(purchase_id, 'dan', {}, as)).toMatchObject({
        status: 403,
        body: { code: 'assent.not_yours' },
      });
    }
    await ask('PUT', `purchases/${purchase_id}/stakeholders/dan/delegate`, {
      as: 'dan',
      payload: { delegate_id: 'eve' },
    });
    expect((await assent(purchase_id, 'dan', {}, 'eve')).status).toBe(200);
    const cell = (await page(purchase_id)).jobs[0].cells.find((c: { person_id: string }) => c.person_id === 'dan');
    expect(cell).toMatchObject({ sign: 'given', by: 'eve' });
  });

  test('a private assent and a private reason stay with the buyers', async () => {
    const purchase_id = await open();
    await name(purchase_id, 'fay', ['champion']);
    await assent(purchase_id, 'fay', { stance: 'withheld', reason: 'not yet', private_reason: 'CANARY-1' });
    await assent(purchase_id, 'fay', { zone: 'buyer', jobs: [{ job_id: 'validation' }] });
    const seller = JSON.stringify([
      await page(purchase_id),
      (await ask('GET', `purchases/${purchase_id}/events`)).body,
      (await ask('GET', `purchases/${purchase_id}/export`)).body,
    ]);
    expect(seller).not.toContain('CANARY-1');
    expect((await page(purchase_id)).jobs[4].cells[0].sign).toBe('none');
    const buyer = await page(purchase_id, 'fay');
    expect(buyer.jobs[4].cells[0].sign).toBe('given');
    expect(buyer.jobs[0].cells[0].private_reason).toBe('CANARY-1');
  });

  test('a repeated key gives the same answer and stores nothing; for something else it is a conflict', async () => {
    const purchase_id = await open();
    const key = randomUUID();
    const first = await ask('PUT', `purchases/${purchase_id}/name`, { key, payload: { name: 'Two mills' } });
    const again = await ask('PUT', `purchases/${purchase_id}/name`, { key, payload: { name: 'Two mills' } });
    expect(again.body).toEqual(first.body);
    const other = await ask('PUT', `purchases/${purchase_id}/name`, { key, payload: { name: 'Three mills' } });
    expect(other).toMatchObject({ status: 409, body: { code: 'command.reused_with_other_body' } });
    const { events } = (await ask('GET', `purchases/${purchase_id}/events`)).body;
    expect(events.filter((event: { kind: string }) => event.kind === 'purchase.renamed')).toHaveLength(1);
  });

  test('a change meanwhile is noticed where the same thing was changed, and only there', async () => {
    const purchase_id = await open();
    const put = (requirement_id: string, text: string, seen: string | null) =>
      ask('PUT', `purchases/${purchase_id}/requirements/${requirement_id}`, { payload: { text, seen } });
    const { body } = await put('r1', 'Runs offline', null);
    expect(await put('r1', 'Runs offline for a day', null)).toMatchObject({
      status: 409,
      body: { code: 'conflict.changed_meanwhile' },
    });
    expect((await put('r1', 'Runs offline for a day', body.events[0].id)).status).toBe(200);
    expect((await put('r2', 'Speaks Finnish', null)).status).toBe(200);
  });

  test('a correction fits what it corrects, in its zone, and nobody corrects what a buyer stated but buyers', async () => {
    const purchase_id = await open();
    await name(purchase_id, 'hal', ['champion']);
    const given = (await assent(purchase_id, 'hal')).body.events.at(-1).id;
    const stage = await ask('PUT', `purchases/${purchase_id}/stage`, { payload: { stage: 'Comit' } });
    const correct = (event_id: string, body: object | null, as = 'sam') =>
      ask('POST', `purchases/${purchase_id}/corrections`, { as, payload: { event_id, body } });
    expect(await correct(given, null)).toMatchObject({ status: 403, body: { code: 'assent.not_yours' } });
    expect(await correct(stage.body.events[0].id, { stage: 7 })).toMatchObject({ body: { code: 'event.bad_body' } });
    expect((await correct(stage.body.events[0].id, { stage: 'Commit' }, 'hal')).status).toBe(404);
    expect((await correct(stage.body.events[0].id, { stage: 'Commit' })).status).toBe(200);
    expect((await page(purchase_id)).stage.stage).toBe('Commit');
    const { events } = (await ask('GET', `purchases/${purchase_id}/events`, { as: 'hal' })).body;
    expect(events.map((event: { kind: string }) => event.kind)).not.toContain('event.corrected');
  });

  test('buyers read their own purchase only; a foreign and a random id get the same answer', async () => {
    const mine = await open();
    const other = await open();
    await name(mine, 'gus', ['champion']);
    expect((await page(mine, 'gus')).view).toBe('buyer');
    const foreign = await ask('GET', `purchases/${other}`, { as: 'gus' });
    const random = await ask('GET', `purchases/${randomUUID()}`, { as: 'gus' });
    expect(foreign.status).toBe(404);
    expect(foreign.body).toEqual(random.body);
    expect(await ask('GET', 'purchases', { as: 'gus' })).toMatchObject({
      status: 403,
      body: { code: 'caller.not_allowed' },
    });
    expect((await ask('PUT', `purchases/${other}/name`, { as: 'gus', payload: { name: 'Mine now' } })).status).toBe(
      404,
    );
  });

  test('an unchanged page is not sent again, and an earlier date is told as it was', async () => {
    const purchase_id = await open();
    const first = await ask('GET', `purchases/${purchase_id}`);
    const etag = String(first.headers.etag);
    expect((await ask('GET', `purchases/${purchase_id}`, { headers: { 'if-none-match': etag } })).status).toBe(304);
    await ask('PUT', `purchases/${purchase_id}/name`, { payload: { name: 'Renamed' } });
    expect((await ask('GET', `purchases/${purchase_id}`, { headers: { 'if-none-match': etag } })).body.name).toBe(
      'Renamed',
    );
    const then = await ask('GET', `purchases/${purchase_id}?as_of=${encodeURIComponent(first.body.opened_at)}`);
    expect(then.body).toMatchObject({ name: 'Mills', as_of: first.body.opened_at, read_only: expect.any(String) });
  });
});

test('the portfolio lists, filters, counts and pages', async () => {
  const named = `Zeppelin ${randomUUID()}`;
  for (const place of [1, 2, 3]) await ask('POST', 'purchases', { payload: { name: `${named} ${place}` } });
  const query = `q=${encodeURIComponent(named)}&sort=name&limit=2`;
  const first = (await ask('GET', `purchases?${query}`)).body;
  expect(first.rows.map((row: { name: string }) => row.name)).toEqual([`${named} 1`, `${named} 2`]);
  const second = (await ask('GET', `purchases?${query}&cursor=${encodeURIComponent(first.next_cursor)}`)).body;
  expect(second.rows.map((row: { name: string }) => row.name)).toEqual([`${named} 3`]);
  expect(second.next_cursor).toBeNull();
  expect((await ask('GET', `purchase-counts?q=${encodeURIComponent(named)}`)).body).toMatchObject({
    total: 3,
    open: 3,
    bought: 0,
  });
});

test('job templates can be kept, used and removed; presets stay', async () => {
  const jobs = [{ job_id: 'try', name: 'Try', sentence: 'It works for us.', required_roles: ['user'], quorum: '1/2' }];
  expect((await ask('PUT', 'job-templates/short', { payload: { name: 'Short', jobs } })).status).toBe(200);
  const { body } = await ask('POST', 'purchases', { payload: { name: 'Quick', template: 'short' } });
  expect((await page(body.purchase_id)).jobs.map((job: { name: string }) => job.name)).toEqual(['Try']);
  expect(await ask('PUT', 'job-templates/buying-6', { payload: { name: 'Mine', jobs } })).toMatchObject({
    body: { code: 'template.preset' },
  });
  expect((await ask('DELETE', 'job-templates/short')).status).toBe(200);
  expect((await ask('DELETE', 'job-templates/short')).status).toBe(404);
});
