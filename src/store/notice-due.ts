import type { View } from '../core/zone.ts';
import type { Db } from './db.ts';
import { insertNotices, type NewNotice } from './notice.ts';
import { asProjector } from './scope.ts';

/** A plan that is to be looked at, as its view was when it was found. */
export interface PlanToLookAt {
  purchase_id: string;
  version: string;
}

/** So many are looked at before what was found is kept. */
const AT_ONCE = 100;

/** Plans of a view in which something may be due by now, those that wait longest first. */
export function plansToLookAt(db: Db, workspace_id: string, view: View, now: string): Promise<PlanToLookAt[]> {
  return asProjector(db, workspace_id, async (client) => {
    const { rows } = await client.query<PlanToLookAt>({
      name: 'plans to look at',
      text: `select purchase_id, version from purchase where workspace_id = $1 and view = $2 and look_at <= $3
        order by look_at, purchase_id limit $4`,
      values: [workspace_id, view, now, AT_ONCE],
    });
    return rows;
  });
}

/** One look at a plan: what it found, and when to look next. */
export interface PlanLook extends PlanToLookAt {
  notices: NewNotice[];
  next: string | null;
}

/** Keeps what was found in a plan; one that changed meanwhile is looked at again. */
export function keepLook(db: Db, workspace_id: string, view: View, look: PlanLook): Promise<void> {
  const { purchase_id, version, notices, next } = look;
  return asProjector(db, workspace_id, async (client) => {
    await insertNotices(client, workspace_id, notices);
    await client.query({
      name: 'plan looked at',
      text: `update purchase set look_at = $5 where workspace_id = $1 and view = $2 and purchase_id = $3 and version = $4`,
      values: [workspace_id, view, purchase_id, version, next],
    });
  });
}
