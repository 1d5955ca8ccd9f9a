import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { files, importAll, mappingOf, sellerState } from '../../test/fixtures/importing.ts';
import { EVENT_KINDS } from '../core/event.ts';
import type { Zone } from '../core/zone.ts';
import { openImport } from './import.ts';
import { BadMapping } from './meaning.ts';
import { UnreadableFile } from './read/broken.ts';

const LOG = mappingOf({
  columns: { case: 'purchase', what: 'activity', when: 'time', who: 'person' },
  activities: {
    asked: { evidence: [{ job: 'problem_identification', signal: 'completed' }] },
    checked: {
      evidence: [
        { job: 'validation', signal: 'advanced' },
        { job: 'consensus_creation', signal: 'started' },
      ],
    },
    called: { channel: 'phone' },
    signed: { outcome: 'bought', evidence: [{ job: 'consensus_creation', signal: 'completed' }] },
    noise: { ignore: true },
  },
});
const ROWS = `case,what,when,who
1,asked,2024-01-02T10:00:00Z,7
2,asked,2024-01-01T10:00:00Z,7
1,noise,2024-01-02T11:00:00Z,7
1,called,2024-01-03T10:00:00Z,8
1,called,2024-01-03T10:00:00Z,8
1,checked,2024-01-02T10:00:00Z,7
2,signed,2024-01-05T10:00:00Z,7
NA,spoke,2024-01-05T10:00:00Z,
null,spoke,2024-01-05T10:00:00Z,
constructor,spoke,2024-01-05T10:00:00Z,constructor
`;

const kinds = (events: readonly { kind: string }[]) => events.map((event) => event.kind);

test('scattered rows become purchases with their events in the order of time and file', async () => {
  const { purchases, refused } = await importAll(files({ 'a.csv': ROWS }), LOG);
  expect(refused).toEqual([]);
  expect(purchases.map((one) => one.purchase_id)).toEqual([
    'test.1',
    'test.2',
    'test.NA',
    'test.constructor',
    'test.null',
  ]);
  const [first, second] = purchases;
  expect(kinds(first?.events ?? [])).toEqual([
    'purchase.opened',
    'evidence.recorded',
    'evidence.recorded',
    'evidence.recorded',
    'touch.recorded',
    'touch.recorded',
  ]);
  expect(first?.events[0]).toMatchObject({
    zone: 'shared',
    body: { name: '1' },
    occurred_at: '2024-01-02T10:00:00.000Z',
  });
  expect(first?.events[4]).toMatchObject({
    zone: 'seller',
    actor: { kind: 'agent', id: 'import', side: 'seller' },
    on_behalf_of: 'ada',
    import_id: 'i',
    source: 'test',
    known_at: '2024-01-03T10:00:00.000Z',
    body: { channel: 'phone', activity: 'called', by: '8', sides: ['seller'] },
  });
  expect(kinds(second?.events ?? [])).toEqual([
    'purchase.opened',
    'evidence.recorded',
    'evidence.recorded',
    'purchase.outcome_reached',
  ]);
  expect(second && sellerState(second).outcome?.outcome).toBe('bought');
});

test('small chunks on disk give the same events, and batches the same purchases', async () => {
  const paths = files({ 'a.csv': ROWS });
  const whole = await importAll(paths, LOG);
  expect(await importAll(paths, LOG, { chunk_length: 2 })).toEqual(whole);
});

test('equal rows are distinct, and the same rows have the same ids again', async () => {
  const [path = ''] = files({ 'a.csv': ROWS });
  const ids = async (given = LOG, more = {}) =>
    (await importAll([path], given, more)).purchases.flatMap((one) => one.events.map((event) => event.id));
  const first = await ids();
  expect(new Set(first).size).toBe(first.length);
  expect(await ids(LOG, { import_id: 'another' })).toEqual(first);
  expect((await ids(LOG, { workspace_id: 'another' })).some((id) => first.includes(id))).toBe(false);
  expect(await ids({ ...LOG, about: 'Another description.' })).toEqual(first);
  expect((await ids({ ...LOG, persons: 'none' })).some((id) => first.includes(id))).toBe(false);
});

test('rows added to a file leave the ids of the others', async () => {
  const ids = async (text: string) =>
    (await importAll(files({ 'a.csv': text }), LOG)).purchases.flatMap((one) => one.events.map((event) => event.id));
  const before = await ids(ROWS);
  const after = await ids(`${ROWS}1,called,2024-02-01T10:00:00Z,8\n`);
  expect(after.length).toBe(before.length + 1);
  expect(before.every((id) => after.includes(id))).toBe(true);
});

test('every event fits its kind and zone', async () => {
  const text = `case,what,when,who,side,amount,stage,result,via,name,account
1,asked,2024-01-02T10:00:00Z,Ada,customer,"1,200.50",Talk,,mail,Robots,Acme
1,called,2024-01-03T10:00:00Z,7,seller,"1,300.50",Won,,,Robots,Acme
1,checked,2024-01-04T10:00:00Z,Ada,customer,"1,300.50",Talk,yes,,Robots,Acme
`;
  const given = mappingOf({
    ...LOG,
    columns: {
      case: 'purchase',
      what: 'activity',
      when: 'time',
      who: 'person',
      side: 'side',
      amount: 'amount',
      stage: 'stage',
      result: 'outcome',
      via: 'channel',
      name: 'name',
      account: 'account',
    },
    currency: 'EUR',
    outcomes: { won: 'bought', yes: 'bought' },
  });
  const { purchases, refused } = await importAll(files({ 'a.csv': text }), given);
  expect(refused).toEqual([]);
  const events = purchases.flatMap((one) => one.events);
  for (const event of events) {
    expect(EVENT_KINDS[event.kind].body.safeParse(event.body)).toMatchObject({ success: true });
    expect(EVENT_KINDS[event.kind].zones as readonly Zone[]).toContain(event.zone);
  }
  expect(kinds(events)).toEqual([
    'purchase.opened',
    'stakeholder.named',
    'purchase.amount_changed',
    'purchase.stage_changed',
    'evidence.recorded',
    'purchase.amount_changed',
    'purchase.stage_changed',
    'purchase.outcome_reached',
    'touch.recorded',
    'purchase.stage_changed',
    'purchase.revived',
    'evidence.recorded',
    'evidence.recorded',
    'purchase.outcome_reached',
  ]);
  const [purchase] = purchases;
  const state = purchase && sellerState(purchase);
  expect(state).toMatchObject({
    name: 'Robots',
    account_name: 'Acme',
    amount: { amount_minor: 130_050, currency: 'EUR' },
  });
  expect(Object.values(state?.stakeholders ?? {}).map((person) => person.name)).toEqual(['Ada']);
});

test('refused rows say line, column, value and what to do; the rest is imported', async () => {
  const text =
    'case,what,when\n1,asked,2024-01-02T10:00:00Z\n,asked,2024-01-02T10:00:00Z\n2,asked,yesterday\n3,asked,\n';
  const { purchases, refused } = await importAll(files({ 'a.csv': text }), LOG);
  expect(purchases).toHaveLength(1);
  expect(refused.map(({ line, column, value, code }) => ({ line, column, value, code }))).toEqual([
    { line: 3, column: 'case', value: null, code: 'import.blank_purchase' },
    { line: 4, column: 'when', value: 'yesterday', code: 'time.bad_format' },
    { line: 5, column: 'when', value: null, code: 'time.blank' },
  ]);
});

test('times without offset need the zone, and rows without time take that of the mapping', async () => {
  const text = 'case,what,when\n1,asked,2024-07-02 10:00:00\n2,asked,\n';
  const paths = files({ 'a.csv': text });
  const without = await importAll(paths, LOG);
  expect(without.refused.map((refusal) => refusal.code)).toEqual(['time.zone_needed', 'time.blank']);
  const time = { format: 'auto', zone: 'Europe/Berlin', at: '2024-01-01T00:00:00Z' };
  const { purchases } = await importAll(paths, { ...LOG, time });
  expect(purchases.map((one) => one.events[0]?.occurred_at)).toEqual([
    '2024-07-02T08:00:00.000Z',
    '2024-01-01T00:00:00.000Z',
  ]);
});

const XES = `<?xml version="1.0"?><log>
<trace><string key="concept:name" value="1"/>
<event><string key="concept:name" value="W"/><string key="lifecycle:transition" value="START"/><date key="time:timestamp" value="2024-01-02T10:00:00Z"/></event>
<event><string key="concept:name" value="W"/><string key="lifecycle:transition" value="COMPLETE"/><date key="time:timestamp" value="2024-01-01T10:00:00Z"/></event>
</trace>
<trace><string key="concept:name" value="2"/>
<event><string key="concept:name" value="W"/><string key="lifecycle:transition" value="START"/><date key="time:timestamp" value="2024-01-02T10:00:00Z"/></event>
</trace>
<trace><string key="concept:name" value="1"/>
<event><string key="concept:name" value="W"/><string key="lifecycle:transition" value="START"/><date key="time:timestamp" value="2024-01-02T10:00:00Z"/></event>
</trace></log>`;

test('the lifecycle belongs to the word where the mapping names it so; a case that comes again stays distinct', async () => {
  const given = mappingOf({
    columns: {
      'case:concept:name': 'purchase',
      'concept:name': 'activity',
      'lifecycle:transition': 'lifecycle',
      'time:timestamp': 'time',
    },
    activities: { 'W+START': { channel: 'phone' }, W: { channel: 'email' } },
  });
  const { purchases, refused } = await importAll(files({ 'a.xes.gz': gzipSync(XES) }), given);
  expect(refused).toEqual([]);
  expect(purchases.map((one) => one.purchase_id)).toEqual(['test.1', 'test.2', 'test.1']);
  const words = purchases[0]?.events
    .slice(1)
    .map((event) => (event.kind === 'touch.recorded' ? event.body.activity : ''));
  expect(words).toEqual(['W', 'W+START']);
  const ids = purchases.flatMap((one) => one.events.map((event) => event.id));
  expect(new Set(ids).size).toBe(ids.length);
});

test.each([
  ['import.no_purchase_column', { columns: { when: 'time' } }],
  ['import.no_time_column', { columns: { case: 'purchase' } }],
  ['import.no_such_column', { columns: { case: 'purchase', at: 'time' } }],
  ['import.no_times', { columns: { case: 'purchase', what: 'time' } }],
  ['import.bad_zone', { columns: { case: 'purchase', when: 'time' }, time: { format: 'auto', zone: 'Mars' } }],
  ['import.no_such_time_format', { columns: { case: 'purchase', when: 'time' }, time: { format: 'stardate' } }],
  ['import.no_such_template', { columns: { case: 'purchase', when: 'time' }, template: 'buying-99' }],
  [
    'import.no_such_job',
    {
      columns: { case: 'purchase', when: 'time' },
      activities: { asked: { evidence: [{ job: 'prayer', signal: 'started' }] } },
    },
  ],
] as const)('a mapping that cannot be used says why: %s', async (code, given) => {
  const found = importAll(files({ 'a.csv': ROWS }), mappingOf(given as never));
  await expect(found).rejects.toThrow(BadMapping);
  await expect(found).rejects.toMatchObject({ code });
});

test('dates that can be read in two ways are not guessed', async () => {
  const text = 'case,what,when\n1,asked,3/4/2024\n1,asked,5/6/2024\n';
  const paths = files({ 'a.csv': text });
  const time = { format: 'auto', zone: 'UTC' };
  await expect(importAll(paths, { ...LOG, time })).rejects.toMatchObject({ code: 'time.ambiguous' });
  const { purchases } = await importAll(paths, { ...LOG, time: { ...time, format: 'day_first' } });
  expect(purchases[0]?.events[0]?.occurred_at).toBe('2024-04-03T00:00:00.000Z');
});

test('whatever a file holds, the import ends, and fails only with a code', { timeout: 60_000 }, async () => {
  const content = fc.oneof(
    fc.uint8Array({ maxLength: 2000 }),
    fc.string({ maxLength: 2000 }).map((text) => Buffer.from(`case,what,when\n${text}`)),
    fc.string({ maxLength: 500 }).map((text) => Buffer.from(XES.replace('value="2"', text))),
    fc.json().map((text) => Buffer.from(`{"case":"1","when":"2024-01-01T00:00:00Z"}\n${text}\n`)),
  );
  await fc.assert(
    fc.asyncProperty(content, async (bytes) => {
      try {
        await importAll(files({ 'a.bin': bytes }), LOG);
      } catch (error) {
        if (!(error instanceof UnreadableFile || error instanceof BadMapping)) throw error;
        expect(error.code).toMatch(/^[a-z]+\.[a-z_]+$/);
      }
    }),
    { numRuns: 150 },
  );
});

test.each([
  ['read.empty', ''],
  ['import.no_rows', 'case,what,when\n'],
  ['csv.too_many_columns', `${Array.from({ length: 5000 }, (_, n) => `c${n}`).join(',')}\n`],
  ['import.no_such_column', `${'x'.repeat(10_000_000)}\n1\n`],
])('a file of nothing, or of too much, says so: %s', { timeout: 60_000 }, async (code, text) => {
  await expect(importAll(files({ 'a.csv': text }), LOG)).rejects.toMatchObject({ code });
});

test('batches hold whole purchases, and progress reaches the end', async () => {
  const rows = Array.from({ length: 3000 }, (_, n) => `${n % 1500},called,2024-01-01T00:00:00Z,7`).join('\n');
  const paths = files({ 'a.csv': `case,what,when,who\n${rows}\n` });
  let last = { bytes_read: 0, bytes_total: -1, rows: 0 };
  const sizes: number[] = [];
  const identity = { workspace_id: 'w', import_id: 'i', on_behalf_of: null };
  for await (const batch of openImport({
    paths,
    mapping: LOG,
    ...identity,
    onProgress: (progress) => (last = progress),
  })) {
    sizes.push(batch.reduce((sum, one) => sum + one.events.length, 0));
  }
  expect(sizes).toEqual([2001, 2001, 498]);
  expect(last).toEqual({ bytes_read: last.bytes_total, bytes_total: last.bytes_total, rows: 3000 });
});
