import { activeStakeholders } from '../completion.ts';
import { dayIn } from '../plan/calendar.ts';
import type { Reminded } from '../plan/reminder.ts';
import type { Plan } from '../plan/step.ts';
import type { PurchaseState } from '../state.ts';
import { dueSteps } from './due.ts';
import { clockIn, dayAfter, startOfDay } from './local-time.ts';
import type { Waiting } from './schedule.ts';

/** A plan as it stood from an instant on, and who there was to be told of it. */
export interface PlanStanding {
  from: string;
  state: Pick<PurchaseState, 'plan' | 'outcome'>;
  people: Reminded[];
}

/** What is kept of a state to look at its plan later: a plan that did not change is kept once. */
export function planStanding(
  state: PurchaseState,
  { kind, recorded_at }: { kind: string; recorded_at: string },
  before: PlanStanding | undefined,
): PlanStanding {
  const same = before !== undefined && !kind.startsWith('step.') && !kind.startsWith('plan.');
  const plan = same ? before.state.plan : (JSON.parse(JSON.stringify(state.plan)) as Plan);
  const people = activeStakeholders(state).map(({ person_id, roles }) => ({ person_id, roles, side: state.view }));
  return { from: recorded_at, state: { plan, outcome: state.outcome }, people };
}

/** What was told before is not told again, so that looking begins so long before. */
const LEAD_DAYS = 21;
const DAY_MS = 86_400_000;

/** What time alone would have told everyone of the group since an instant, by person. @param standings in the order of the fold */
export function dueSince(
  standings: readonly PlanStanding[],
  since: string,
  now: string,
): { person_id: string; waiting: Waiting }[] {
  if (standings.every(({ state }) => Object.keys(state.plan.steps).length === 0)) return [];
  const begin = new Date(Date.parse(since) - LEAD_DAYS * DAY_MS).toISOString();
  const told = new Set<string>();
  const found: { person_id: string; waiting: Waiting }[] = [];
  let looked: { standing: PlanStanding; day: string } | null = null;
  for (const at of looksAt(standings, begin, now)) {
    const standing = standings.findLast(({ from }) => from <= at);
    if (standing === undefined) continue;
    const day = dayIn(at, standing.state.plan.terms.time_zone);
    // Most events change neither the plan nor whom it is told to: on the same day they bring nothing.
    if (looked !== null && looked.day === day && tellsTheSame(looked.standing, standing)) continue;
    looked = { standing, day };
    for (const who of standing.people) {
      for (const due of dueSteps(standing.state, who, at)) {
        const key = JSON.stringify([who.person_id, due]);
        if (!told.has(key) && at > since) found.push({ person_id: who.person_id, waiting: { kind: 'step_due', at } });
        told.add(key);
      }
    }
  }
  return found;
}

const tellsTheSame = (one: PlanStanding, other: PlanStanding): boolean =>
  one.state.plan === other.state.plan &&
  one.state.outcome === other.state.outcome &&
  JSON.stringify(one.people) === JSON.stringify(other.people);

/** Whenever something happened, and the beginning of each of its days. */
function looksAt(standings: readonly PlanStanding[], begin: string, now: string): string[] {
  const clock = clockIn(standings.at(-1)?.state.plan.terms.time_zone ?? 'UTC');
  const looks = standings.map(({ from }) => from).filter((at) => at >= begin && at <= now);
  for (let day = clock(begin).day; startOfDay(day, clock) <= now; day = dayAfter(day)) {
    looks.push(startOfDay(day, clock));
  }
  return [...new Set(looks)].sort();
}
