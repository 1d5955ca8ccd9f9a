import { Client } from 'pg';
import { describe, expect, test, vi } from 'vitest';
import { type Listener, listeners } from '../../../test/zones/doors.ts';
import { listen } from '../../../test/zones/listening.ts';

/*
 * A stream asks the door anew only after word that a table moved which the door reads. So what the door really reads, for
 * each way there is to come in, is compared with what gives such word: a table that is forgotten fails here.
 */
const { app, other, people, one, guest, account, colleague, partner, key, port, warm, change } = await listeners();
const { db } = app;
const admin = one(people.admin, people.admin.person_id ?? '');

/** Read to tell what changed, and written to note that someone was turned away: neither lets anybody in. */
const DECIDES_NOTHING = ['public.audit', 'public.audit_text', 'public.change'];
/** What is new there opens to nobody who is in already. */
const NEW_OPENS_NOTHING = ['public.api_key', 'public.sso_session', 'identity.session', 'identity.buyer_session'];
/** Which side someone is on is said once, when they are named first. */
const NEVER_NEW_TO_THE_DOOR = ['public.person'];

/** The texts of all queries that are sent while `doing`. */
async function queriesOf(doing: () => Promise<unknown>): Promise<string[]> {
  const spy = vi.spyOn(Client.prototype, 'query');
  try {
    await doing();
    return spy.mock.calls.map(([query]) => {
      const asked = query as unknown as string | { text: string };
      return typeof asked === 'string' ? asked : asked.text;
    });
  } finally {
    spy.mockRestore();
  }
}

/** The tables that a query reads or writes, as Postgres plans it. */
async function tablesOf(text: string): Promise<string[]> {
  if (!/^\s*(select|with|insert|update|delete)\b/i.test(text)) return [];
  const client = await db.owner.connect();
  try {
    await client.query('begin; set local search_path = public, identity');
    const { rows } = await client.query(`explain (generic_plan, verbose, format json) ${text}`);
    const plan = JSON.stringify(rows);
    return [...plan.matchAll(/"Relation Name":"(\w+)","Schema":"(\w+)"/g)].map(
      ([, table, schema]) => `${schema}.${table}`,
    );
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const comeIn = async ({ workspace_id, shown }: Listener): Promise<void> => {
  const stream = await listen(port, workspace_id, shown).catch(() => null);
  stream?.close();
};

/** Which tables give word of what: `insert`, `update`, `delete`, `truncate`. */
async function triggersOf(): Promise<Map<string, Set<string>>> {
  const { rows } = await db.owner.query<{ name: string; on: string[] }>(
    `select n.nspname || '.' || c.relname as name, array_remove(array[
       case when t.tgtype & 4 > 0 then 'insert' end, case when t.tgtype & 16 > 0 then 'update' end,
       case when t.tgtype & 8 > 0 then 'delete' end, case when t.tgtype & 32 > 0 then 'truncate' end], null) as on
     from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
     where t.tgfoid = 'door_moved'::regproc and t.tgenabled = 'O'`,
  );
  const triggers = new Map<string, Set<string>>();
  for (const { name, on } of rows) triggers.set(name, new Set([...(triggers.get(name) ?? []), ...on]));
  return triggers;
}

describe('the door', () => {
  test('reads no table that gives no word when it moves', async () => {
    const buyer = await guest();
    const mia = await account('mia@vendor.example');
    const strangers = [{}, { authorization: 'Bearer coa_x' }, { 'x-acting-as': 'nobody' }];
    const comers: Listener[] = [
      ...[mia, await account('pat@partner.example'), await colleague(), await partner(), buyer],
      ...[await key(mia), await key(admin, { service: true }), await key(buyer), await key(await partner())],
      ...[one({ 'x-acting-as': 'sam' }, 'sam', other, 'ours'), one({ 'x-acting-as': 'operator' }, '', other, 'ours')],
      ...strangers.flatMap((shown) => [one(shown, ''), one(shown, '', other, 'ours'), one(shown, '', other, 'none')]),
      one(buyer.shown, '', other, 'none'),
    ];
    const texts = new Set<string>();
    for (const comer of comers) for (const text of await queriesOf(() => comeIn(comer))) texts.add(text);
    const read = new Set<string>();
    for (const text of texts) for (const table of await tablesOf(text)) read.add(table);

    const triggers = await triggersOf();
    for (const table of read) {
      if (DECIDES_NOTHING.includes(table)) continue;
      const needs = ['update', 'delete', 'truncate'];
      if (![...NEW_OPENS_NOTHING, ...NEVER_NEW_TO_THE_DOOR].includes(table)) needs.push('insert');
      expect([table, needs.filter((change) => triggers.get(table)?.has(change) !== true)]).toEqual([table, []]);
    }
    // And what gives word is read: nobody is asked anew for nothing, and nothing above was left out by mistake.
    expect([...triggers.keys()].sort()).toEqual([...read].filter((one) => !DECIDES_NOTHING.includes(one)).sort());
  });

  test('is not asked for what is told to who was looked at', async () => {
    const [listener, other_one] = [await guest(), await guest()];
    const streams = [await warm(listener), await warm(other_one)] as const;
    await streams[0].until(2);
    const texts = await queriesOf(async () => {
      await change(listener);
      await Promise.all([streams[0].until(3), streams[1].until(2)]);
    });
    for (const stream of streams) stream.close();
    const touched = await Promise.all(texts.map(tablesOf));
    expect([...new Set(touched.flat())].sort()).toEqual(['public.change', 'public.feed']);
  });
});
