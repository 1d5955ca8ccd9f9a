import type { ClientBase } from 'pg';
import { needOf } from '../core/need.ts';
import { type PurchaseRow, purchaseRow } from '../core/row.ts';
import type { Db } from './db.ts';
import {
  LONGEST_PAGE,
  type PortfolioCounts,
  type PortfolioEntry,
  type PortfolioFilter,
  type PortfolioPage,
  readCursor,
  Where,
  writeCursor,
} from './portfolio.ts';
import { type EarlierDate, foldAsOf } from './purchase.ts';
import { nothingUsual } from './row.ts';
import { asApp, type Scope } from './scope.ts';

/** So many purchases are folded for one page at most; the page may then be short and goes on from its cursor. */
const most_folded = 1000;

/**
 * The purchases as they stood at an earlier date, last opened first. Intervals narrow the list down; what is shown is
 * folded exactly. What was usual then is not known, so only what people wait for counts as a reason to help.
 */
export function listPurchasesAsOf(
  db: Db,
  scope: Scope,
  filter: PortfolioFilter,
  options: { date: EarlierDate; limit?: number | undefined; after?: string | undefined },
): Promise<PortfolioPage> {
  const { date } = options;
  const limit = Math.min(Math.max(1, options.limit ?? 50), LONGEST_PAGE);
  let after = options.after === undefined ? null : readCursor(options.after, 'as_of');
  return asApp(db, scope, async (client) => {
    const purchases: PortfolioEntry[] = [];
    for (let folded = 0; folded < most_folded; folded += limit) {
      const found = await candidates(client, scope, filter, date, after, limit);
      for (const { place, purchase_id, entry } of await foldEntries(client, scope, found, date)) {
        after = [place, purchase_id];
        if (entry !== null && passes(entry, filter)) purchases.push(entry);
        if (purchases.length === limit) return pageOf(purchases, after, date);
      }
      if (found.length < limit) return pageOf(purchases, null, date);
    }
    return pageOf(purchases, after, date);
  });
}

interface Candidate {
  purchase_id: string;
  place: string;
}

async function foldEntries(client: ClientBase, scope: Scope, found: readonly Candidate[], date: EarlierDate) {
  const ids = found.map(({ purchase_id }) => purchase_id);
  const states = await foldAsOf(client, scope, ids, date);
  return found.map(({ purchase_id, place }) => {
    const state = states.get(purchase_id);
    const row = state === undefined ? null : purchaseRow(state);
    return { purchase_id, place, entry: row === null ? null : { row, need: needOf(row, nothingUsual(date.as_of)) } };
  });
}

const pageOf = (purchases: PortfolioEntry[], after: [string, string] | null, date: EarlierDate): PortfolioPage => ({
  purchases,
  next: after === null ? null : writeCursor('as_of', ...after),
  counted_to: date.as_of,
});

/** What can be told without folding; of a purchase that was told late only that it may have been there. */
function narrowed(scope: Scope, filter: PortfolioFilter, date: EarlierDate): Where {
  const where = new Where().add((at) => `workspace_id = $${at} and view = $${at + 1}`, scope.workspace_id, scope.view);
  where.add((at) => `(late or (opened_at <= $${at} and opened_known_at <= $${at + 1}))`, date.as_of, known(date));
  const { q, outcome, held, import_id } = filter;
  if (q !== undefined && q !== '') {
    const part = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    where.add((at) => `(late or name ilike $${at} or account_name ilike $${at} or purchase_id ilike $${at})`, part);
  }
  const then = (kind: string, about: string, at: number) => `exists (select 1 from job_interval i
    where i.workspace_id = $1 and i.view = $2 and i.purchase_id = purchase.purchase_id and i.kind = '${kind}' ${about}
      and i.from_at <= $${at} and (i.to_at is null or i.to_at > $${at}))`;
  if (outcome === 'open') where.add((at) => `(late or not ${then('outcome', '', at)})`, date.as_of);
  else if (outcome !== undefined) {
    where.add((at) => `(late or ${then('outcome', `and i.about = $${at + 1}`, at)})`, date.as_of, outcome);
  }
  if (held !== undefined) where.add((at) => `(late or ${held ? '' : 'not '}${then('held', '', at)})`, date.as_of);
  if (import_id !== undefined) {
    const of_import = (at: number) => `exists (select 1 from import_purchase i where i.workspace_id = $1 and i.view = $2
      and i.import_id = $${at} and i.purchase_id = purchase.purchase_id)`;
    where.add(of_import, import_id);
  }
  return where;
}

const known = (date: EarlierDate): string => date.known ?? date.as_of;

async function candidates(
  client: ClientBase,
  scope: Scope,
  filter: PortfolioFilter,
  date: EarlierDate,
  after: [string, string] | null,
  limit: number,
): Promise<Candidate[]> {
  const where = narrowed(scope, filter, date);
  if (after !== null) {
    const [place, purchase_id] = after;
    const from = (at: number) => `opened_at <= $${at} and (opened_at < $${at} or purchase_id > $${at + 1})`;
    where.add(from, place, purchase_id);
  }
  const { rows } = await client.query<Candidate>(
    `select purchase_id, opened_at::text as place from purchase where ${where.text}
     order by workspace_id, view, opened_at desc, purchase_id limit ${limit}`,
    where.values,
  );
  return rows;
}

/** Whether a row as it stood then is what was asked for. */
function passes({ row, need }: PortfolioEntry, filter: PortfolioFilter): boolean {
  const { q, outcome, needs_help, held, point, stage } = filter;
  if (outcome !== undefined && (row.outcome ?? 'open') !== outcome) return false;
  if (held !== undefined && (row.held_since !== null) !== held) return false;
  if (needs_help !== undefined && need.score > 0 !== needs_help) return false;
  if (point !== undefined && row.point !== point) return false;
  if (stage !== undefined && row.stage !== stage) return false;
  return q === undefined || matches(row, q.toLowerCase());
}

const matches = (row: PurchaseRow, q: string): boolean =>
  [row.name, row.account_name, row.purchase_id].some((text) => text?.toLowerCase().includes(q) === true);

/** So many purchases that were told late are folded at once for a count. */
const counted_at_once = 500;

/**
 * How many purchases there were at an earlier date. Those whose intervals tell are counted from these, the others folded.
 * `needs_help` is null: it would take folding all of them.
 */
export function countPurchasesAsOf(
  db: Db,
  scope: Scope,
  filter: PortfolioFilter,
  date: EarlierDate,
): Promise<Omit<PortfolioCounts, 'needs_help'> & { needs_help: null }> {
  return asApp(db, scope, async (client) => {
    const where = narrowed(scope, filter, date);
    const at = where.values.length + 1;
    const { rows } = await client.query<{ purchase_id: string; late: boolean; outcome: string | null; held: boolean }>(
      `select purchase_id, late,
        (select about from job_interval i where i.workspace_id = $1 and i.view = $2
          and i.purchase_id = purchase.purchase_id and i.kind = 'outcome' and i.from_at <= $${at}
          and (i.to_at is null or i.to_at > $${at}) limit 1) as outcome,
        exists (select 1 from job_interval i where i.workspace_id = $1 and i.view = $2
          and i.purchase_id = purchase.purchase_id and i.kind = 'held' and i.from_at <= $${at}
          and (i.to_at is null or i.to_at > $${at})) as held
       from purchase where ${where.text}`,
      [...where.values, date.as_of],
    );
    const counts = { total: 0, open: 0, bought: 0, lost: 0, no_decision: 0, held: 0, needs_help: null };
    const count = (outcome: string | null, held: boolean): void => {
      counts.total++;
      counts[(outcome ?? 'open') as 'open' | 'bought' | 'lost' | 'no_decision']++;
      if (held) counts.held++;
    };
    const inexact = filter.point !== undefined || filter.stage !== undefined;
    const to_fold = rows.filter((row) => row.late || inexact);
    for (const row of rows) if (!row.late && !inexact) count(row.outcome, row.held);
    for (let from = 0; from < to_fold.length; from += counted_at_once) {
      const ids = to_fold.slice(from, from + counted_at_once).map((row) => row.purchase_id);
      for (const state of (await foldAsOf(client, scope, ids, date)).values()) {
        const row = purchaseRow(state);
        if (passes({ row, need: { score: 0, reasons: [] } }, { ...filter, needs_help: undefined })) {
          count(row.outcome, row.held_since !== null);
        }
      }
    }
    return counts;
  });
}
