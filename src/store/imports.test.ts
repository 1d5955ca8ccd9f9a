import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../test/postgres.ts';
import type { LedgerEvent } from '../core/event.ts';
import { simulatePurchases } from '../core/simulate/simulate.ts';
import { ZONES } from '../core/zone.ts';
import { execute } from './command.ts';
import { findImport, getImport, listRefusals, noteImport, putImport, runImport } from './imports.ts';
import { listPurchases } from './portfolio.ts';
import { allEvents, getPurchase, getPurchaseAsOf } from './purchase.ts';
import { rebuild } from './rebuild.ts';
import { restoreImport, retractImport } from './retraction.ts';
import { scopeOf } from './scope.ts';
import { makeWorkspace } from './workspace.ts';

const { db } = await freshDatabase();
const workspace_id = 'acme';
const scope = scopeOf(workspace_id, 'sven', 'seller');
const now = '2026-03-01T10:00:00.000Z';
const later = '2026-03-02T10:00:00.000Z';
const simulated = [...simulatePurchases({ purchases: 12, seed: 9, now })].filter((event) => event.zone !== 'buyer');
const ids = [...new Set(simulated.map((event) => event.stream_id))];

/** What a file would bring: the shared and the seller's events, as events of an import. */
const fileEvents = (import_id: string): LedgerEvent[] =>
  structuredClone(simulated).map((event) => ({ ...event, import_id, id: `${import_id}-${event.id}` }));

const refusals = [{ line: 3, column: 'time', value: 'yesterday', code: 'import.bad_time', reason: 'No time.' }];
const put = (import_id: string) =>
  putImport(db, scope, {
    import_id,
    name: 'deals.csv',
    sha256: `sha-${import_id}`,
    upload_id: null,
    mapping: { a: 1 },
    started_at: now,
  });
const run = (import_id: string, events = fileEvents(import_id)) =>
  runImport(db, scope, import_id, [events], () => ({ rows_read: events.length + 1, refusals }), { now, zones: ZONES });
const revision = (import_id: string) => ({
  import_id,
  actor: { kind: 'person' as const, id: 'sven', side: 'seller' as const },
  on_behalf_of: null,
  command_id: randomUUID(),
  now: later,
});
const everything = async () => {
  const { purchases } = await listPurchases(db, scope, {}, { sort: 'name', limit: 200 });
  return purchases.map(({ row }) => row);
};

beforeAll(async () => {
  await makeWorkspace(db, { workspace_id, name: 'Acme', simulated: false, created_at: now });
});

describe('an import', () => {
  it('is recorded with what came of it, and what was refused', async () => {
    expect(await put('first')).toMatchObject({ state: 'queued', share: 0 });
    await noteImport(db, scope, 'first', {
      step: 'Reading',
      share: 0.5,
      rows_read: 9,
      events: 8,
      purchases: 1,
      refused: 0,
    });
    expect(await getImport(db, scope, 'first')).toMatchObject({ state: 'running', step: 'Reading', share: 0.5 });
    const record = await run('first');
    expect(record).toMatchObject({
      state: 'done',
      events: simulated.length,
      purchases: ids.length,
      refused: 1,
      repeated: 0,
    });
    const { open, bought, lost, no_decision } = record.outcomes;
    expect(open + bought + lost + no_decision).toBe(ids.length);
    expect(await listRefusals(db, scope, 'first', { after: 0, limit: 10 })).toEqual({ refusals, total: 1 });
    expect(await findImport(db, scope, 'sha-first')).toEqual(record);
    expect((await listPurchases(db, scope, { import_id: 'first' }, { limit: 200 })).purchases).toHaveLength(ids.length);
  });

  it('undone leaves the lists and stays in the ledger; restored, all is as before', async () => {
    const before = await everything();
    const [id = ''] = ids;
    const ledger = await allEvents(db, scope, id);
    expect(await retractImport(db, scope, revision('first'))).toMatchObject({ state: 'retracted' });
    expect(await everything()).toEqual([]);
    expect(await allEvents(db, scope, id)).toHaveLength(ledger.length + 1);
    expect(await getPurchaseAsOf(db, scope, id, { as_of: now })).not.toBeNull();
    expect((await rebuild(db, workspace_id, later)).tampered).toEqual([]);
    expect(await restoreImport(db, scope, revision('first'))).toMatchObject({ state: 'done' });
    expect(await everything()).toEqual(before);
    expect((await rebuild(db, workspace_id, later)).tampered).toEqual([]);
  });

  it('undone twice is undone once', async () => {
    const count = () => db.owner.query(`select count(*) as n from event where stream_kind = 'workspace'`);
    await retractImport(db, scope, revision('first'));
    const once = (await count()).rows;
    await retractImport(db, scope, revision('first'));
    expect((await count()).rows).toEqual(once);
    await restoreImport(db, scope, revision('first'));
  });

  it('undone keeps what people did in a purchase besides', async () => {
    const purchase_id = randomUUID();
    const command = (kind: 'opened' | 'stage') => ({
      purchase_id,
      commands: [
        kind === 'opened'
          ? ({ kind: 'purchase.opened', body: { name: 'Ours', template: 'core-4' } } as const)
          : ({ kind: 'purchase.stage_changed', body: { stage: 'Ours' } } as const),
      ],
      actor: { kind: 'person' as const, id: 'sven', side: 'seller' as const },
      on_behalf_of: null,
      command_id: randomUUID(),
      source: null,
      now: later,
    });
    await execute(db, scope, command('opened'));
    await put('second');
    const [touch] = fileEvents('second').filter((event) => event.kind === 'touch.recorded');
    if (touch === undefined) throw new Error('There is a touch.');
    await run('second', [{ ...touch, stream_id: purchase_id, occurred_at: later, known_at: later }]);
    await execute(db, scope, command('stage'));
    expect((await getPurchase(db, scope, purchase_id))?.state).toMatchObject({
      touches: { count: 1 },
      stage: { stage: 'Ours' },
    });
    await retractImport(db, scope, revision('second'));
    expect((await getPurchase(db, scope, purchase_id))?.state).toMatchObject({
      touches: { count: 0 },
      stage: { stage: 'Ours' },
    });
    await restoreImport(db, scope, revision('second'));
    expect((await getPurchase(db, scope, purchase_id))?.state).toMatchObject({ touches: { count: 1 } });
    expect((await rebuild(db, workspace_id, later)).tampered).toEqual([]);
  });

  it('that fails says so and leaves nothing; put again, it can run', async () => {
    await put('third');
    function* broken(): Generator<LedgerEvent[]> {
      yield fileEvents('third');
      throw new Error('unreadable');
    }
    const failing = runImport(db, scope, 'third', broken(), () => ({ rows_read: 0, refusals: [] }), {
      now,
      zones: ZONES,
    });
    await expect(failing).rejects.toThrow('unreadable');
    expect(await getImport(db, scope, 'third')).toMatchObject({ state: 'failed' });
    expect((await db.owner.query(`select 1 from event where import_id = 'third'`)).rows).toEqual([]);
    expect(await put('third')).toMatchObject({ state: 'queued', failure: null });
  });

  it('cannot be undone before it is done, nor when there is none', async () => {
    await expect(retractImport(db, scope, revision('third'))).rejects.toMatchObject({ code: 'import.not_done' });
    await expect(retractImport(db, scope, revision('none'))).rejects.toMatchObject({ code: 'import.unknown' });
  });
});
