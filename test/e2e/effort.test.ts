import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { type Counted, counted, supplier } from './counted.ts';
import { type MailServer, startMailServer } from './mail-server.ts';
import { type Running, startProgram } from './running.ts';

/*
 * Buyer effort, counted: every press and every key that a person has to spend, from the mailed link on. A room gives before
 * it asks: one press to something worth having, two more at most to an assent, and no field before the first value.
 */
let mails: MailServer;
let program: Running;
let browser: Browser;
let api = '';
let seller: BrowserContext;
let purchase_id = '';

beforeAll(async () => {
  mails = await startMailServer();
  process.env.COASSENT_SMTP_URL = mails.url;
  program = await startProgram('--no-demo');
  browser = await launchBrowser();
  seller = await browser.newContext();
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
  delete process.env.COASSENT_SMTP_URL;
  await mails?.close();
});

/** Only the buyers' effort is counted. */
test('a seller opens a room and invites the champion', async () => {
  const { url } = program;
  const { post, workspace_id } = await supplier(seller, url, mails);
  api = `/api/v1/workspaces/${workspace_id}`;
  ({ purchase_id = '' } = await post(`${api}/purchases`, { name: 'Lathe', template: 'buying-6' }));
  // A room that is handed over has something in it to agree on.
  await seller.request.put(`${url}${api}/purchases/${purchase_id}/problem`, {
    data: { statement: 'The lathe stops twice a week.' },
    headers: { origin: url },
  });
  await seller.request.put(`${url}${api}/purchases/${purchase_id}/room`, { data: { rung: 'verified' } });
  await post(`${api}/purchases/${purchase_id}/passes`, {
    ...{ email: 'ivy@mills.example', name: 'Ivy', roles: ['champion'] },
  });
});

const phone = (): Promise<Counted> =>
  counted(browser, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

const worth = ['Your one next thing', 'Settled', 'Open', 'Who is missing', 'The jobs', 'People'];

/** Comes in by the mailed link, up to where there is something worth having. */
async function comeIn(email: string): Promise<Counted> {
  const held = await phone();
  const { page } = held;
  await page.goto(await mails.linkTo(email, '/enter/'));
  await page.getByRole('button', { name: 'Come in' }).click();
  for (const heading of worth) await page.getByRole('heading', { name: heading, exact: true }).waitFor();
  return held;
}

const told: string[] = [];
const tell = (what: string, n: number, most: number): void => {
  told.push(`${what}: ${n} (at most ${most})`);
  expect([what, n <= most]).toEqual([what, true]);
};

test('a buyer gets something worth having for one press, and agrees for one or two more', async () => {
  const { page, presses, fields } = await comeIn('ivy@mills.example');
  tell('presses from the mailed link to something worth having', presses(), 1);
  tell('fields filled before the first value', fields(), 0);
  expect(await page.locator('input:visible, textarea:visible').count()).toBe(0);
  const before = presses();
  await page.getByRole('button', { name: 'I agree', exact: true }).click();
  await page.getByText('You agreed: Problem identification').waitFor();
  tell('presses from there to an assent', presses() - before, 2);
  const card = before + 1;
  await page.getByRole('button', { name: 'Say how Requirements building stands for you' }).click();
  await page
    .locator('li', { has: page.getByRole('heading', { name: 'Requirements building' }) })
    .getByRole('button', { name: 'I agree', exact: true })
    .click();
  await page.getByText('You agreed: Requirements building').waitFor();
  tell('presses to an assent to any other job', presses() - card, 2);
  tell('fields filled for both', fields(), 0);
});

test('a colleague who disagrees can keep it from the supplier, and the supplier learns nothing of it', async () => {
  const champion = await phone();
  await champion.page.goto(await mails.linkTo('ivy@mills.example', '/enter/'));
  const data = { email: 'gus@mills.example', name: 'Gus', roles: ['finance'] };
  // The link was used: Ivy asks for a new one, and is in again by it.
  const mailed = mails.mails.length;
  await champion.page.getByRole('button', { name: 'Mail me a new link' }).click();
  await champion.page.getByText('a new one is on its way').waitFor();
  await expect.poll(() => mails.mails.length, { timeout: 20_000 }).toBeGreaterThan(mailed);
  await champion.page.goto(await mails.linkTo('ivy@mills.example', '/enter/'));
  await champion.page.getByRole('button', { name: 'Come in' }).click();
  await champion.page.getByRole('heading', { name: 'Your one next thing' }).waitFor();
  const passes = `${program.url}${api}/purchases/${purchase_id}/passes`;
  expect((await champion.page.request.post(passes, { data, headers: { origin: program.url } })).ok()).toBe(true);
  const { page } = await comeIn('gus@mills.example');
  const next = page.locator('section', { has: page.getByRole('heading', { name: 'Your one next thing' }) });
  await next.getByText('“Validation”').waitFor();
  await next.getByRole('button', { name: 'I do not agree …' }).click();
  await next.getByLabel('Who can read this').selectOption('Only the buyer side');
  await next.getByLabel('What would have to change?').fill('the numbers are too good');
  await next.getByRole('button', { name: 'I do not agree', exact: true }).click();
  await page.getByText('You do not agree: Validation').waitFor();
  for (const path of ['', '/start', '/brief', '/events', '/export']) {
    const answer = await seller.request.get(`${program.url}${api}/purchases/${purchase_id}${path}`);
    const text = await answer.text();
    expect([path, answer.status(), text.includes('too good'), text.includes('withheld"')]).toEqual([
      path,
      200,
      false,
      false,
    ]);
  }
  process.stdout.write(`\nBuyer effort, counted:\n${told.map((line) => `  ${line}\n`).join('')}`);
});
