import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { freshDatabase } from '../../test/postgres.ts';
import type { PulseItem } from '../core/body/pulse.ts';
import type { Side } from '../core/body/words.ts';
import type { Command } from '../core/decide.ts';
import { pulseFigure, pulseResults } from '../core/pulse.ts';
import { execute } from './command.ts';
import { allEvents, findEvent, getPurchase, getPurchaseAsOf } from './purchase.ts';
import { listReleases, makeReleases } from './release.ts';
import { scopeOf } from './scope.ts';
import { makeWorkspace } from './workspace.ts';

const { db } = await freshDatabase();

/** Two purchases with three buyers each. */
async function groups() {
  const workspace_id = randomUUID();
  await makeWorkspace(db, { workspace_id, name: 'W', simulated: false, created_at: '2026-01-01T00:00:00.000Z' });
  const run = async (purchase_id: string, id: string, side: Side, command: Command, now: string) => {
    const done = await execute(db, scopeOf(workspace_id, id, side), {
      ...{ purchase_id, commands: [command], command_id: randomUUID(), source: null, now },
      ...{ actor: { kind: 'person', id, side }, on_behalf_of: null },
    });
    if ('rejection' in done) throw new Error(done.rejection.message);
    return done.events;
  };
  const people = ['a', 'b', 'c', 'd', 'e', 'f'];
  const purchaseOf = (who: string): string => (people.indexOf(who) < 3 ? 'p0' : 'p1');
  for (const purchase_id of ['p0', 'p1']) {
    const opened: Command = { kind: 'purchase.opened', body: { name: 'P', template: 'buying-6' } };
    await run(purchase_id, 'sam', 'seller', opened, '2026-02-01T10:00:00.000Z');
    for (const who of people.filter((one) => purchaseOf(one) === purchase_id)) {
      const named: Command = { kind: 'stakeholder.named', body: { person_id: who, name: who, roles: ['user'] } };
      await run(purchase_id, 'sam', 'seller', named, '2026-02-01T10:00:00.000Z');
    }
  }
  const answer = (who: string, value: number, at: string, item: PulseItem = 'ease') =>
    run(purchaseOf(who), who, 'buyer', { kind: 'pulse.answered', body: { person_id: who, item, value } }, at);
  return { workspace_id, people, answer };
}

describe('an answer to a pulse', () => {
  it('is read by its author, by no colleague, no seller and nobody unnamed', async () => {
    const { workspace_id, answer } = await groups();
    const [event] = await answer('a', 1, '2026-02-24T10:00:00.000Z');
    const kinds = async (who: string | null, side: Side) =>
      (await allEvents(db, scopeOf(workspace_id, who, side), 'p0')).map(({ kind }) => kind);
    expect(await kinds('a', 'buyer')).toContain('pulse.answered');
    for (const [who, side] of [
      ['b', 'buyer'],
      [null, 'buyer'],
      ['sam', 'seller'],
      ['a', 'seller'],
    ] as const) {
      expect([who, side, (await kinds(who, side)).includes('pulse.answered')]).toEqual([who, side, false]);
      expect(await findEvent(db, scopeOf(workspace_id, who, side), 'p0', event?.id ?? '')).toBe(null);
    }
    const date = { as_of: '2026-03-01T10:00:00.000Z' };
    expect((await getPurchaseAsOf(db, scopeOf(workspace_id, 'b', 'buyer'), 'p0', date))?.pulses).toEqual({});
    expect((await getPurchaseAsOf(db, scopeOf(workspace_id, 'a', 'buyer'), 'p0', date))?.pulses).toHaveProperty('a');
  });

  it('counts for the group from three people on, and for sellers from five', async () => {
    const { workspace_id, people, answer } = await groups();
    for (const who of people.slice(0, 3)) await answer(who, 2, '2026-02-24T10:00:00.000Z');
    const of_group = async (now: string) => {
      const found = await getPurchase(db, scopeOf(workspace_id, 'a', 'buyer'), 'p0');
      return found === null ? null : pulseResults(found.state, now);
    };
    const of_sellers = () => listReleases(db, scopeOf(workspace_id, 'sam', 'seller'), 'pulse');
    expect(await of_group('2026-03-01T10:00:00.000Z')).toEqual([]);
    expect(await of_group('2026-03-02T10:00:00.000Z')).toEqual([
      { item: 'ease', week: '2026-W10', people: 3, mean: 2 },
    ]);
    await makeReleases(db, workspace_id, '2026-03-02T10:00:00.000Z');
    expect(await of_sellers()).toEqual([]);
    for (const who of people.slice(3)) await answer(who, 5, '2026-03-03T10:00:00.000Z');
    await makeReleases(db, workspace_id, '2026-03-09T10:00:00.000Z');
    const figure = { figure: pulseFigure('ease'), week: '2026-W11', people: 6, mean: 3.5, shares: null };
    expect(await of_sellers()).toEqual([figure]);
    expect(await listReleases(db, scopeOf(workspace_id, 'a', 'buyer'), 'pulse')).toEqual([]);
  });
});
