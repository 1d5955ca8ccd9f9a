import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { type Running, startProgram } from './running.ts';

/*
 * Five people decide together: they weigh, differ, see on what; one disputes a number of the value case; website and
 * proposal contradict each other, which shakes what they had agreed on; one finds out what holds, and all reaffirm. The
 * supplier is in the room all along and sees nothing of what the five keep to themselves.
 */
const GROUP = {
  Ann: ['decision_maker', 'champion'],
  Ben: ['evaluator'],
  Cem: ['finance'],
  Dor: ['evaluator'],
  Eva: ['user'],
} as const;
type Person = keyof typeof GROUP;
const people = Object.keys(GROUP) as Person[];
/** What stands on the buyers' side only, in the words it is written in. */
const KEPT = ['Rival press', 'Ask the works council', '512,000', 'They are in trouble', 'gives it'];

let program: Running;
let browser: Browser;
let page: Page;
let address = '';

const api = async (method: string, path: string, as: string, body: object): Promise<void> => {
  const answer = await fetch(`${program.url}/api/v1/workspaces/own${address}${path}`, {
    method,
    headers: { 'content-type': 'application/json', 'x-acting-as': as },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
  const { purchase_id } = (await answer.json()) as { purchase_id?: string };
  if (path === '/purchases') address = `/purchases/${purchase_id}`;
};

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram('--no-demo'), launchBrowser()]);
  await api('POST', '/purchases', 'operator', { name: 'A press', template: 'buying-6' });
  for (const name of people) await api('PUT', `/stakeholders/${name}`, 'operator', { name, roles: GROUP[name] });
  for (const name of people) await api('PUT', `/stakeholders/${name}/entry`, name, {});
  for (const [id, text] of Object.entries({ safe: 'Safe to run', fast: 'Fast', quiet: 'Quiet' }))
    await api('PUT', `/requirements/${id}`, 'Ann', { text });
  await api('PUT', '/requirements/council', 'Ann', { text: 'Ask the works council', zone: 'buyer' });
  await api('PUT', '/options/ours', 'operator', { name: 'House press', kind: 'this_supplier' });
  await api('PUT', '/options/theirs', 'Ben', { name: 'Rival press', kind: 'other_supplier' });
  await api('PUT', '/options/theirs/cost', 'Ben', { cost: { amount_minor: 512_000_00, currency: 'EUR' } });
  const scores = { ours: { safe: 80, fast: 90, quiet: 40 }, theirs: { safe: 70, fast: 30, quiet: 90 } };
  for (const [option, row] of Object.entries(scores)) {
    for (const [id, score] of Object.entries(row))
      await api('PUT', `/options/${option}/scores/${id}`, 'Ben', { score });
  }
  const hours = { name: 'Hours saved', symbol: 'hours', value: 900, unit: 'h/year' };
  await api('PUT', '/assumptions/hours', 'operator', hours);
  await api('PUT', '/assumptions/rate', 'operator', { name: 'An hour', symbol: 'rate', value: 40, unit: 'EUR/h' });
  await api('PUT', '/drivers/work', 'operator', { name: 'Less work', symbol: 'work', formula: 'hours * rate' });
  const recovery = { subject: 'Support', attribute: 'Recovery', unit: 'h', option_id: 'ours' };
  await api('PUT', '/claims/web', 'operator', {
    ...{ ...recovery, value: 4, channel: 'web', source: 'Support page' },
    used_for: ['supplier_selection'],
  });
  await api('PUT', '/claims/rumour', 'Dor', {
    ...{ subject: 'House', attribute: 'Owners', value: 'They are in trouble', zone: 'buyer' },
  });
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const dialog = () => page.getByRole('dialog');
const goAs = (who: Person | 'operator', tab = '') => page.goto(`${program.url}/w/own${address}${tab}?as=${who}`);
const cell = (who: Person, sign: string) =>
  page.getByRole('button', { name: `${who}, Supplier selection: ${sign}`, exact: true });

test('five people weigh, and see on what they differ', async () => {
  for (const [at, who] of people.entries()) {
    await goAs(who, '/options');
    await page.getByRole('button', { name: 'Say what matters to you' }).click();
    // Ann alone puts quiet first.
    if (who === 'Ann') {
      await dialog().getByRole('button', { name: /Quiet/ }).first().press('Alt+ArrowUp');
      await dialog().getByRole('button', { name: /Quiet/ }).first().press('Alt+ArrowUp');
      await dialog().getByRole('button', { name: /Quiet/ }).first().press('Alt+ArrowUp');
    }
    await dialog().getByRole('button', { name: 'Save my weights' }).click();
    await page.getByText(`${at + 1} of 5 have weighed`).waitFor();
  }
  const talk = page.getByRole('region', { name: 'Where you agree, and where to talk' });
  await talk.getByText(/^“Quiet”: Ann gives it \d+ %, /).waitFor();
  expect(await page.getByRole('region', { name: 'How it stands' }).textContent()).toMatch(/would lead if/);
});

test('finance disputes a number of the value case', async () => {
  await goAs('Cem', '/value');
  // The first stands for who agreed, the second is the number itself.
  await page
    .getByRole('button', { name: /^Hours saved: / })
    .first()
    .click();
  await dialog().getByRole('button', { name: 'I dispute it', exact: true }).click();
  await dialog().getByLabel('What is wrong with it?').fill('We measured 600.');
  await dialog().getByRole('button', { name: 'I dispute it', exact: true }).click();
  await dialog().getByText('“We measured 600.”').waitFor();
});

test('all five choose the supplier, and are shaken when the proposal says something else than the website', async () => {
  for (const who of people) {
    await goAs(who);
    await cell(who, 'nothing yet').click();
    await dialog().getByRole('button', { name: 'I agree', exact: true }).click();
    await cell(who, 'agreed').waitFor();
  }
  await page
    .getByText(/^Supplier selection: complete/)
    .first()
    .waitFor();
  await api('PUT', '/claims/offer', 'operator', {
    ...{ subject: 'Support', attribute: 'Recovery', value: 8, unit: 'h', option_id: 'ours' },
    ...{ channel: 'proposal', source: 'Proposal, page 3' },
  });
  for (const who of people) await cell(who, 'shaken since').waitFor();
});

test('one of them settles it with what shows it, and each reaffirms in one click', async () => {
  await goAs('Dor', '/sense');
  await page.getByRole('link', { name: 'Supplier selection' }).click();
  const card = page.getByRole('article', { name: /^Support, Recovery/ });
  await card.getByText('5 people relied on it').waitFor();
  await card.getByLabel(/^How do you know\?/).fill('Section 4 of the draft contract.');
  await card.getByRole('button', { name: /^This holds: 4 h/ }).click();
  await card.waitFor({ state: 'detached' });
  for (const who of people) {
    await goAs(who);
    await page.getByRole('button', { name: 'What was shaken still holds for me' }).click();
    await cell(who, 'agreed').waitFor();
  }
  await page
    .getByText(/^Supplier selection: complete/)
    .first()
    .waitFor();
});

test('whoever changes a score now is told beforehand whom it asks to look again', async () => {
  await goAs('Dor', '/options');
  await page.locator('main table button').first().waitFor();
  await page.getByRole('button', { name: /Quiet/ }).filter({ hasText: /\d/ }).first().click();
  await dialog()
    .getByText('Saving this asks 5 people to look again at what they agreed to: Supplier selection.')
    .waitFor();
});

test('the supplier sees what was shared, and nothing of what the five kept', async () => {
  const seen: string[] = [];
  for (const [tab, sign] of [
    ['', 'What happened, with causes'],
    ['/options', 'House press'],
    ['/value', 'Hours saved'],
    ['/claims', 'Recovery'],
    ['/sense', 'What is established'],
    ['/brief', 'What is stuck'],
  ] as const) {
    await goAs('operator', tab);
    await page.getByText(sign).first().waitFor();
    seen.push((await page.locator('main').textContent()) ?? '');
  }
  for (const kept of KEPT)
    expect(seen.filter((text) => text.includes(kept)).map((text) => text.slice(0, 40))).toEqual([]);
  expect(seen.some((text) => text.includes('We measured 600.') || text.includes('disputed'))).toBe(true);
  // The same words are there for the five, so that what is looked for above can be found at all.
  await goAs('Eva', '/options');
  await page.getByText('Rival press').first().waitFor();
  await page.getByText('Ask the works council').first().waitFor();
  await page
    .getByText(/gives it/)
    .first()
    .waitFor();
});
