import pg from 'pg';
import type { LedgerEvent } from '../src/core/event.ts';
import { simulatePurchases } from '../src/core/simulate/simulate.ts';
import { ZONES } from '../src/core/zone.ts';
import { appendBulk } from '../src/store/bulk.ts';
import type { Db } from '../src/store/db.ts';
import { listPurchases } from '../src/store/portfolio.ts';
import { scopeOf } from '../src/store/scope.ts';
import { makeWorkspace } from '../src/store/workspace.ts';
import { type FigureLine, median } from './figure.ts';
import { withServer } from './server.ts';

const now = '2026-03-01T10:00:00.000Z';
const few = 1_000;
const many = 100_000;
/** Purchases that are simulated; the others are copies of these under other ids. */
const simulated = 1_000;
const warm_up = 30;
const runs = 300;

/**
 * The first 50 purchases of a portfolio of 100,000, as the program reads them, against the same SQL alone as the owner,
 * whom row-level security does not hold, and against a portfolio of 1,000.
 */
export async function run(): Promise<FigureLine[]> {
  return withServer(async (db, url) => {
    await fill(db, 'few', few);
    await fill(db, 'many', many);
    await db.owner.query('vacuum analyze purchase');
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      const sql_ms: number[] = [];
      const many_ms: number[] = [];
      const few_ms: number[] = [];
      for (let i = 0; i < warm_up + runs; i++) {
        const bare = await timed(() => bareList(client, 'many'));
        const long = await timed(() => list(db, 'many'));
        const short = await timed(() => list(db, 'few'));
        if (i < warm_up) continue;
        sql_ms.push(bare);
        many_ms.push(long);
        few_ms.push(short);
      }
      const [bare, long, short] = [median(sql_ms), median(many_ms), median(few_ms)];
      const detail = { purchases: many, list_ms: long, bare_sql_ms: bare, list_of_1000_ms: short };
      return [
        { figure: 'portfolio.against_sql', ratio: long / bare, must: 2, better: 'lower', runs, detail },
        { figure: 'portfolio.against_1000', ratio: long / short, must: 3, better: 'lower', runs, detail },
      ];
    } finally {
      await client.end();
    }
  });
}

async function timed(fn: () => Promise<number>): Promise<number> {
  const began = performance.now();
  const rows = await fn();
  if (rows !== 50) throw new Error(`A page has 50 purchases, not ${rows}.`);
  return performance.now() - began;
}

async function list(db: Db, workspace_id: string): Promise<number> {
  const page = await listPurchases(db, scopeOf(workspace_id, 'sven', 'seller'), {}, { limit: 50 });
  return page.purchases.length;
}

async function bareList(client: pg.Client, workspace_id: string): Promise<number> {
  const { rows } = await client.query(
    `select summary, need from purchase where workspace_id = $1 and view = 'seller'
     order by need_score desc, purchase_id limit 50`,
    [workspace_id],
  );
  return rows.length;
}

async function fill(db: Db, workspace_id: string, purchases: number): Promise<void> {
  await makeWorkspace(db, { workspace_id, name: 'Bench', simulated: true, created_at: now });
  await appendBulk(db, scopeOf(workspace_id, null, 'none'), eventsOf(), { now, zones: ZONES });
  // The state, which no list reads, is left out of the copies.
  const columns = await db.owner.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = 'purchase'::regclass and attnum > 0
     and attname not in ('purchase_id', 'state')`,
  );
  const names = columns.rows.map((row) => row.name).join(', ');
  for (let copy = 1; copy < purchases / simulated; copy++) {
    await db.owner.query(
      `insert into purchase (purchase_id, state, ${names}) select purchase_id || $2, '', ${names} from purchase
       where workspace_id = $1 and purchase_id not like '%#%'`,
      [workspace_id, `#${copy}`],
    );
  }
}

function* eventsOf(): Generator<LedgerEvent[]> {
  for (const event of simulatePurchases({ purchases: simulated, seed: 1, now })) yield [event];
}
