import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { seriousFindings } from './findings.ts';
import { actAs, openByHand } from './room.ts';
import { type Running, startProgram } from './running.ts';

/*
 * A group hears two answers on one thing, from the website and from the proposal; what they had agreed on is shaken,
 * somebody finds out what holds, and they agree again. The supplier mends the source.
 */
let program: Running;
let browser: Browser;
let page: Page;
let claims = '';

const WEBSITE = `# Support
Support answers within 8 h.
Recovery: 4 h
Nobody has ever complained.`;
const PROPOSAL = `<html><body><h1>Support</h1><p>Recovery: 1 h</p><p>The price is good.</p></body></html>`;

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram('--no-demo'), launchBrowser()]);
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  await openByHand(page, program.url, 'A press', { 'Ilse Brandt': 'Decision maker', 'Jon Lund': 'Evaluator' });
  claims = `${new URL(page.url()).pathname}/claims`;
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const dialog = () => page.getByRole('dialog');

async function tab(name: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Pages of this purchase' })
    .getByRole('link', { name, exact: true })
    .click();
}
const part = (name: string) =>
  page.getByRole('navigation', { name: 'Parts of this page' }).getByRole('link', { name }).click();
const cell = (who: string, sign: string) =>
  page.getByRole('button', { name: `${who}, Supplier selection: ${sign}`, exact: true });

describe('two answers on one thing', () => {
  it('are taken from a text by keyboard: one confirmed, one left out', async () => {
    await tab('Claims');
    await page.getByText('Nothing is noted yet of what anybody says').waitFor();
    await page.getByRole('link', { name: 'Paste a text' }).click();
    await page.getByLabel('Text', { exact: true }).fill(WEBSITE);
    await page.getByLabel('Name of the page or document').fill('Support page');
    await page.getByRole('button', { name: 'Find claims' }).click();
    await page.getByText('2 proposals to look at').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('listitem', { name: /≤ 8 h/ }).focus();
    await page.keyboard.press('Delete');
    await page.getByText('1 proposal to look at').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('All looked at').waitFor();
    await part('What is said');
    await page.getByText('4 h', { exact: true }).waitFor();
    expect(await page.getByText('8 h').count()).toBe(0);
  });

  it('count for what rests on them once they are used', async () => {
    await page.getByRole('button', { name: 'Change: Recovery, 4 h' }).click();
    await dialog().getByLabel('Supplier selection').check();
    await dialog().getByText('Understood as 4 h').waitFor();
    await dialog().getByRole('button', { name: 'Save' }).click();
    await page.getByText('used for Supplier selection').waitFor();
    await tab('Overview');
    for (const who of ['Ilse Brandt', 'Jon Lund']) {
      await actAs(page, who);
      await cell(who, 'nothing yet').click();
      await dialog().getByRole('button', { name: 'I agree', exact: true }).click();
      await cell(who, 'agreed').waitFor();
    }
  });

  it('contradict each other as soon as the second is heard, and shake who relied on the first', async () => {
    await actAs(page, 'You');
    await page.goto(program.url + claims);
    await page.getByRole('link', { name: 'Paste a text' }).click();
    const file = { name: 'proposal.html', mimeType: 'text/html', buffer: Buffer.from(PROPOSAL) };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByLabel('Where is it from?').selectOption('proposal');
    await page.getByRole('button', { name: 'Find claims' }).click();
    await page.getByText('contradicts what is noted: 4 h').waitFor();
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByText('All looked at').waitFor();
    await tab('Overview');
    await actAs(page, 'Ilse Brandt');
    await cell('Ilse Brandt', 'shaken since').waitFor();
    await cell('Jon Lund', 'shaken since').waitFor();
    await page
      .getByText(/Support, Recovery: .*4 h .* or .*1 h|Support, Recovery: .*1 h .* or .*4 h/)
      .first()
      .waitFor();
  });

  it('are settled by whoever finds out, with what shows it', async () => {
    await tab('Making sense');
    await page.getByRole('link', { name: 'Supplier selection' }).click();
    const card = page.getByRole('article', { name: /^Support, Recovery/ });
    await card.getByText('2 people relied on it').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await card.getByLabel(/^How do you know\?/).fill('Section 4 of the signed draft.');
    await card.getByRole('button', { name: /^This holds: 1 h/ }).click();
    await page.getByText('settled by a person').waitFor();
    await card.waitFor({ state: 'detached' });
    await tab('Claims');
    await page.getByText('No contradiction is open').waitFor();
    await page.getByText('Settled · 1').click();
    await page.getByText('Ilse Brandt said: 1 h holds').waitFor();
  });

  it('are agreed on again, in one click each', async () => {
    await tab('Overview');
    for (const who of ['Ilse Brandt', 'Jon Lund']) {
      await actAs(page, who);
      await page.getByRole('button', { name: 'What was shaken still holds for me' }).click();
      await cell(who, 'agreed').waitFor();
    }
  });

  it('are mended by the supplier at the source, who sees which channels carry them', async () => {
    await actAs(page, 'You');
    await page.goto(`${program.url}${claims}?part=channels`);
    await page.getByText('What holds: 1 h.').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'It is mended: take it back' }).click();
    await page.getByText('Nothing to mend.').waitFor();
    await tab('Overview');
    // Nobody is told twice.
    await cell('Ilse Brandt', 'agreed').waitFor();
  });

  it('leave a page to print and parts that say what to do while there is little', async () => {
    await actAs(page, 'Ilse Brandt');
    await page.goto(program.url + claims);
    expect(await page.getByRole('link', { name: 'The same on every channel' }).count()).toBe(0);
    await part('What tells options apart');
    await page.getByText('Nothing to compare yet').waitFor();
    await part('Side by side');
    await page.getByText('No claim with a source and an option yet').waitFor();
    await part('How much there is');
    await page.getByText('1 piece of information for 2 people').waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    for (const name of ['What is said', 'From a text', 'How much there is']) {
      await part(name);
      await page.getByRole('heading', { level: 1, name: `Claims: ${name}` }).waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
  });
});
