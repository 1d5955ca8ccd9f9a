import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { pdfWith } from '../fixtures/forms.ts';
import { seriousFindings } from './findings.ts';
import { type Running, startProgram } from './running.ts';

let program: Running;
let browser: Browser;
let page: Page;
/** The address of a purchase of the demo. */
let purchase = '';
let champion = '';
/** What a page asked of hosts other than the program. */
const foreign: string[] = [];

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), launchBrowser()]);
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 375, height: 800 },
    acceptDownloads: true,
  });
  page = await context.newPage();
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith('http') && host !== new URL(program.url).host) foreign.push(request.url());
  });
  await page.goto(`${program.url}/w/demo/purchases`);
  purchase = await page
    .locator('tbody a')
    .first()
    .evaluate((link: HTMLAnchorElement) => link.pathname);
  await page.goto(program.url + purchase);
  const buyer = page.locator('optgroup[label="Buyers of this purchase"] option').first();
  champion = (await buyer.getAttribute('value')) ?? '';
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const open = (part: string, as: string) => page.goto(`${program.url}${purchase}/${part}?as=${as}`);
const seller = (): Promise<string> =>
  page
    .locator('optgroup[label="Sellers"] option')
    .first()
    .evaluate((option: HTMLOptionElement) => option.value);

async function saved(press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

describe('the board memo', () => {
  it('is two clicks from the start page as a PDF, and one more as Markdown', async () => {
    await open('start', champion);
    await page.locator('header').getByRole('link', { name: 'Board memo' }).click();
    await page.getByRole('heading', { name: 'What it is worth' }).waitFor();
    const pdf = await saved(() => page.getByRole('button', { name: 'Save as PDF' }).click());
    expect([pdf.name, pdf.bytes.subarray(0, 5).toString()]).toEqual(['board-memo.pdf', '%PDF-']);
    const md = await saved(() => page.getByRole('button', { name: 'Save as Markdown' }).click());
    expect(md.name).toBe('board-memo.md');
    for (const heading of await page.locator('article h2').allTextContents()) {
      expect(md.bytes.toString()).toContain(`## ${heading}\n`);
    }
  });

  it('shows people and sections as they are chosen, and the file is the same', async () => {
    const sheet = page.locator('article');
    await page.getByRole('radio', { name: 'by name' }).check();
    await expect
      .poll(() => sheet.locator('section[aria-labelledby=memo-people] td').allTextContents())
      .toContain('agrees');
    await page.getByRole('radio', { name: 'not at all' }).check();
    await sheet.locator('section[aria-labelledby=memo-people]').waitFor({ state: 'detached' });
    await page.getByRole('checkbox', { name: 'The options' }).uncheck();
    await sheet.locator('section[aria-labelledby=memo-options]').waitFor({ state: 'detached' });
    const md = await saved(() => page.getByRole('button', { name: 'Save as Markdown' }).click());
    expect(md.bytes.toString()).not.toMatch(/## (The options|Who agrees)/);
  });

  it('prints alone, in black on white, whatever is on the screen', async () => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'Save as PDF' }).isVisible()).toBe(false);
    expect(await page.locator('article').evaluate((sheet) => getComputedStyle(sheet).color)).toBe('rgb(21, 24, 29)');
    await page.emulateMedia({ media: null, colorScheme: null });
  });

  it('is not there for a seller', async () => {
    await open('start', await seller());
    await page.getByText('This is what the buying group sees first').waitFor();
    expect(await page.getByRole('link', { name: 'Board memo' }).count()).toBe(0);
    await open('memo', await seller());
    await page.getByText('The board memo is the buyers’ own').waitFor();
  });
});

describe('files', () => {
  beforeAll(async () => {
    const api = (method: string, path: string, body: object) =>
      fetch(`${program.url}/api/v1/workspaces/demo/purchases${path}`, {
        method,
        headers: { 'content-type': 'application/json', 'x-acting-as': 'operator' },
        body: JSON.stringify(body),
      });
    await api('POST', '', { purchase_id: 'bare', name: 'A press', template: 'buying-6' });
    await api('PUT', '/bare/stakeholders/ivy', { name: 'Ivy', roles: ['champion'] });
    [purchase, champion] = ['/w/demo/purchases/bare', 'ivy'];
  });

  const put = (name: string, buffer: Buffer | string) =>
    page
      .locator('input[type=file][multiple]')
      .setInputFiles([{ name, mimeType: 'application/octet-stream', buffer: Buffer.from(buffer) }]);

  it('say what to do while there are none', async () => {
    await open('files', champion);
    await page.getByText('No file is here yet').waitFor();
  });

  it('are put here for a job by a buyer, on their side first, and shown', async () => {
    await page.getByLabel('For which job').selectOption({ label: 'Validation' });
    expect(await page.getByLabel('Who can read this').inputValue()).toBe('buyer');
    await put('Offer of May.pdf', pdfWith('app.alert\\(1\\)'));
    await page.getByText('Offer of May.pdf is here').waitFor();
    await page
      .getByRole('region', { name: 'Validation' })
      .getByRole('button', { name: /Offer of May/ })
      .click();
    await page.getByRole('region', { name: 'Preview of Offer of May.pdf' }).locator('canvas').waitFor();
    // The text beside the picture comes from the same reading of the file.
    await page.getByText(/Page 1 of 1:\s+Offer of May/).waitFor({ state: 'attached' });
    const drawn = () =>
      page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
        const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
        return [...data].filter((value, at) => at % 4 === 0 && value < 128).length;
      });
    await expect.poll(drawn).toBeGreaterThan(100);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('run nothing: neither a script in a PDF nor HTML in Markdown, nor is anything fetched for them', async () => {
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await put(
      'Notes.md',
      '# Notes\n\n<img src=x onerror="alert(1)">\n\n![a plan](https://elsewhere.example/x.png)\n\n- one',
    );
    await page.getByRole('button', { name: /Notes\.md/ }).click();
    await page.getByRole('region', { name: 'Preview of Notes.md' }).getByRole('heading', { name: 'Notes' }).waitFor();
    expect(await page.locator('[aria-label="Preview of Notes.md"] img').count()).toBe(0);
    await page.getByText('[picture: a plan]').waitFor();
    expect([dialogs, foreign]).toEqual([[], []]);
  });

  it('that are not what they are called are refused with a sentence', async () => {
    await put('Fake.pdf', '<!doctype html><script>alert(1)</script>');
    await page.getByText('“Fake.pdf” is called like a PDF and is none').waitFor();
  });

  it('show pictures, keep versions, and take names of any script', async () => {
    const png = await page.evaluate(() => {
      const canvas = document.createElement('canvas');
      canvas.width = 30;
      canvas.height = 20;
      return canvas.toDataURL('image/png').split(',')[1] ?? '';
    });
    await put('عرض السعر 🎉.png', Buffer.from(png, 'base64'));
    await page.getByRole('button', { name: /عرض السعر 🎉/ }).click();
    await page.getByRole('img', { name: 'عرض السعر 🎉.png' }).waitFor();
    const again = { name: 'Second.png', mimeType: 'image/png', buffer: Buffer.from(png, 'base64') };
    await page.locator('input[aria-label="Put a new version"]').setInputFiles(again);
    await page.getByRole('button', { name: /2 versions/ }).waitFor();
    const first = await saved(() => page.getByRole('button', { name: /^Save عرض السعر/ }).click());
    expect([first.name, first.bytes.toString('base64')]).toEqual(['عرض السعر 🎉.png', png]);
    await page.getByRole('button', { name: 'Take it out' }).click();
    await page.getByText('Second.png is taken out').waitFor();
  });

  it('of the buyer side are nowhere for a seller, who sees what is shared', async () => {
    await page.getByLabel('Who can read this').selectOption('shared');
    await page.getByText('Or a link to one elsewhere').click();
    await page.getByLabel('Name', { exact: true }).first().fill('Terms');
    await page.getByLabel(/^Address/).fill('https://vendor.example/terms');
    await page.getByRole('button', { name: 'Add the link' }).click();
    await page.getByText('The link is here').waitFor();
    const address = page.url();
    await open('files', await seller());
    await page.getByRole('button', { name: /Terms/ }).click();
    await page.getByText('This stands at vendor.example').waitFor();
    expect(await page.getByText(/Offer of May|Notes\.md/).count()).toBe(0);
    await page.goto(address.replace(/as=[^&]+/, `as=${await seller()}`));
    await page.getByRole('button', { name: /Terms/ }).waitFor();
    expect(await page.getByText(/Offer of May|Notes\.md/).count()).toBe(0);
  });

  it('are shared with all their versions, and taken back', async () => {
    await open('files', champion);
    await page.getByRole('button', { name: /Offer of May/ }).click();
    const again = { name: 'Offer of June.pdf', mimeType: 'application/pdf', buffer: pdfWith(null) };
    await page.locator('input[aria-label="Put a new version"]').setInputFiles(again);
    await page.getByRole('button', { name: /Offer of June.*2 versions/ }).waitFor();
    await page.getByRole('button', { name: 'Who can read this …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Who can read this' });
    await dialog.getByText('Only the buyer side reads it now.').waitFor();
    expect(await dialog.getByRole('listitem').allTextContents()).toEqual([
      expect.stringContaining('Offer of June.pdf, from'),
      expect.stringContaining('Offer of May.pdf, from'),
    ]);
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('checkbox').check();
    await dialog.getByRole('button', { name: 'Share it' }).click();
    await page.getByText('Shared with both sides').waitFor();
    await open('files', await seller());
    await page.getByRole('button', { name: /Offer of June.*2 versions/ }).click();
    const first = await saved(() => page.getByRole('button', { name: /^Save Offer of May/ }).click());
    expect(first.bytes.equals(pdfWith('app.alert\\(1\\)'))).toBe(true);
    expect(await page.getByRole('button', { name: 'Who can read this …' }).count()).toBe(0);
    await open('files', champion);
    await page.getByRole('button', { name: /Offer of June/ }).click();
    await page.getByRole('button', { name: 'Who can read this …' }).click();
    await dialog.getByText('can neither see nor save them here').waitFor();
    await dialog.getByRole('checkbox').check();
    await dialog.getByRole('button', { name: 'Keep it on our side' }).click();
    await page.getByText('Kept on your side from now on').waitFor();
    await open('files', await seller());
    await page.getByRole('button', { name: /Terms/ }).waitFor();
    expect(await page.getByText('Offer of').count()).toBe(0);
  });
});
