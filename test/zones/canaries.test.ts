import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Side } from '../../src/core/body/words.ts';
import { counting } from './count.ts';
import { kept } from './kept.ts';
import { noticeMails } from './mails.ts';
import { headersOf, type Shown, send, twoCompanies } from './people.ts';
import { reads } from './requests.ts';
import { bytesOf, isZip, run, unzipped, type World } from './world.ts';

/*
 * Unique words planted in every text field of each side's own zone of one purchase; then looked for as everyone of the other
 * side, whatever their role or key, and by SQL as the application's role with each setting missing or forged.
 */
const { app, ours, theirs, mills, other, people, ivy, gus, olga, stranger } = await twoCompanies();
const count = counting();
const words: Record<Side, string[]> = { buyer: [], seller: [] };

const key = async (by: Shown, scopes: string[], agent = false): Promise<Shown> => {
  const made = await send(app, headersOf(by), 'POST', `/workspaces/${ours}/keys`, { name: 'k', scopes, agent });
  return { authorization: `Bearer ${made.body.key}` };
};

beforeAll(async () => {
  const me = await send(app, ivy, 'GET', `/workspaces/${ours}/me`);
  const admin = await send(app, people.admin, 'GET', `/workspaces/${ours}/me`);
  const cast = { buyer: me.body.person_id as string, seller: admin.body.person_id as string };
  const world: World = { workspace_id: ours, made_at_random: true, cast, shown: { buyer: ivy, seller: people.admin } };
  const agrees = { kind: 'assent.given' as const, body: { job_id: 'problem_identification', person_id: cast.buyer } };
  // What is kept below rests on these, as in the worlds.
  const needs = { kind: 'requirement.changed' as const, body: { requirement_id: 'open', text: 'It turns' } };
  await run(app, world, 'buyer', [agrees, needs], randomUUID(), mills);
  for (const side of ['buyer', 'seller'] as const) {
    const mark = (what: string): string => {
      const word = `canary-${what.replaceAll(' ', '-')}-${randomUUID().slice(0, 8)}`;
      words[side].push(word);
      return word;
    };
    for (const command of kept(side, cast, mark)) await run(app, world, side, [command], randomUUID(), mills);
    count('canaries planted', words[side].length);
  }
});

/** Everything that someone may ask for by reading, of this purchase; archives opened. */
async function sweep(shown: Shown): Promise<string[]> {
  const found: string[] = [];
  for (const { path } of reads('x')) {
    const url = path.replace(':workspace_id', ours).replace('/lathe', `/${mills}`);
    const { text, headers } = await send(app, shown, 'GET', url);
    const zipped = isZip(text);
    found.push(zipped ? unzipped(await bytesOf(app, shown, url)) : text + JSON.stringify(headers));
  }
  count('answers, mails and logs swept for canaries', found.length);
  return found;
}

describe('no canary of the buyer side', () => {
  const callers: [string, () => Promise<Shown>][] = [
    ['an admin', async () => people.admin],
    ['a lead', async () => headersOf(people.lead)],
    ['a member of the pod', async () => headersOf(people.member)],
    ['a member outside the pod', async () => headersOf(people.outside)],
    ['a partner', async () => headersOf(people.partner)],
    ['a key that reads', () => key(people.member, ['read'])],
    ['a key that writes', () => key(people.member, ['read', 'write'])],
    ['a key that administers', () => key(people.admin, ['read', 'write', 'admin'])],
    ['an agent', () => key(people.member, ['read', 'write'], true)],
    ['a seller of another workspace', async () => stranger],
    ['a buyer of another purchase', async () => olga],
    ['nobody', async () => ({})],
  ];
  test.each(callers)('is read by %s', async (_who, shownBy) => {
    const answers = [
      ...(await sweep(await shownBy())),
      JSON.stringify(app.mails),
      JSON.stringify(app.failures.map(String)),
    ];
    for (const answer of answers) expect(words.buyer.filter((word) => answer.includes(word))).toEqual([]);
  });
});

test('no canary of a side is in a mail of notices to the other, and each is told its own', async () => {
  const mails = await noticeMails(app, ours, 2);
  for (const [side, other] of [
    ['buyer', 'seller'],
    ['seller', 'buyer'],
  ] as const) {
    count('answers, mails and logs swept for canaries', mails[other].length);
    const [own, others] = [JSON.stringify(mails[side]), JSON.stringify(mails[other])];
    expect(words[side].filter((word) => others.includes(word))).toEqual([]);
    // Else nothing would be proven.
    expect(words[side].filter((word) => own.includes(word)).length).toBeGreaterThan(0);
  }
});

test('no canary of the seller side is read by buyers, and each side reads its own', async () => {
  for (const shown of [ivy, gus, olga, await key(gus, ['read'])]) {
    for (const answer of await sweep(shown)) expect(words.seller.filter((word) => answer.includes(word))).toEqual([]);
  }
  // Else nothing would be proven.
  for (const [side, shown] of [
    ['buyer', ivy],
    ['seller', people.admin],
  ] as const) {
    const own = (await sweep(shown)).join('\n');
    expect(words[side].filter((word) => own.includes(word)).length).toBeGreaterThan(words[side].length * 0.8);
  }
});

describe('by SQL, as the role of the application', () => {
  const NAMES = ['workspace', 'zones', 'purchases', 'reach', 'person'] as const;
  type Settings = Partial<Record<(typeof NAMES)[number], string>>;

  /** What each table gives with these settings. */
  async function rowsWith(settings: Settings, tables: readonly string[]): Promise<Map<string, string>> {
    const client = await app.db.bulk.connect();
    try {
      await client.query('begin');
      for (const [name, value] of Object.entries(settings))
        await client.query('select set_config($1, $2, true)', [`coassent.${name}`, value]);
      await client.query('set local role coassent_app');
      const given = new Map<string, string>();
      for (const table of tables) given.set(table, JSON.stringify((await client.query(`select * from ${table}`)).rows));
      return given;
    } finally {
      await client.query('rollback');
      client.release();
    }
  }

  const tablesOf = async (): Promise<string[]> => {
    const { rows } = await app.db.owner.query<{ name: string }>(
      `select distinct table_name as name from information_schema.role_table_grants
       where grantee = 'coassent_app' and table_schema = 'public' and privilege_type = 'SELECT' order by 1`,
    );
    return rows.map(({ name }) => name);
  };

  test.each(['buyer', 'seller'] as const)(
    'what the %s side keeps is in no table with a setting missing or forged',
    async (side) => {
      const zones = `shared,${side === 'buyer' ? 'seller' : 'buyer'}`;
      const right: Settings = { workspace: ours, zones, purchases: '*', reach: '-infinity', person: 'ivy' };
      const own: Settings = { ...right, zones: `shared,${side}` };
      const without = (settings: Settings): Settings[] =>
        NAMES.map((name) => Object.fromEntries(Object.entries(settings).filter(([one]) => one !== name)));
      const needed = NAMES.filter((name) => name !== 'person' && name !== 'reach' && name !== 'purchases');
      const forged: Settings[] = [
        {},
        right,
        ...without(right),
        ...NAMES.map((name) => ({ ...right, [name]: '' })),
        ...['*', mills, `${other}\x1f${mills}`, '%'].map((purchases) => ({ ...right, purchases })),
        ...['-infinity', 'infinity', '1970-01-01', 'now'].map((reach) => ({ ...right, reach })),
        ...['', 'operator', '%'].map((person) => ({ ...right, person })),
        ...[`${side} `, `{${side}}`, '*', '%', `shared;${side}`].map((odd) => ({ ...right, zones: odd })),
        // One's own zones, but of another workspace, or none.
        ...needed.map((name) => ({ ...own, [name]: '' })),
        ...[theirs, '%', '*', `${ours} `].map((workspace) => ({ ...own, workspace })),
      ];
      const tables = await tablesOf();
      for (const settings of forged) {
        for (const [table, text] of await rowsWith(settings, tables)) {
          count('tables swept with forged settings');
          expect([table, settings, words[side].filter((word) => text.includes(word))]).toEqual([table, settings, []]);
        }
      }
      // With all of them right, its own side reads them there: what is looked for is what is there.
      const all = [...(await rowsWith(own, tables)).values()].join('\n');
      expect(words[side].filter((word) => all.includes(word)).length).toBe(words[side].length);
    },
  );

  test.each([
    ['no purchases', { purchases: '' }],
    ['another purchase', { purchases: 'other' }],
    ['another zone', { zones: 'shared' }],
    ['a reach that begins later', { reach: 'infinity' }],
  ])('with the right workspace and zones but %s, no event of them is read', async (_what, wrong) => {
    const own = { workspace: ours, zones: 'shared,buyer', purchases: mills, reach: '-infinity', person: 'ivy' };
    const seen = async (settings: Settings): Promise<string[]> =>
      JSON.parse((await rowsWith(settings, ['event'])).get('event') ?? '[]').map((row: { zone: string }) => row.zone);
    expect(await seen(own)).toContain('buyer');
    expect(await seen({ ...own, ...wrong })).not.toContain('buyer');
    count('tables swept with forged settings');
  });
});
