import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { actAs, openByHand } from './room.ts';
import { type Running, startProgram } from './running.ts';

let program: Running;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram('--no-demo'), launchBrowser()]);
  page = await browser.newPage({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
  await openByHand(page, program.url, 'A press', { 'Ilse Brandt': 'Champion' });
  await page.getByRole('grid').waitFor();
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const dialog = (on: Page = page) => on.getByRole('dialog');
const card = (on: Page = page) => on.locator('section.card', { hasText: 'What each job still needs' });

async function change(job: string, part: 'Wording' | 'Rule' | 'Take it out', on: Page = page): Promise<void> {
  await card(on).waitFor();
  const more = card(on).getByRole('button', { name: /^All \d+ jobs$/ });
  if (await more.isVisible()) await more.click();
  await card(on)
    .getByRole('button', { name: `Change … ${job}` })
    .click();
  await dialog(on).getByRole('button', { name: part, exact: true }).click();
}

async function press(name: string): Promise<void> {
  await dialog().getByRole('button', { name, exact: true }).click();
  await dialog().waitFor({ state: 'hidden' });
}

const cell = (sign: string) => page.getByRole('button', { name: `Ilse Brandt, Works council: ${sign}`, exact: true });

describe('the jobs of a purchase', () => {
  it('gain one, with its rule as a sentence', async () => {
    await card().getByRole('button', { name: 'Add a job …' }).click();
    await dialog().getByLabel('Job', { exact: true }).fill('Works council');
    await dialog().getByLabel('The sentence one agrees to').fill('The works council agrees.');
    await dialog().getByRole('button', { name: 'Legal', exact: true }).click();
    await dialog()
      .getByText('Complete when everyone who is legal agrees and at least 2/3 of those who have not stood aside agree.')
      .waitFor();
    await press('Add the job');
    await cell('nothing yet').waitFor();
  });

  it('have a rule that can be changed', async () => {
    await change('Works council', 'Rule');
    expect(await dialog().getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    await dialog().getByRole('button', { name: 'Legal', exact: true }).click();
    await dialog().getByLabel('Share that has to agree').selectOption('1/1');
    await press('Save');
    await card()
      .getByText(/^Complete when at least 1\/1 of those who have not stood aside agree/)
      .waitFor();
  });

  it('are only the buyer side’s to change once a buyer came in', async () => {
    await actAs(page, 'Ilse Brandt');
    await cell('nothing yet').click();
    await dialog().getByRole('button', { name: 'I agree' }).click();
    await cell('agreed').waitFor();
    await card().getByRole('button', { name: 'Add a job …' }).waitFor();
    await actAs(page, 'You');
    await card().getByRole('button', { name: 'Add a job …' }).waitFor({ state: 'detached' });
    expect(
      await card()
        .getByRole('button', { name: /^Change …/ })
        .count(),
    ).toBe(0);
    await actAs(page, 'Ilse Brandt');
    await card().getByRole('button', { name: 'Add a job …' }).waitFor();
  });

  it('keep their assents when only the wording changes, and ask again when the meaning does', async () => {
    await change('Works council', 'Wording');
    await dialog().getByLabel('The sentence one agrees to').fill('Our works council agrees.');
    expect(await dialog().locator('del, ins').allTextContents()).toEqual(['The', 'Our']);
    await dialog()
      .getByLabel(/^Only the wording changes/)
      .check();
    await press('Save');
    await page.getByText('Works council is reworded').waitFor();
    await cell('agreed').waitFor();
    await change('Works council', 'Wording');
    await dialog().getByLabel('The sentence one agrees to').fill('Our works council has signed.');
    await press('Save');
    await cell('shaken since').waitFor();
  });

  it('are not changed over what someone else changed meanwhile', async () => {
    const other = await browser.newPage({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
    await other.goto(page.url());
    await change('Works council', 'Wording', other);
    await dialog(other).getByLabel('The sentence one agrees to').fill('It has signed, we think.');
    await change('Works council', 'Wording');
    await dialog().getByLabel('The sentence one agrees to').fill('It has signed.');
    await press('Save');
    await dialog(other).getByRole('button', { name: 'Save' }).click();
    const conflict = other.getByRole('dialog', { name: 'Changed meanwhile' });
    await conflict.getByText('It has signed.', { exact: true }).waitFor();
    await conflict.getByText('It has signed, we think.').waitFor();
    await conflict.getByRole('button', { name: 'Take theirs' }).click();
    await dialog(other).waitFor({ state: 'hidden' });
    await other.close();
    await change('Works council', 'Take it out');
    await dialog().getByText('“It has signed.”').waitFor();
    await page.keyboard.press('Escape');
  });

  it('lose one, which can be undone with all that was said', async () => {
    await change('Works council', 'Take it out');
    await press('Take the job out');
    await cell('shaken since').waitFor({ state: 'detached' });
    await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).last().click();
    await cell('shaken since').waitFor();
  });
});
