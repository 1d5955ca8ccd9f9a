import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { countedTo, type Need, needOf } from '../core/need.ts';
import { purchaseRow } from '../core/row.ts';
import type { PurchaseState } from '../core/state.ts';
import type { Db } from './db.ts';
import { type AnyEvent, eventsOf, readEvents, workspaceEvents } from './event.ts';
import { foldAll } from './folded.ts';
import { nothingUsual } from './row.ts';
import { asApp, readsWholeView, type Scope } from './scope.ts';

/** A purchase as it stands now in the caller's view. */
export interface PurchaseNow {
  state: PurchaseState;
  need: Need;
  /** Changes exactly when the view does; for ETags. */
  version: string;
}

/** The purchase as stored; null where there is none, or none that the caller may know of. */
export function getPurchase(db: Db, scope: Scope, purchase_id: string): Promise<PurchaseNow | null> {
  return readsWholeView(scope) ? storedPurchase(db, scope, purchase_id) : foldedPurchase(db, scope, purchase_id);
}

function foldedPurchase(db: Db, scope: Scope, purchase_id: string): Promise<PurchaseNow | null> {
  return asApp(db, scope, async (client) => {
    const states = await foldAsOf(client, scope, [purchase_id]);
    const state = states.get(purchase_id);
    if (state === undefined) return null;
    const row = purchaseRow(state);
    const now = new Date().toISOString();
    const need = needOf(row, { ...nothingUsual(now), counted_to: countedTo(state.last_at, now) });
    return { state, need, version: createHash('sha256').update(JSON.stringify(state)).digest('base64url') };
  });
}

function storedPurchase(db: Db, scope: Scope, purchase_id: string): Promise<PurchaseNow | null> {
  return asApp(db, scope, async (client) => {
    const { rows } = await client.query<Omit<PurchaseNow, 'state'> & { state: string }>({
      name: 'purchase',
      text: 'select state, need, version from purchase where workspace_id = $1 and view = $2 and purchase_id = $3',
      values: [scope.workspace_id, scope.view, purchase_id],
    });
    const [row] = rows;
    return row === undefined ? null : { ...row, state: JSON.parse(row.state) as PurchaseState };
  });
}

/** An earlier date: what had happened by then, as far as it was known by `known` (by the date itself if left out). */
export interface EarlierDate {
  as_of: string;
  known?: string;
}

/** The purchase as it stood at an earlier date, folded from the ledger; null where there was none then. */
export function getPurchaseAsOf(
  db: Db,
  scope: Scope,
  purchase_id: string,
  date: EarlierDate,
): Promise<PurchaseState | null> {
  return asApp(db, scope, async (client) => {
    const states = await foldAsOf(client, scope, [purchase_id], date);
    return states.get(purchase_id) ?? null;
  });
}

/** Purchases as they stood at an earlier date; those that were not open then are left out. */
export async function foldAsOf(
  client: ClientBase,
  scope: Scope,
  purchase_ids: readonly string[],
  date: Partial<EarlierDate> = {},
): Promise<Map<string, PurchaseState>> {
  const events = await eventsOf(client, scope.workspace_id, purchase_ids);
  const of_workspace = await workspaceEvents(client, scope.workspace_id);
  const states = new Map<string, PurchaseState>();
  for (const [purchase_id, own] of byStream(events)) {
    const { state } = foldAll(purchase_id, [...own, ...of_workspace], { view: scope.view, ...date });
    if (state.opened_at !== null) states.set(purchase_id, state);
  }
  return states;
}

/** Events in groups of one stream each, in their order. */
export function byStream(events: readonly AnyEvent[]): Map<string, AnyEvent[]> {
  const groups = new Map<string, AnyEvent[]>();
  for (const event of events) {
    const group = groups.get(event.stream_id);
    if (group === undefined) groups.set(event.stream_id, [event]);
    else group.push(event);
  }
  return groups;
}

/** A page of a purchase's ledger. */
export interface LedgerPage {
  events: AnyEvent[];
  /** Where the next page begins; null at the end. */
  next: string | null;
}

export interface LedgerQuery {
  limit: number;
  /** The `next` of the page before. It is an event's id, which the caller has seen, and tells nothing more. */
  after?: string | undefined;
  /** Kinds, or their first part: `touch`, `assent.given`. */
  kinds?: readonly string[] | undefined;
  as_of?: string | undefined;
  known?: string | undefined;
}

/** The events of a purchase that the caller may read, newest first: by when they happened, then by when they came. */
export function listEvents(db: Db, scope: Scope, purchase_id: string, query: LedgerQuery): Promise<LedgerPage> {
  const { limit, after, kinds, as_of, known } = query;
  const own = "stream_kind = 'purchase' and stream_id = $2 and zone = any($3)";
  const which = `${own}
    and ($5::text[] is null or kind = any($5) or split_part(kind, '.', 1) = any($5))
    and ($6::timestamptz is null or occurred_at <= $6) and ($7::timestamptz is null or known_at <= $7)
    and ($8::text is null or (occurred_at, seq) <
      (select occurred_at, seq from event where workspace_id = $1 and ${own} and id = $8))
    order by occurred_at desc, seq desc limit $4`;
  const values = [
    purchase_id,
    scope.zones,
    limit + 1,
    kinds ?? null,
    as_of ?? null,
    known ?? as_of ?? null,
    after ?? null,
  ];
  return asApp(db, scope, async (client) => {
    const events = await readEvents(client, scope.workspace_id, 'ledger page', which, values);
    const more = events.length > limit;
    if (more) events.pop();
    return { events, next: more ? (events.at(-1)?.id ?? null) : null };
  });
}

/** One event of a purchase that the caller may read; null where there is none. */
export function findEvent(db: Db, scope: Scope, purchase_id: string, id: string): Promise<AnyEvent | null> {
  return asApp(db, scope, async (client) => {
    const which = "stream_kind = 'purchase' and stream_id = $2 and id = $3 and zone = any($4)";
    const found = await readEvents(client, scope.workspace_id, 'one event', which, [purchase_id, id, scope.zones]);
    return found[0] ?? null;
  });
}

/**
 * All events of a purchase that the caller may read, with the retractions of imports that brought any of them, in ledger
 * order; for exports. Other imports of the workspace are nobody's business here.
 */
export function allEvents(db: Db, scope: Scope, purchase_id: string): Promise<AnyEvent[]> {
  return asApp(db, scope, async (client) => {
    const own = await eventsOf(client, scope.workspace_id, [purchase_id]);
    const imports = new Set(own.map((event) => event.import_id));
    const of_workspace = await workspaceEvents(client, scope.workspace_id);
    return [
      ...own,
      ...of_workspace.filter(({ body }) => imports.has((body as { import_id?: string }).import_id ?? '')),
    ];
  });
}
