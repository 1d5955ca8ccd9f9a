import type { ClientBase } from 'pg';
import type { Need } from '../core/need.ts';
import type { PurchaseRow } from '../core/row.ts';
import type { Db } from './db.ts';
import { StoreFailure } from './failure.ts';
import { asApp, type Scope } from './scope.ts';

/** What a list is narrowed to; what is left out narrows nothing. */
export interface PortfolioFilter {
  /** Part of the purchase's or the account's name, whatever the case. */
  q?: string | undefined;
  outcome?: 'open' | 'bought' | 'lost' | 'no_decision' | undefined;
  /** Only those with a reason why they need help, or only those without. */
  needs_help?: boolean | undefined;
  /** Only those that are held together now. */
  held?: boolean | undefined;
  point?: number | undefined;
  import_id?: string | undefined;
  stage?: string | undefined;
}

export const PORTFOLIO_SORTS = ['need', 'last', 'amount', 'name', 'opened'] as const;
export type PortfolioSort = (typeof PORTFOLIO_SORTS)[number];

export interface PortfolioEntry {
  row: PurchaseRow;
  need: Need;
}

export interface PortfolioPage {
  purchases: PortfolioEntry[];
  /** Where the next page begins; null at the end. */
  next: string | null;
  /** Silence and age are counted up to here; null where nobody has counted yet: now. */
  counted_to: string | null;
}

/** No page is longer. */
export const LONGEST_PAGE = 200;

interface Order {
  /** Exactly as in the index, so that a page is read from it. */
  by: string;
  type: string;
  descending: boolean;
}

/** Most in need, newest and largest first; names from A. */
const ORDERS: Record<PortfolioSort, Order> = {
  need: { by: 'need_score', type: 'double precision', descending: true },
  last: { by: 'last_at', type: 'timestamptz', descending: true },
  amount: { by: 'coalesce(amount_minor, -1)', type: 'bigint', descending: true },
  name: { by: `lower(coalesce(name, '')) collate "C"`, type: 'text', descending: false },
  opened: { by: 'opened_at', type: 'timestamptz', descending: true },
};

/**
 * A page of the purchases that the caller may know of.
 * @param options.after the `next` of the page before, asked for with the same filter and sort
 * Fails with `portfolio.bad_cursor`.
 */
export function listPurchases(
  db: Db,
  scope: Scope,
  filter: PortfolioFilter,
  options: { sort?: PortfolioSort | undefined; limit?: number | undefined; after?: string | undefined } = {},
): Promise<PortfolioPage> {
  const sort = options.sort ?? 'need';
  const limit = Math.min(Math.max(1, options.limit ?? 50), LONGEST_PAGE);
  const order = ORDERS[sort];
  const where = conditions(scope, filter);
  if (options.after !== undefined) {
    const [value, purchase_id] = readCursor(options.after, sort);
    where.add((at) => pageAfter(order, at), value, purchase_id);
  }
  const direction = order.descending ? 'desc' : 'asc';
  return asApp(db, scope, async (client) => {
    const counted = readCountedTo(client, scope);
    const { rows } = await client.query<{ summary: PurchaseRow; need: Need; place: string }>({
      text: `select summary, need, (${order.by})::text as place from purchase where ${where.text}
        order by workspace_id, view, ${order.by} ${direction}, purchase_id limit ${limit + 1}`,
      values: where.values,
    });
    const more = rows.length > limit;
    if (more) rows.pop();
    const last = rows.at(-1);
    return {
      purchases: rows.map(({ summary, need }) => ({ row: summary, need })),
      next: more && last !== undefined ? writeCursor(sort, last.place, last.summary.purchase_id) : null,
      counted_to: await counted,
    };
  });
}

async function readCountedTo(client: ClientBase, scope: Scope): Promise<string | null> {
  const { rows } = await client.query<{ counted_to: string }>({
    name: 'counted to',
    text: `select usual ->> 'counted_to' as counted_to from usual where workspace_id = $1 and view = $2`,
    values: [scope.workspace_id, scope.view],
  });
  return rows[0]?.counted_to ?? null;
}

/** How many purchases a filter leaves. */
export interface PortfolioCounts {
  total: number;
  open: number;
  bought: number;
  lost: number;
  no_decision: number;
  needs_help: number;
  held: number;
}

/** Counted apart from the page, because a page is there before its count. */
export function countPurchases(db: Db, scope: Scope, filter: PortfolioFilter): Promise<PortfolioCounts> {
  const where = conditions(scope, filter);
  return asApp(db, scope, async (client) => {
    const { rows } = await client.query<PortfolioCounts>(
      `select count(*) as total, count(*) filter (where outcome is null) as open,
        count(*) filter (where outcome = 'bought') as bought, count(*) filter (where outcome = 'lost') as lost,
        count(*) filter (where outcome = 'no_decision') as no_decision,
        count(*) filter (where need_score > 0) as needs_help, count(held_since) as held
       from purchase where ${where.text}`,
      where.values,
    );
    return rows[0] ?? { total: 0, open: 0, bought: 0, lost: 0, no_decision: 0, needs_help: 0, held: 0 };
  });
}

/** Conditions of a query with their values. */
export class Where {
  readonly values: unknown[] = [];
  readonly #parts: string[] = [];

  /** @param write the condition; `at` is the number of its first value */
  add(write: (at: number) => string, ...values: unknown[]): this {
    this.#parts.push(write(this.values.length + 1));
    this.values.push(...values);
    return this;
  }

  get text(): string {
    return this.#parts.join(' and ');
  }
}

/** Each is a condition of its own: row-level security repeats the first two, and the planner joins them. */
export function conditions(scope: Scope, filter: PortfolioFilter): Where {
  const where = new Where().add((at) => `workspace_id = $${at} and view = $${at + 1}`, scope.workspace_id, scope.view);
  const { q, outcome, needs_help, held, point, import_id, stage } = filter;
  if (q !== undefined && q !== '') {
    const part = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    where.add((at) => `(name ilike $${at} or account_name ilike $${at} or purchase_id ilike $${at})`, part);
  }
  if (outcome === 'open') where.add(() => 'outcome is null');
  else if (outcome !== undefined) where.add((at) => `outcome = $${at}`, outcome);
  if (needs_help !== undefined) where.add(() => (needs_help ? 'need_score > 0' : 'need_score = 0'));
  if (held !== undefined) where.add(() => `(summary ->> 'held_since') is ${held ? 'not null' : 'null'}`);
  if (held !== undefined) where.add(() => `held_since is ${held ? 'not ' : ''}null`);
  if (point !== undefined) where.add((at) => `point = $${at}`, point);
  if (stage !== undefined) where.add((at) => `stage = $${at}`, stage);
  if (import_id !== undefined) {
    const of_import = (at: number) => `exists (select 1 from import_purchase i where i.workspace_id = $1 and i.view = $2
      and i.import_id = $${at} and i.purchase_id = purchase.purchase_id)`;
    where.add(of_import, import_id);
  }
  return where;
}

/** Rows after a place. Descending keys with ascending ids cannot be compared as one row, so it is said in two steps. */
function pageAfter({ by, type, descending }: Order, at: number): string {
  const value = `$${at}::${type}`;
  if (!descending) return `(${by}, purchase_id) > (${value}, $${at + 1})`;
  return `${by} <= ${value} and (${by} < ${value} or purchase_id > $${at + 1})`;
}

export function writeCursor(sort: string, place: string, purchase_id: string): string {
  return Buffer.from(JSON.stringify([sort, place, purchase_id])).toString('base64url');
}

export function readCursor(cursor: string, sort: string): [value: string, purchase_id: string] {
  try {
    const [of, value, purchase_id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    if (of === sort && typeof value === 'string' && typeof purchase_id === 'string') return [value, purchase_id];
  } catch {
    // Not one of ours; said below.
  }
  throw new StoreFailure('portfolio.bad_cursor', 'This page does not belong to this list. Start from its first page.');
}
