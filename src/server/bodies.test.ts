import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import fc from 'fast-check';
import fastify from 'fastify';
import { describe, expect, test } from 'vitest';
import { servedApp } from '../../test/served-app.ts';
import { CONNECTIONS, depthOf, guardBodies } from './bodies.ts';

const { app, ask } = await servedApp();

const post = (payload: string, type: string) =>
  app.inject({
    method: 'POST',
    url: '/api/v1/workspaces/ours/purchases',
    headers: { host: 'localhost:4400', 'x-acting-as': 'sam', 'content-type': type },
    payload,
  });

describe('a body', () => {
  test('that is not JSON is refused by its label', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'text/html', 'application/xml']) {
      const answer = await post('name=x', type);
      expect([type, answer.statusCode, answer.json().code]).toEqual([type, 415, 'request.media_type']);
    }
  });

  test('that is nested too deeply, damaged, or sets prototypes is refused, and not with a failure', async () => {
    const deep = await post(`{"name":${'['.repeat(500_000)}`, 'application/json');
    expect([deep.statusCode, deep.json().code]).toEqual([400, 'request.too_deep']);
    for (const text of ['{"name":', '{"__proto__":{"name":"x"}}', '{"constructor":{"prototype":{}}}', '[]', '']) {
      expect([text, (await post(text, 'application/json')).statusCode]).toEqual([text, 400]);
    }
    expect(({} as Record<string, unknown>).name).toBeUndefined();
  });

  test('that is too large is refused', async () => {
    const answer = await post(JSON.stringify({ name: 'x'.repeat(2 * 1024 * 1024) }), 'application/json');
    expect([answer.statusCode, answer.json().code]).toEqual([413, 'request.too_large']);
  });

  test('with an amount beyond what is exact is refused', async () => {
    for (const amount of ['9007199254740993', '1e400', '1.5', '"1"', '-9007199254740993']) {
      const answer = await post(`{"name":"x","currency":"EUR","amount_minor":${amount}}`, 'application/json');
      expect([amount, answer.statusCode]).toEqual([amount, 400]);
    }
  });

  test('that trickles in is cut off', async () => {
    const slow = fastify();
    guardBodies(slow, 50);
    slow.post('/', async () => 'whole');
    await slow.listen({ host: '127.0.0.1', port: 0 });
    const socket = connect((slow.server.address() as AddressInfo).port, '127.0.0.1');
    socket.write('POST / HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{');
    await once(socket, 'close');
    await slow.close();
  });

  test('is measured as deep as it is, whatever stands in its texts', () => {
    expect(depthOf('{"a":["[[[[\\"[",{}]}')).toBe(3);
    const depth = (value: unknown): number =>
      typeof value !== 'object' || value === null ? 0 : 1 + Math.max(0, ...Object.values(value).map(depth));
    fc.assert(fc.property(fc.jsonValue(), (value) => depthOf(JSON.stringify(value)) === depth(value)));
  });
});

test('connections are bounded in time, in number and in what their heads may hold', async () => {
  expect(app.server.headersTimeout).toBe(CONNECTIONS.http.headersTimeout);
  expect(app.server.timeout).toBe(CONNECTIONS.connectionTimeout);
  expect(app.server.maxConnections).toBeGreaterThan(0);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const long = await fetch(`http://localhost:${port}/${'x'.repeat(20_000)}`);
  expect(long.status).toBe(431);
});

test('a query that names a thing twice is refused', async () => {
  expect((await ask('GET', 'purchases?sort=name&sort=age')).status).toBe(400);
});
