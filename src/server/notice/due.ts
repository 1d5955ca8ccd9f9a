import { dueSteps, nextLook, remindedOf } from '../../core/notice/due.ts';
import { VIEWS, type View } from '../../core/zone.ts';
import type { Db } from '../../store/db.ts';
import type { NewNotice } from '../../store/notice.ts';
import { keepLook, type PlanLook, type PlanToLookAt, plansToLookAt } from '../../store/notice-due.ts';
import { recipientsOf } from '../../store/notice-people.ts';
import { getPurchase } from '../../store/purchase.ts';
import { scopeOf } from '../../store/scope.ts';
import { groupedByReach, idOf, isMailed } from './recipients.ts';

/**
 * Looks at the plans of a workspace in which time alone brings something, and keeps who is to be told of which step. What
 * was told of a step and its day is kept once, however often it is looked at.
 * @param now the clock, ISO 8601 in UTC
 */
export async function gatherDue(db: Db, workspace_id: string, now: string): Promise<void> {
  for (const view of VIEWS) {
    const seen = new Set<string>();
    for (;;) {
      const found = await plansToLookAt(db, workspace_id, view, now);
      const plans = found.filter(({ purchase_id }) => !seen.has(purchase_id));
      for (const plan of plans) {
        seen.add(plan.purchase_id);
        await keepLook(db, workspace_id, view, await lookAt(db, workspace_id, view, plan, now));
      }
      // One that changes as fast as it is looked at waits for the next pass.
      if (plans.length === 0) break;
    }
  }
}

async function lookAt(db: Db, workspace_id: string, view: View, plan: PlanToLookAt, now: string): Promise<PlanLook> {
  const { purchase_id } = plan;
  const notices: NewNotice[] = [];
  const whole = await getPurchase(db, scopeOf(workspace_id, null, view), purchase_id);
  const recipients = await recipientsOf(db, workspace_id, view, purchase_id);
  for (const alike of groupedByReach(recipients)) {
    const [first] = alike;
    if (first === undefined) continue;
    const found = await getPurchase(db, { ...first.scope, person_id: null }, purchase_id);
    if (found === null) continue;
    const { state } = found;
    for (const { person_id, address } of alike) {
      for (const step of dueSteps(state, remindedOf(state, { person_id, side: view }), now)) {
        notices.push({
          ...{ kind: 'step_due', event_ids: [], job_ids: [], reopened_ids: [], step },
          notice_id: idOf([purchase_id, person_id, step.step_id, step.due_on, step.overdue ? 'overdue' : 'soon']),
          ...{ person_id, purchase_id, side: view, at: now },
          by_mail: await isMailed(db, workspace_id, { person_id, address, side: view, kind: 'step_due' }),
        });
      }
    }
  }
  return { ...plan, notices, next: whole === null ? null : nextLook(whole.state, now) };
}
