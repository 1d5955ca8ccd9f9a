import type { Plan } from '../core/plan/step.ts';
import type { PurchaseState } from '../core/state.ts';
import type { Db } from './db.ts';
import { asApp, type Scope } from './scope.ts';

/** So many plans are looked at, those that changed last first. */
const MOST_PLANS = 500;

/** The plans in which something was done, of the purchases that a seller may read, as their side knows them. */
export function plansUnderWay(db: Db, scope: Scope): Promise<Plan[]> {
  return asApp(db, scope, async (client) => {
    const { rows } = await client.query<{ state: string }>({
      name: 'plans under way',
      text: `select p.state from purchase p where p.workspace_id = $1 and p.view = $2 and exists (
          select from event e where e.workspace_id = $1 and e.stream_kind = 'purchase' and e.stream_id = p.purchase_id
            and e.kind = 'step.progressed')
        order by p.last_at desc nulls last, p.purchase_id limit $3`,
      values: [scope.workspace_id, scope.view, MOST_PLANS],
    });
    return rows.map(({ state }) => (JSON.parse(state) as PurchaseState).plan);
  });
}
