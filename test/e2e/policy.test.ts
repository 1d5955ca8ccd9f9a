import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { type Running, startProgram } from './running.ts';

let program: Running;
let browser: Browser;

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

/** What the browser would not load, run or draw on a page because of our own policy. */
async function watched(): Promise<{ page: Page; held: () => Promise<string[]> }> {
  const page = await browser.newPage();
  await page.addInitScript(() => {
    const held: string[] = [];
    Object.assign(globalThis, { held });
    addEventListener('securitypolicyviolation', (event) =>
      held.push(`${event.effectiveDirective}: ${event.blockedURI}`),
    );
  });
  const held = () => page.evaluate(() => (globalThis as unknown as { held: string[] }).held);
  return { page, held };
}

test('pages, a dialog, a drawn map and the documentation need nothing that the policy forbids', async () => {
  const { page, held } = await watched();
  await page.goto(`${program.url}/w/demo/purchases`);
  await page.locator('tbody a').first().waitFor();
  await page.getByRole('button', { name: 'New purchase' }).click();
  await page.getByRole('dialog').waitFor();
  // The dialog keeps the page behind it still by a style element of its own.
  expect(await page.evaluate(() => getComputedStyle(document.body).overflow)).toBe('hidden');
  expect(await held()).toEqual([]);
  await page.keyboard.press('Escape');
  await page.locator('tbody a').first().click();
  await page.getByRole('grid').waitFor();
  expect(await held()).toEqual([]);
  await page.goto(`${program.url}/w/demo/journeys`);
  await page.locator('main svg:visible').first().waitFor();
  expect(await held()).toEqual([]);
  await page.goto(`${program.url}/api/docs`);
  await page.locator('.opblock').first().waitFor();
  expect(await held()).toEqual([]);
});

test('a script or style that stands in a page by itself does not run', async () => {
  const { page, held } = await watched();
  await page.goto(`${program.url}/`);
  await page.getByRole('heading').first().waitFor();
  await page.evaluate(() => {
    for (const [tag, text] of [
      ['script', 'globalThis.ran = true'],
      ['style', 'body { display: none }'],
    ] as const) {
      const added = document.createElement(tag);
      added.textContent = text;
      document.body.append(added);
    }
  });
  expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
  expect(await page.evaluate(() => getComputedStyle(document.body).display)).not.toBe('none');
  expect(await held()).toEqual(['script-src-elem: inline', 'style-src-elem: inline']);
});
