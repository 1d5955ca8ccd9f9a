import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { deciding } from '../../test/core/deciding.ts';
import { day, eventsOf, PURCHASE, type Told } from '../../test/core/story.ts';
import { expectValid, naivelyComplete } from '../../test/core/valid.ts';
import { actors, happening, lives } from '../../test/core/world.ts';
import { isComplete, isHeld } from './completion.ts';
import type { Actor, LedgerEvent, UnknownEvent } from './event.ts';
import { evolve } from './evolve.ts';
import { effectiveEvents, type FoldOptions, fold } from './fold.ts';
import { isRefused, readLine } from './line.ts';
import { purchaseReport } from './report.ts';
import { emptyState, type PurchaseState } from './state.ts';
import { VIEWS, type View } from './zone.ts';

type AnyEvent = LedgerEvent | UnknownEvent;

const RUNS = { seed: 20_260_101, numRuns: 120 };
const check = <T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => void): void =>
  fc.assert(fc.property(arbitrary, property), RUNS);

const everything = { together: true, late: true, revised: true };
const folded = (events: readonly AnyEvent[], options: FoldOptions): PurchaseState => fold(PURCHASE, events, options);
const bytes = (events: readonly AnyEvent[], options: FoldOptions): string => {
  const state = folded(events, options);
  return JSON.stringify([state, purchaseReport(state)]);
};

/** How many lives came to what, so that no property holds only because nothing happened. */
const reached = { complete: 0, held: 0, reopened: 0, shaken: 0, private_differs: 0, indicated: 0, by_composition: 0 };
function take(events: readonly AnyEvent[]): void {
  const [buyer, seller] = VIEWS.map((view) => folded(events, { view })) as [PurchaseState, PurchaseState];
  const jobs = [...buyer.jobs, ...buyer.removed_jobs];
  if (jobs.some((job) => job.complete.length > 0)) reached.complete++;
  if (buyer.held.length > 0) reached.held++;
  if (jobs.some((job) => job.reopens > 0)) reached.reopened++;
  if (jobs.some((job) => Object.values(job.assents).some((assent) => assent.shaken.length > 0))) reached.shaken++;
  if (jobs.some((job) => job.indicated.intervals.length > 0)) reached.indicated++;
  if (jobs.some((job) => job.complete.some((interval) => interval.by_composition))) reached.by_composition++;
  if (JSON.stringify(buyer.jobs) !== JSON.stringify(seller.jobs)) reached.private_differs++;
}

describe('a fold', () => {
  it('is deterministic, and what it gives is plain data', () => {
    check(lives(everything), (lines) => {
      const events = eventsOf(...lines);
      take(events);
      for (const view of VIEWS) {
        expect(bytes(eventsOf(...lines), { view })).toBe(bytes(events, { view }));
        const state = folded(events, { view });
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      }
    });
  });

  it('equals evolving event by event, which never changes what it is given', () => {
    check(lives({ together: true, late: false }), (lines) => {
      const events = eventsOf(...lines);
      for (const view of VIEWS) {
        let state = emptyState(PURCHASE, view);
        for (const event of effectiveEvents(events, { view })) state = evolve(frozen(state), frozen(event));
        expect(state).toEqual(folded(events, { view }));
      }
    });
  });

  it('as of a date equals folding what was known and had happened by then', () => {
    check(
      fc.tuple(lives(everything), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 9 })),
      ([lines, at, more]) => {
        const events = eventsOf(...lines);
        const as_of = day(at);
        const known = day(at + more);
        for (const view of VIEWS) {
          const by = (instant: string) =>
            events.filter((event) => event.occurred_at <= as_of && event.known_at <= instant);
          expect(folded(events, { view, as_of })).toEqual(folded(by(as_of), { view }));
          expect(folded(events, { view, as_of, known })).toEqual(folded(by(known), { view }));
        }
      },
    );
  });

  it('is the same when lines are delivered again', () => {
    check(fc.tuple(lives(everything), fc.infiniteStream(fc.nat(4))), ([lines, choices]) => {
      const again = lines.filter(() => choices.next().value === 0);
      for (const view of VIEWS) {
        expect(bytes(eventsOf(...lines, ...again), { view })).toBe(bytes(eventsOf(...lines), { view }));
      }
    });
  });

  it('is the same for the same lines in another order, where no two are of the same instant', () => {
    const shuffled = lives({ late: true, revised: true }).chain((lines) =>
      fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length })),
    );
    check(shuffled, ([lines, mixed]) => {
      for (const view of VIEWS) expect(bytes(eventsOf(...mixed), { view })).toBe(bytes(eventsOf(...lines), { view }));
    });
  });
});

describe('the rules', () => {
  it('no job is complete without every clause of the completion rule, and held is all decide jobs at once', () => {
    check(lives(everything), (lines) => {
      for (const view of VIEWS) {
        let decided_before = false;
        fold(PURCHASE, eventsOf(...lines), {
          view,
          onEvent: (state) => {
            for (const job of state.jobs) expect(isComplete(job)).toBe(naivelyComplete(state, job));
            const decide = state.jobs.filter((job) => job.phase === 'decide');
            const held = decide.length > 0 && decide.every((job) => naivelyComplete(state, job));
            expect(isHeld(state)).toBe(held);
            expect(state.held.length > 0).toBe(decided_before || held);
            decided_before ||= held;
          },
        });
      }
    });
  });

  it('every assent that counts was stated by that person or their delegate, here, verified, of the buyer side', () => {
    check(lives(everything), (lines) => {
      const events = eventsOf(...lines);
      const by_id = new Map(events.map((event) => [event.id, event]));
      for (const view of VIEWS) {
        const state = folded(events, { view });
        for (const job of state.jobs) {
          for (const [person_id, assent] of Object.entries(job.assents)) {
            const event = by_id.get(assent.event_id) as LedgerEvent;
            expect(event).toMatchObject({ import_id: null, actor: { kind: 'person' }, body: { person_id } });
            expect(event.actor.side).not.toBe('seller');
            expect(event.body).not.toMatchObject({ verified: false });
            const named = events.some(
              (other) => other.kind === 'stakeholder.delegate_named' && other.actor.id === person_id,
            );
            expect(event.actor.id === person_id || named).toBe(true);
          }
        }
      }
    });
  });

  it('every state is a valid one', () => {
    check(lives(everything), (lines) => {
      const events = eventsOf(...lines);
      for (const view of VIEWS) fold(PURCHASE, events, { view, onEvent: expectValid });
    });
  });

  it('no sequence of decided commands leads to an invalid state, and what is decided has its effect', () => {
    const wish = fc.tuple(happening, fc.option(actors, { freq: 2, nil: undefined }), fc.nat(4));
    const wishes = fc.array(wish, { minLength: 15, maxLength: 45, size: 'max' });
    let accepted = 0;
    let held = 0;
    check(fc.tuple(lives(), wishes), ([lines, commands]) => {
      const ledger: AnyEvent[] = eventsOf(...lines.slice(0, 6));
      commands.forEach(([line, someone, privacy], index) => {
        const actor = someone ?? (eventsOf(line)[0] as AnyEvent).actor;
        const side = actor.side === 'seller' ? 'seller' : 'buyer';
        const wanted = parse(privacy === 0 ? { ...line, zone: side } : line);
        if (wanted === null || !happensIn(ledger, side, actor, wanted, index)) return;
        accepted++;
        for (const view of VIEWS) expectValid(folded(ledger, { view }));
      });
      if (folded(ledger, { view: 'buyer' }).held.length > 0) held++;
    });
    expect(accepted / RUNS.numRuns).toBeGreaterThan(5);
    expect(held / RUNS.numRuns).toBeGreaterThan(0.15);
  });
});

describe('two worlds', () => {
  const OTHER: Record<View, View> = { buyer: 'seller', seller: 'buyer' };
  const worlds = fc.tuple(lives(everything), fc.infiniteStream(fc.boolean()));
  /** The lines without some, and without all, that the other side keeps to itself; their places shift. */
  const without = (lines: Told[], zone: View, choices: Iterator<boolean>) => [
    lines.filter((line) => zoneOf(line) !== zone),
    lines.filter((line) => zoneOf(line) !== zone || choices.next().value === true),
  ];

  it.each(VIEWS)('what the other side keeps private changes no byte of what the %s side knows', (view) => {
    check(worlds, ([lines, choices]) => {
      const whole = bytes(eventsOf(...lines), { view });
      for (const fewer of without(lines, OTHER[view], choices)) expect(bytes(eventsOf(...fewer), { view })).toBe(whole);
    });
  });

  it.each(VIEWS)('nor when lines have no ids of their own (%s)', (view) => {
    check(worlds, ([lines, choices]) => {
      const bare = lines.map(({ id: _id, ...line }) => line as Told);
      const whole = bytes(eventsOf(...bare), { view });
      for (const fewer of without(bare, OTHER[view], choices)) expect(bytes(eventsOf(...fewer), { view })).toBe(whole);
    });
  });

  it.each(VIEWS)('nor what the %s side can do', (view) => {
    check(
      fc.tuple(worlds, fc.array(fc.tuple(happening, actors), { maxLength: 12 })),
      ([[lines, choices], commands]) => {
        const answers = (world: Told[]) => {
          const state = folded(eventsOf(...world), { view });
          return commands.map(([line, actor]) => {
            const parsed = parse(line);
            return parsed === null ? null : deciding(state, { ...actor, side: view }, parsed);
          });
        };
        const whole = JSON.stringify(answers(lines));
        for (const fewer of without(lines, OTHER[view], choices)) expect(JSON.stringify(answers(fewer))).toBe(whole);
      },
    );
  });
});

afterAll(() => {
  // These figures belong to the lives of the first property.
  const share = (count: number): number => count / RUNS.numRuns;
  expect(share(reached.complete)).toBeGreaterThan(0.4);
  expect(share(reached.held)).toBeGreaterThan(0.25);
  expect(share(reached.reopened)).toBeGreaterThan(0.2);
  expect(share(reached.shaken)).toBeGreaterThan(0.2);
  expect(share(reached.indicated)).toBeGreaterThan(0.2);
  expect(share(reached.by_composition)).toBeGreaterThan(0.02);
  expect(share(reached.private_differs)).toBeGreaterThan(0.2);
});

/** Appends what is decided, and checks that it had its effect; false where it is rejected. */
function happensIn(ledger: AnyEvent[], view: View, actor: Actor, line: Told, index: number): boolean {
  let state = folded(ledger, { view });
  const decision = deciding(state, actor, line, { now: day(100 + index) });
  if ('rejection' in decision) return false;
  for (const event of decision.events) {
    const stored = { ...event, id: `${event.id}-of-${index}`, seq: ledger.length + 1 };
    ledger.push(stored);
    state = evolve(state, stored);
    expect(state.last_event_id).toBe(stored.id);
  }
  expect(folded(ledger, { view })).toEqual(state);
  return true;
}

/** The line with its body as its schema reads it; null where its zone is not one of its kind. */
function parse(line: Told): Told | null {
  const event = readLine({ purchase_id: PURCHASE, occurred_at: day(1), ...line }, 1);
  if (isRefused(event)) return null;
  return { kind: event.kind, body: event.body as Record<string, unknown>, zone: event.zone };
}

const zoneOf = (line: Told): string => eventsOf(line)[0]?.zone ?? 'shared';

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}
