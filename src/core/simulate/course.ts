import { isActive } from '../completion.ts';
import { type Command, decide } from '../decide.ts';
import type { Actor, LedgerEvent } from '../event.ts';
import { applyEvent } from '../evolve.ts';
import { emptyState, type PurchaseState, type Stakeholder } from '../state.ts';
import { type Agenda, agenda } from './agenda.ts';
import { businessTime, instantOf, MINUTE_MS } from './calendar.ts';
import type { Plan } from './plan.ts';
import { type Random, randomOfName } from './random.ts';
import { SELLERS, type Seller } from './sellers.ts';

/**
 * One purchase while it runs: tasks are taken from the agenda in the order of time, and what each does goes through
 * `decide`, so that the ledger holds only what the rules accept. The state is the buyers' view: they know most.
 */
export interface Course {
  readonly plan: Plan;
  readonly random: Random;
  readonly agenda: Agenda;
  readonly state: PurchaseState;
  readonly events: LedgerEvent[];
  readonly seller: Seller;
  /** Milliseconds since 1970 of what happens now. */
  clock_ms: number;
  /** Jobs that the group has taken up. */
  readonly begun: Set<string>;
  /** Who has been asked for which job and has not answered; `job person`. */
  readonly asked: Set<string>;
  /** Stretches between an outcome and its revival, in which no buyer does anything. */
  readonly quiet: { from_ms: number; to_ms: number }[];
  /** Things of the purchase that later events refer to. */
  readonly options: { option_id: string; name: string; at: number }[];
  readonly requirements: { requirement_id: string; at: number }[];
  /** Set once the group has settled when to decide. */
  decision_planned: boolean;
  /** What the room holds beside jobs and options; it has draws and events of its own, so that all else goes on as without. */
  readonly room: Pick<Course, 'random' | 'events'>;
}

/** The stream of a purchase from which its room is drawn. */
const ROOM_STREAM = 1;

export function courseOf(plan: Plan, random: Random): Course {
  return {
    plan,
    random,
    agenda: agenda(),
    state: emptyState(plan.purchase_id, 'buyer'),
    events: [],
    seller: random.pick(SELLERS),
    clock_ms: plan.opened_ms,
    begun: new Set(),
    asked: new Set(),
    quiet: [],
    options: [],
    requirements: [],
    decision_planned: false,
    room: { random: randomOfName(plan.purchase_id, ROOM_STREAM), events: [] },
  };
}

/** Where the course stands: the time gone by as a share of the planned span. */
export const shareOf = (course: Course): number => (course.clock_ms - course.plan.opened_ms) / course.plan.span_ms;

/** Plans something for a share of the span, moved into business hours; never before what happens now. */
export function at(course: Course, share: number, run: () => void): void {
  plan(course, course.plan.opened_ms + share * course.plan.span_ms, run);
}

/** Plans something for later, after a share of the span. */
export function after(course: Course, share: number, run: () => void): void {
  plan(course, course.clock_ms + share * course.plan.span_ms, run);
}

function plan(course: Course, at_ms: number, run: () => void): void {
  const business_ms = businessTime(at_ms, course.plan.account.offset_h, course.random);
  course.agenda.add(Math.max(business_ms, course.clock_ms + MINUTE_MS), run);
}

/** Takes tasks from the agenda until an instant. */
export function runUntil(course: Course, until_ms: number): void {
  for (;;) {
    const task = course.agenda.next();
    if (task === undefined || task.at_ms > until_ms) return;
    course.clock_ms = task.at_ms;
    task.run();
  }
}

export const buyer = (person_id: string): Actor => ({ kind: 'person', id: person_id, side: 'buyer' });
export const sellerActor = (course: Course): Actor => ({ kind: 'person', id: course.seller.id, side: 'seller' });

/** What the rules make of a command at this instant, on this course; nothing where they refuse it. */
export function decided(
  course: Course,
  actor: Actor,
  command: Command,
  at_ms: number,
  on_behalf_of: string | null = null,
): LedgerEvent[] {
  const {
    random,
    state,
    plan: { purchase_id },
  } = course;
  const decision = decide(command, state, {
    now: instantOf(at_ms),
    actor,
    on_behalf_of,
    command_id: random.uuid(),
    import_id: null,
    source: 'simulated',
    stream_id: purchase_id,
    nextId: random.uuid,
    sideOf: (person_id) => (person_id.startsWith(purchase_id) ? 'buyer' : 'seller'),
  });
  return 'events' in decision ? decision.events : [];
}

/** Someone does something now; nothing while the purchase has an outcome. Says whether it had an effect. */
export function act(course: Course, actor: Actor, command: Command): boolean {
  return course.state.outcome === null && actAnyway(course, actor, command);
}

/** The same after an outcome too: what revives a purchase, or what comes after it. */
export function actAnyway(course: Course, actor: Actor, command: Command): boolean {
  const events = decided(course, actor, command, course.clock_ms);
  for (const event of events) {
    applyEvent(course.state, event);
    course.events.push(event);
  }
  return events.length > 0;
}

/** The members who count now, in the order in which they were named. */
export const activeMembers = (course: Course): Stakeholder[] =>
  Object.values(course.state.stakeholders).filter(isActive);

/** The champion, or who stands in: the first member who has come in. */
export function champion(course: Course): Actor {
  const members = activeMembers(course);
  const found =
    members.find((person) => person.roles.includes('champion')) ?? members.find((person) => person.entered_at !== null);
  return buyer((found ?? members[0])?.person_id ?? `${course.plan.purchase_id}-p1`);
}
