import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { seriousFindings } from './findings.ts';
import { actAs, openByHand } from './room.ts';
import { type Running, startProgram } from './running.ts';

/*
 * A buyer asks her group without her name: a colleague sees no name, the supplier sees nothing. She asks the supplier, takes
 * the answer as a claim, and whoever asks it again finds it. What could go wrong is noted, and all of it is found.
 */
let program: Running;
let browser: Browser;
let page: Page;
let answers = '';

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram('--no-demo'), launchBrowser()]);
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 375, height: 812 } });
  page = await context.newPage();
  await openByHand(page, program.url, 'A press', {
    'Ilse Brandt': 'Decision maker',
    'Jon Lund': 'Evaluator',
    'نور الهاشمي': 'Security',
  });
  answers = `${new URL(page.url()).pathname}/answers`;
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const dialog = () => page.getByRole('dialog');

const fits = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
const thread = (text: string) => page.getByRole('article', { name: text });

async function write(text: string): Promise<void> {
  await page.getByRole('button', { name: 'Ask a question' }).click();
  await dialog().getByLabel('What do you want to know?').fill(text);
}

describe('a question without a name', () => {
  it('is asked inside the group', async () => {
    await page.goto(program.url + answers);
    await actAs(page, 'Ilse Brandt');
    await page.getByText('Nothing was asked yet').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await write('Do we trust their plan? 🙂');
    await dialog().getByLabel('Ask without my name inside our group').check();
    await dialog().getByText('nobody is told who asked').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await dialog().getByRole('button', { name: 'Ask', exact: true }).click();
    await thread('Do we trust their plan?').getByText('You, without your name,').waitFor();
  });

  it('shows a colleague no name, in the thread and in the ledger', async () => {
    await actAs(page, 'Jon Lund');
    await thread('Do we trust their plan?').getByText('Someone in the buying group asks anyone').waitFor();
    expect(await thread('Do we trust their plan?').textContent()).not.toContain('Ilse');
    await page.goto(program.url + answers.replace('/answers', ''));
    const entry = page.getByRole('listitem').filter({ hasText: 'Question: “Do we trust their plan?' });
    await entry.first().waitFor();
    expect(await entry.first().textContent()).not.toContain('Ilse');
  });

  it('is nothing to the supplier', async () => {
    await page.goto(program.url + answers);
    await actAs(page, 'You');
    await page.getByText('Nothing was asked yet').waitFor();
    expect(await page.getByText('Do we trust their plan?').count()).toBe(0);
  });
});

describe('a question to the supplier', () => {
  it('is refused before it is sent where it is too long, and asked when it fits', async () => {
    await actAs(page, 'نور الهاشمي');
    await write('x'.repeat(20_010));
    await dialog().getByRole('alert').getByText('10 characters longer').waitFor();
    expect(await dialog().getByRole('button', { name: 'Ask', exact: true }).isDisabled()).toBe(true);
    await dialog().getByLabel('What do you want to know?').fill('How fast does your support answer at night?');
    await dialog().getByLabel('Who should answer?').selectOption({ label: 'The supplier' });
    await dialog().getByLabel('What is it about?').selectOption({ label: 'Validation' });
    await dialog().getByRole('button', { name: 'Ask', exact: true }).click();
    await thread('How fast does your support').getByText('You ask the supplier').waitFor();
  });

  it('is answered, and the supplier takes the answer into its library', async () => {
    await actAs(page, 'You');
    const asked = thread('How fast does your support');
    await asked.getByText('نور الهاشمي asks the supplier').waitFor();
    await asked.getByLabel('Your answer').fill('Support answers within 4 h, at night too.');
    await asked.getByRole('button', { name: 'Answer', exact: true }).click();
    await asked.getByRole('button', { name: 'Into the library' }).click();
    await dialog().getByLabel('The question, as anyone would ask it').fill('How fast does support answer?');
    expect(await seriousFindings(page)).toEqual([]);
    await dialog().getByRole('button', { name: 'Save in the library' }).click();
    await dialog().waitFor({ state: 'hidden' });
    expect(await fits()).toBeLessThanOrEqual(0);
  });

  it('is settled by taking the answer, which becomes a claim with its source', async () => {
    await actAs(page, 'Ilse Brandt');
    const asked = thread('How fast does your support');
    await asked.getByRole('button', { name: 'Take this answer' }).click();
    await dialog().getByText('Understood as ≤ 4 h').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await dialog().getByRole('button', { name: 'Take it, as a claim' }).click();
    await asked.getByText('Taken by Ilse Brandt').waitFor();
    await asked.getByRole('link', { name: /^Support, / }).click();
    await page.getByText(/^Answer of .* to “How fast does your support answer at night\?”/).waitFor();
    await page.getByText('used for Validation').waitFor();
  });

  it('is found when it is asked again, here and in the library', async () => {
    await page.goto(program.url + answers);
    await actAs(page, 'Jon Lund');
    await write('How fast does support answer?');
    await dialog().getByRole('region', { name: 'Asked before' }).getByText('within 4 h, at night too').waitFor();
    await dialog().getByRole('region', { name: 'Answered by the supplier before' }).locator('summary').click();
    await dialog().getByRole('link', { name: 'How fast does your support answer at night?' }).click();
    await dialog().waitFor({ state: 'hidden' });
    await thread('How fast does your support').getByText('Taken by Ilse Brandt').waitFor();
    await page.getByText(/Answered .* \(median, n = 1\) · 1 question waits/).waitFor();
  });
});

describe('risks and search', () => {
  it('a risk is noted and stands in the picture', async () => {
    await page.goto(program.url + answers.replace('answers', 'risks'));
    await page.getByText('No risk is noted yet').waitFor();
    await page.getByRole('button', { name: 'Note a risk' }).click();
    await dialog().getByLabel('What could go wrong').fill('The old press stops too early');
    await dialog().getByLabel('Likelihood').selectOption('4');
    await dialog().getByLabel('Impact').selectOption('5');
    await dialog().getByLabel('Who can read this').selectOption('buyer');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await page.getByText('1 risk with likelihood 4 and impact 5').waitFor({ state: 'attached' });
    expect(await seriousFindings(page)).toEqual([]);
    expect(await fits()).toBeLessThanOrEqual(0);
  });

  it('everything is found by typing, as far as one may read it', async () => {
    await page.keyboard.press('Control+k');
    await dialog().getByRole('combobox').fill('press stops');
    await page.getByRole('option', { name: 'The old press stops too early' }).waitFor();
    await page.getByRole('option', { name: 'Everything on “press stops”' }).click();
    await page.getByRole('link', { name: /The old press stops too early/ }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await actAs(page, 'You');
    await page.getByText('Nothing found').waitFor();
    await page.getByLabel('Search this purchase').fill('night');
    await page.getByRole('link', { name: /^Question .*How fast does your support/ }).waitFor();
  });
});
