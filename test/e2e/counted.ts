import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { MailServer } from './mail-server.ts';

export interface Counted {
  page: Page;
  presses: () => number;
  /** How many fields were filled or chosen, each once. */
  fields: () => number;
}

/** A browser whose owner's presses and fields are counted, as the pages themselves receive them. */
export async function counted(browser: Browser, options: BrowserContextOptions): Promise<Counted> {
  return countedIn(await browser.newContext(options));
}

/** The same for a context that is there, where somebody is signed in already. */
export async function countedIn(context: BrowserContext): Promise<Counted> {
  let presses = 0;
  let fields = 0;
  await context.exposeBinding('spent', (_source, what: string) => {
    if (what === 'click') presses++;
    else fields++;
  });
  await context.addInitScript(() => {
    const told = (what: string): void => (globalThis as unknown as { spent: (what: string) => void }).spent(what);
    const filled = new WeakSet<EventTarget>();
    document.addEventListener(
      'click',
      (event) => {
        // A press on a label is heard a second time from its field, which nobody pressed.
        if (event.isTrusted) told('click');
      },
      true,
    );
    document.addEventListener(
      'input',
      ({ target }) => {
        if (target === null || filled.has(target)) return;
        filled.add(target);
        told('input');
      },
      true,
    );
  });
  return { page: await context.newPage(), presses: () => presses, fields: () => fields };
}

export interface Supplier {
  workspace_id: string;
  post: (path: string, data: object) => Promise<Record<string, string>>;
}

/** Signs a seller up in a context and makes a workspace, over the API: nothing of it is counted. */
export async function supplier(seller: BrowserContext, url: string, mails: MailServer): Promise<Supplier> {
  const post = async (path: string, data: object): Promise<Record<string, string>> => {
    const answer = await seller.request.post(url + path, { data, headers: { origin: url } });
    expect([path, answer.ok()]).toEqual([path, true]);
    return answer.json();
  };
  const ada = { email: 'ada@vendor.example', password: 'tin harbour seldom ox' };
  await post('/api/auth/sign-up/email', { ...ada, name: 'Ada' });
  const token = new URL(await mails.linkTo(ada.email, '/verify')).searchParams.get('token');
  await seller.request.get(`${url}/api/auth/verify-email?token=${token}`);
  await post('/api/auth/sign-in/email', ada);
  const { workspace_id = '' } = await post('/api/v1/account/workspaces', { name: 'Vendor' });
  return { workspace_id, post };
}
