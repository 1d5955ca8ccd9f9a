import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { type OperationName, operations } from '../../src/contract/operations.ts';
import type { Side } from '../../src/core/body/words.ts';
import type { Command } from '../../src/core/decide.ts';
import { execute } from '../../src/store/command.ts';
import { changesSince } from '../../src/store/live.ts';
import { scopeOf } from '../../src/store/scope.ts';
import { servedApp } from '../served-app.ts';
import { type App, send } from './people.ts';

/*
 * Two worlds: the same purchase with and without what one side keeps to itself. Whatever the other side can ask for has to
 * be the same in both, byte for byte; then the unique words that were kept are looked for everywhere (canaries).
 */
const app: App = await servedApp();
const now = '2026-03-01T10:00:00.000Z';
let worlds = 0;
let sweeps = 0;
let canaries = 0;
afterAll(() =>
  console.log(`zones: ${worlds} pairs of worlds compared, ${canaries} canaries swept for in ${sweeps} answers`),
);

async function run(workspace_id: string, side: Side, commands: Command[], command_id: string): Promise<void> {
  const id = side === 'buyer' ? 'dana' : 'sam';
  const done = await execute(app.db, scopeOf(workspace_id, id, side), {
    purchase_id: 'lathe',
    commands,
    actor: { kind: 'person', id, side },
    on_behalf_of: null,
    command_id,
    source: null,
    now,
  });
  if ('rejection' in done) throw new Error(`${done.rejection.code}: ${JSON.stringify(commands)}`);
}

const shared: [Side, Command][] = [
  ['seller', { kind: 'purchase.opened', body: { name: 'Lathe', template: 'buying-6' } }],
  ['seller', { kind: 'stakeholder.named', body: { person_id: 'dana', name: 'Dana', roles: ['champion'] } }],
  ['buyer', { kind: 'stakeholder.entered', body: { person_id: 'dana' } }],
  ['buyer', { kind: 'requirement.changed', body: { requirement_id: 'open', text: 'It turns' } }],
  ['buyer', { kind: 'assent.given', body: { job_id: 'problem_identification', person_id: 'dana' } }],
];

/** Everything that a side can keep to itself, each text a canary. */
const kept = (side: Side, mark: (what: string) => string): Command[] => {
  const zone = side;
  const both: Command[] = [
    { kind: 'requirement.changed', body: { requirement_id: 'r', text: mark('requirement') }, zone },
    { kind: 'option.changed', body: { option_id: 'o', name: mark('option'), kind: 'do_nothing' }, zone },
    { kind: 'purchase.problem_stated', body: { statement: mark('problem') }, zone },
    { kind: 'purchase.renamed', body: { name: mark('name') }, zone },
    { kind: 'purchase.amount_changed', body: { amount_minor: 4_711_00, currency: 'EUR' }, zone },
    {
      kind: 'claim.changed',
      body: {
        claim_id: 'c',
        subject: mark('subject'),
        attribute: mark('attribute'),
        value: mark('value'),
        source: mark('source'),
      },
      zone,
    },
    {
      kind: 'requirement.changed',
      body: { requirement_id: 'weighed', text: mark('weighed'), why: mark('why'), check: mark('check') },
      zone,
    },
    { kind: 'touch.recorded', body: { channel: 'phone', note: mark('touch'), activity: mark('activity') }, zone },
    { kind: 'evidence.recorded', body: { job_id: 'validation', signal: 'completed', note: mark('evidence') }, zone },
    { kind: 'purchase.outcome_reached', body: { outcome: 'lost', reason: mark('outcome') }, zone },
  ];
  if (side === 'seller') return [...both, { kind: 'purchase.stage_changed', body: { stage: mark('stage') } }];
  return [
    ...both.slice(0, -1),
    // Nobody says where these stand: they are the buyers' by default.
    { kind: 'option.changed', body: { option_id: 'other', name: mark('other supplier'), kind: 'other_supplier' } },
    {
      kind: 'option.costed',
      body: { option_id: 'other', cost: { amount_minor: 4_711_11, currency: 'EUR' }, note: mark('cost') },
    },
    {
      kind: 'score.changed',
      body: {
        option_id: 'other',
        requirement_id: 'open',
        score: 47.11,
        evidence: [{ kind: 'test', reference: mark('trial') }],
      },
    },
    {
      kind: 'weights.stated',
      body: {
        person_id: 'dana',
        method: 'swing',
        answers: [{ requirement_id: 'open', value: 47.11 }],
        sentence: mark('sentence'),
      },
    },
    ...both.slice(-1),
    {
      kind: 'stakeholder.named',
      body: { person_id: 'eve', name: mark('person'), function: mark('function'), roles: ['finance'] },
      zone,
    },
    { kind: 'assent.withheld', body: { job_id: 'validation', person_id: 'dana', reason: mark('reason') }, zone },
    {
      kind: 'assent.private_reason',
      body: { job_id: 'problem_identification', person_id: 'dana', reason: mark('private reason') },
    },
  ];
};

/** What could be asked for by GET, with everything that the fixture has ids for. */
const reads = (Object.keys(operations) as OperationName[]).filter((name) => {
  const { method, permission, media } = operations[name] as { method: string; permission: string; media?: string };
  return (
    method === 'GET' &&
    media !== 'events' &&
    ['member', 'seller', 'lead', 'admin', 'anyone', 'buyer', 'buyer_admin'].includes(permission) &&
    name !== 'workspaces.list'
  );
});

async function everything(workspace_id: string, side: Side): Promise<string[]> {
  const shown = { 'x-acting-as': side === 'buyer' ? 'dana' : 'sam' };
  const answers: string[] = [];
  const ask = async (label: string, method: 'GET' | 'PUT' | 'POST', url: string, payload?: object) => {
    const { status, text, headers } = await send(
      app,
      { ...shown, 'idempotency-key': 'c0ffee00-0000-4000-8000-000000000001' },
      method,
      url,
      payload,
    );
    answers.push(`${label} ${status} ${String(headers.etag ?? '')} ${text}`.replaceAll(workspace_id, 'WORKSPACE'));
  };
  for (const name of reads) {
    const url = operations[name].path
      .replace(':workspace_id', workspace_id)
      .replace(':purchase_id', 'lathe')
      .replace(':upload_id', 'u')
      .replace(':import_id', 'i')
      .replace(/:\w+/, 'x');
    await ask(name, 'GET', url);
    if (name === 'purchases.get' || name === 'purchases.events')
      await ask(`${name} then`, 'GET', `${url}?as_of=${now}`);
  }
  // What is refused is refused in the same words.
  const purchase = `/workspaces/${workspace_id}/purchases/lathe`;
  await ask('unknown job', 'POST', `${purchase}/assents`, {
    person_id: 'dana',
    stance: 'given',
    jobs: [{ job_id: 'none' }],
  });
  await ask('bad requirement', 'PUT', `${purchase}/requirements/r`, { text: 7 });
  const changes = await changesSince(app.db, scopeOf(workspace_id, shown['x-acting-as'], side), 0);
  answers.push(JSON.stringify(changes).replaceAll(workspace_id, 'WORKSPACE'));
  return answers;
}

async function world(side: Side, secrets: Command[], places: number[]): Promise<string> {
  const workspace_id = randomUUID();
  const { makeWorkspace } = await import('../../src/store/workspace.ts');
  const { putPeople } = await import('../../src/store/person.ts');
  await makeWorkspace(app.db, { workspace_id, name: 'Same', simulated: false, created_at: now });
  await putPeople(app.db, workspace_id, [
    { person_id: 'sam', side: 'seller', name: 'Sam', function: null, purchase_id: null },
  ]);
  const put = async (after: number) => {
    for (const [at, secret] of secrets.entries()) {
      if ((places[at] ?? shared.length) === after) await run(workspace_id, side, [secret], `secret-${at}`);
    }
  };
  for (const [at, [by, command]] of shared.entries()) {
    await run(workspace_id, by, [command], `shared-${at}`);
    await put(at + 1);
  }
  return workspace_id;
}

const withoutClock = (answers: string[]): string[] =>
  answers.map((text) => text.replaceAll(/"(now|counted_to)":"[^"]+"/g, '"$1":"NOW"'));

describe.each([
  ['buyer', 'seller'],
  ['seller', 'buyer'],
] as const)('what the %s side keeps to itself', (side, other) => {
  const all = kept(side, (what) => `canary ${what}`);

  test('changes nothing, byte for byte, of what the other side can ask for', async () => {
    const plain = withoutClock(await everything(await world(side, [], []), other));
    expect(plain.length).toBeGreaterThan(reads.length);
    const picks = fc.subarray(
      all.map((_command, at) => at),
      { minLength: 1 },
    );
    await fc.assert(
      fc.asyncProperty(
        picks,
        fc.array(fc.integer({ min: 3, max: shared.length }), { minLength: 20, maxLength: 20 }),
        async (chosen, places) => {
          worlds++;
          const secrets = chosen.map((at) => all[at]).filter((command) => command !== undefined);
          // A private reason belongs to an assent, and weights to requirements, that are there by then.
          const held = places.map((place, at) =>
            ['assent.private_reason', 'weights.stated'].includes(secrets[at]?.kind ?? '') ? shared.length : place,
          );
          const id = await world(side, secrets, held);
          expect(withoutClock(await everything(id, other))).toEqual(plain);
        },
      ),
      { numRuns: 12 },
    );
  });

  test('stands nowhere that the other side, or another workspace, can look', async () => {
    const words: string[] = [];
    const secrets = kept(side, (what) => {
      const word = `canary-${what}-${randomUUID()}`;
      words.push(word);
      return word;
    });
    const id = await world(side, secrets, []);
    canaries += words.length;
    const own = (await everything(id, side)).join('\n');
    // Else nothing would be proven: its own side reads nearly all of them (a later name hides an earlier one).
    expect(words.filter((word) => own.includes(word)).length).toBeGreaterThan(words.length * 0.8);
    const elsewhere = await world(side, [], []);
    const answers = [
      ...(await everything(id, other)),
      ...(await everything(elsewhere, side)),
      ...(await everything(elsewhere, other)),
    ];
    answers.push(JSON.stringify(app.mails), JSON.stringify(app.failures.map(String)));
    sweeps += answers.length;
    for (const answer of answers) expect(words.filter((word) => answer.includes(word))).toEqual([]);
  });

  test('is not in any table for the application with a setting missing or forged', async () => {
    const word = `canary-${randomUUID()}`;
    const id = await world(
      side,
      kept(side, () => word),
      [],
    );
    const { rows: tables } = await app.db.owner.query<{ name: string }>(
      `select distinct table_name as name from information_schema.role_table_grants where grantee = 'coassent_app' and table_schema = 'public' and privilege_type = 'SELECT'`,
    );
    const right: Record<string, string> = {
      workspace: id,
      zones: `shared,${other}`,
      purchases: '*',
      reach: '-infinity',
      person: 'sam',
    };
    const forged: Record<string, string>[] = [
      right,
      ...Object.keys(right).map((left_out) =>
        Object.fromEntries(Object.entries(right).filter(([name]) => name !== left_out)),
      ),
      { ...right, zones: '' },
      { ...right, zones: side, workspace: 'another' },
      { ...right, zones: `${side} ` },
      { ...right, workspace: '%' },
    ];
    for (const settings of forged) {
      const client = await app.db.bulk.connect();
      try {
        await client.query('begin');
        for (const [name, value] of Object.entries(settings))
          await client.query('select set_config($1, $2, true)', [`coassent.${name}`, value]);
        await client.query('set local role coassent_app');
        for (const { name } of tables) {
          const { rows } = await client.query(`select * from ${name}`);
          sweeps++;
          expect([name, JSON.stringify(rows).includes(word)]).toEqual([name, false]);
        }
      } finally {
        await client.query('rollback');
        client.release();
      }
    }
  });
});
