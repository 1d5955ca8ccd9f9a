import { expect } from 'vitest';
import { transaction } from '../../src/store/db.ts';
import { noteChange } from '../../src/store/feed.ts';
import { startSsoSession } from '../../src/store/sso-session.ts';
import { listen, portOf, type Stream } from './listening.ts';
import { headersOf, invite, press, type Shown, send, signIn, twoCompanies } from './people.ts';

/** Someone who can listen: what they show, who they are, and a purchase of which they hear. */
export interface Listener {
  shown: Shown;
  person_id: string;
  workspace_id: string;
  hears: string;
}

type Companies = Awaited<ReturnType<typeof twoCompanies>>;

/** Two companies, with what it takes to have someone new listen in each way there is to come in. */
export async function listeners() {
  const companies = await twoCompanies();
  return { ...companies, ...asking(companies), ...comers(companies), ...(await streams(companies)) };
}

function asking({ app, ours }: Companies) {
  /** Asks something of the workspace that works. */
  const asked = async (who: Shown, method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, body?: object) => {
    const answer = await send(app, headersOf(who), method, `/workspaces/${ours}${path}`, body);
    expect([path, answer.status, answer.body?.code]).toEqual([path, 200, undefined]);
    return answer.body;
  };
  /** The one value that a query finds. */
  const value = async (query: string, ...values: string[]): Promise<string> =>
    Object.values((await app.db.owner.query(query, values)).rows[0] ?? {})[0] as string;
  return { asked, value };
}

function comers(companies: Companies) {
  const { app, ours, mills, other, people, ivy } = companies;
  const { db } = app;
  const { asked } = asking(companies);
  let count = 0;
  const one = (shown: Shown, person_id: string, hears = mills, workspace_id = ours): Listener => ({
    ...{ shown: headersOf(shown), person_id, hears, workspace_id },
  });
  /** A buyer in a room. */
  const guest = async (): Promise<Listener> => {
    const email = `guest-${count++}@mills.example`;
    await invite(app, ivy, ours, mills, { email, name: 'Guest' });
    const { shown } = await press(app, email);
    return one(shown, (await asked(shown, 'GET', '/me')).person_id);
  };
  /** Someone with another session of an account. */
  const account = async (email: string): Promise<Listener> => {
    const shown = await signIn(app, email);
    return one(shown, (await asked(shown, 'GET', '/me')).person_id);
  };
  /** A new member with a session of the workspace's own provider. */
  const colleague = async (role = 'member'): Promise<Listener> => {
    const person_id = `colleague-${count++}`;
    await db.owner.query('insert into member (workspace_id, person_id, role, joined_at) values ($1, $2, $3, now())', [
      ...[ours, person_id, role],
    ]);
    return one({ cookie: `coassent_sso_${ours}=${await startSsoSession(db, ours, person_id, null)}` }, person_id);
  };
  /** A partner in a pod of their own name, which serves the other purchase. */
  const partner = async (): Promise<Listener> => {
    const { shown, person_id } = await colleague('partner');
    const members = [{ person_id, job_ids: [] }];
    await asked(people.admin, 'PUT', `/pods/${person_id}`, { name: 'P', members });
    await asked(people.admin, 'PUT', `/purchases/${other}/pod`, { pod_id: person_id });
    return one(shown, person_id, other);
  };
  /** A key that someone makes. */
  const key = async ({ shown, person_id }: Listener, more: object = {}): Promise<Listener & { key_id: string }> => {
    const made = await asked(shown, 'POST', '/keys', { name: 'CRM', scopes: ['read'], ...more });
    return { ...one({ authorization: `Bearer ${made.key}` }, person_id), key_id: made.key_id };
  };
  return { one, guest, account, colleague, partner, key };
}

async function streams({ app }: Companies) {
  const { db } = app;
  const port = await portOf(app);
  /** Both views of a purchase change, as with an event that both sides may read. */
  const change = ({ workspace_id, hears }: Pick<Listener, 'workspace_id' | 'hears'>): Promise<void> =>
    transaction(db.owner, (client) =>
      noteChange(client, workspace_id, ['buyer', 'seller'], hears, new Date().toISOString()),
    );
  /** A stream whose listener has been looked at: what is announced next is told without asking the door. */
  const warm = async (listener: Listener): Promise<Stream> => {
    const stream = await listen(port, listener.workspace_id, listener.shown);
    await change(listener);
    await stream.until(1);
    return stream;
  };
  /** What comes of a stream that has told so much, after something changed: it ended, or that was told too. */
  const outcome = async (stream: Stream, told: number): Promise<'ended' | 'told'> => {
    const first = await Promise.race([
      stream.ended.then(() => 'ended' as const),
      stream.until(told + 1).then(() => 'told' as const),
    ]);
    stream.close();
    return stream.heard.length > told ? 'told' : first;
  };
  return { port, change, warm, outcome };
}
