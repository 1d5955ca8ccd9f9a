import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { type Running, startProgram } from './running.ts';

/*
 * Eleven people take a purchase from their first visit to held, and decide: twice with a loop, with a decision maker who
 * joins late, and with one who keeps an objection from the supplier. Once a seller is there; once nobody sells at all.
 */
const GROUP = {
  ivy: ['champion'],
  dan: ['decision_maker'],
  pia: ['approver'],
  eli: ['evaluator'],
  eva: ['evaluator'],
  fin: ['finance'],
  leo: ['legal'],
  sue: ['security'],
  pro: ['procurement'],
  uma: ['user'],
  ulf: ['user'],
} as const;
const people = Object.keys(GROUP);
const OBJECTION = 'Their last audit worries me';

let program: Running;
let browser: Browser;

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram('--no-demo'), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const workspace = () => `${program.url}/api/v1/workspaces/own`;

async function api<T>(method: string, path: string, as: string, body?: object): Promise<T> {
  const answer = await fetch(workspace() + path, {
    method,
    headers: { 'content-type': 'application/json', 'x-acting-as': as },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** One person at their own machine, whose presses are counted as the page receives them. */
interface Player {
  who: string;
  page: Page;
  spent: { presses: number; fields: number };
}

async function sitDown(who: string, address: string): Promise<Player> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 390, height: 844 } });
  const spent = { presses: 0, fields: 0 };
  await context.exposeBinding('spent', (_source, kind: string) => {
    if (kind === 'click') spent.presses++;
    else spent.fields++;
  });
  await context.addInitScript(() => {
    for (const kind of ['click', 'change'])
      document.addEventListener(
        kind,
        (event) => {
          if (event.isTrusted) void (globalThis as unknown as { spent: (kind: string) => void }).spent(event.type);
        },
        true,
      );
  });
  const page = await context.newPage();
  await page.goto(`${program.url}/w/own${address}/start?as=${who}`);
  await page.getByRole('heading', { name: 'Your one next thing' }).waitFor();
  return { who, page, spent };
}

const isHeld = async (address: string, as: string): Promise<boolean> => {
  const page = await api<{ held: { to: string | null }[] }>('GET', address, as);
  return page.held.some(({ to }) => to === null);
};

const next = (page: Page) =>
  page.locator('section', { has: page.getByRole('heading', { name: 'Your one next thing' }) });
const dialog = (page: Page) => page.getByRole('dialog');

/** Agrees to all that is open for them, in one go. */
async function agreeToAll({ page }: Player): Promise<void> {
  await page.getByRole('button', { name: /^Agree to (all \d+ open jobs|the open job)$/ }).click();
  await dialog(page)
    .getByRole('button', { name: /^Agree to \d jobs?$/ })
    .click();
  await page.getByText('You have said all you have to say here.').waitFor();
}

/** Says once more what was shaken, from the one next thing. */
async function reaffirm({ page }: Player): Promise<void> {
  await next(page)
    .getByRole('button', { name: /^(All \d+ still hold for me|It still holds for me)$/ })
    .click();
  await page.getByText('You have said all you have to say here.').waitFor();
}

/** Says "I do not agree" to a job, for the buyers' eyes only. */
async function objectPrivately({ page }: Player, job: string): Promise<void> {
  await page.getByRole('button', { name: `Say how ${job} stands for you` }).click();
  const card = page.locator('li', { has: page.getByRole('heading', { name: job }) });
  await card.getByRole('button', { name: 'I do not agree …' }).click();
  await card.getByLabel('What would have to change?').fill(OBJECTION);
  await card.getByLabel('Who can read this').selectOption('buyer');
  await card.getByRole('button', { name: 'I do not agree', exact: true }).click();
  await page.getByText(`You do not agree: ${job}`).waitFor();
}

/** Agrees to a job that one withheld, for all to read. */
async function comeRound({ page }: Player, job: string): Promise<void> {
  await page.getByRole('button', { name: `Say how ${job} stands for you` }).click();
  const card = page.locator('li', { has: page.getByRole('heading', { name: job }) });
  await card.getByText('Confidence and who sees it', { exact: false }).or(card.locator('summary')).first().click();
  await card.getByLabel('Who can read this').selectOption('shared');
  await card.getByRole('button', { name: 'I agree', exact: true }).click();
  await page.getByText(`You agreed: ${job}`).waitFor();
}

async function openPurchase(name: string): Promise<string> {
  const opened = await api<{ purchase_id: string }>('POST', '/purchases', 'operator', { name, template: 'buying-6' });
  const address = `/purchases/${opened.purchase_id}`;
  const champion = { name: 'ivy', roles: GROUP.ivy };
  await api('PUT', `${address}/stakeholders/ivy`, 'operator', champion);
  return address;
}

/** The champion brings in the rest of the group; what they choose between is put down by those who know. */
async function gather(address: string): Promise<void> {
  await api('PUT', `${address}/stakeholders/ivy/entry`, 'ivy', {});
  for (const who of people.slice(1)) {
    const roles = GROUP[who as keyof typeof GROUP];
    await api('PUT', `${address}/stakeholders/${who}`, 'ivy', { name: who, roles });
  }
  await api('PUT', `${address}/problem`, 'ivy', { statement: 'The old press stops twice a week.' });
  await api('PUT', `${address}/requirements/fast`, 'eli', { text: 'Forty strokes a minute', priority: 'must' });
  await api('PUT', `${address}/options/house`, 'eli', { name: 'House press', kind: 'this_supplier', chosen: true });
  await api('PUT', `${address}/options/none`, 'eli', { name: 'Do nothing', kind: 'do_nothing' });
}

/**
 * From the first visit to held, with two loops and a private objection, to the decision.
 * @param meanwhile what happens elsewhere while one objects
 */
async function decideTogether(address: string, meanwhile: () => Promise<void>): Promise<Player[]> {
  await gather(address);
  const players: Player[] = [];
  for (const who of people) players.push(await sitDown(who, address));
  const player = (who: string): Player => players.find((one) => one.who === who) as Player;
  for (const one of players) {
    if (one.who !== 'fin') await agreeToAll(one);
  }
  // Finance keeps to the buyers that it objects, and agrees to the rest.
  await objectPrivately(player('fin'), 'Validation');
  await agreeToAll(player('fin'));
  expect(await isHeld(address, 'ivy')).toBe(false);
  await meanwhile();
  await comeRound(player('fin'), 'Validation');
  expect(await isHeld(address, 'ivy')).toBe(true);

  // A first loop: what is needed changes, and with it what they had agreed to.
  const eva = player('eva');
  await eva.page.goto(`${program.url}/w/own${address}/options?as=eva`);
  await eva.page.getByRole('button', { name: 'Add a requirement' }).first().click();
  await dialog(eva.page).getByLabel('What is needed', { exact: true }).fill('Runs on 400 V');
  await dialog(eva.page).getByRole('button', { name: 'Save' }).click();
  await dialog(eva.page).waitFor({ state: 'hidden' });
  expect(await isHeld(address, 'ivy')).toBe(false);
  await eva.page.goto(`${program.url}/w/own${address}/start?as=eva`);
  for (const one of players) await reaffirm(one);
  expect(await isHeld(address, 'ivy')).toBe(true);

  // A second: somebody who decides joins, and has agreed to nothing yet.
  await api('PUT', `${address}/stakeholders/max`, 'ivy', { name: 'max', roles: ['decision_maker'] });
  expect(await isHeld(address, 'ivy')).toBe(false);
  const max = await sitDown('max', address);
  players.push(max);
  await agreeToAll(max);
  for (const one of players.slice(0, -1)) {
    const asked = await api<{ next: { action: { do: string } } | null }>('GET', `${address}/start`, one.who);
    if (asked.next?.action.do === 'reaffirm') await reaffirmWhatever(one);
  }
  expect(await isHeld(address, 'ivy')).toBe(true);

  const ivy = player('ivy');
  await ivy.page.reload();
  await next(ivy.page).getByRole('button', { name: 'Say how it was decided' }).click();
  await dialog(ivy.page).getByRole('button', { name: 'Save' }).click();
  await next(ivy.page).getByText('It was decided: bought.').waitFor();
  return players;
}

/** One job that was shaken is asked in full, several are one press. */
async function reaffirmWhatever({ page }: Player): Promise<void> {
  await page.reload();
  await next(page)
    .getByRole('button', { name: /still holds?( for me)?/i })
    .first()
    .click();
  await page.getByText('You have said all you have to say here.').waitFor();
}

function tell(play: string, players: readonly Player[]): void {
  const presses = players.map(({ spent }) => spent.presses);
  const fields = players.map(({ spent }) => spent.fields);
  const sum = (counts: number[]): number => counts.reduce((a, b) => a + b, 0);
  console.log(
    `${play}: ${players.length} people, ${sum(presses)} presses in all (at most ${Math.max(...presses)} by one), ` +
      `${sum(fields)} fields filled in all.`,
  );
}

/** A seller looks for what is stuck, for whom, and what would help; the objection is nowhere. */
async function lookAsSeller(address: string): Promise<void> {
  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await page.goto(`${program.url}/w/own${address}/brief?as=operator`);
  const validation = page.locator('li', { has: page.getByRole('heading', { name: 'Validation' }) });
  await validation.waitFor();
  // Finance has said nothing, as far as a seller can know.
  expect(await validation.textContent()).toContain('fin');
  const texts = [await page.locator('main').textContent()];
  for (const tab of ['', '/start', '/sense']) {
    await page.goto(`${program.url}/w/own${address}${tab}?as=operator`);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.waitForLoadState('networkidle');
    texts.push(await page.locator('main').textContent());
  }
  // As a buyer who was just let in, a seller sees still less, and changes nothing.
  await page.goto(`${program.url}/w/own${address}/start?as=operator&preview=buyer`);
  await page.getByText('This is what a buyer sees who was just let in').waitFor();
  await page.getByRole('heading', { name: 'The jobs' }).waitFor();
  for (const own of ['Brief', 'Board memo', 'Recorded about you', 'Log'])
    expect([own, await page.getByRole('link', { name: own, exact: true }).count()]).toEqual([own, 0]);
  expect(await page.getByText('Nothing waits for you').count()).toBe(0);
  texts.push(await page.locator('main').textContent());
  await page.getByRole('button', { name: 'Leave the preview' }).click();
  await page.getByRole('link', { name: 'Brief' }).waitFor();
  for (const path of ['', '/events?limit=200', '/brief', '/start', '/claims', '/tradeoff'])
    texts.push(JSON.stringify(await api('GET', address + path, 'operator')));
  expect(texts.filter((text) => text?.includes(OBJECTION) || text?.includes('assent.withheld'))).toEqual([]);
  expect(JSON.stringify(await api('GET', address, 'ivy'))).toContain(OBJECTION);
}

describe('a buying group of eleven', () => {
  test('takes a purchase from the first visit to held and decides; the seller sees what is stuck, and nothing kept', async () => {
    const address = await openPurchase('A press');
    const players = await decideTogether(address, () => lookAsSeller(address));
    tell('With a seller who looks on', players);
  });

  test('does the same without talking to anyone who sells', async () => {
    const address = await openPurchase('Another press');
    const players = await decideTogether(address, async () => undefined);
    tell('Rep-free', players);
    const { events } = await api<{ events: { kind: string; actor: { side: string } }[] }>(
      'GET',
      `${address}/events?limit=200`,
      'ivy',
    );
    const sold = events.filter(({ actor }) => actor.side !== 'buyer').map(({ kind }) => kind);
    expect(new Set(sold)).toEqual(new Set(['purchase.opened', 'stakeholder.named']));
  });
});
