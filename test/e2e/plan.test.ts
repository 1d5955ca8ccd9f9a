import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { seriousFindings } from './findings.ts';
import { actAs, openByHand } from './room.ts';
import { type Running, startProgram } from './running.ts';

/*
 * A buyer makes a plan in one click, gives a step to herself, moves steps by keyboard, and sees what slipped and what moved;
 * the supplier sees the plan without what is internal. A calendar reads what she may read.
 */
let program: Running;
let browser: Browser;
let page: Page;
let plan = '';

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram('--no-demo'), launchBrowser()]);
  const context = await browser.newContext({
    ...{ locale: 'en-GB', timezoneId: 'America/New_York', viewport: { width: 375, height: 800 } },
    reducedMotion: 'reduce',
  });
  page = await context.newPage();
  page.setDefaultTimeout(6_000);
  await openByHand(page, program.url, 'A planning program', { 'Ilse Brandt': 'Champion' });
  plan = `${new URL(page.url()).pathname}/plan`;
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const dialog = () => page.getByRole('dialog');

/** A day so many days from today, in the time zone of the browser. */
const inDays = (days: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(Date.now() + days * 86_400_000);

describe('a plan on a phone', () => {
  it('is made in one click, internal steps first', async () => {
    await actAs(page, 'Ilse Brandt');
    await page.goto(program.url + plan);
    await page.getByText('No plan yet').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: /^Software/ }).click();
    await dialog().getByLabel('First day').fill(inDays(-21));
    await dialog().getByRole('button', { name: 'Make this plan' }).click();
    await page.getByText('0 of 14 steps done').waitFor();
    await page.getByText('Finishing a step never agrees to a job for anybody.', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Get the budget confirmed', exact: true }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('says what slipped, and what moved because of it', async () => {
    await page.getByText(/^\d+ steps moved because “Agree what it has to do” slipped\.$/).waitFor();
    await page.getByRole('button', { name: 'Done: Agree what it has to do' }).click();
    await page.getByText('“Agree what it has to do” is done. It agrees to no job.').waitFor();
    await page.getByText('1 of 14 steps done').waitFor();
    const said = page.getByLabel('Messages').locator('div', { hasText: 'It agrees to no job.' });
    await said.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('0 of 14 steps done').waitFor();
  });

  it('gives a step to somebody, who is reminded of it', async () => {
    await page.getByRole('button', { name: 'Get the budget confirmed', exact: true }).click();
    await dialog().getByRole('button', { name: 'Change this step' }).click();
    await dialog().getByLabel('Who sees to it').selectOption({ label: 'Ilse Brandt' });
    await dialog().getByLabel('Checklist, one entry a line').fill('Ask the board\n🚀 اسأل المالية');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await dialog().getByLabel('🚀 اسأل المالية').check();
    await dialog().getByRole('button', { name: 'Close' }).last().click();
    await page.getByText('1 of 2 ticked').waitFor();
    await page
      .getByText(/overdue by \d+ working days/)
      .nth(1)
      .waitFor();
    await page.getByRole('button', { name: 'Only mine' }).click();
    expect(await page.getByRole('button', { name: /^Done: / }).count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Only mine' }).click();
  });

  it('refuses a year of five digits and a circle in sentences that help', async () => {
    await page.getByRole('button', { name: 'Add a step' }).click();
    await dialog().getByLabel('What is to be done').fill('Tell everybody');
    await dialog().getByLabel('By when').selectOption({ label: 'on a day' });
    await dialog().getByLabel('Day', { exact: true }).fill('20266-03-01');
    await dialog().getByText('with a year of four digits', { exact: false }).waitFor();
    expect(await dialog().getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    await dialog().getByLabel('Day', { exact: true }).fill(inDays(40));
    await dialog().getByText('What has to be done before').click();
    await dialog().getByLabel('First working day with it').check();
    await dialog().getByRole('button', { name: 'Save' }).click();
    await page.getByText('Added the step').waitFor();
    await page.getByRole('button', { name: 'First working day with it', exact: true }).click();
    await dialog().getByRole('button', { name: 'Change this step' }).click();
    await dialog().getByLabel('Tell everybody').check();
    await dialog().getByRole('button', { name: 'Save' }).click();
    await page.getByText(/That is a circle: take out one of them\./).waitFor();
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    await dialog().getByRole('button', { name: 'Close' }).last().click();
  });

  it('is moved on the board by keyboard, and taken out and back again', async () => {
    await page.getByRole('button', { name: 'Board', exact: true }).click();
    const card = page.getByRole('button', { name: 'Tell everybody', exact: true });
    await card.focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('region', { name: 'Doing' }).getByRole('button', { name: 'Tell everybody' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Tell everybody');
    expect(await seriousFindings(page)).toEqual([]);
    await card.click();
    await dialog().getByRole('button', { name: 'Change this step' }).click();
    await dialog().getByRole('button', { name: 'Take it out' }).click();
    const said = page.getByLabel('Messages').locator('div', { hasText: 'Took “Tell everybody” out of the plan' });
    await said.getByRole('button', { name: 'Undo' }).click();
    await card.waitFor();
  });

  it('is drawn along time, with its table behind it', async () => {
    await page.getByRole('button', { name: 'Timeline', exact: true }).click();
    await page.getByText('Show as a table').click();
    expect(await page.getByRole('row').count()).toBe(16);
    expect(await seriousFindings(page)).toEqual([]);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download CSV' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('plan.csv');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });

  it('is read by a calendar until its owner ends that', async () => {
    await page.getByRole('button', { name: 'In my calendar' }).click();
    await dialog().getByRole('button', { name: 'Make an address' }).click();
    const address = await dialog().getByLabel('Address', { exact: true }).inputValue();
    const read = () => fetch(address);
    expect(await (await read()).text()).toContain('SUMMARY:Get the budget confirmed');
    await dialog().getByRole('button', { name: 'End it' }).click();
    await page.getByText('the calendar reads nothing any more', { exact: false }).waitFor();
    expect((await read()).status).toBe(404);
    await page.keyboard.press('Escape');
  });

  it('is shared step by step, with how a step stands', async () => {
    await page.getByRole('button', { name: 'List', exact: true }).click();
    await page.getByRole('button', { name: 'Done: Get the budget confirmed' }).click();
    await page.getByText('1 of 15 steps done').waitFor();
    await page.goto(program.url + plan);
    await page.getByText('Done (1)').click();
    await page.getByRole('button', { name: 'Get the budget confirmed', exact: true }).click();
    await dialog().getByRole('button', { name: 'Change this step' }).click();
    await dialog().getByLabel('Who can read this').selectOption('shared');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await dialog().getByRole('button', { name: 'Change this step' }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('shows a seller nothing that is internal to the buyers', async () => {
    await actAs(page, 'You');
    await page.goto(program.url + plan);
    await page.getByText('1 of 12 steps done').waitFor();
    expect(await page.getByText('Have the contract reviewed').count()).toBe(0);
  });
});
