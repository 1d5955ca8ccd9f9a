import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { actAs } from './room.ts';
import { type Running, startProgram } from './running.ts';

const bpic2012 = path.resolve(import.meta.dirname, '../../../shared/data/event-logs/bpic2012.xes.gz');
/** The npm package pm4js carries one of the logs, for machines without the others. */
const receipt = path.join(import.meta.dirname, '../../node_modules/pm4js/examples/input_data/receipt.xes');
const log = existsSync(bpic2012) ? { file: bpic2012, purchases: '13,087' } : { file: receipt, purchases: '1,434' };

let program: Running;
let browsers: Browser[];
/** Two people at two machines. */
let mine: Page;
let theirs: Page;

beforeAll(async () => {
  program = await startProgram('--no-demo');
  browsers = await Promise.all([launchBrowser(), launchBrowser()]);
  const pages = await Promise.all(
    browsers.map((browser) => browser.newPage({ locale: 'en-GB', viewport: { width: 1280, height: 900 } })),
  );
  [mine, theirs] = pages as [Page, Page];
});

afterAll(async () => {
  await Promise.all((browsers ?? []).map((browser) => browser.close()));
  await program?.stop();
});

const cell = (page: Page, person: string, job: string, sign: string) =>
  page.getByRole('button', { name: `${person}, ${job}: ${sign}`, exact: true });

async function name(page: Page, person: string, ...roles: string[]): Promise<void> {
  await page.getByRole('button', { name: 'Add a stakeholder' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(person);
  for (const role of roles) await dialog.getByRole('button', { name: role, exact: true }).click();
  await dialog.getByRole('button', { name: 'Add a stakeholder' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

async function agree(page: Page, person: string, job: string): Promise<void> {
  await actAs(page, person);
  await cell(page, person, job, 'nothing yet').click();
  await page.getByRole('dialog').getByRole('button', { name: 'I agree' }).click();
  await cell(page, person, job, 'agreed').waitFor();
}

const JOB = 'Problem identification';
const ring = (page: Page) => page.getByRole('list', { name: 'The jobs at a glance' }).getByRole('listitem').first();

describe('from a file to a living purchase', () => {
  it('imports the log and shows its purchases', async () => {
    await mine.goto(`${program.url}/w/own/purchases`);
    await mine.locator('input[type=file]').setInputFiles(log.file);
    await mine.getByRole('button', { name: 'Import', exact: true }).click();
    await mine.getByRole('link', { name: 'See these purchases' }).click({ timeout: 150_000 });
    await mine.getByText(`${log.purchases} purchases`, { exact: true }).waitFor();
    await mine.getByRole('button', { name: /^Open/ }).click();
    await mine.waitForURL(/outcome=open/);
    await mine.locator('tbody tr a').first().click();
    await mine.getByText('Nobody of the buying group is named yet').waitFor();
    await theirs.goto(mine.url());
    await theirs.getByText('Nobody of the buying group is named yet').waitFor();
  });

  it('shows three named people in the other browser without a reload', async () => {
    await name(mine, 'Ilse Brandt', 'Champion');
    await name(mine, 'Goran Petrov', 'Evaluator');
    await name(mine, 'Amina Diallo', 'Decision maker');
    for (const person of ['Ilse Brandt', 'Goran Petrov', 'Amina Diallo'])
      await cell(theirs, person, JOB, 'nothing yet').waitFor();
  });

  it('completes a job by its rule, beside evidence that nobody has stated', async () => {
    await agree(mine, 'Ilse Brandt', JOB);
    await cell(theirs, 'Ilse Brandt', JOB, 'agreed').waitFor();
    expect(await ring(theirs).textContent()).not.toContain('Problem identification: complete');
    await agree(mine, 'Amina Diallo', JOB);
    await ring(mine)
      .getByText(/^Problem identification: complete/)
      .waitFor();
    await ring(theirs)
      .getByText(/^Problem identification: complete/)
      .waitFor();
    expect(await theirs.locator('svg [fill="url(#hatch)"]').count()).toBeGreaterThan(0);
  });

  it('reopens it with its cause when a decision maker joins', async () => {
    await name(mine, 'Tomas Novak', 'Decision maker');
    await ring(theirs)
      .getByText(/^Problem identification: reopened/)
      .waitFor();
    await theirs
      .getByRole('img', { name: /^Problem identification reopened: .*Tomas Novak/ })
      .waitFor({ state: 'attached' });
  });

  it('is all the same after the program was killed', async () => {
    await program.killAndRestart();
    await theirs.reload();
    await ring(theirs)
      .getByText(/^Problem identification: reopened/)
      .waitFor();
    for (const [person, sign] of [
      ['Ilse Brandt', 'agreed'],
      ['Amina Diallo', 'agreed'],
      ['Tomas Novak', 'nothing yet'],
    ] as const) {
      await cell(theirs, person, JOB, sign).waitFor();
    }
  });
});
