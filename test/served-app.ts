import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect } from 'vitest';
import { openAccounts } from '../src/server/accounts.ts';
import { buildApp } from '../src/server/app.ts';
import { openBytes } from '../src/server/files/s3.ts';
import { ImportQueue } from '../src/server/import-queue.ts';
import type { Limits } from '../src/server/limits.ts';
import type { Mail, Mailer } from '../src/server/mail/mailer.ts';
import { openOutgoing } from '../src/server/outgoing.ts';
import type { Setting } from '../src/server/setting.ts';
import { startLive } from '../src/store/live.ts';
import { putPeople } from '../src/store/person.ts';
import { makeWorkspace } from '../src/store/workspace.ts';
import { freshDatabase } from './postgres.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface Ask {
  /** Who acts; null for nobody. */
  as?: string | null;
  key?: string;
  headers?: Record<string, string>;
  payload?: object;
}

/** What cursors and sessions are made with. */
export const served_secret = 'a secret of this test that is long enough';

const usual: Setting = {
  public_url: 'http://localhost:4400',
  local: true,
  secret: served_secret,
  runs_it: 'This test',
  smtp_url: null,
  mail_from: 'coassent@localhost',
  settle_ms: 180_000,
  // Where tests have servers of their own.
  outgoing_allow: ['127.0.0.1', 'localhost'],
  sso_optional: [],
  model: null,
  files: { largest_bytes: 1_000_000, s3: null },
};

/** What shows that one runs this machine. */
export const owner_token = 'o'.repeat(43);

/**
 * The HTTP server on a database of its own, with a seller `sam` in the workspace `ours` and a seller `tess` in `theirs`.
 * Nothing may fail that nobody foresaw: that is looked at after the file's tests.
 */
export async function servedApp(
  limits: Limits = { requests: 1_000_000, from_address: 1_000_000, guesses: 1_000_000 },
  differing: Partial<Setting> = {},
) {
  const setting = { ...usual, ...differing };
  const { app, db, files, mails, failures, mailer } = await builtApp(limits, setting);
  for (const workspace_id of ['ours', 'theirs']) {
    await makeWorkspace(db, {
      workspace_id,
      name: workspace_id,
      simulated: false,
      created_at: '2026-01-01T00:00:00.000Z',
    });
  }
  const sam = { person_id: 'sam', side: 'seller' as const, name: 'Sam', function: null, purchase_id: null };
  await putPeople(db, 'ours', [sam]);
  await putPeople(db, 'theirs', [{ ...sam, person_id: 'tess', name: 'Tess' }]);

  /** Asks for an address of the workspace `ours`, or a whole one. */
  const ask = async (method: Method, address: string, { as = 'sam', key, headers, payload }: Ask = {}) => {
    const answer = await app.inject({
      method,
      url: address.startsWith('/') ? address : `/api/v1/workspaces/ours/${address}`,
      headers: {
        host: 'localhost:4400',
        ...(as !== null && { 'x-acting-as': as }),
        'idempotency-key': key ?? randomUUID(),
        ...headers,
      },
      ...(payload !== undefined && { payload }),
    });
    const type = String(answer.headers['content-type'] ?? '');
    const body = /^application\/(problem\+)?json(;|$)/.test(type) ? answer.json() : answer.body;
    return { status: answer.statusCode, type, headers: answer.headers, body };
  };
  const open = async (): Promise<string> => {
    const { body } = await ask('POST', 'purchases', { payload: { name: 'Mills', template: 'buying-6' } });
    return body.purchase_id;
  };
  const name = (purchase_id: string, person_id: string, roles: string[], as = 'sam') =>
    ask('PUT', `purchases/${purchase_id}/stakeholders/${person_id}`, { as, payload: { name: person_id, roles } });
  const assent = (purchase_id: string, person_id: string, more: object = {}, as = person_id) =>
    ask('POST', `purchases/${purchase_id}/assents`, {
      as,
      payload: { person_id, stance: 'given', jobs: [{ job_id: 'problem_identification' }], ...more },
    });
  const page = async (purchase_id: string, as = 'sam') => (await ask('GET', `purchases/${purchase_id}`, { as })).body;
  return { app, db, files, ask, open, name, assent, page, mails, failures, mailer, setting };
}

async function builtApp(limits: Limits, setting: Setting) {
  const { db, url, login_password } = await freshDatabase();
  const uploads_dir = mkdtempSync(path.join(tmpdir(), 'coassent-app-'));
  const failures: unknown[] = [];
  const onFailure = (_what: string, error: unknown) => failures.push(error);
  const live = await startLive(db, (error) => failures.push(error));
  const imports = new ImportQueue({ store: { db, url, login_password }, uploads_dir, onFailure });
  const mails: Mail[] = [];
  const mailer: Mailer = {
    send: async (mail) => void mails.push(mail),
    deliver: async (mail) => void mails.push(mail),
    close: async () => undefined,
  };
  const accounts = await openAccounts({ db, url, login_password, setting, mailer, onFailure });
  const outgoing = openOutgoing(setting.outgoing_allow);
  const files = await openBytes(setting.files, path.join(uploads_dir, 'files'));
  const parts = { limits, files, db, live, imports, mailer, accounts, outgoing, setting };
  const app = await buildApp({ ...parts, owner_token, uploads_dir, web_dir: null, onFailure });
  afterAll(async () => {
    await imports.close();
    await live.close();
    await app.close();
    await accounts.close();
    rmSync(uploads_dir, { recursive: true, force: true });
    expect(failures).toEqual([]);
  });
  return { app, db, files, mails, failures, mailer };
}
