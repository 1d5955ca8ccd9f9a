import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { strFromU8, unzipSync } from 'fflate';
import { type ParsedMail, simpleParser } from 'mailparser';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { type Running, startProgram } from './running.ts';

/*
 * A buyer looks at what is recorded about them and takes it along; the administrator erases them; nobody finds the name
 * again, the text that names them is blanked, and the log says who did what.
 */
const mails: ParsedMail[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData: (stream, _session, done) => {
    simpleParser(stream).then((mail) => {
      mails.push(mail);
      done();
    }, done);
  },
});
let program: Running;
let browser: Browser;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.env.COASSENT_SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  program = await startProgram('--no-demo');
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
  delete process.env.COASSENT_SMTP_URL;
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

async function linkTo(address: string): Promise<string> {
  const found = () => mails.findLast((mail) => [mail.to].flat().some((one) => one?.text === address));
  await expect.poll(found, { timeout: 20_000 }).toBeDefined();
  return /http:\S+/.exec(found()?.text ?? '')?.[0] ?? '';
}

/** A seller with a workspace. @returns its id */
async function openWorkspace(context: BrowserContext): Promise<string> {
  const { request } = context;
  const email = 'ada@vendor.example';
  const password = 'tin harbour seldom ox';
  await request.post(`${program.url}/api/auth/sign-up/email`, { data: { name: 'Ada', email, password } });
  const page = await context.newPage();
  await page.goto(await linkTo(email));
  await page.getByText('Your workspaces').or(page.getByLabel('Name of your company')).first().waitFor();
  const made = await request.post(`${program.url}/api/v1/account/workspaces`, { data: { name: 'Vendor' } });
  return ((await made.json()) as { workspace_id: string }).workspace_id;
}

async function enter(email: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await page.goto(await linkTo(email));
  await page.getByRole('button', { name: 'Come in' }).click();
  await page.waitForURL(/\/purchases\//);
  return page;
}

test('what is recorded about someone is shown, taken along, and erased', async () => {
  const ada = await browser.newContext();
  const workspace_id = await openWorkspace(ada);
  const api = `${program.url}/api/v1/workspaces/${workspace_id}`;
  const opened = await ada.request.post(`${api}/purchases`, { data: { name: 'Lathe', template: 'buying-6' } });
  const { purchase_id } = (await opened.json()) as { purchase_id: string };
  const purchase = `${api}/purchases/${purchase_id}`;
  await ada.request.put(`${purchase}/room`, { data: { rung: 'verified' } });
  const champion = { name: 'Ivy', email: 'ivy@mills.example', roles: ['champion'] };
  await ada.request.post(`${purchase}/passes`, { data: champion });
  const ivy = await enter('ivy@mills.example');
  await ivy.request.post(`${purchase}/passes`, { data: { name: 'Zoe Quandary', email: 'zoe@mills.example' } });
  const zoe = await enter('zoe@mills.example');
  await zoe.request.put(`${purchase}/requirements/own`, { data: { text: 'It has to be quiet', zone: 'shared' } });
  await ivy.request.put(`${purchase}/requirements/hers`, { data: { text: 'Ask Quandary first', zone: 'buyer' } });

  await zoe.getByRole('link', { name: 'Recorded about you' }).click();
  await zoe.getByRole('heading', { name: 'Recorded about you' }).waitFor();
  await zoe.getByText('zoe@mills.example (proven', { exact: false }).waitFor();
  await zoe.getByText('Requirement set: “It has to be quiet”', { exact: false }).waitFor();
  const [file] = await Promise.all([
    zoe.waitForEvent('download'),
    zoe.getByRole('button', { name: 'Download all of it' }).click(),
  ]);
  const files = unzipSync(new Uint8Array(await readFile(await file.path())));
  expect(JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())).purchase_id).toBe(purchase_id);
  expect(strFromU8(files['about.json'] ?? new Uint8Array())).toContain('zoe@mills.example');

  await ivy.goto(ivy.url().replace(/\/start$/, ''));
  const guest = ivy.getByRole('listitem').filter({ hasText: 'zoe@mills.example' });
  await guest.getByRole('link', { name: 'what is recorded' }).click();
  await ivy.getByRole('button', { name: 'Erase them from this purchase' }).click();
  await ivy.getByText('This cannot be undone').waitFor();
  await ivy.getByRole('button', { name: 'Erase for good' }).click();
  await ivy.getByText('Erased', { exact: true }).waitFor();
  await ivy.getByRole('link', { name: 'Overview' }).click();
  await ivy.getByText('someone (erased)').first().waitFor();
  expect(await ivy.content()).not.toContain('Zoe');
  await zoe.reload();
  await zoe.getByText('There is nothing here for you').or(zoe.getByText('Sign in to go on')).first().waitFor();

  await ivy.getByRole('link', { name: 'Log', exact: true }).click();
  await ivy.getByText('Ivy erased someone.').waitFor();
  await ivy.getByText('1 to look at, 0 blanked, 0 not about them').waitFor();
  await ivy.getByRole('button', { name: 'Blank this text' }).click();
  await ivy.getByRole('button', { name: 'Blank it for good' }).click();
  await ivy.getByText('0 to look at, 1 blanked, 0 not about them').waitFor();
  await ivy.getByLabel('About', { exact: true }).selectOption('person');
  await ivy.waitForURL(/action=person/);
  await ivy.getByText('Ivy came in', { exact: false }).waitFor({ state: 'detached' });

  const log = await ada.newPage();
  await log.goto(`${program.url}/w/${workspace_id}/settings?tab=retention`);
  await log.getByText('The ledger and the audit log are append-only', { exact: false }).waitFor();
  await log.getByLabel('What buyers looked at, days').fill('90');
  await log.getByRole('button', { name: 'Save', exact: true }).click();
  await log.getByText('It counts from the next hour on', { exact: false }).waitFor();
  expect(await log.content()).not.toContain('Ask Quandary first');
  await log.goto(`${program.url}/w/${workspace_id}/settings?tab=audit&action=setting`);
  await log.getByText('Ada changed how long things are kept.').waitFor();
});
