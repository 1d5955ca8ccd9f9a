import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { servedApp } from '../../test/served-app.ts';

const { app, ask } = await servedApp({ requests: 8, from_address: 60, guesses: 4 });

const statuses = async (count: number, url: () => string, headers: () => Record<string, string>, ip: string) => {
  const seen: number[] = [];
  for (let at = 0; at < count; at++) {
    const answer = await app.inject({
      url: url(),
      headers: { host: 'localhost:4400', ...headers() },
      remoteAddress: ip,
    });
    seen.push(answer.statusCode);
  }
  return seen;
};
const token = () => randomBytes(32).toString('base64url');

test('a guess is a guess however its address is written', async () => {
  const spellings = ['passes', '%70asses', 'p%61ss%65s', 'passe%73'];
  let at = 0;
  const url = () => `/api/v1/workspaces/ours/${spellings[at++ % spellings.length]}/${token()}`;
  const seen = await statuses(12, url, () => ({}), '10.0.0.1');
  expect(seen.slice(0, 4)).toEqual([404, 404, 404, 404]);
  expect(seen.slice(4)).toEqual(Array(8).fill(429));
});

test('mails are asked for again no more often than is guessed', async () => {
  const seen = await statuses(
    6,
    () => '/api/auth/send-verification-email',
    () => ({}),
    '10.0.0.9',
  );
  expect(seen.map((status) => status === 429)).toEqual([false, false, false, false, true, true]);
});

test('a new made-up key for each request does not make a new person', async () => {
  const bearer = () => ({ authorization: `Bearer coa_${'0'.repeat(32)}_${token()}` });
  const seen = await statuses(70, () => '/api/v1/workspaces/ours/me', bearer, '10.0.0.2');
  expect(seen.filter((status) => status === 429)).toHaveLength(10);
  const elsewhere = await statuses(
    1,
    () => '/api/v1/workspaces',
    () => ({}),
    '10.0.0.3',
  );
  expect(elsewhere).toEqual([200]);
});

test('an answer says how many are left, and when to come again', async () => {
  const headers = { 'x-acting-as': 'sam' };
  const first = await ask('GET', 'purchases', { headers });
  expect([first.headers['ratelimit-limit'], first.headers['ratelimit-remaining']]).toEqual(['8', '7']);
  const rest = await statuses(
    8,
    () => '/api/v1/workspaces/ours/purchases',
    () => headers,
    '127.0.0.1',
  );
  expect(rest.at(-1)).toBe(429);
  expect(Number((await ask('GET', 'purchases', { headers })).headers['retry-after'])).toBeGreaterThan(0);
});

test('what a client says of its own address counts for nothing', async () => {
  const claims = () => ({ 'x-forwarded-for': `10.9.9.${Math.floor(Math.random() * 250)}`, 'x-real-ip': '10.8.8.8' });
  const url = () => `/api/v1/workspaces/ours/passes/${token()}`;
  expect((await statuses(6, url, claims, '10.0.0.4')).slice(4)).toEqual([429, 429]);
});
