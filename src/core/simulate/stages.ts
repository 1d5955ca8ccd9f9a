import type { LedgerEvent } from '../event.ts';
import { businessTime, DAY_MS, instantOf, MINUTE_MS } from './calendar.ts';
import { type Course, decided, sellerActor } from './course.ts';

/** The supplier's linear pipeline: what the CRM says, and the odds it attaches. It knows nothing of the group. */
const PIPELINE = [
  ['Qualification', 0.1],
  ['Discovery', 0.25],
  ['Proposal', 0.5],
  ['Negotiation', 0.75],
  ['Commit', 0.9],
] as const;

/** Purchases open this long are moved on in the CRM, whatever the group does. */
const MOVES_ON_AT = [0, 0.1, 0.3, 0.52, 0.74] as const;

/** The stages that the CRM says meanwhile and at the end, in the sellers' zone. */
export function stageEvents(course: Course, until_ms: number): LedgerEvent[] {
  const { plan, random, state } = course;
  const events: LedgerEvent[] = [];
  const say = (at_ms: number, stage: string, odds: number, closes_ms: number): void => {
    const closes_on = instantOf(closes_ms).slice(0, 10);
    const command = { kind: 'purchase.stage_changed', zone: 'seller', body: { stage, odds, closes_on } } as const;
    events.push(...decided(course, sellerActor(course), command, at_ms));
  };
  // Some representatives stop at a stage; most push on.
  const reaches = random.chance(0.3) ? random.int(2, 3) : PIPELINE.length - 1;
  for (let place = 0; place <= reaches; place++) {
    const [stage, odds] = PIPELINE[place] ?? PIPELINE[0];
    const share = place === 0 ? 0.002 : (MOVES_ON_AT[place] ?? 0) + random.between(0, 0.08);
    const moved_ms = businessTime(plan.opened_ms + share * plan.span_ms, plan.account.offset_h, random);
    const at_ms = Math.max(plan.opened_ms + MINUTE_MS, moved_ms);
    if (at_ms >= until_ms) break;
    say(at_ms, stage, odds, at_ms + random.between(0.25, 0.7) * plan.span_ms);
  }
  if (state.outcome !== null) {
    const ended_ms = Date.parse(state.outcome.at);
    const told_ms = Math.min(plan.now_ms, ended_ms + Math.floor(random.between(0.2, 12) * DAY_MS));
    const won = state.outcome.outcome === 'bought';
    say(told_ms, won ? 'Closed won' : 'Closed lost', won ? 1 : 0, told_ms);
  }
  return events;
}
