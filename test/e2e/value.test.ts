import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { seriousFindings } from './findings.ts';
import { actAs, openByHand } from './room.ts';
import { type Running, startProgram } from './running.ts';

let program: Running;
let browser: Browser;
let page: Page;
let address = '';

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram('--no-demo'), launchBrowser()]);
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  await openByHand(page, program.url, 'A press', { 'Ilse Brandt': 'Finance' });
  await page.getByRole('grid').waitFor();
  await page.getByRole('link', { name: 'Value case' }).click();
  address = new URL(page.url()).pathname;
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const dialog = () => page.getByRole('dialog');
const net = () => page.locator('section[aria-labelledby=net] [aria-live=polite]');
const number = (name: string) => page.getByRole('button', { name, exact: true });

describe('a value case', () => {
  it('begins with a template, and asks for what was left out', async () => {
    await page.getByRole('button', { name: /^Less work/ }).click();
    const filled: Record<string, string> = {
      'People who do it (people)': '120',
      'Hours saved per person (h/week)': '3',
      'Cost of an hour of work (EUR/h)': '40',
      'Share of saved time that is put to use (%)': '50',
      'Price per year (EUR/year)': '90000',
      'Paid once for introducing it (EUR)': '60000',
      'Own days to introduce it (days)': '100',
      'Discount rate (%)': '8',
    };
    for (const [label, value] of Object.entries(filled)) await dialog().getByLabel(label, { exact: true }).fill(value);
    await dialog().getByRole('button', { name: 'Begin with this' }).click();
    await page.getByText('Without “Own effort to introduce it”').waitFor();
    await page.getByRole('button', { name: 'Say how much “day_rate” is' }).click();
    await dialog().getByLabel('Value', { exact: true }).fill('600');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await page.getByText('Without “Own effort').waitFor({ state: 'hidden' });
    // 120 × 3 h a week × 40 € × 50 % is 31,307 € a month, over six months of ramp; less what it costs, discounted.
    await expect.poll(() => net().textContent()).toMatch(/^€\d{3},\d{3}$/);
    expect(await page.getByText('proposed by the supplier, not agreed').count()).toBeGreaterThan(0);
    expect(await page.getByText('agreed saving').count()).toBe(0);
  });

  it('follows every key, keeps it on Enter, and forgets it on Escape', async () => {
    const before = await net().textContent();
    await number('Cost of an hour of work: 40').click();
    const field = page.locator('input[aria-label="Cost of an hour of work"]');
    await field.fill('80');
    await expect.poll(() => net().textContent()).not.toBe(before);
    await page.getByText('You see numbers that are not saved yet.').waitFor();
    await field.press('Escape');
    await expect.poll(() => net().textContent()).toBe(before);
    await number('Cost of an hour of work: 40').click();
    await field.fill('50');
    await field.press('Enter');
    await number('Cost of an hour of work: 50').waitFor();
    await expect.poll(() => net().textContent()).not.toBe(before);
  });

  it('is agreed to by a buyer in one click, number by number; only then it is called a saving', async () => {
    await actAs(page, 'Ilse Brandt');
    await page.goto(`${program.url}${address}${new URL(page.url()).search}`);
    const names = [
      'People who do it',
      'Hours saved per person',
      'Cost of an hour of work',
      'Share of saved time that is put to use',
    ];
    for (const name of names) {
      await page.getByRole('button', { name: `I agree: ${name}`, exact: true }).click();
      await page.getByRole('button', { name: `${name}: agreed`, exact: true }).waitFor();
    }
    await page.getByText('agreed saving').waitFor();
    await page.getByText(/100 % rest on what Ilse Brandt agreed to|100 % rest on what/).waitFor();
  });

  it('is disputed with a reason that stands beside the number', async () => {
    await page.getByRole('button', { name: 'People who do it: agreed', exact: true }).click();
    await dialog().getByRole('button', { name: 'I dispute it', exact: true }).click();
    await dialog().getByLabel('What is wrong with it?').fill('We are 96.');
    await dialog().getByRole('button', { name: 'I dispute it', exact: true }).click();
    await dialog().getByText('“We are 96.”').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'People who do it: disputed', exact: true }).waitFor();
  });

  it('computes the buyer’s own number for the buyers alone', async () => {
    await number('People who do it: 120').waitFor();
    await page.getByRole('button', { name: 'People who do it: disputed', exact: true }).click();
    await dialog().getByLabel('Value', { exact: true }).fill('96');
    await dialog().getByLabel('Who can read this').selectOption('buyer');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await number('People who do it: 96').waitFor();
    await page.getByText(/As both sides read it:/).waitFor();
    const option = page.getByLabel('Acting as').locator('optgroup option, option').first();
    await page.getByLabel('Acting as').selectOption((await option.getAttribute('value')) ?? '');
    await page.goto(`${program.url}${address}${new URL(page.url()).search}`);
    await number('People who do it: 120').waitFor();
    expect(await page.getByText('96').count()).toBe(0);
  });

  it('is a sheet by keyboard too, with its ranges; the simulation follows from a worker', async () => {
    await page.getByRole('button', { name: 'Sheet', exact: true }).click();
    const low = page.getByLabel('Hours saved per person: Low end');
    await low.fill('1');
    await low.press('Tab');
    const high = page.getByLabel('Hours saved per person: High end');
    await high.fill('4');
    await high.press('Enter');
    await page.getByText(/8 of 10 outcomes lie between .* \(10,000 runs\)/).waitFor();
    await page.getByRole('heading', { name: 'How it may turn out' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('leaves as a spreadsheet, and takes one in after showing what it changes', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Spreadsheet' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('value-case.xlsx');
    await page.getByRole('button', { name: 'Import …' }).click();
    const csv = 'name,value\nCost of an hour of work,44\nPrice per year,many\n';
    await dialog()
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await dialog().getByText('“many” is no number.').waitFor();
    await dialog().getByRole('button', { name: 'Take in 1 row' }).click();
    await dialog().waitFor({ state: 'hidden' });
    await expect.poll(() => page.getByLabel('Cost of an hour of work: Value').inputValue()).toBe('44');
  });

  it('reads on a phone without scrolling sideways', async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.getByRole('button', { name: 'Document', exact: true }).click();
    await number('People who do it: 120').waitFor();
    const [inner, whole] = await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
    expect(whole).toBeLessThanOrEqual(inner ?? 0);
    expect(await seriousFindings(page)).toEqual([]);
  });
});
