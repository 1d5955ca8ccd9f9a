import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { seriousFindings } from './findings.ts';
import { type MailServer, startMailServer } from './mail-server.ts';
import { openByHand } from './room.ts';
import { type Running, startProgram } from './running.ts';

/*
 * A change shakes two people: each is told at the bell and by exactly one mail, and one of them stops the mails with one
 * click. Two browsers change the same thing: both versions are shown. A write without a connection is sent when it is back.
 */
let mail: MailServer;
let program: Running;
let browser: Browser;
let api = '';
let purchase = '';
const PASSWORD = 'tin harbour seldom ox';

beforeAll(async () => {
  mail = await startMailServer();
  process.env.COASSENT_SMTP_URL = mail.url;
  process.env.COASSENT_NOTICE_SETTLE_S = '2';
  program = await startProgram('--no-demo');
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
  delete process.env.COASSENT_SMTP_URL;
  delete process.env.COASSENT_NOTICE_SETTLE_S;
  await mail?.close();
});

const phone = { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true, locale: 'en-GB' };
const noticesTo = (address: string) =>
  mail.mails.filter(
    ({ to, text }) => text?.includes('/unsubscribe/') && [to].flat().some((one) => one?.text === address),
  );

async function supplier(): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${program.url}/account`);
  await page.getByRole('link', { name: 'Sign up' }).click();
  await page.getByLabel('Your name').fill('Ada');
  await page.getByLabel('E-mail').fill('ada@vendor.example');
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign up' }).click();
  await page.getByText('Look into your mail').waitFor();
  await page.goto(await mail.linkTo('ada@vendor.example', '/verify'));
  await page.getByLabel('Name of your company').fill('Vendor');
  await page.getByRole('button', { name: 'Make a workspace' }).click();
  await page.waitForURL(/\/w\/[^/]+\/purchases/);
  return page;
}

/** Someone comes in by the mailed link, and is mailed at any hour from then on. */
async function comeIn(name: string): Promise<Page> {
  const context: BrowserContext = await browser.newContext(phone);
  const page = await context.newPage();
  await page.goto(await mail.linkTo(`${name}@mills.example`, '/enter/'));
  await page.getByText('At most one mail a day').waitFor();
  await page.getByRole('button', { name: 'Come in' }).click();
  await page.waitForURL(/\/purchases\//);
  const set = { quiet: null, most_often: 'hour', time_zone: 'UTC' };
  expect((await page.request.put(`${api}/notice-settings`, { data: set })).status()).toBe(200);
  return page;
}

const agree = async (page: Page) => {
  const me = (await (await page.request.get(`${api}/me`)).json()) as { person_id: string };
  const jobs = [{ job_id: 'requirements_building' }];
  const data = { person_id: me.person_id, stance: 'given', jobs };
  expect((await page.request.post(`${api}/purchases/${purchase}/assents`, { data })).status()).toBe(200);
};

test('whoever relied on what changed is told once, and can stop it with one click', async () => {
  const ada = await supplier();
  const workspace_id = /\/w\/([^/]+)/.exec(ada.url())?.[1] ?? '';
  api = `${program.url}/api/v1/workspaces/${workspace_id}`;
  const opened = await ada.request.post(`${api}/purchases`, { data: { name: 'Lathe', template: 'buying-6' } });
  purchase = ((await opened.json()) as { purchase_id: string }).purchase_id;
  await ada.request.put(`${api}/purchases/${purchase}/room`, { data: { rung: 'verified' } });
  const invite = (page: Page, name: string, roles: string[]) =>
    page.request.post(`${api}/purchases/${purchase}/passes`, {
      data: { name, email: `${name.toLowerCase()}@mills.example`, roles },
    });
  await invite(ada, 'Ivy', ['champion']);
  const ivy = await comeIn('ivy');
  await invite(ivy, 'Gus', ['finance']);
  const gus = await comeIn('gus');
  await agree(ivy);
  await agree(gus);

  await ada.goto(`${program.url}/w/${workspace_id}/purchases/${purchase}`);
  for (const text of ['It turns quickly', 'It turns quietly']) {
    await ada.getByRole('button', { name: 'Add: Requirements' }).click();
    await ada.getByLabel('What is needed?').fill(text);
    await ada.getByRole('button', { name: 'Save' }).click();
    await ada.getByRole('dialog').waitFor({ state: 'hidden' });
  }

  await expect.poll(() => noticesTo('ivy@mills.example').length, { timeout: 30_000 }).toBe(1);
  await expect.poll(() => noticesTo('gus@mills.example').length, { timeout: 30_000 }).toBe(1);
  const [told] = noticesTo('gus@mills.example');
  expect(told?.text).toContain('It turns quickly');
  expect(told?.text).toContain('It turns quietly');

  await gus.getByRole('button', { name: /Notices: \d+ new/ }).click();
  await gus.getByText('What you agreed to changed').first().waitFor();
  expect(await seriousFindings(gus)).toEqual([]);
  await gus.getByRole('button', { name: 'All read' }).click();
  await gus.getByRole('button', { name: 'Notices: nothing new' }).waitFor();
  await gus.getByRole('button', { name: 'Mails and quiet hours' }).click();
  await gus.getByLabel('At most').waitFor();
  await gus.getByRole('button', { name: 'Cancel' }).click();

  const stop = /http:\S+\/unsubscribe\/\S+/.exec(told?.text ?? '')?.[0] ?? '';
  const anyone = await (await browser.newContext(phone)).newPage();
  await anyone.goto(stop);
  await anyone.getByRole('button', { name: 'Stop the mails' }).click();
  await anyone.getByText('You get no more of these mails').waitFor();
  const settings = await (await gus.request.get(`${api}/notice-settings`)).json();
  expect(settings).toMatchObject({ mails_off: true });
  // Each still has exactly one.
  expect([noticesTo('ivy@mills.example').length, noticesTo('gus@mills.example').length]).toEqual([1, 1]);
});

async function openWorkspace(): Promise<{ page: Page; other: Page; context: BrowserContext }> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await openByHand(page, program.url, 'A press', {});
  await page.getByRole('button', { name: 'Add: Requirements' }).click();
  await page.getByLabel('What is needed?').fill('It presses');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  const other = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await other.goto(page.url());
  return { page, other, context };
}

test('two versions are shown side by side, and what could not be sent is sent later', async () => {
  const { page, other, context } = await openWorkspace();
  const write = async (by: Page, text: string): Promise<void> => {
    await by.getByLabel('What is needed?').fill(text);
    await by.getByRole('button', { name: 'Save' }).click();
  };
  for (const one of [page, other]) await one.getByRole('button', { name: /^Change: It presses/ }).click();
  await write(page, 'It presses hard');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await other.getByText('It presses hard').first().waitFor({ state: 'attached' });
  await write(other, 'It presses softly');
  const conflict = other.getByRole('dialog', { name: 'Changed meanwhile' });
  await conflict.getByText('It presses hard').waitFor();
  await conflict.getByText('It presses softly').waitFor();
  expect(await seriousFindings(other)).toEqual([]);
  await conflict.getByRole('button', { name: 'Keep mine' }).click();
  await page.getByText('It presses softly').first().waitFor();

  await context.setOffline(true);
  await page.getByRole('button', { name: 'Add: Requirements' }).click();
  await page.getByLabel('What is needed?').fill('It works without a net');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('One change waits to be sent').waitFor();
  await context.setOffline(false);
  await other.getByText('It works without a net').first().waitFor();
  await page.getByText('One change waits to be sent').waitFor({ state: 'hidden' });
  expect(await other.getByRole('button', { name: /^Change: It works without a net/ }).count()).toBe(1);
});
