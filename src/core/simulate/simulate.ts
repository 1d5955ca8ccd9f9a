import type { LedgerEvent } from '../event.ts';
import { writeLine } from '../line.ts';
import { touchEvents } from './activity.ts';
import { courseOf, runUntil } from './course.ts';
import { ending } from './ending.ts';
import { type Plan, planOf } from './plan.ts';
import { randomOf } from './random.ts';
import { furnish } from './room/furnish.ts';
import { script } from './script.ts';
import { stageEvents } from './stages.ts';

export interface SimulateOptions {
  /** How many purchases, from 0. */
  purchases: number;
  /** A whole number; the same seed gives the same events. */
  seed: number;
  /** An instant, ISO 8601; nothing happens after it. */
  now: string;
}

/**
 * The events of a made-up workspace, purchase after purchase, each purchase's in ledger order (`seq` from 1). Only one
 * purchase is held in memory. Every event says `source: 'simulated'`, and every purchase `simulated: true`.
 *
 * Shares and rates are near the published research figures; `simulate.test.ts` states how near. Two figures have no event
 * kind of their own yet and stand in touches: the uncertainty pulse as `activity` ("uncertainty pulse: high") with the
 * three items in `note`, and the sources a person uses as `note` ("Sources: …; …").
 */
export function* simulatePurchases(options: SimulateOptions): Generator<LedgerEvent, void, undefined> {
  for (let index = 0; index < options.purchases; index++) yield* simulatePurchase(index, options.seed, options.now);
}

/**
 * The events of one purchase, in ledger order; the same whatever others are made beside it.
 * @param index its place in the workspace, from 0
 */
export function simulatePurchase(index: number, seed: number, now: string): LedgerEvent[] {
  const random = randomOf(seed, index + 1);
  const plan = planOf(seed, index, Date.parse(now), random);
  const course = courseOf(plan, random);
  script(course);
  furnish(course);
  ending(course);
  runUntil(course, activeUntil(plan));
  return inOrder([
    ...course.events,
    ...course.room.events,
    ...touchEvents(course),
    ...stageEvents(course, endOf(plan, course.state.outcome)),
  ]);
}

/** One purchase's events as lines of a file, as `readLine` reads them. */
export function* simulatedLines(events: Iterable<LedgerEvent>): Generator<string, void, undefined> {
  for (const event of events) yield `${JSON.stringify(writeLine(event))}\n`;
}

/** Until when buyers do anything: a silent group stopped some time ago. */
function activeUntil({ standing, stalls_at, opened_ms, span_ms, now_ms }: Plan): number {
  return standing === 'silent' ? opened_ms + (stalls_at ?? 0) * span_ms : now_ms;
}

const endOf = ({ now_ms }: Plan, outcome: { at: string } | null): number =>
  outcome === null ? now_ms : Date.parse(outcome.at);

function inOrder(events: LedgerEvent[]): LedgerEvent[] {
  events.sort((a, b) => (a.occurred_at < b.occurred_at ? -1 : a.occurred_at > b.occurred_at ? 1 : 0));
  events.forEach((event, place) => {
    event.seq = place + 1;
  });
  return events;
}
