import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { de } from '../../src/catalogue/de/de.ts';
import { launchBrowser } from '../browser.ts';
import { type Running, startProgram } from './running.ts';

/*
 * Whoever reads German reads no English: a purchase with something on every page is opened by someone whose browser asks for
 * German, and no page of it holds a sentence of the English catalogue.
 */
let program: Running;
let browser: Browser;
let page: Page;
let english: string[];

const purchase = '/w/own/purchases/presse';

async function api(method: string, path: string, as: string, body: object): Promise<void> {
  const answer = await fetch(`${program.url}/api/v1/workspaces/own${path}`, {
    method,
    headers: { 'content-type': 'application/json', 'accept-language': 'de-AT,de;q=0.9', 'x-acting-as': as },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
}

beforeAll(async () => {
  english = await englishOnly();
  [program, browser] = await Promise.all([startProgram('--no-demo'), launchBrowser()]);
  const put = (path: string, as: string, body: object) => api('PUT', `/purchases/presse${path}`, as, body);
  await api('POST', '/purchases', 'operator', { purchase_id: 'presse', name: 'Eine Presse', template: 'buying-6' });
  for (const [person_id, role] of [
    ['Ilse', 'champion'],
    ['Jon', 'decision_maker'],
    ['Fee', 'finance'],
  ] as const)
    await put(`/stakeholders/${person_id}`, 'operator', { name: person_id, roles: [role] });
  await put('/problem', 'Ilse', { statement: 'Wir pressen von Hand.' });
  await put('/requirements/leise', 'Ilse', { text: 'Leise', priority: 'must' });
  await put('/requirements/schnell', 'Ilse', { text: 'Schnell', priority: 'should' });
  await put('/options/neu', 'Ilse', { name: 'Neu', kind: 'this_supplier' });
  await put('/options/alt', 'Ilse', { name: 'Alt', kind: 'do_nothing' });
  await put('/risks/spaet', 'Ilse', { text: 'Sie kommt zu spät', likelihood: 3, impact: 4 });
  const context = await browser.newContext({ locale: 'de-AT', viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

/** What is said in English and not the same in German: whole texts, and the parts of those that are put together. */
async function englishOnly(): Promise<string[]> {
  const folder = path.resolve(import.meta.dirname, '../../src/catalogue');
  const files = readdirSync(folder).filter((file) => /^(?!.*\.test\.).*\.ts$/.test(file));
  const english = await Promise.all(files.map((file) => import(path.join(folder, file)) as Promise<object>));
  const german = new Set(saidIn(de));
  return english.flatMap((part) => saidIn({ ...part })).filter((text) => !german.has(text));
}

/** Texts of three words or more: fewer may be anybody's. */
function saidIn(texts: unknown): string[] {
  if (typeof texts === 'string') return texts.trim().split(/\s+/).length >= 3 ? [texts.trim()] : [];
  if (typeof texts === 'function') {
    const parts = texts.toString().matchAll(/(?<=[`'"}])[^`'"{}$]{12,}(?=[`'"$])/g);
    return [...parts].flatMap(([part]) => saidIn(part));
  }
  return typeof texts === 'object' && texts !== null ? Object.values(texts).flatMap(saidIn) : [];
}

/** All that a page says: what is read, and what is read out. */
const saidOn = (): Promise<string> =>
  page.evaluate(() => {
    const spoken = ['aria-label', 'title', 'placeholder', 'alt'].flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? ''),
    );
    // What is put together of several elements is one sentence; `textContent` would glue blocks to one another.
    // biome-ignore lint/performance/useDomNodeTextContent: said above.
    return [document.title, document.body.innerText, ...spoken].join('\n').replaceAll(/\s+/g, ' ');
  });

const pages = [
  ...['/', '/sign-in', '/sign-up', '/forgot', '/rooms', '/mailbox', '/nirgends'],
  ...['purchases', 'import', 'journeys', 'settings'].map((name) => `/w/own/${name}`),
  ...['people', 'library', 'appearance', 'keys', 'kept', 'about'].map((tab) => `/w/own/settings?tab=${tab}`),
  ...[
    '',
    '/start',
    '/plan',
    '/options',
    '/value',
    '/sense',
    '/answers',
    '/risks',
    '/search?q=presse',
    '/files',
  ].flatMap((tab) => ['operator', 'Ilse'].map((as) => `${purchase}${tab}${tab.includes('?') ? '&' : '?'}as=${as}`)),
  ...['find', 'channels', 'audit', 'sheet', 'overload'].map((part) => `${purchase}/claims?part=${part}`),
  ...['/memo', '/recorded', '/log'].map((tab) => `${purchase}${tab}?as=Ilse`),
  `${purchase}/brief?as=operator`,
];

test.each(pages)('%s is told in German alone', async (address) => {
  await page.goto(program.url + address);
  await page.locator('main h1, main h2, main p').first().waitFor();
  await page.waitForLoadState('networkidle');
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
  const said = await saidOn();
  expect(english.filter((text) => said.includes(text))).toEqual([]);
});

test('what the program says of a mistake is German too, and another language is one choice away', async () => {
  const answer = await fetch(`${program.url}/api/v1/workspaces/own/purchases/keine`, {
    headers: { 'accept-language': 'de', 'x-acting-as': 'operator' },
  });
  const { detail } = (await answer.json()) as { detail: string };
  expect(english.filter((text) => detail.includes(text))).toEqual([]);
  await page.goto(program.url);
  await page.getByLabel('Sprache').selectOption('English');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => document.documentElement.lang === 'en');
});
