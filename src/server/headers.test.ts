import type { AddressInfo } from 'node:net';
import fastify from 'fastify';
import { describe, expect, test } from 'vitest';
import { servedApp } from '../../test/served-app.ts';
import type { Operation } from '../contract/operation.ts';
import { operations } from '../contract/operations.ts';
import { addHeaders, pagePolicy } from './headers.ts';

const { app, ask } = await servedApp();

/** What every answer says, whatever it is. */
const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'permissions-policy': expect.stringContaining('camera=()'),
};

describe('every answer', () => {
  const asked = Object.entries<Operation>(operations).filter(([, { media }]) => media !== 'events');

  test.each(asked)(
    'of %s can be neither kept, framed, sniffed nor run',
    async (_name, { method, path, body, media }) => {
      const address = `/api/v1${path.replace(':workspace_id', 'ours').replace(/:\w+/g, 'x')}`;
      const answer = await ask(method, address, body === undefined ? {} : { payload: {} });
      expect(answer.headers).toMatchObject({ ...ALWAYS, 'cache-control': 'no-store' });
      const policy = String(answer.headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain('sandbox');
      expect(policy).toContain("frame-ancestors 'none'");
      // Leads on within the program, and holds nothing.
      if (media === 'redirect') return expect([answer.body, answer.headers.location?.[0]]).toEqual(['', '/']);
      expect(answer.type).toMatch(/^(application\/(problem\+)?json|text\/csv; charset=utf-8|application\/(zip|jsonl))/);
    },
  );

  test('of another host, another site and no address at all says the same', async () => {
    for (const headers of [{ host: 'evil.example' }, { origin: 'http://evil.example' }] as Record<string, string>[]) {
      expect((await ask('GET', '/api/v1/workspaces', { headers })).headers).toMatchObject(ALWAYS);
    }
    expect((await ask('GET', '/nothing')).headers).toMatchObject(ALWAYS);
  });

  test('tells no browser that another origin may read it', async () => {
    const answer = await ask('GET', '/api/v1/workspaces', { headers: { origin: 'http://localhost:4400' } });
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  test('a live stream says it too, as it is opened', async () => {
    await app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = app.server.address() as AddressInfo;
    const end = new AbortController();
    const address = `http://localhost:${port}/api/v1/workspaces/ours/live?acting_as=sam`;
    const stream = await fetch(address, { signal: end.signal });
    expect(stream.status).toBe(200);
    for (const name of [...Object.keys(ALWAYS), 'content-security-policy']) expect(stream.headers.has(name)).toBe(true);
    expect(stream.headers.get('cache-control')).toBe('no-store');
    end.abort();
  });
});

test('beyond this machine, browsers are told to come by https only', async () => {
  const setting = {
    public_url: 'https://coassent.example',
    local: false,
    secret: '',
    runs_it: '',
    smtp_url: null,
    outgoing_allow: [],
    sso_optional: [],
    model: null,
    files: { largest_bytes: 1, s3: null },
  };
  const beyond = fastify();
  await addHeaders(beyond, {
    ...setting,
    mail_from: '',
    settle_ms: 0,
    outgoing_allow: [],
    sso_optional: [],
    model: null,
    files: setting.files,
  });
  const answer = await beyond.inject('/');
  expect(answer.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
  expect((await ask('GET', '/healthz')).headers['strict-transport-security']).toBeUndefined();
});

test('a page runs scripts of its own origin only, and each time has another nonce for styles', () => {
  const { policy, nonce } = pagePolicy();
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("base-uri 'none'");
  expect(policy).toContain("object-src 'none'");
  expect(policy).not.toContain('unsafe');
  expect(policy).toContain(`'nonce-${nonce}'`);
  expect(pagePolicy().nonce).not.toBe(nonce);
});
