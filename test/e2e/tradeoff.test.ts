import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { type Running, startProgram } from './running.ts';

/** Five people weigh a purchase: a list is taken in, options are scored, the group sees where it differs. */
let program: Running;
let browser: Browser;
let page: Page;
let address = '';
const GROUP = ['ann', 'ben', 'cem', 'dor', 'eva'];

const api = async (method: string, path: string, as: string, body?: object) => {
  const answer = await fetch(`${program.url}/api/v1/workspaces/own${path}`, {
    method,
    headers: { 'content-type': 'application/json', 'x-acting-as': as },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
  return (await answer.json()) as { purchase_id: string; requirements: { requirement_id: string }[] };
};

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram('--no-demo'), launchBrowser()]);
  const { purchase_id } = await api('POST', '/purchases', 'operator', { name: 'A press', template: 'buying-6' });
  address = `/purchases/${purchase_id}`;
  for (const person of GROUP) {
    await api('PUT', `${address}/stakeholders/${person}`, 'operator', { name: person, roles: ['evaluator'] });
  }
  await api('PUT', `${address}/stakeholders/ann/entry`, 'ann', {});
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const goAs = (person: string) => page.goto(`${program.url}/w/own${address}/options?as=${person}`);
const dialog = () => page.getByRole('dialog');
const result = () => page.getByRole('region', { name: 'How it stands' });
const cell = (row: number, column: number) => page.locator(`[data-cell="${row},${column}"]`);
const violations = async () => {
  const found = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
};

async function addOption(name: string, kind: string, cost: string): Promise<void> {
  await page.getByRole('button', { name: 'Add an option' }).click();
  await dialog().getByLabel('Name').fill(name);
  await dialog().getByLabel('Kind').selectOption({ label: kind });
  await dialog().getByLabel('Total cost, over the time you look at').fill(cost);
  await dialog().getByRole('button', { name: 'Save' }).click();
  await dialog().waitFor({ state: 'hidden' });
  await page.getByRole('columnheader', { name }).waitFor();
}

describe('a group of five', () => {
  it('takes in a list after a look at it', async () => {
    await goAs('ann');
    await page.getByText('What do you need?').waitFor();
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: 'Take in a list' }).first().click();
    await dialog().getByRole('button', { name: 'Paste' }).click();
    await dialog().getByLabel('One requirement on each line').fill('- Must: Safe to run\n- Fast\n- Quiet\n- Quiet');
    await dialog().getByRole('button', { name: 'Look at it' }).click();
    await dialog().getByText('4 requirements found').waitFor();
    expect(await violations()).toEqual([]);
    await dialog().getByRole('button', { name: 'Add 3' }).click();
    await page.getByRole('rowheader', { name: 'Safe to run' }).waitFor();
  });

  it('scores its options as in a spreadsheet, and sees at once what follows', async () => {
    await addOption('Our press', 'this supplier', '900000');
    await addOption('Their press', 'another supplier', '500000');
    const scores = [
      [80, 90, 40],
      [70, 30, 90],
    ];
    for (const [column, rows] of scores.entries()) {
      await cell(0, column).focus();
      for (const [row, score] of rows.entries()) {
        await page.keyboard.type(String(score));
        if (row === 0) await result().getByText('As it would be with what you are typing.').waitFor();
        await page.keyboard.press('Enter');
        await expect.poll(() => cell(row, column).textContent()).toContain(String(score));
      }
    }
    await page.getByText('From Their press to Our press').waitFor();
    await cell(0, 0).click();
    await dialog().getByText('I only know it roughly').click();
    await dialog().getByLabel('At worst').first().fill('40');
    await dialog().getByLabel('At best').first().fill('90');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await cell(0, 0).getByText('not sure to meet it').waitFor();
  });

  it('weighs in a few keys, each for themselves', async () => {
    await page.getByRole('button', { name: 'Say what matters to you' }).click();
    await dialog()
      .getByRole('button', { name: /^3\. Quiet/ })
      .press('Alt+ArrowUp');
    await dialog()
      .getByRole('button', { name: /^2\. Quiet/ })
      .press('Alt+ArrowUp');
    await dialog()
      .getByText(/^For you alone, .+ comes first in \d+ %\.$/)
      .waitFor();
    expect(await violations()).toEqual([]);
    await dialog().getByRole('button', { name: 'Save my weights' }).click();
    await page.getByText('1 of 5 have weighed').waitFor();
    await goAs('ben');
    await page.getByRole('button', { name: 'Say what matters to you' }).click();
    await dialog().getByRole('button', { name: 'Say how much (optional)' }).click();
    await dialog().getByLabel('Fast').fill('95');
    await dialog().getByRole('button', { name: 'Save my weights' }).click();
    await page.getByText('2 of 5 have weighed').waitFor();
    const { requirements } = await api('GET', `${address}/tradeoff`, 'cem');
    for (const person of ['cem', 'dor', 'eva']) {
      const answers = requirements.map(({ requirement_id }, at) => ({ requirement_id, value: at + 1 }));
      await api('PUT', `${address}/weights/${person}`, person, { method: 'ranking', answers });
    }
    await result()
      .getByText(/consistent with what 5 people said\.$/)
      .waitFor();
  });

  it('finds what it disagrees on, and what would change the winner', async () => {
    const talk = page.getByRole('region', { name: 'Where you agree, and where to talk' });
    expect(await talk.getByRole('listitem').first().textContent()).toMatch(/^“Quiet”: ann gives it \d+ %, /);
    expect(await result().textContent()).toMatch(/would lead if \d+ % of the weight moved to/);
    expect(await violations()).toEqual([]);
  });

  it('keeps to itself what the supplier is not shown', async () => {
    await goAs('operator');
    await page.getByRole('columnheader', { name: 'Our press' }).waitFor();
    const seen = await page.locator('main').textContent();
    expect(seen).not.toContain('Their press');
    expect(seen).not.toContain('ann gives it');
    expect(seen).not.toContain('900,000');
    expect(await cell(0, 0).isDisabled()).toBe(true);
  });

  it('swipes one option per card on a phone, and stands aside', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await goAs('eva');
    await page.getByText('Option 1 of 3').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: 'Not mine to weigh' }).click();
    await page.getByText('You left the weighing to others.').waitFor();
    await result()
      .getByText(/consistent with what 4 people said\.$/)
      .waitFor();
  });
});
