import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';

describe('the browser of the tests', () => {
  let browser: Browser;
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<meta charset="utf-8"><span>Žluťoučký kůň</span><script>window.ran = 2 + 2</script>');
  });

  beforeAll(async () => {
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    server.close();
  });

  it('runs scripts, lays out and draws', async () => {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    expect(await page.evaluate('window.ran')).toBe(4);
    expect((await page.locator('span').boundingBox())?.width).toBeGreaterThan(40);
    const drawn = await page.screenshot();
    await page.locator('span').evaluate((span) => span.remove());
    expect(drawn.equals(await page.screenshot())).toBe(false);
  });

  it('reaches no other machine', async () => {
    const page = await browser.newPage();
    await expect(page.goto('http://example.org/')).rejects.toThrow('ERR_NAME_NOT_RESOLVED');
  });
});
