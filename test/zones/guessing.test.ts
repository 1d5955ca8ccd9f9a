import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { LIMITS } from '../../src/server/limits.ts';
import { servedApp } from '../served-app.ts';
import { makeWorkspace, send, signUp } from './people.ts';

const app = await servedApp(LIMITS);
const GUESSES = 10_000;

test('ten thousand guesses at passwords and links are slowed after a few, say when to go on, and stand in the log', async () => {
  const admin = await signUp(app, 'Ada', 'ada@vendor.example');
  const workspace_id = await makeWorkspace(app, admin, 'Vendor');
  const statuses = new Map<number, number>();
  let last: Awaited<ReturnType<typeof send>> | undefined;
  for (let guess = 0; guess < GUESSES; guess++) {
    const token = randomBytes(32).toString('base64url');
    last =
      guess % 2 === 0
        ? await send(app, {}, 'GET', `/workspaces/${workspace_id}/passes/${token}`)
        : await send(app, {}, 'POST', '/api/auth/sign-in/email', { email: 'ada@vendor.example', password: token });
    statuses.set(last.status, (statuses.get(last.status) ?? 0) + 1);
  }
  expect(statuses.get(429)).toBeGreaterThanOrEqual(GUESSES - 3 * LIMITS.guesses);
  expect(last).toMatchObject({ status: 429, body: { code: 'request.too_many', status: 429 } });
  expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0);
  expect(String(last?.headers['content-type'])).toContain('application/problem+json');
  // Who signed in before goes on working meanwhile.
  const log = await send(app, admin, 'GET', `/workspaces/${workspace_id}/audit`);
  const actions = log.body.entries.map((entry: { action: string }) => entry.action);
  expect(actions).toContain('guess.slowed');
  expect(actions).toContain('session.refused');
  expect(log.text).not.toContain('tin harbour');
});
