import { Secret, TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { type OpenId, startOpenId } from '../openid.ts';
import { type MailServer, startMailServer } from './mail-server.ts';
import { type Running, startProgram } from './running.ts';

/*
 * The ways in for sellers, each as a person goes it: a passkey of a (virtual) authenticator, a second factor with its backup
 * codes, and the single sign-on of a company with a real OpenID provider.
 */
let mail: MailServer;
let openid: OpenId;
let program: Running;
let browser: Browser;

beforeAll(async () => {
  mail = await startMailServer();
  openid = await startOpenId({
    ada: { email: 'ada@acme.example', email_verified: true, name: 'Ada' },
    ben: { email: 'ben@acme.example', email_verified: true, name: 'Ben' },
  });
  process.env.COASSENT_SMTP_URL = mail.url;
  process.env.COASSENT_OUTGOING_ALLOW = '127.0.0.1';
  program = await startProgram('--no-demo');
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
  await openid?.close();
  await mail?.close();
  delete process.env.COASSENT_SMTP_URL;
  delete process.env.COASSENT_OUTGOING_ALLOW;
});

const PASSWORD = 'tin harbour seldom ox';

async function signUp(name: string, email: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${program.url}/sign-up`);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill('football12345');
  await page.getByText('Guessers try words').waitFor();
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByText('very hard to guess').waitFor();
  await page.getByRole('button', { name: 'Sign up' }).click();
  await page.getByText('Look into your mail').waitFor();
  await page.goto(await mail.linkTo(email, '/verify'));
  await page.getByRole('heading', { name: 'Your workspaces' }).waitFor();
  return page;
}

async function signOut(page: Page): Promise<void> {
  await page.goto(`${program.url}/account`);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL(`${program.url}/`);
}

async function enterPassword(page: Page, email: string): Promise<void> {
  await page.goto(`${program.url}/sign-in`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

test('a passkey is added by a name, signs in without a password, and is removed', async () => {
  const page = await signUp('Pia', 'pia@acme.example');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.getByLabel('Name of the new passkey').fill('work laptop');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByRole('button', { name: 'Remove work laptop' }).waitFor();
  await signOut(page);
  await page.goto(`${program.url}/sign-in`);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.getByRole('heading', { name: 'Your workspaces' }).waitFor();

  await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
  await signOut(page);
  await page.goto(`${program.url}/sign-in`);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.getByRole('alert').waitFor();
  await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });

  await enterPassword(page, 'pia@acme.example');
  await page.getByRole('button', { name: 'Remove work laptop' }).click();
  await page.getByText('None yet.').waitFor();
  await signOut(page);
  await page.goto(`${program.url}/sign-in`);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.getByRole('alert').waitFor();
});

test('a second factor shows its backup codes once; one of them signs in, once', async () => {
  const page = await signUp('Tim', 'tim@acme.example');
  const factor = page.getByRole('region', { name: 'Second factor' });
  await factor.getByLabel('Password').fill(PASSWORD);
  await factor.getByRole('button', { name: 'Set it up' }).click();
  await factor.getByRole('img', { name: 'QR code' }).waitFor();
  const secret = (await factor.locator('code').textContent()) ?? '';
  const code = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  await factor.getByLabel('Six digits').fill(code());
  await factor.getByRole('button', { name: 'Confirm' }).click();
  await factor.getByRole('button', { name: 'I have kept them' }).waitFor();
  const codes = await factor.getByRole('listitem').allTextContents();
  expect(codes.length).toBeGreaterThanOrEqual(8);
  await factor.getByRole('button', { name: 'I have kept them' }).click();
  await page.reload();
  await factor.getByRole('button', { name: 'Make new backup codes' }).waitFor();
  expect(await page.content()).not.toContain(codes[0]);

  const byBackup = async (backup: string): Promise<void> => {
    await enterPassword(page, 'tim@acme.example');
    await page.getByRole('button', { name: 'Use a backup code instead' }).click();
    await page.getByLabel('Backup code').fill(backup);
    await page.getByRole('button', { name: 'Go on' }).click();
  };
  await signOut(page);
  await byBackup(codes[0] ?? '');
  await page.getByRole('heading', { name: 'Your workspaces' }).waitFor();
  await signOut(page);
  await byBackup(codes[0] ?? '');
  await page.getByRole('alert').waitFor();

  await enterPassword(page, 'tim@acme.example');
  await page.getByLabel('Do not ask on this device').check();
  await page.getByLabel('Six digits').fill(code());
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('heading', { name: 'Your workspaces' }).waitFor();
  await factor.getByLabel('Password').fill(PASSWORD);
  await factor.getByRole('button', { name: 'Make new backup codes' }).click();
  await factor.getByRole('button', { name: 'I have kept them' }).waitFor();
  const anew = await factor.getByRole('listitem').allTextContents();
  expect(anew.some((one) => codes.includes(one))).toBe(false);
  await signOut(page);
  await enterPassword(page, 'tim@acme.example');
  await page.getByRole('heading', { name: 'Your workspaces' }).waitFor();
});

test('a company sets its provider, tests it, signs in by it, and requires it', async () => {
  const ada = await signUp('Ada', 'ada@acme.example');
  await ada.getByLabel('Name of your company').fill('Acme');
  await ada.getByRole('button', { name: 'Make a workspace' }).click();
  await ada.waitForURL(/\/w\/[^/]+\/purchases/);
  const settings = `${ada.url().split('/purchases')[0]}/settings?tab=sso`;
  await ada.goto(settings);
  await ada.getByLabel('What its button says').fill('Acme sign-in');
  await ada.getByLabel('Issuer').fill(openid.issuer);
  await ada.getByLabel('Client id').fill(openid.client_id);
  await ada.getByLabel('Client secret').fill(openid.client_secret);
  await ada.getByLabel('Domains of your addresses').fill('acme.example');
  expect(await ada.getByLabel('Require it').isDisabled()).toBe(true);
  await ada.getByRole('button', { name: 'Save' }).click();
  const redirect_uri =
    (await ada.getByRole('region', { name: 'At your provider' }).locator('code').textContent()) ?? '';
  await ada.getByText('proven', { exact: true }).waitFor();
  expect(await ada.content()).not.toContain(openid.client_secret);
  openid.allow(redirect_uri);
  await ada.getByRole('button', { name: 'Test the connection' }).click();
  await ada.getByText('answers as it should').waitFor();

  const byCompany = async (page: Page, who: string, at: string): Promise<void> => {
    await page.goto(at);
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByLabel('E-mail').fill(`${who}@acme.example`);
    await page.getByRole('button', { name: 'Sign in with your company' }).click();
    await page.getByRole('button', { name: 'Go on with Acme sign-in' }).click();
    await page.getByLabel('Who').fill(who);
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.waitForURL(at);
  };
  const ben = await (await browser.newContext()).newPage();
  await byCompany(ben, 'ben', settings);
  await ben.getByText('Only admins set this').waitFor();
  await ben.goto(`${program.url}/account`);
  await ben.getByRole('link', { name: 'Acme' }).waitFor();

  const again = await (await browser.newContext()).newPage();
  await byCompany(again, 'ada', settings);
  await again.getByLabel('Require it').check();
  await again.getByRole('button', { name: 'Save' }).click();
  await again.getByText('Single sign-on is set').waitFor();
  await ada.goto(settings);
  await ada.getByText('asks for single sign-on').waitFor();

  await ben.getByRole('button', { name: 'Sign out' }).click();
  await ben.waitForURL(`${program.url}/`);
  await ben.goto(settings);
  await ben.getByRole('heading', { name: 'Sign in to go on' }).waitFor();
});
