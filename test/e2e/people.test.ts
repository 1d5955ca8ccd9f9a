import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { type MailServer, startMailServer } from './mail-server.ts';
import { type Running, startProgram } from './running.ts';

/*
 * Sign up, invite a colleague, open a room, a real mail arrives, a buyer enters from a phone after a scanner looked twice,
 * pulls in a colleague, keeps a private note; the seller finds it nowhere; the room closes; the buyer exports.
 */
let mail: MailServer;
let program: Running;
let browser: Browser;

beforeAll(async () => {
  mail = await startMailServer();
  process.env.COASSENT_SMTP_URL = mail.url;
  program = await startProgram('--no-demo');
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
  delete process.env.COASSENT_SMTP_URL;
  await mail?.close();
});

const linkTo = (address: string, kind: '/verify' | '/invitation/' | '/enter/') => mail.linkTo(address, kind);

const PASSWORD = 'tin harbour seldom ox';

async function signUp(context: BrowserContext, name: string, email: string, at: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(at);
  await page.getByRole('link', { name: 'Sign up' }).click();
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign up' }).click();
  await page.getByText('Look into your mail').waitFor();
  await page.getByRole('button', { name: 'Send it again' }).click();
  await page.getByText('Sent again.').waitFor();
  await page.goto(await linkTo(email, '/verify'));
  return page;
}

const phone = { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true };

test('two companies meet in a room, each with what is its own', async () => {
  const ada = await signUp(await browser.newContext(), 'Ada', 'ada@vendor.example', `${program.url}/account`);
  await ada.getByLabel('Name of your company').fill('Vendor');
  await ada.getByRole('button', { name: 'Make a workspace' }).click();
  await ada.waitForURL(/\/w\/[^/]+\/purchases/);
  const base = ada.url().split('/purchases')[0] ?? '';

  await ada.goto(`${base}/settings?tab=people`);
  await ada.getByLabel('Name').fill('Leo');
  await ada.getByLabel('E-mail').fill('leo@vendor.example');
  await ada.getByRole('button', { name: 'Invite' }).click();
  const leo = await signUp(
    await browser.newContext(),
    'Leo',
    'leo@vendor.example',
    await linkTo('leo@vendor.example', '/invitation/'),
  );
  await leo.getByRole('button', { name: 'Join the workspace' }).click();
  await leo.waitForURL(/\/w\/[^/]+\/purchases/);

  const workspace_id = base.split('/').at(-1) ?? '';
  const api = `${program.url}/api/v1/workspaces/${workspace_id}`;
  const opened = await ada.request.post(`${api}/purchases`, { data: { name: 'Lathe', template: 'buying-6' } });
  const { purchase_id } = (await opened.json()) as { purchase_id: string };
  await ada.goto(`${base}/purchases/${purchase_id}`);
  await ada.getByRole('button', { name: 'Open the room' }).click();
  await ada.getByText('The link of the room').waitFor();
  await ada.getByText('Invite someone').click();
  await ada.getByLabel('Name', { exact: true }).fill('Ivy');
  await ada.getByLabel('E-mail').fill('ivy@mills.example');
  await ada.getByLabel('Role in the buying group').selectOption('champion');
  await ada.getByRole('button', { name: 'Send the invitation' }).click();
  const link = await linkTo('ivy@mills.example', '/enter/');

  for (const _time of ['once', 'twice']) expect((await fetch(link)).status).toBe(200);
  const ivys = await browser.newContext(phone);
  const ivy = await ivys.newPage();
  await ivy.goto(link);
  await ivy.reload();
  await ivy.getByRole('button', { name: 'Come in' }).click();
  await ivy.waitForURL(/\/purchases\//);
  await ivy.getByRole('heading', { name: 'Lathe' }).waitFor();

  await ivy.getByRole('button', { name: 'Bring someone in' }).click();
  await ivy.getByLabel('Name', { exact: true }).fill('Gus');
  await ivy.getByLabel('E-mail').fill('gus@elsewhere.example');
  await ivy.getByRole('button', { name: 'Send the invitation' }).click();
  const gus = await (await browser.newContext(phone)).newPage();
  await gus.goto(await linkTo('gus@elsewhere.example', '/enter/'));
  await gus.getByRole('button', { name: 'Come in' }).click();
  await gus.waitForURL(/\/purchases\//);

  const note = 'we would pay twice as much';
  await ivy.goto(ivy.url().replace(/\/start$/, ''));
  await ivy.getByRole('button', { name: 'Add: Requirements' }).click();
  await ivy.getByLabel('What is needed?').fill(note);
  await ivy.getByLabel('Who can read this', { exact: true }).selectOption('Only the buyer side');
  await ivy.getByRole('button', { name: 'Save' }).click();
  await ivy.getByText(note).first().waitFor();
  for (const path of ['', '/events', '/export', '/room', '/viewings']) {
    const answer = await ada.request.get(`${api}/purchases/${purchase_id}${path}`);
    expect([path, answer.status(), (await answer.text()).includes(note)]).toEqual([path, 200, false]);
  }
  await ada.reload();
  await ada.getByText('a buyer is in', { exact: false }).first().waitFor();
  expect(await ada.content()).not.toContain(note);

  await ada.getByRole('button', { name: 'Close the room' }).click();
  await ada.getByRole('button', { name: 'Close it for good' }).click();
  await ada.getByText('This room is closed').waitFor();
  const refused = await ivy.request.put(`${api}/purchases/${purchase_id}/requirements/late`, {
    data: { text: 'late' },
  });
  expect(refused.status()).toBe(403);
  const exported = await ivy.request.get(`${api}/purchases/${purchase_id}/export`);
  expect(await exported.text()).toContain(note);
  await ivy.goto(`${program.url}/rooms`);
  await ivy.getByText('Lathe').waitFor();
});
