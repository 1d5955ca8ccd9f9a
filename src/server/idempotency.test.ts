import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { servedApp } from '../../test/served-app.ts';
import { headersOf, invite, join, makeWorkspace, openRoom, press, send, signUp } from '../../test/zones/people.ts';
import { rememberAnswers } from './idempotency.ts';

const app = await servedApp();
const ada = await signUp(app, 'Ada', 'ada@vendor.example');
const ours = await makeWorkspace(app, ada, 'Vendor');
const mia = headersOf(await join(app, ada, ours, 'Mia', 'mia@vendor.example', 'member'));
const mills = await openRoom(app, ada, ours, 'Mills');

const key = () => ({ 'idempotency-key': randomUUID() });
const mailsTo = (to: string) => app.mails.filter((mail) => mail.to === to).length;

describe('a write that is asked for again with its key', () => {
  test('makes one key, and shows it as the first time; another person has keys of their own', async () => {
    const again = key();
    const make = (who: Record<string, string>) =>
      send(app, { ...who, ...again }, 'POST', `/workspaces/${ours}/keys`, { name: 'k', scopes: ['read'] });
    const [first, second] = await Promise.all([make(ada), make(ada)]);
    expect(first?.body.key).toMatch(/^coa_/);
    expect(second?.text).toBe(first?.text);
    expect((await make(ada)).text).toBe(first?.text);
    expect((await make(mia)).body.key).not.toBe(first?.body.key);
    expect((await send(app, ada, 'GET', `/workspaces/${ours}/keys`)).body.keys).toHaveLength(2);
  });

  test('mails one pass and one invitation, and opens a room once', async () => {
    const again = key();
    const ivy = { email: 'ivy@mills.example', name: 'Ivy', roles: ['champion'] };
    const first = await invite(app, { ...ada, ...again }, ours, mills, ivy);
    expect((await invite(app, { ...ada, ...again }, ours, mills, ivy)).text).toBe(first.text);
    expect([first.status, mailsTo(ivy.email)]).toEqual([200, 1]);
    const asks = { email: 'leo@vendor.example', name: 'Leo', role: 'lead' };
    const more = key();
    for (const _ of [1, 2]) await send(app, { ...ada, ...more }, 'POST', `/workspaces/${ours}/invitations`, asks);
    expect(mailsTo(asks.email)).toBe(1);
    const door = key();
    const open = () =>
      send(app, { ...ada, ...door }, 'PUT', `/workspaces/${ours}/purchases/${mills}/room`, { rung: 'open' });
    expect((await open()).body.link).toBe((await open()).body.link);
    expect((await press(app, ivy.email)).sent.status).toBe(200);
  });

  test('for something else is a conflict; after a refusal it may be tried again', async () => {
    const again = key();
    const make = (name: string) => send(app, { ...ada, ...again }, 'POST', '/account/workspaces', { name });
    expect((await make('')).status).toBe(400);
    expect((await make('One')).status).toBe(200);
    expect(await make('Two')).toMatchObject({ status: 409, body: { code: 'command.reused_with_other_body' } });
    const odd = await send(app, { ...ada, 'idempotency-key': 'x' }, 'POST', '/account/workspaces', { name: 'One' });
    expect(odd.body.code).toBe('command.bad_key');
  });
});

test('an answer is forgotten after a day, when it failed, and when it was not whole', async () => {
  let now_ms = 0;
  let runs = 0;
  const once = rememberAnswers(() => now_ms);
  const ask = (isWhole = true, fails = false) =>
    once({ who: 'a', key: 'k', asked: 'x', isWhole: () => isWhole }, async () => {
      runs++;
      if (fails) throw new Error('no');
      return runs;
    });
  await expect(ask(true, true)).rejects.toThrow('no');
  expect([await ask(), await ask()]).toEqual([2, 2]);
  now_ms = 24 * 3_600_000;
  expect(await ask(false)).toBe(3);
  expect(await ask()).toBe(4);
});
