import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Setting } from '../../src/server/setting.ts';
import { formOf } from '../fixtures/forms.ts';
import { servedApp } from '../served-app.ts';

export type App = Awaited<ReturnType<typeof servedApp>>;
export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** What someone sends to say who they are. */
export type Shown = Record<string, string>;

export interface Sent {
  status: number;
  headers: Record<string, unknown>;
  /** As it came, byte for byte. */
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: what came is looked at by the tests
  body: any;
}

/** Sends a request as someone. */
export async function send(app: App, shown: Shown, method: Method, url: string, payload?: object): Promise<Sent> {
  const answer = await app.app.inject({
    method,
    url: url.startsWith('/api') ? url : `/api/v1${url}`,
    headers: { host: 'localhost:4400', 'idempotency-key': randomUUID(), ...shown },
    ...(payload !== undefined && { payload }),
  });
  const json = String(answer.headers['content-type'] ?? '').includes('json');
  return {
    status: answer.statusCode,
    headers: answer.headers,
    text: answer.body,
    body: json && answer.body !== '' ? safely(answer.body) : null,
  };
}

function safely(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const PASSWORD = 'tin harbour seldom ox';

/** The cookies that an answer sets. */
export const cookiesOf = (sent: Sent): string => {
  const set = sent.headers['set-cookie'];
  const all = Array.isArray(set) ? set : set === undefined ? [] : [String(set)];
  return all
    .map((cookie: string) => cookie.split(';')[0] ?? '')
    .filter((cookie) => !cookie.endsWith('='))
    .join('; ');
};

const linkIn = (app: App, to: string): string => {
  const mail = app.mails.findLast((one) => one.to === to);
  return /https?:\/\/\S+/.exec(mail?.text ?? '')?.[0] ?? '';
};

/** Signs someone up, confirms the address by the mail that came, and gives the cookie of their session. */
export async function signUp(app: App, name: string, email: string): Promise<Shown> {
  const signed = await send(app, {}, 'POST', '/api/auth/sign-up/email', { name, email, password: PASSWORD });
  expect(signed.status).toBe(200);
  const token = new URL(linkIn(app, email)).searchParams.get('token');
  await send(app, {}, 'GET', `/api/auth/verify-email?token=${token}`);
  return signIn(app, email);
}

export async function signIn(app: App, email: string, password = PASSWORD): Promise<Shown> {
  const signed = await send(app, {}, 'POST', '/api/auth/sign-in/email', { email, password });
  return { cookie: cookiesOf(signed) };
}

/** Makes a workspace with accounts, of someone who signed up. */
export async function makeWorkspace(app: App, admin: Shown, name: string): Promise<string> {
  const made = await send(app, admin, 'POST', '/account/workspaces', { name });
  expect(made.status).toBe(200);
  return made.body.workspace_id;
}

/** Invites a colleague, who signs up and accepts. */
export async function join(
  app: App,
  admin: Shown,
  workspace_id: string,
  name: string,
  email: string,
  role: string,
): Promise<Shown & { person_id: string }> {
  await send(app, admin, 'POST', `/workspaces/${workspace_id}/invitations`, { email, name, role });
  const token = linkIn(app, email).split('/').at(-1);
  const colleague = await signUp(app, name, email);
  const accepted = await send(app, colleague, 'POST', `/workspaces/${workspace_id}/invitations/acceptance`, { token });
  expect(accepted.status).toBe(200);
  const me = await send(app, colleague, 'GET', `/workspaces/${workspace_id}/me`);
  return Object.assign(colleague, { person_id: me.body.person_id as string });
}

/** Presses the button of the link that was mailed to an address. */
export async function press(app: App, email: string, shown: Shown = {}): Promise<{ sent: Sent; shown: Shown }> {
  const [workspace_id, token] = linkIn(app, email).split('/').slice(-2);
  const sent = await send(app, shown, 'POST', `/workspaces/${workspace_id}/passes/${token}/spending`, {});
  return { sent, shown: { cookie: cookiesOf(sent) || (shown.cookie ?? '') } };
}

/** Only the headers that say who one is. */
export const headersOf = ({ person_id: _person_id, ...shown }: Shown): Shown => shown;

/** A purchase with its room open. */
export async function openRoom(app: App, seller: Shown, workspace_id: string, name: string): Promise<string> {
  const opened = await send(app, seller, 'POST', `/workspaces/${workspace_id}/purchases`, {
    name,
    template: 'buying-6',
  });
  expect(opened.status).toBe(200);
  const { purchase_id } = opened.body;
  const room = await send(app, seller, 'PUT', `/workspaces/${workspace_id}/purchases/${purchase_id}/room`, {
    rung: 'verified',
  });
  expect(room.status).toBe(200);
  return purchase_id;
}

export interface Invited {
  email: string;
  name: string;
  roles?: string[];
  consultant?: boolean;
}

export const invite = (app: App, by: Shown, workspace_id: string, purchase_id: string, who: Invited): Promise<Sent> =>
  send(app, by, 'POST', `/workspaces/${workspace_id}/purchases/${purchase_id}/passes`, who);

/** Sends a file as a form, as someone. */
export async function upload(app: App, who: Shown, path: string, file: { name: string; content: Buffer | string }) {
  const { payload, type } = formOf(file.name, file.content);
  const headers = { host: 'localhost:4400', 'content-type': type, ...who };
  const answer = await app.app.inject({ method: 'POST', url: `/api/v1${path}`, headers, payload });
  return { status: answer.statusCode, body: answer.json() };
}

/** A vendor with all its kinds of people, two purchases with rooms, and buyers in them. */
export async function twoCompanies(differing: Partial<Setting> = {}) {
  const app = await servedApp(undefined, differing);
  const admin = await signUp(app, 'Ada Admin', 'ada@vendor.example');
  const ours = await makeWorkspace(app, admin, 'Vendor');
  const people = {
    admin,
    lead: await join(app, admin, ours, 'Leo Lead', 'leo@vendor.example', 'lead'),
    member: await join(app, admin, ours, 'Mia Member', 'mia@vendor.example', 'member'),
    outside: await join(app, admin, ours, 'Oz Outside', 'oz@vendor.example', 'member'),
    partner: await join(app, admin, ours, 'Pat Partner', 'pat@partner.example', 'partner'),
  };
  const mills = await openRoom(app, admin, ours, 'Mills');
  const other = await openRoom(app, admin, ours, 'Other');
  const pod = { name: 'North', region: 'North', members: podOf(people) };
  expect((await send(app, admin, 'PUT', `/workspaces/${ours}/pods/north`, pod)).status).toBe(200);
  await send(app, admin, 'PUT', `/workspaces/${ours}/purchases/${mills}/pod`, { pod_id: 'north' });
  const champion = { email: 'ivy@mills.example', name: 'Ivy', roles: ['champion'] };
  expect((await invite(app, admin, ours, mills, champion)).status).toBe(200);
  const ivy = (await press(app, champion.email)).shown;
  expect(
    (await invite(app, ivy, ours, mills, { email: 'gus@mills.example', name: 'Gus', roles: ['finance'] })).status,
  ).toBe(200);
  const gus = (await press(app, 'gus@mills.example')).shown;
  await invite(app, admin, ours, other, { email: 'olga@other.example', name: 'Olga', roles: ['champion'] });
  const olga = (await press(app, 'olga@other.example')).shown;
  const stranger = await signUp(app, 'Tess', 'tess@rival.example');
  const theirs = await makeWorkspace(app, stranger, 'Rival');
  return { app, ours, theirs, mills, other, people, ivy, gus, olga, stranger };
}

const podOf = (people: { lead: Shown; member: Shown; partner: Shown }) =>
  [people.lead, people.member, people.partner].map((one) => ({ person_id: one.person_id ?? '', job_ids: [] }));
