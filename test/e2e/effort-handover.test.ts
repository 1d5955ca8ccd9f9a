import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { type Counted, counted, countedIn, type Supplier, supplier } from './counted.ts';
import { type MailServer, startMailServer } from './mail-server.ts';
import { type Running, startProgram } from './running.ts';

/*
 * Seller effort, counted: from a row of a CRM to a room that a buyer can use, in a few presses. The time that is printed is the
 * machine's; what is held to are presses and fields.
 */
let mails: MailServer;
let program: Running;
let browser: Browser;
let vendor: Supplier;
let desk: Counted;

beforeAll(async () => {
  mails = await startMailServer();
  process.env.COASSENT_SMTP_URL = mails.url;
  program = await startProgram('--no-demo');
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
  delete process.env.COASSENT_SMTP_URL;
  await mails?.close();
});

const MOST_PRESSES = 12;
const MOST_FIELDS = 4;
const told: string[] = [];

/** What it took since a moment, held to the most that it may take. */
function tell(what: string, from: { presses: number; fields: number; at: number }): void {
  const presses = desk.presses() - from.presses;
  const fields = desk.fields() - from.fields;
  const seconds = ((performance.now() - from.at) / 1000).toFixed(1);
  told.push(
    `${what}: ${presses} presses (at most ${MOST_PRESSES}), ${fields} fields (at most ${MOST_FIELDS}), ${seconds} s`,
  );
  expect([what, presses <= MOST_PRESSES, fields <= MOST_FIELDS]).toEqual([what, true, true]);
  // Nothing is counted where nothing is heard.
  expect(presses).toBeGreaterThan(1);
  expect(fields).toBeGreaterThan(0);
}

const begin = () => ({ presses: desk.presses(), fields: desk.fields(), at: performance.now() });

const ROW = [
  'Opportunity Name\tAccount Name\tAmount\tCurrency\tStage\tContact\tContact e-mail',
  'Image archive software\tNorthern Clinics\t420000\tEUR\tProposal\tIvy Marrow\tivy@clinics.example',
].join('\n');

test('a row of a CRM becomes a room with jobs, plan and requirements, and an invitation that is sent', async () => {
  const seller = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  vendor = await supplier(seller, program.url, mails);
  desk = await countedIn(seller);
  const { page } = desk;
  await page.goto(`${program.url}/w/${vendor.workspace_id}/purchases`);
  const open = page.getByRole('button', { name: 'Open a purchase by hand' });
  await open.waitFor();
  const from = begin();
  await open.click();
  await page.getByText('Fill it from a row of your CRM').click();
  await page.getByLabel('The row, as copied').fill(ROW);
  expect(await page.getByLabel('What is about to be bought?').inputValue()).toBe('Image archive software');
  await page.getByLabel('The problem, as you understood it').fill('Patients wait eleven days for a report.');
  await page.getByRole('button', { name: 'Open it' }).click();
  await page.getByText('Ready to hand over').waitFor();
  await page.getByText('6 jobs · 10 steps · 8 requirements').waitFor();
  const letter = await page.getByLabel('An invitation, ready to send').inputValue();
  expect(letter).toContain('Hello Ivy Marrow');
  expect(letter).toContain(`${program.url}/`);
  await page.getByRole('button', { name: 'Mail it to ivy@clinics.example' }).click();
  await page.getByText('ivy@clinics.example is invited').waitFor();
  await page.getByRole('link', { name: 'Preview as the buyer' }).click();
  await page.getByText('This is what a buyer sees').waitFor();
  await page.getByRole('heading', { name: 'The jobs', exact: true }).waitFor();
  tell('from a row of a CRM to a room that is handed over and looked at', from);
});

/** What whoever opens the mailed link finds. */
async function findsARoom(email: string): Promise<void> {
  const { page } = await counted(browser, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await page.goto(await mails.linkTo(email, '/enter/'));
  await page.getByRole('button', { name: 'Come in' }).click();
  await page.getByRole('heading', { name: 'Your one next thing' }).waitFor();
  await page.getByRole('heading', { name: 'The jobs', exact: true }).waitFor();
  await page.getByRole('heading', { name: 'Problem identification', exact: true }).first().waitFor();
  await page.getByRole('link', { name: 'Plan', exact: true }).click();
  await page.getByText('Agree what it has to do').first().waitFor();
  await page.getByText('0 of 10 steps done').waitFor();
  await page.context().close();
}

test('the buyer who opens the link finds the jobs, the plan and one next thing', async () => {
  await findsARoom('ivy@clinics.example');
});

test('a purchase that came from elsewhere is made ready from its own page', async () => {
  const { page } = desk;
  const purchases = `/api/v1/workspaces/${vendor.workspace_id}/purchases`;
  await vendor.post(purchases, { name: 'Ticket software', account_name: 'Mills', template: 'buying-6' });
  await page.goto(`${program.url}/w/${vendor.workspace_id}/purchases`);
  const row = page.getByRole('link', { name: 'Ticket software' });
  await row.waitFor();
  const from = begin();
  await row.click();
  await page.getByRole('button', { name: 'Make it ready for the buyers …' }).click();
  await page.getByLabel('The problem, as you understood it').fill('Customers tell their story three times.');
  await page.getByRole('button', { name: 'Make it ready', exact: true }).click();
  await page.getByText('6 jobs · 10 steps · 8 requirements').waitFor();
  await page.getByRole('link', { name: 'To the purchase' }).click();
  await page.getByText('Invite someone').click();
  await page.getByLabel('Name', { exact: true }).fill('Gus');
  await page.getByLabel('E-mail', { exact: true }).fill('gus@mills.example');
  await page.getByRole('button', { name: 'Send the invitation' }).click();
  await page.getByText('Gus is invited').waitFor();
  tell('from a purchase that was imported to an invitation that is sent', from);
  await findsARoom('gus@mills.example');
  process.stdout.write(`\nSeller effort, counted:\n${told.map((line) => `  ${line}\n`).join('')}`);
});
