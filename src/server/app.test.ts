import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../test/postgres.ts';
import { operations } from '../contract/operations.ts';
import { type Live, startLive } from '../store/live.ts';
import { putPeople } from '../store/person.ts';
import { makeWorkspace } from '../store/workspace.ts';
import { buildApp } from './app.ts';
import { ImportQueue } from './import-queue.ts';

const { db, url, login_password } = await freshDatabase();
const uploads_dir = mkdtempSync(path.join(tmpdir(), 'coassent-app-'));
const failures: unknown[] = [];
let app: FastifyInstance;
let live: Live;
let queue: ImportQueue;

beforeAll(async () => {
  const onFailure = (_what: string, error: unknown) => failures.push(error);
  live = await startLive(db, (error) => failures.push(error));
  queue = new ImportQueue({ store: { db, url, login_password }, uploads_dir, onFailure });
  app = await buildApp({ db, live, imports: queue, uploads_dir, web_dir: null, onFailure });
  for (const workspace_id of ['ours', 'theirs']) {
    await makeWorkspace(db, {
      workspace_id,
      name: workspace_id,
      simulated: false,
      created_at: new Date().toISOString(),
    });
  }
  const sam = { person_id: 'sam', side: 'seller' as const, name: 'Sam', function: null, purchase_id: null };
  await putPeople(db, 'ours', [sam]);
  await putPeople(db, 'theirs', [{ ...sam, person_id: 'tess', name: 'Tess' }]);
});

afterAll(async () => {
  await queue.close();
  await live.close();
  await app.close();
  rmSync(uploads_dir, { recursive: true, force: true });
  expect(failures).toEqual([]);
});

interface Ask {
  as?: string | null;
  key?: string;
  headers?: Record<string, string>;
  payload?: object;
}

const ask = async (
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  address: string,
  { as = 'sam', key, headers, payload }: Ask = {},
) => {
  const answer = await app.inject({
    method,
    url: address.startsWith('/') ? address : `/api/v1/workspaces/ours/${address}`,
    headers: {
      host: 'localhost:4400',
      ...(as !== null && { 'x-acting-as': as }),
      ...(key !== undefined && { 'idempotency-key': key }),
      ...headers,
    },
    ...(payload !== undefined && { payload }),
  });
  const type = answer.headers['content-type'] ?? '';
  return {
    status: answer.statusCode,
    type,
    headers: answer.headers,
    body: /^application\/(problem\+)?json(;|$)/.test(String(type)) ? answer.json() : answer.body,
  };
};

const open = async (): Promise<string> => {
  const { body } = await ask('POST', 'purchases', { payload: { name: 'Mills', template: 'buying-6' } });
  return body.purchase_id;
};

const name = (purchase_id: string, person_id: string, roles: string[], as = 'sam') =>
  ask('PUT', `purchases/${purchase_id}/stakeholders/${person_id}`, { as, payload: { name: person_id, roles } });

const assent = (purchase_id: string, person_id: string, more: object = {}, as = person_id) =>
  ask('POST', `purchases/${purchase_id}/assents`, {
    as,
    payload: { person_id, stance: 'given', jobs: [{ job_id: 'problem_identification' }], ...more },
  });

const page = async (purchase_id: string, as = 'sam') => (await ask('GET', `purchases/${purchase_id}`, { as })).body;

describe('the door', () => {
  test('another host or another site is turned away', async () => {
    expect(await ask('GET', '/healthz', { headers: { host: 'evil.example' } })).toMatchObject({
      status: 421,
      type: expect.stringContaining('application/problem+json'),
      body: { code: 'origin.host' },
    });
    expect(
      await ask('POST', 'purchases', { headers: { origin: 'http://evil.example' }, payload: { name: 'x' } }),
    ).toMatchObject({
      status: 403,
      body: { code: 'origin.foreign' },
    });
    expect((await ask('GET', 'purchases', { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    expect((await ask('GET', '/healthz')).status).toBe(200);
    expect((await ask('GET', '/readyz')).status).toBe(200);
  });

  test('someone has to act, and has to be known in that workspace', async () => {
    expect(await ask('GET', 'purchases', { as: null })).toMatchObject({
      status: 401,
      body: { code: 'caller.unnamed' },
    });
    expect(await ask('GET', 'purchases', { as: 'tess' })).toMatchObject({
      status: 401,
      body: { code: 'caller.unknown' },
    });
  });

  test('unknown keys, wrong types and unknown addresses are answered with a sentence', async () => {
    const extra = await ask('POST', 'purchases', { payload: { name: 'x', extra: 1 } });
    expect(extra).toMatchObject({
      status: 400,
      body: { code: 'request.malformed', detail: expect.stringContaining('extra') },
    });
    expect(await ask('GET', 'purchases?limit=9999')).toMatchObject({ status: 400 });
    expect(await ask('GET', '/api/v1/nothing')).toMatchObject({ status: 404, body: { code: 'thing.unknown' } });
  });

  test('every operation of the contract is in the OpenAPI document, under its own name', async () => {
    const { body } = await ask('GET', '/api/v1/openapi.json', { as: null });
    expect(body.openapi).toBe('3.1.0');
    const described = Object.values(body.paths as Record<string, Record<string, { operationId: string }>>)
      .flatMap((methods) => Object.values(methods))
      .map((operation) => operation.operationId);
    expect(described.sort()).toEqual(Object.keys(operations).sort());
  });
});

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
