import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { type Running, startProgram } from './running.ts';

let program: Running;
let browser: Browser;
let purchase = '';
let earlier = '';

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), launchBrowser()]);
  const page = await browser.newPage();
  await page.goto(`${program.url}/w/demo/purchases`);
  purchase = new URL(
    (await page
      .locator('tbody a')
      .first()
      .evaluate((link: HTMLAnchorElement) => link.href)) ?? '',
  ).pathname;
  await page.goto(program.url + purchase);
  await page.getByRole('slider', { name: 'As of' }).press('PageDown');
  await page.waitForURL(/as_of=/);
  earlier = purchase + new URL(page.url()).search;
  await page.close();
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

/** What axe finds that keeps someone from using a page, one line each. */
async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

const pages: [string, () => string, string][] = [
  ['the workspaces', () => '/', 'h1'],
  ['the portfolio', () => '/w/demo/purchases', 'tbody a'],
  ['a portfolio without a match', () => '/w/demo/purchases?q=nothing-is-called-so', 'main button'],
  ['a purchase', () => purchase, '[role=grid]'],
  ['a purchase as of a date', () => earlier, '[role=status] button'],
  ['an empty workspace', () => '/w/own/purchases', 'h1'],
  ['import', () => '/w/demo/import', 'h1'],
  ['journeys', () => '/w/demo/journeys', '[aria-labelledby=variants]'],
  ['job templates', () => '/w/demo/settings', 'ol li'],
  ['sellers', () => '/w/demo/settings?tab=people', 'form'],
  ['appearance', () => '/w/demo/settings?tab=appearance', 'fieldset'],
  ['the keys', () => '/w/demo/settings?tab=keys', 'kbd'],
  ['about', () => '/w/demo/settings?tab=about', 'a[href="/api/docs"]'],
  ['a page that is not there', () => '/nowhere', 'main'],
];

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  it.each(pages)('%s has no serious finding', async (_name, path, ready) => {
    const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(program.url + path());
    await page.locator(ready).first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await context.close();
  });

  it.each([
    ['naming a stakeholder', 'Add a stakeholder'],
    ['adding a requirement', 'Add: Requirements'],
    ['recording a touch', 'Record one …'],
  ])('%s has no serious finding', async (_name, button) => {
    const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(`${program.url}/w/own/purchases`);
    await page
      .getByRole('button', { name: 'Open a purchase by hand' })
      .or(page.getByRole('button', { name: 'New purchase' }))
      .click();
    await page.getByLabel('What is about to be bought?').fill('A press');
    await page.getByRole('button', { name: 'Open it' }).click();
    await page.getByRole('button', { name: button }).first().click();
    await page.getByRole('dialog').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await context.close();
  });

  it('fits a phone without scrolling sideways', async () => {
    const context = await browser.newContext({ colorScheme, viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    for (const [, path, ready] of pages) {
      await page.goto(program.url + path());
      await page.locator(ready).first().waitFor();
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(beyond, path()).toBeLessThanOrEqual(0);
    }
    await context.close();
  });
});
