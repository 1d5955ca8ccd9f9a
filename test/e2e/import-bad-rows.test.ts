import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { type Running, startProgram } from './running.ts';

/** Line 6 is blank, and the last line was cut off inside quotes. */
const FILE = `case id,activity,time,amount
press-1,Demo held,2025-03-03 09:00:00,12000.00
press-1,Contract signed,2025-04-01 10:30:00,12000.00
press-2,Demo held,2025-13-45 09:00:00,8000.00
,Demo held,2025-03-05 09:00:00,100.00

press-2,Offer sent,2025-03-06 11:00:00,a lot
press-3,Demo held,2025-03-07 12:00:00,500.00
press-3,"Contract sig`;

const NO_DAY = 'There is no such day in the calendar as this column writes its dates. Check day and month.';
const BLANK = 'This cell is blank, so it is not known which purchase the row belongs to. Fill it in.';
const NO_NUMBER = 'This is not a number as the column writes it, like 1234.50. The rest of the row was imported.';
const CUT_OFF = 'The last row is cut off inside quotes. Export the file again to get the rest.';
const CUT_ROW = 'press-3,"Contract sig';

let program: Running;
let browser: Browser;
let page: Page;
let report = '';

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram('--no-demo'), launchBrowser()]);
  page = await browser.newPage({ locale: 'en-GB', timezoneId: 'UTC', viewport: { width: 1280, height: 900 } });
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });

/** The term of a list of figures and its figure. */
const figure = async (name: string): Promise<string> =>
  (await page
    .locator('dl > div', { has: page.getByText(name, { exact: true }) })
    .locator('dd')
    .textContent()) ?? '';

async function choose(): Promise<void> {
  await page.goto(`${program.url}/w/own/import`);
  const file = { name: 'deals.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('heading', { name: 'How to read deals.csv' }).waitFor();
}

/** The zone and the currency that the file does not say. */
async function answer(): Promise<void> {
  await page.getByLabel('Time zone of times without an offset').selectOption('Europe/Berlin');
  await page.getByLabel('Currency of the amounts').fill('EUR');
}

async function portfolio(): Promise<string[]> {
  await page.goto(`${program.url}/w/own/purchases`);
  await page.locator('tbody a, main input[type=file]').first().waitFor({ state: 'attached' });
  return (await page.locator('tbody a').allTextContents()).map((name) => name.trim()).sort();
}

describe('a file with bad rows', () => {
  it('is asked about, and shows what would come of it', async () => {
    await choose();
    await page.getByText(/have no offset\. In which zone did that clock run\?/).waitFor();
    await answer();
    const trial = page.locator('aside section').first();
    await trial.getByText('4 refused rows').click();
    await page.getByText(/In which zone did that clock run/).waitFor({ state: 'hidden' });
    expect(await trial.getByRole('listitem').allTextContents()).toEqual([
      `Line 4: time “2025-13-45 09:00:00” ${NO_DAY}`,
      `Line 5: case id ${BLANK}`,
      `Line 7: amount “a lot” ${NO_NUMBER}`,
      `Line 9: “${CUT_ROW}” ${CUT_OFF}`,
    ]);
    expect(await trial.locator('dd').first().textContent()).toBe('3');
  });

  it('is imported but for those rows, each with line, column, value and reason', async () => {
    await button('Import').click();
    await page.getByRole('heading', { name: 'deals.csv is imported' }).waitFor();
    report = page.url();
    expect([await figure('purchases'), await figure('rows refused')]).toEqual(['3', '4']);
    const lines = page.locator('tbody tr');
    await lines.first().waitFor();
    const cells = await lines.evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent)),
    );
    expect(cells).toEqual([
      ['4', 'time', '2025-13-45 09:00:00', `${NO_DAY} time.no_such_date`],
      ['5', 'case id', 'empty', `${BLANK} import.blank_purchase`],
      ['7', 'amount', 'a lot', `${NO_NUMBER} number.bad_format`],
      ['9', '', CUT_ROW, `${CUT_OFF} csv.cut_off`],
    ]);
  });

  it('gives the refused rows as a CSV file', async () => {
    const [saved] = await Promise.all([page.waitForEvent('download'), button('Download all as CSV').click()]);
    expect(saved.suggestedFilename()).toBe('refused-rows.csv');
    expect(readFileSync(await saved.path(), 'utf8').split('\r\n')).toEqual([
      'line,column,value,code,reason',
      `"4","time","2025-13-45 09:00:00","time.no_such_date","${NO_DAY}"`,
      `"5","case id",,"import.blank_purchase","${BLANK}"`,
      `"7","amount","a lot","number.bad_format","${NO_NUMBER}"`,
      `"9",,"press-3,""Contract sig","csv.cut_off","${CUT_OFF}"`,
      '',
    ]);
  });

  it('is gone from the portfolio once undone, and back once restored', async () => {
    expect(await portfolio()).toEqual(['press-1', 'press-2', 'press-3']);
    await page.goto(report);
    await button('Undo this import').click();
    await button('Undo it').click();
    await page.getByRole('heading', { name: 'deals.csv is undone' }).waitFor();
    expect(await portfolio()).toEqual([]);
    await page.goto(report);
    await button('Restore it').click();
    await page.getByRole('heading', { name: 'deals.csv is imported' }).waitFor();
    expect(await portfolio()).toEqual(['press-1', 'press-2', 'press-3']);
  });

  it('doubles nothing when it is imported again', async () => {
    const hasItsTwoTouches = async () => {
      await page.locator('tbody a', { hasText: 'press-1' }).click();
      await page.getByRole('heading', { name: 'Touches · 2', exact: true }).waitFor();
    };
    await hasItsTwoTouches();
    await choose();
    await page.getByText('This same file was imported before. Importing it again doubles nothing.').waitFor();
    await answer();
    await page.getByText('4 refused rows').waitFor();
    await button('Import').click();
    await page.getByRole('heading', { name: 'deals.csv is imported' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(new URL(report).pathname);
    expect([await figure('purchases'), await figure('events')]).toEqual(['3', '9']);
    expect(await portfolio()).toEqual(['press-1', 'press-2', 'press-3']);
    await hasItsTwoTouches();
  });
});
