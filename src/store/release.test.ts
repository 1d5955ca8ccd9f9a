import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { freshDatabase } from '../../test/postgres.ts';
import type { Side } from '../core/body/words.ts';
import type { Command } from '../core/decide.ts';
import { stanceFigure } from '../core/private-stance.ts';
import { VALUE_TEMPLATES } from '../core/value/templates.ts';
import { execute } from './command.ts';
import { listReleases, makeReleases } from './release.ts';
import { asApp, scopeOf } from './scope.ts';
import { makeWorkspace } from './workspace.ts';

const { db } = await freshDatabase();

/** Three purchases with two people each, and what they do on a day. */
async function companies() {
  const workspace_id = randomUUID();
  await makeWorkspace(db, { workspace_id, name: 'W', simulated: false, created_at: '2026-01-01T00:00:00.000Z' });
  const run = async (purchase_id: string, id: string, side: Side, commands: Command[], now: string) => {
    const done = await execute(db, scopeOf(workspace_id, id, side), {
      ...{ purchase_id, commands, command_id: randomUUID(), source: null, now },
      ...{ actor: { kind: 'person', id, side }, on_behalf_of: null },
    });
    if ('rejection' in done) throw new Error(done.rejection.message);
  };
  const people = ['a', 'b', 'c', 'd', 'e', 'f'];
  const purchaseOf = (who: string) => `p${Math.floor(people.indexOf(who) / 2)}`;
  for (const [at, who] of people.entries()) {
    const opened: Command = { kind: 'purchase.opened', body: { name: 'P', template: 'buying-6' } };
    const named: Command = { kind: 'stakeholder.named', body: { person_id: who, name: who, roles: ['user'] } };
    await run(purchaseOf(who), 'sam', 'seller', at % 2 === 0 ? [opened, named] : [named], '2026-02-01T10:00:00.000Z');
  }
  const say = (who: string, kind: 'assent.given' | 'assent.working', day: string, zone: 'buyer' | 'shared' = 'buyer') =>
    run(
      purchaseOf(who),
      who,
      'buyer',
      [{ kind, body: { job_id: 'validation', person_id: who }, zone }],
      `${day}T10:00:00.000Z`,
    );
  const read = () => listReleases(db, scopeOf(workspace_id, 'sam', 'seller'), 'kept_stances');
  return { workspace_id, people, say, read };
}

describe('releases', () => {
  it('count what was private before the week began, once a week, and stay until three people changed', async () => {
    const { workspace_id, people, say, read } = await companies();
    for (const who of people.slice(0, 5)) await say(who, 'assent.given', '2026-02-24');
    // What is shared is read where it stands, and is no part of this.
    await say('f', 'assent.given', '2026-02-24', 'shared');
    await makeReleases(db, workspace_id, '2026-02-25T10:00:00.000Z');
    expect(await read()).toEqual([]);
    await makeReleases(db, workspace_id, '2026-03-02T00:00:00.000Z');
    const first = {
      figure: stanceFigure('validation'),
      week: '2026-W10',
      people: 5,
      mean: null,
      shares: { agrees: 1 },
    };
    expect(await read()).toEqual([first]);
    for (const who of ['a', 'b']) await say(who, 'assent.working', '2026-03-03');
    await makeReleases(db, workspace_id, '2026-03-09T08:00:00.000Z');
    expect(await read()).toEqual([first]);
    await say('c', 'assent.working', '2026-03-10');
    // The same week again: nothing is counted that came meanwhile.
    await makeReleases(db, workspace_id, '2026-03-11T08:00:00.000Z');
    expect(await read()).toEqual([first]);
    await makeReleases(db, workspace_id, '2026-03-16T08:00:00.000Z');
    expect(await read()).toEqual([{ ...first, week: '2026-W12', shares: { agrees: 0.4, at_it: 0.6 } }]);
  });

  it('are read by the supplier alone; whom they rest on is read by nobody', async () => {
    const { workspace_id, people, say, read } = await companies();
    for (const who of people) await say(who, 'assent.given', '2026-02-24');
    await makeReleases(db, workspace_id, '2026-03-02T00:00:00.000Z');
    expect(await read()).toHaveLength(1);
    expect(await listReleases(db, scopeOf(workspace_id, 'a', 'buyer'), 'kept_stances')).toEqual([]);
    for (const side of ['buyer', 'seller'] as const) {
      for (const table of ['release_basis', 'release_round']) {
        const look = asApp(db, scopeOf(workspace_id, null, side), (client) => client.query(`select * from ${table}`));
        await expect(look).rejects.toMatchObject({ code: '42501' });
      }
      const forge = asApp(db, scopeOf(workspace_id, null, side), (client) => client.query('delete from release'));
      await expect(forge).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('tell customers who come later what five or more before them realised of a driver', async () => {
    const workspace_id = randomUUID();
    await makeWorkspace(db, { workspace_id, name: 'W', simulated: false, created_at: '2026-01-01T00:00:00.000Z' });
    const customers = ['a', 'b', 'c', 'd', 'e'];
    const read = (who: string, side: Side) => listReleases(db, scopeOf(workspace_id, who, side), 'realised');
    for (const [at, who] of customers.entries()) {
      await realise(workspace_id, who, 50 + 10 * at);
      await makeReleases(db, workspace_id, `2026-03-${String(2 + 7 * Math.min(at, 3)).padStart(2, '0')}T00:00:00.000Z`);
      expect(await read('newcomer', 'buyer')).toEqual([]);
    }
    await makeReleases(db, workspace_id, '2026-03-30T00:00:00.000Z');
    const [driver] = VALUE_TEMPLATES.uptime.drivers;
    const mean = { figure: driver?.symbol, week: '2026-W14', people: 5, mean: 0.7, shares: null };
    expect(await read('newcomer', 'buyer')).toEqual([mean]);
    expect(await read('sam', 'seller')).toEqual([mean]);
  });
});

/** A customer was promised 100 a month of the first driver of a template, and records on their own side what it brought. */
async function realise(workspace_id: string, who: string, amount: number): Promise<void> {
  const [driver] = VALUE_TEMPLATES.uptime.drivers;
  const run = async (side: Side, id: string, commands: Command[]) => {
    const done = await execute(db, scopeOf(workspace_id, id, side), {
      ...{ purchase_id: who, commands, command_id: randomUUID(), source: null, now: '2026-02-24T10:00:00.000Z' },
      ...{ actor: { kind: 'person', id, side }, on_behalf_of: null },
    });
    if ('rejection' in done) throw new Error(done.rejection.message);
  };
  await run('seller', 'sam', [
    { kind: 'purchase.opened', body: { name: 'P', template: 'buying-6' } },
    { kind: 'stakeholder.named', body: { person_id: who, name: who, roles: ['finance'] } },
    { kind: 'case.set', body: { horizon_months: 12, currency: 'EUR', starts_on: '2026-01' } },
    {
      kind: 'assumption.changed',
      body: { assumption_id: 'a', name: 'Promised', symbol: 'promised', value: 1200, unit: 'EUR/year' },
    },
    {
      kind: 'driver.changed',
      body: { driver_id: 'd', name: 'Uptime', symbol: driver?.symbol ?? '', formula: 'promised', recurring: true },
    },
  ]);
  await run('buyer', who, [
    {
      kind: 'realised.recorded',
      body: { driver_id: 'd', month: '2026-01', amount_minor: amount * 100, currency: 'EUR' },
      zone: 'buyer',
    },
  ]);
}
