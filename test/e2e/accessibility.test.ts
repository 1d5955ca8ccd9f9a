import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { seriousFindings } from './findings.ts';
import { type Running, startProgram } from './running.ts';

let program: Running;
let browser: Browser;
let purchase = '';
/** Someone of its buying group. */
let champion = '';
let earlier = '';
let mapping = '';
let report = '';
/** Opened by hand, with one person who has agreed to nothing. */
let fresh = '';

const BAD_ROWS = `case id,activity,time
press-1,Demo held,2025-03-03T09:00:00Z
press-1,Offer sent,2025-13-45T09:00:00Z
,Demo held,2025-03-05T09:00:00Z
`;

const addressOf = (page: Page): string => new URL(page.url()).pathname;

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), launchBrowser()]);
  const page = await browser.newPage();
  await page.goto(`${program.url}/w/demo/purchases`);
  const first = page.locator('tbody a').first();
  purchase = new URL(await first.evaluate((link: HTMLAnchorElement) => link.href)).pathname;
  await page.goto(program.url + purchase);
  const buyer = page.locator('optgroup[label="Buyers of this purchase"] option').first();
  champion = (await buyer.getAttribute('value')) ?? '';
  await page.getByRole('slider', { name: 'As of' }).press('PageDown');
  await page.waitForURL(/as_of=/);
  earlier = purchase + new URL(page.url()).search;
  fresh = await openByHand(page);
  await importBadRows(page);
  await page.close();
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

async function openByHand(page: Page): Promise<string> {
  await page.goto(`${program.url}/w/demo/purchases`);
  await page.getByRole('button', { name: 'New purchase' }).click();
  await page.getByLabel('What is about to be bought?').fill('A press');
  await page.getByRole('button', { name: 'Open it' }).click();
  await page.getByRole('button', { name: 'Add a stakeholder' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Ilse Brandt');
  await dialog.getByRole('button', { name: 'Champion' }).click();
  await dialog.getByRole('button', { name: 'Add a stakeholder' }).click();
  await page.getByRole('grid').waitFor();
  return addressOf(page);
}

async function importBadRows(page: Page): Promise<void> {
  await page.goto(`${program.url}/w/demo/import`);
  const file = { name: 'deals.csv', mimeType: 'text/csv', buffer: Buffer.from(BAD_ROWS) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByText('2 refused rows').waitFor();
  mapping = addressOf(page);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('heading', { name: 'deals.csv is imported' }).waitFor();
  report = addressOf(page);
}

const pages: [string, () => string, string][] = [
  ['the workspaces', () => '/', 'h1'],
  ['the portfolio', () => '/w/demo/purchases', 'tbody a'],
  ['a portfolio without a match', () => '/w/demo/purchases?q=nothing-is-called-so', 'main button'],
  ['a purchase', () => purchase, '[role=grid]'],
  ['a purchase as of a date', () => earlier, '[role=status] button'],
  ['the start of a purchase, as a seller', () => `${purchase}/start`, '[aria-labelledby=group]'],
  ['the start of a purchase, as a buyer', () => `${purchase}/start?as=${champion}`, '[aria-labelledby=next]'],
  ['a plan that is none yet', () => `${purchase}/plan`, 'main ul button'],
  ['the brief', () => `${purchase}/brief`, 'ol li, h1 ~ p'],
  ['the board memo', () => `${purchase}/memo?as=${champion}&people=names`, 'article h2'],
  ['files', () => `${purchase}/files`, 'h1 ~ div'],
  ['what is said', () => `${purchase}/claims`, 'article'],
  ['claims from a text', () => `${purchase}/claims?part=find`, 'textarea'],
  ['the same on every channel', () => `${purchase}/claims?part=channels`, 'tbody th'],
  ['what tells options apart', () => `${purchase}/claims?part=audit`, 'section ul li'],
  ['options side by side', () => `${purchase}/claims?part=sheet`, 'tbody th'],
  ['how much there is', () => `${purchase}/claims?part=overload`, 'section ul li'],
  ['making sense', () => `${purchase}/sense`, 'article h2'],
  ['answers', () => `${purchase}/answers`, 'h1'],
  ['risks', () => `${purchase}/risks`, 'h1'],
  ['searching a purchase', () => `${purchase}/search?q=a`, 'main li a'],
  ['an empty workspace', () => '/w/own/purchases', 'h1'],
  ['import', () => '/w/demo/import', 'h1'],
  ['how to read a file', () => mapping, 'aside details'],
  ['a report with refused rows', () => report, 'tbody code'],
  ['journeys', () => '/w/demo/journeys', '[aria-labelledby=variants]'],
  ['job templates', () => '/w/demo/settings', 'ol li'],
  ['sellers', () => '/w/demo/settings?tab=people', 'form'],
  ['the answer library', () => '/w/demo/settings?tab=library', 'section p'],
  ['appearance', () => '/w/demo/settings?tab=appearance', 'fieldset'],
  ['the keys', () => '/w/demo/settings?tab=keys', 'kbd'],
  ['what buyers keep, in sum', () => '/w/demo/settings?tab=kept', 'section p'],
  ['about', () => '/w/demo/settings?tab=about', 'a[href="/api/docs"]'],
  ['a page that is not there', () => '/nowhere', 'main'],
];

const press =
  (name: string) =>
  (page: Page): Promise<void> =>
    page.getByRole('button', { name }).first().click();

const changeJob =
  (part: 'Wording' | 'Rule' | 'Take it out') =>
  async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: 'Change … Problem identification' }).click();
    await page.getByRole('dialog').getByRole('button', { name: part, exact: true }).click();
  };

/** What opens above the purchase that was opened by hand. */
const openings: [string, (page: Page) => Promise<void>][] = [
  ['naming a stakeholder', press('Add a stakeholder')],
  ['adding a requirement', press('Add: Requirements')],
  ['recording a touch', press('Record one …')],
  ['search and commands', (page) => page.keyboard.press('Control+k')],
  [
    'agreeing to a job',
    async (page) => {
      const ilse = await page.locator('option', { hasText: 'Ilse Brandt' }).first().getAttribute('value');
      await page.getByLabel('Acting as').selectOption(ilse ?? '');
      await page.getByRole('button', { name: 'Ilse Brandt, Problem identification: nothing yet' }).click();
      await page.getByRole('button', { name: 'I agree', exact: true }).waitFor();
    },
  ],
  [
    'rewording a job',
    async (page) => {
      await changeJob('Wording')(page);
      await page.getByLabel('The sentence one agrees to').first().fill('We agree what the trouble is.');
      await page.getByText('The difference', { exact: true }).waitFor();
    },
  ],
  ['changing the rule of a job', changeJob('Rule')],
  ['taking a job out', changeJob('Take it out')],
  ['adding a job', press('Add a job …')],
];

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  it.each(pages)('%s has no serious finding', async (_name, path, ready) => {
    const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(program.url + path());
    await page.locator(ready).first().waitFor();
    expect(await seriousFindings(page, colorScheme === 'dark' ? 'colours' : 'all')).toEqual([]);
    await context.close();
  });

  it.each(openings)('%s has no serious finding', async (_name, open) => {
    const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(program.url + fresh);
    await page.getByRole('grid').waitFor();
    await open(page);
    await page.getByRole('dialog').waitFor();
    expect(await seriousFindings(page, colorScheme === 'dark' ? 'colours' : 'all')).toEqual([]);
    await context.close();
  });
});

it('fits a phone without scrolling sideways', async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  for (const [, path, ready] of pages) {
    // A page of its own each: who acted on the one before would act on the next.
    const page = await context.newPage();
    await page.goto(program.url + path());
    await page.locator(ready).first().waitFor();
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(beyond, path()).toBeLessThanOrEqual(0);
    await page.close();
  }
  await context.close();
});
