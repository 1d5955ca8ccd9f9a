import { describe, expect, test } from 'vitest';
import { servedApp } from '../../test/served-app.ts';
import type { Operation } from '../contract/operation.ts';
import { operations } from '../contract/operations.ts';

const { ask, open, name } = await servedApp();

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

  test.each(Object.entries<Operation>(operations))(
    '%s is for those it says it is for, whatever is sent',
    async (_name, declared) => {
      const purchase_id = await open();
      await name(purchase_id, 'ivy', ['champion']);
      const address = declared.path.slice('/workspaces/:workspace_id/'.length).replace(/:\w+/g, purchase_id);
      const call = async (as: string | null) => {
        const inside = declared.path.startsWith('/workspaces/:workspace_id/');
        const at = inside ? address : `/api/v1${declared.path}`;
        return (
          await ask(declared.method, at, { as, ...(declared.body !== undefined && { payload: { wrong: true } }) })
        ).status;
      };
      if (declared.media === 'redirect') return expect(await call(null)).toBe(303);
      if (declared.permission === 'anyone') return expect([200, 400, 404, 409]).toContain(await call(null));
      if (['account', 'visitor'].includes(declared.permission)) return expect(await call(null)).toBe(401);
      if (declared.permission === 'operator') return expect(await call(null)).toBe(403);
      expect(await call(null)).toBe(401);
      expect(await call('tess')).toBe(401);
      if (['seller', 'lead', 'admin'].includes(declared.permission)) expect(await call('ivy')).toBe(403);
      else if (declared.media !== 'events') expect([200, 400, 404, 422]).toContain(await call('ivy'));
    },
  );

  test('every operation of the contract is in the OpenAPI document, under its own name', async () => {
    const { body } = await ask('GET', '/api/v1/openapi.json', { as: null });
    expect(body.openapi).toBe('3.1.0');
    const described = Object.values(body.paths as Record<string, Record<string, { operationId: string }>>)
      .flatMap((methods) => Object.values(methods))
      .map((operation) => operation.operationId);
    expect(described.sort()).toEqual(Object.keys(operations).sort());
  });
});
