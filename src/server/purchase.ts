import { localeNow } from '../catalogue/language.ts';
import { serverTexts } from '../catalogue/server-texts.ts';
import { writeLine } from '../core/line.ts';
import { countedTo, needOf, type Usual } from '../core/need.ts';
import { purchaseRow } from '../core/row.ts';
import type { PurchaseState } from '../core/state.ts';
import { noteAudit } from '../store/audit.ts';
import type { Db } from '../store/db.ts';
import { namesOf } from '../store/person.ts';
import { countPurchases, listPurchases } from '../store/portfolio.ts';
import { countPurchasesAsOf, listPurchasesAsOf } from '../store/portfolio-as-of.ts';
import { allEvents, type EarlierDate, getPurchase, getPurchaseAsOf } from '../store/purchase.ts';
import { roomClosed } from '../store/room.ts';
import { getUsual } from '../store/usual.ts';
import { noteViewing } from '../store/viewing.ts';
import type { Call, Handlers } from './bind.ts';
import { type Caller, scopeOfCaller } from './caller.ts';
import { ledgerEntry, ledgerPage, tellEvents } from './present/ledger.ts';
import { portfolioRow } from './present/portfolio.ts';
import { purchasePage } from './present/purchase.ts';
import { notFound } from './problem.ts';

type Nouns = 'purchases.list' | 'purchases.count' | 'purchases.get' | 'purchases.events' | 'purchases.export';

/** Reads of purchases: every one in the caller's view only. */
export const purchaseHandlers = (db: Db): Pick<Handlers, Nouns> => ({
  'purchases.list': async ({ query, caller }) => {
    const scope = scopeOfCaller(caller);
    const usual = await getUsual(db, scope);
    const { as_of, sort, cursor, limit, ...filter } = query;
    const page =
      as_of === undefined
        ? await listPurchases(db, scope, filter, { sort, limit, after: cursor })
        : await listPurchasesAsOf(db, scope, filter, { date: { as_of }, limit, after: cursor });
    return {
      rows: page.purchases.map(portfolioRow),
      next_cursor: page.next,
      counted_to: as_of ?? usual.counted_to,
    };
  },

  'purchases.count': async ({ query, caller }) => {
    const { as_of, ...filter } = query;
    const scope = scopeOfCaller(caller);
    return as_of === undefined ? countPurchases(db, scope, filter) : countPurchasesAsOf(db, scope, filter, { as_of });
  },

  'purchases.get': async (call) => {
    const date = dateOf(call.query);
    return date === null ? pageNow(db, call) : pageAsOf(db, call, date);
  },

  'purchases.events': async ({ params, query, caller }) => {
    const scope = scopeOfCaller(caller);
    const { events: all } = await readWhole(db, caller, params.purchase_id);
    const date = dateOf(query) ?? {};
    const told = tellEvents(params.purchase_id, all, { view: scope.view, ...date });
    const page = ledgerPage(all, { ...query, ...date });
    const names = await namesOf(
      db,
      scope,
      page.events.map((event) => event.actor.id),
    );
    return { events: page.events.map((event) => ledgerEntry(event, told, names)), next_cursor: page.next };
  },

  'purchases.export': async ({ params, caller, reply }) => {
    const { events } = await readWhole(db, caller, params.purchase_id);
    const text = events.map((event) => `${JSON.stringify(writeLine(event))}\n`).join('');
    const { workspace_id, purchase_id } = params;
    const entry = { zone: caller.view, action: 'export.made', purchase_id, actor: caller.actor };
    await noteAudit(db, workspace_id, [{ ...entry, about: { what: 'ledger' } }]);
    return reply
      .type('application/jsonl; charset=utf-8')
      .header('content-disposition', 'attachment; filename="purchase.jsonl"')
      .send(text);
  },
});

async function pageNow(db: Db, { params, caller, request, reply }: Call<'purchases.get'>) {
  const scope = scopeOfCaller(caller);
  const [found, usual] = await Promise.all([getPurchase(db, scope, params.purchase_id), getUsual(db, scope)]);
  if (found === null || !mayRead(caller, found.state)) throw notFound();
  // Per view, so that it tells nothing of what the caller may not read; and per language, as sentences are part of it.
  const etag = `"${found.version}.${localeNow()}"`;
  reply.header('etag', etag);
  if (caller.door === 'entry' && caller.person_id !== null) {
    await noteViewing(db, scope, { purchase_id: params.purchase_id, person_id: caller.person_id, what: 'purchase' });
  }
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  const kind = found.state.unknown_kind;
  return purchasePage(found.state, {
    as_of: null,
    counted_to: clockOf(found.state, usual),
    need: found.need,
    read_only: kind === null ? await closedFor(db, caller, params) : serverTexts.newer(kind),
  });
}

/** For buyers a closed room is one to read; the supplier goes on working in its own. */
async function closedFor(
  db: Db,
  caller: Caller,
  { workspace_id, purchase_id }: { workspace_id: string; purchase_id: string },
): Promise<string | null> {
  if (caller.side !== 'buyer' || caller.door === 'open' || !(await roomClosed(db, workspace_id, purchase_id)))
    return null;
  return serverTexts.room_closed;
}

async function pageAsOf(db: Db, { params, caller }: Call<'purchases.get'>, date: EarlierDate) {
  const scope = scopeOfCaller(caller);
  const [state, usual] = await Promise.all([getPurchaseAsOf(db, scope, params.purchase_id, date), getUsual(db, scope)]);
  if (state === null || !mayRead(caller, state)) throw notFound();
  return purchasePage(state, {
    as_of: date.as_of,
    counted_to: date.as_of,
    need: needOf(purchaseRow(state), { ...usual, counted_to: date.as_of, now: date.as_of }),
    read_only: serverTexts.earlier_date,
  });
}

/** Up to when a purchase is counted: now, unless it only comes from data that ended long ago. Buyers have only their own. */
function clockOf(state: PurchaseState, usual: Usual): string {
  const now = new Date().toISOString();
  if (state.lived_at !== null) return now;
  return state.view === 'seller' ? usual.counted_to : countedTo(state.last_at, now);
}

/** The earlier date that a query asks for; null for now. */
export function dateOf(query: { as_of?: string | undefined; known?: string | undefined }): EarlierDate | null {
  const { as_of, known } = query;
  if (as_of === undefined && known === undefined) return null;
  // "As known then" without another date is today's course of things, seen with the knowledge of then.
  return { as_of: as_of ?? new Date().toISOString(), ...(known !== undefined && { known }) };
}

/**
 * A purchase as a caller may know it, now or as of a date. What is not there and what is not theirs are answered the same:
 * fails with `thing.unknown`.
 */
export async function readState(
  db: Db,
  caller: Caller,
  purchase_id: string,
  date: EarlierDate | null = null,
): Promise<PurchaseState> {
  const scope = scopeOfCaller(caller);
  const state =
    date === null
      ? ((await getPurchase(db, scope, purchase_id))?.state ?? null)
      : await getPurchaseAsOf(db, scope, purchase_id, date);
  if (state === null || !mayRead(caller, state)) throw notFound();
  return state;
}

/** A buyer reads the purchases whose group they are or were in; sellers read those of their workspace. */
export function mayRead(caller: Caller, state: PurchaseState): boolean {
  if (caller.side !== 'buyer' || caller.door !== 'open') return true;
  return caller.person_id !== null && state.stakeholders[caller.person_id] !== undefined;
}

/** A purchase as a caller may know it now, and all of its events that they may read; fails as `readState` does. */
export async function readWhole(db: Db, caller: Caller, purchase_id: string) {
  const state = await readState(db, caller, purchase_id);
  return { state, events: await allEvents(db, scopeOfCaller(caller), purchase_id) };
}
