import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../test/postgres.ts';
import type { LedgerEvent } from '../core/event.ts';
import { fold } from '../core/fold.ts';
import { needOf } from '../core/need.ts';
import { purchaseRow } from '../core/row.ts';
import { simulatePurchases } from '../core/simulate/simulate.ts';
import { VIEWS, ZONES } from '../core/zone.ts';
import { appendBulk } from './bulk.ts';
import { changesSince } from './live.ts';
import { countPurchases, listPurchases } from './portfolio.ts';
import { countPurchasesAsOf, listPurchasesAsOf } from './portfolio-as-of.ts';
import { allEvents, getPurchase, getPurchaseAsOf } from './purchase.ts';
import { scopeOf } from './scope.ts';
import { makeWorkspace } from './workspace.ts';

const { db } = await freshDatabase();
const workspace_id = 'demo';
const now = '2026-03-01T10:00:00.000Z';
const operator = scopeOf(workspace_id, null, 'none');
const scopes = { buyer: scopeOf(workspace_id, 'b', 'buyer'), seller: scopeOf(workspace_id, 's', 'seller') };
const simulated: LedgerEvent[] = [...simulatePurchases({ purchases: 60, seed: 3, now })];
const ids = [...new Set(simulated.map((event) => event.stream_id))];

/** The store takes over the events that it is given, so each append gets its own. */
const copied = (events: readonly LedgerEvent[]): LedgerEvent[] => structuredClone([...events]);

function* batches(events: readonly LedgerEvent[], size: number) {
  for (let from = 0; from < events.length; from += size) yield copied(events.slice(from, from + size));
}

/** What the core folds from the events as they were given. */
const expected = (purchase_id: string, view: (typeof VIEWS)[number], more: { as_of?: string } = {}) =>
  fold(
    purchase_id,
    simulated.filter((event) => event.stream_id === purchase_id),
    { view, ...more },
  );

beforeAll(async () => {
  await makeWorkspace(db, { workspace_id, name: 'Demo', simulated: true, created_at: now });
  await appendBulk(db, operator, batches(simulated, 700), { now, zones: ZONES });
});

describe('a bulk append', () => {
  it('shows each purchase as the core folds it, in both views', async () => {
    for (const purchase_id of ids) {
      for (const view of VIEWS) {
        const stored = await getPurchase(db, scopes[view], purchase_id);
        expect(stored?.state).toEqual(expected(purchase_id, view));
      }
    }
  });

  it('gives back every event as it was, texts included', async () => {
    for (const purchase_id of ids.slice(0, 10)) {
      const stored = await allEvents(db, { ...operator, zones: ZONES }, purchase_id);
      const given = simulated.filter((event) => event.stream_id === purchase_id && event.kind !== 'question.owned');
      expect(stored).toEqual(given.map((event) => ({ ...event, recorded_at: now })));
    }
  });

  it('stores what only its author may read, and gives it to nobody else', async () => {
    const owned = simulated.filter(({ kind }) => kind === 'question.owned');
    expect(owned.length).toBeGreaterThan(5);
    for (const event of owned.slice(0, 5)) {
      const { stream_id, actor } = event;
      const read = async (person_id: string | null) => {
        const scope = { ...scopeOf(workspace_id, person_id, 'buyer'), zones: ZONES };
        return (await allEvents(db, scope, stream_id)).filter(({ kind }) => kind === 'question.owned');
      };
      expect((await read(actor.id)).map(({ id }) => id)).toContain(event.id);
      expect((await read(actor.id)).every((one) => one.actor.id === actor.id)).toBe(true);
      expect(await read(`${actor.id}-other`)).toEqual([]);
      expect(await read(null)).toEqual([]);
    }
  });

  it('repeated stores nothing and changes nothing', async () => {
    const before = await listPurchases(db, operator, {}, { limit: 200 });
    const cursor = (await changesSince(db, operator, null)).cursor;
    const again = await appendBulk(db, operator, batches(simulated, 900), { now, zones: ZONES });
    expect(again).toEqual({ events: 0, purchases: ids.length, repeated: simulated.length });
    expect(await listPurchases(db, operator, {}, { limit: 200 })).toEqual(before);
    expect((await changesSince(db, operator, cursor)).changes).toEqual([]);
  });

  it('adds to purchases that are there, wherever in time the new events stand', async () => {
    const other = 'halves';
    await makeWorkspace(db, { workspace_id: other, name: 'Halves', simulated: true, created_at: now });
    const scope = scopeOf(other, null, 'none');
    const odd = simulated.filter((_, i) => i % 2 === 1);
    const even = simulated.filter((_, i) => i % 2 === 0);
    await appendBulk(db, scope, batches(odd, 5_000), { now, zones: ZONES });
    const second = await appendBulk(db, scope, batches([...even, ...odd], 5_000), { now, zones: ZONES });
    expect(second).toMatchObject({ events: even.length, repeated: odd.length });
    for (const view of VIEWS) {
      const seen = { ...scopes[view], workspace_id: other };
      for (const purchase_id of ids) {
        // As given: who reads the ledger finds nothing of what only its author reads.
        const events = copied([...odd, ...even].filter((event) => event.stream_id === purchase_id));
        events.forEach((event, place) => {
          event.seq = place + 1;
        });
        const folded = fold(purchase_id, events, { view });
        expect((await getPurchase(db, seen, purchase_id))?.state ?? null).toEqual(
          folded.opened_at === null ? null : folded,
        );
      }
    }
  });

  it('leaves nothing when it fails half-way', async () => {
    const other = 'broken';
    await makeWorkspace(db, { workspace_id: other, name: 'Broken', simulated: true, created_at: now });
    const scope = scopeOf(other, null, 'none');
    function* failing() {
      yield* batches(simulated, 5_000);
      throw new Error('the file ends here');
    }
    await expect(appendBulk(db, scope, failing(), { now, zones: ZONES })).rejects.toThrow('the file ends here');
    const { rows } = await db.owner.query('select count(*) as n from event where workspace_id = $1', [other]);
    expect(rows).toEqual([{ n: 0 }]);
  });

  it('cannot bring events of a zone that its scope does not read', async () => {
    const private_event = simulated.find((event) => event.zone === 'buyer');
    const append = appendBulk(
      db,
      operator,
      [[{ ...copied([private_event as LedgerEvent])[0], id: 'forged' } as LedgerEvent]],
      { now },
    );
    await expect(append).rejects.toMatchObject({ code: '42501' });
  });
});

describe('the portfolio', () => {
  it('pages through all purchases in each order without repeating or missing any', async () => {
    for (const sort of ['need', 'last', 'amount', 'name', 'opened'] as const) {
      const seen: string[] = [];
      const scores: number[] = [];
      let after: string | undefined;
      do {
        const page = await listPurchases(db, operator, {}, { sort, limit: 7, after });
        seen.push(...page.purchases.map(({ row }) => row.purchase_id));
        scores.push(...page.purchases.map(({ need }) => need.score));
        after = page.next ?? undefined;
      } while (after !== undefined);
      expect([...seen].sort()).toEqual([...ids].sort());
      if (sort === 'need') expect(scores).toEqual([...scores].sort((a, b) => b - a));
    }
  });

  it('counts what its filters leave', async () => {
    const counts = await countPurchases(db, operator, {});
    const rows = ids.map((id) => purchaseRow(expected(id, 'seller')));
    const ended = (outcome: string | null) => rows.filter((row) => row.outcome === outcome).length;
    expect(counts).toMatchObject({
      total: ids.length,
      open: ended(null),
      bought: ended('bought'),
      lost: ended('lost'),
      no_decision: ended('no_decision'),
      held: rows.filter((row) => row.held_since !== null).length,
    });
    const bought = await listPurchases(db, operator, { outcome: 'bought' }, { limit: 200 });
    expect(bought.purchases).toHaveLength(ended('bought'));
    const [some] = rows;
    const found = await listPurchases(db, operator, { q: some?.name?.slice(2, 12).toUpperCase() }, { limit: 200 });
    expect(found.purchases.map(({ row }) => row.purchase_id)).toContain(some?.purchase_id);
    expect((await listPurchases(db, operator, { q: '%' })).purchases).toEqual([]);
  });

  it('says why one needs help by what is usual in the same view', async () => {
    const page = await listPurchases(db, operator, { needs_help: true }, { limit: 200 });
    expect(page.purchases.length).toBeGreaterThan(0);
    const { rows } = await db.owner.query(`select usual from usual where workspace_id = $1 and view = 'seller'`, [
      workspace_id,
    ]);
    for (const { row, need } of page.purchases) expect(need).toEqual(needOf(row, rows[0].usual));
    expect(page.counted_to).toBe(rows[0].usual.counted_to);
  });

  it('as of an earlier date is what the core folds for that date', async () => {
    const times = simulated.map((event) => event.occurred_at).sort();
    for (const share of [0.2, 0.5, 0.8]) {
      const as_of = times[Math.floor(times.length * share)] ?? now;
      const then = ids.map((id) => expected(id, 'seller', { as_of })).filter((state) => state.opened_at !== null);
      for (const outcome of ['open', 'bought', 'no_decision'] as const) {
        const rows = then.map(purchaseRow).filter((row) => (row.outcome ?? 'open') === outcome);
        const page = await listPurchasesAsOf(db, operator, { outcome }, { date: { as_of }, limit: 200 });
        const byId = (a: { purchase_id: string }, b: { purchase_id: string }) =>
          a.purchase_id < b.purchase_id ? -1 : 1;
        expect(page.purchases.map(({ row }) => row).sort(byId)).toEqual(rows.sort(byId));
      }
      expect(await countPurchasesAsOf(db, operator, {}, { as_of })).toMatchObject({ total: then.length });
      const [one] = then;
      if (one !== undefined) expect(await getPurchaseAsOf(db, operator, one.purchase_id, { as_of })).toEqual(one);
    }
  });
});
