import { beforeAll, describe, expect, it, vi } from 'vitest';
import { isActive } from '../completion.ts';
import type { LedgerEvent } from '../event.ts';
import { fold } from '../fold.ts';
import type { PurchaseState, Stakeholder } from '../state.ts';
import { ACTIVITIES, DIGITAL } from './activity.ts';
import { UNCERTAINTY_PULSE } from './pulse.ts';
import { simulatePurchase } from './simulate.ts';

/*
 * The published research figures, measured on 400 simulated purchases from their events alone. Each test states the
 * figure and how near it has to be.
 */
const PURCHASES = 400;
const SEED = 7;
const NOW = '2026-06-30T12:00:00.000Z';

// Some hundred thousand events on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

interface Lived {
  events: LedgerEvent[];
  /** As the buyers know it. */
  state: PurchaseState;
  from_ms: number;
  /** The outcome, or the buyers' last event. */
  to_ms: number;
}

const all: Lived[] = [];
let ended: Lived[] = [];

beforeAll(() => {
  for (let index = 0; index < PURCHASES; index++) {
    const events = simulatePurchase(index, SEED, NOW);
    const state = fold(events[0]?.stream_id ?? '', events, { view: 'buyer' });
    const to_at = state.outcome?.at ?? state.last_at ?? NOW;
    all.push({ events, state, from_ms: Date.parse(state.opened_at ?? NOW), to_ms: Date.parse(to_at) });
  }
  ended = all.filter(({ state }) => state.outcome !== null);
});

type Touch = Extract<LedgerEvent, { kind: 'touch.recorded' }>;
const touchesOf = ({ events }: Lived): Touch[] =>
  events.filter((event): event is Touch => event.kind === 'touch.recorded');
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const share = <T>(of: readonly T[], that: (one: T) => boolean): number => of.filter(that).length / of.length;

function expectNear(measured: number, figure: number, tolerance: number): void {
  expect(measured).toBeGreaterThanOrEqual(figure - tolerance);
  expect(measured).toBeLessThanOrEqual(figure + tolerance);
}

describe('row 1: shares of buying time, ± 3 points', () => {
  const figures: [keyof typeof ACTIVITIES, number][] = [
    ['online', 27],
    ['group', 22],
    ['offline', 18],
    ['suppliers', 17],
    ['partners', 11],
    ['other', 5],
  ];
  it.each(figures)('%s: %d %%', (activity, figure) => {
    const touches = all.flatMap(touchesOf);
    const seconds = (some: Touch[]): number => some.reduce((sum, { body }) => sum + (body.duration_s ?? 0), 0);
    const spent = seconds(touches.filter(({ body }) => body.activity === ACTIVITIES[activity]));
    expectNear((100 * spent) / seconds(touches), figure, 3);
  });
});

/** Members present in a third of the journey, and whether each had a digital touch in it. */
function digitalUse(third: number): boolean[] {
  return all.flatMap((lived) => {
    const step_ms = (lived.to_ms - lived.from_ms) / 3;
    const from_ms = lived.from_ms + third * step_ms;
    const inside = (at: string): boolean => Date.parse(at) >= from_ms && Date.parse(at) <= from_ms + step_ms;
    const digital = new Set(
      touchesOf(lived)
        .filter(
          ({ body, occurred_at }) => DIGITAL.has(body.channel) && body.duration_s !== undefined && inside(occurred_at),
        )
        .flatMap(({ body }) => body.person_ids ?? []),
    );
    const present = ({ named_at, left_at }: Stakeholder): boolean =>
      Date.parse(named_at) < from_ms + step_ms && (left_at === null || Date.parse(left_at) > from_ms);
    return Object.values(lived.state.stakeholders)
      .filter(present)
      .map(({ person_id }) => digital.has(person_id));
  });
}

describe('row 4: digital use, ± 6 points', () => {
  it.each([
    ['early', 0, 93],
    ['middle', 1, 94],
    ['late', 2, 83],
  ])('%s', (_name, third, figure) => {
    expectNear(100 * share(digitalUse(third), (used) => used), figure, 6);
  });
});

/** Whether most of those who answered work under high uncertainty. */
function highUncertainty(lived: Lived): boolean {
  const answers = touchesOf(lived).filter(({ body }) => body.activity?.startsWith('uncertainty pulse'));
  return share(answers, ({ body }) => body.activity === UNCERTAINTY_PULSE.high) > 0.5;
}

describe('rows 6 and 7: uncertainty', () => {
  it('81 % work under high uncertainty, ± 5 points', () => {
    expectNear(100 * share(all, highUncertainty), 81, 5);
  });

  it('makes it 0.7 × as likely to buy, ± 0.12', () => {
    const bought = (some: Lived[]): number => share(some, ({ state }) => state.outcome?.outcome === 'bought');
    const high = ended.filter(highUncertainty);
    const low = ended.filter((lived) => !highUncertainty(lived));
    expectNear(bought(high) / bought(low), 0.7, 0.12);
  });
});

/** How many different sources each person brought. */
function sourcesPerPerson(lived: Lived): number[] {
  const sources = new Map<string, Set<string>>();
  for (const { body } of touchesOf(lived)) {
    if (body.note?.startsWith('Sources: ') !== true) continue;
    for (const person_id of body.person_ids ?? []) {
      const known = sources.get(person_id) ?? new Set();
      for (const source of body.note.slice('Sources: '.length).split('; ')) known.add(source);
      sources.set(person_id, known);
    }
  }
  return [...sources.values()].map((known) => known.size);
}

describe('row 8: the buying group', () => {
  it('has more than 11 members on average', () => {
    expect(mean(all.map(({ state }) => Object.values(state.stakeholders).filter(isActive).length))).toBeGreaterThan(11);
  });

  it('brings 4 to 7 pieces of information each: on average, and four of five people', () => {
    const counts = ended.flatMap(sourcesPerPerson);
    expectNear(mean(counts), 5.5, 1.5);
    expect(share(counts, (count) => count >= 4 && count <= 7)).toBeGreaterThan(0.8);
  });
});

/** Milliseconds of a journey during which at least one contradiction was open. */
function contradictedMs({ state, to_ms }: Lived): number {
  const open = Object.values(state.basis.contradictions)
    .map(({ at, resolved_at }) => [Date.parse(at), Math.min(to_ms, Date.parse(resolved_at ?? NOW))] as const)
    .sort((a, b) => a[0] - b[0]);
  let sum = 0;
  let until = 0;
  for (const [from, to] of open) {
    sum += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return sum;
}

describe('row 9: contradictory information', () => {
  it('is being reconciled 15 % of the time, ± 4 points', () => {
    const journey_ms = mean(all.map(({ from_ms, to_ms }) => to_ms - from_ms));
    expectNear((100 * mean(all.map(contradictedMs))) / journey_ms, 15, 4);
  });
});

describe('row 11: more than 75 % of ended purchases go back to each of four jobs', () => {
  it.each(['problem_identification', 'solution_exploration', 'requirements_building', 'supplier_selection'])(
    '%s',
    (id) => {
      const jobs = ended.flatMap(({ state }) => state.jobs.filter(({ job_id }) => job_id === id));
      expect(share(jobs, (job) => job.reopens > 0)).toBeGreaterThan(0.75);
      expect(jobs.every((job) => job.complete.every(({ to, ended: cause }) => to === null || cause !== null))).toBe(
        true,
      );
    },
  );
});

describe('row 12: held together', () => {
  const heldAtDecision = ({ state }: Lived): boolean => {
    const at = state.outcome?.at ?? '';
    return state.held.some(({ from, to }) => from <= at && (to === null || to > at));
  };

  it('holds for most of what was bought, and for hardly anything that was not decided', () => {
    const of = (outcome: string): Lived[] => ended.filter(({ state }) => state.outcome?.outcome === outcome);
    expect(share(of('bought'), heldAtDecision)).toBeGreaterThan(0.75);
    expect(share(of('bought'), heldAtDecision)).toBeLessThan(1);
    expect(share(of('no_decision'), heldAtDecision)).toBeLessThan(0.1);
  });
});

describe('row 14: outcomes', () => {
  it('are no decision in 40 % of what ended, ± 5 points', () => {
    expectNear(100 * share(ended, ({ state }) => state.outcome?.outcome === 'no_decision'), 40, 5);
  });
});
