import Cursor from 'pg-cursor';
import { type Db, transactionAs } from './db.ts';
import type { PortfolioFilter } from './portfolio.ts';
import { conditions } from './portfolio.ts';
import type { Scope } from './scope.ts';

/** One step of one purchase. */
export interface JourneyStep {
  purchase_id: string;
  step: string;
  at_ms: number;
}

/** `activities`: the source's own words; `jobs`: what became of jobs, and how purchases ended. */
export type JourneyLens = 'activities' | 'jobs';

/** How many steps are fetched at once. */
const BATCH = 10_000;

/**
 * Calls back with the steps of the purchases that a filter leaves, in the caller's view, each purchase's in order.
 * Memory does not grow with the ledger.
 */
export async function readJourneySteps(
  db: Db,
  scope: Scope,
  lens: JourneyLens,
  filter: Pick<PortfolioFilter, 'import_id' | 'outcome'>,
  onStep: (step: JourneyStep) => void,
): Promise<void> {
  const where = conditions(scope, filter);
  const { text, values } = lens === 'jobs' ? jobSteps(where) : activitySteps(where, scope);
  await transactionAs(db.bulk, { ...scope, role: 'coassent_app' }, async (client) => {
    const cursor = client.query(new Cursor<JourneyStep>(text, values));
    try {
      for (;;) {
        const rows = await cursor.read(BATCH);
        for (const row of rows) onStep(row);
        if (rows.length < BATCH) return;
      }
    } finally {
      await cursor.close();
    }
  });
}

type Where = ReturnType<typeof conditions>;

/** What one row of a source led to is one step, however many events it became: those after the first name it as cause. */
function activitySteps(where: Where, scope: Scope) {
  const zones = where.values.length + 1;
  const text = `select event.stream_id as purchase_id, event.body ->> 'activity' as step,
      extract(epoch from event.occurred_at)::double precision * 1000 as at_ms
    from purchase join event on event.workspace_id = $1 and event.stream_kind = 'purchase'
      and event.stream_id = purchase.purchase_id and event.zone = any($${zones})
    where ${where.text.replaceAll('workspace_id = $1', 'purchase.workspace_id = $1')}
      and event.body ->> 'activity' is not null and event.cause_id is null
    order by event.stream_id, event.occurred_at, event.seq`;
  return { text, values: [...where.values, scope.zones] };
}

function jobSteps(where: Where) {
  const condition = where.text
    .replaceAll('workspace_id = $1', 'purchase.workspace_id = $1')
    .replace('view = $2', 'purchase.view = $2');
  const text = `select spell.purchase_id, spell.step, extract(epoch from spell.at)::double precision * 1000 as at_ms
    from purchase join lateral (
      select i.purchase_id, i.from_at as at, 0 as place, case i.kind when 'outcome' then i.about
        when 'held' then 'held' else i.about || ' ' || i.kind end as step
      from job_interval i
      where i.workspace_id = $1 and i.view = $2 and i.purchase_id = purchase.purchase_id
      union all
      select i.purchase_id, i.to_at, 1, i.about || case i.kind when 'complete' then ' reopened' else ' gone back to' end
      from job_interval i
      where i.workspace_id = $1 and i.view = $2 and i.purchase_id = purchase.purchase_id
        and i.to_at is not null and i.kind in ('complete', 'indicated')
    ) spell on true
    where ${condition}
    order by spell.purchase_id, spell.at, spell.place, spell.step`;
  return { text, values: where.values };
}
