import { beforeAll, describe, expect, it, vi } from 'vitest';
import { isAnonymous } from '../anonymous.ts';
import { isHeld, JOB_STATES, jobState } from '../completion.ts';
import { type Command, decide } from '../decide.ts';
import type { LedgerEvent } from '../event.ts';
import { applyEvent } from '../evolve.ts';
import { fold } from '../fold.ts';
import { isRefused, readLine } from '../line.ts';
import { emptyState, type PurchaseState } from '../state.ts';
import { STANCE_KINDS } from '../statement.ts';
import { VIEWS, viewOfSide, viewReads } from '../zone.ts';
import { DEMO_PURCHASES, DEMO_SEED } from './demo.ts';
import { simulatedLines, simulatePurchase, simulatePurchases } from './simulate.ts';

// Tens of thousands of events on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const NOW = '2026-06-30T12:00:00.000Z';
const OPTIONS = { purchases: DEMO_PURCHASES, seed: DEMO_SEED, now: NOW };

const purchases: LedgerEvent[][] = [];
const states: PurchaseState[] = [];

beforeAll(() => {
  for (let index = 0; index < DEMO_PURCHASES; index++) {
    const events = simulatePurchase(index, DEMO_SEED, NOW);
    purchases.push(events);
    states.push(fold(events[0]?.stream_id ?? '', events, { view: 'buyer' }));
  }
});

const everyEvent = (): LedgerEvent[] => purchases.flat();

describe('the demo workspace', () => {
  it('is the same for the same seed and another for another', () => {
    const few = (seed: number): string => JSON.stringify([...simulatePurchases({ purchases: 12, seed, now: NOW })]);
    expect(few(7)).toBe(few(7));
    expect(few(7)).not.toBe(few(8));
  });

  it('has the same purchases whatever the number of them', () => {
    const few = [...simulatePurchases({ ...OPTIONS, purchases: 3 })];
    expect(few).toEqual(purchases.slice(0, 3).flat());
  });

  it('says of everything that it is simulated', () => {
    expect(everyEvent().every((event) => event.source === 'simulated')).toBe(true);
    expect(states.every((state) => state.simulated)).toBe(true);
  });

  it('reads back from its own lines', () => {
    for (const events of purchases.slice(0, 12)) {
      let number = 0;
      for (const line of simulatedLines(events)) {
        const read = readLine(JSON.parse(line), number + 1);
        expect(isRefused(read) ? read.message : read).toEqual(events[number]);
        number++;
      }
      expect(number).toBe(events.length);
    }
  });

  it('uses every id once, and none that every object already has', () => {
    const ids = everyEvent().map((event) => event.id);
    expect(new Set(ids).size).toBe(ids.length);
    const given = everyEvent().flatMap(({ body }) =>
      Object.entries(body).flatMap(([key, value]) => (key.endsWith('_id') && typeof value === 'string' ? [value] : [])),
    );
    expect([...ids, ...given].filter((id) => id in {})).toEqual([]);
  });

  it('tells nothing of private events by its ids', () => {
    // Ids that count up would show by their gaps how much happened that one side may not read.
    expect(
      everyEvent().every((event) =>
        /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(event.id),
      ),
    ).toBe(true);
  });
});

describe('times', () => {
  it('stand in order, over some 18 months, none after now', () => {
    const earliest = new Date(Date.parse(NOW) - 550 * 86_400_000).toISOString();
    for (const events of purchases) {
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, place) => place + 1));
      const times = events.map(({ occurred_at }) => occurred_at);
      expect([...times].sort()).toEqual(times);
      expect(events.map(({ known_at }) => known_at)).toEqual(times);
      expect((times[0] ?? '') > earliest && (times.at(-1) ?? '') <= NOW).toBe(true);
    }
  });

  it('let an ended purchase last between 60 and 400 days', () => {
    for (const state of states) {
      if (state.outcome === null) continue;
      const days = (Date.parse(state.outcome.at) - Date.parse(state.opened_at ?? '')) / 86_400_000;
      expect(days).toBeGreaterThan(60);
      expect(days).toBeLessThan(400);
    }
  });
});

/** What `decide` says to every event again, in the view of whoever did it; the reasons of those it refuses. */
function refusedAgain(events: readonly LedgerEvent[]): string[] {
  const purchase_id = events[0]?.stream_id ?? '';
  const views = { buyer: emptyState(purchase_id, 'buyer'), seller: emptyState(purchase_id, 'seller') };
  const reasons: string[] = [];
  for (const [place, event] of events.entries()) {
    const { side } = event.actor;
    const said = saidTogether(events, place);
    const state = views[side === 'none' ? 'seller' : viewOfSide(side)];
    if (said.length > 0) reasons.push(...reasonsOf(event, said, state));
    for (const view of VIEWS) if (viewReads(view, event.zone)) applyEvent(views[view], event);
  }
  return reasons;
}

/** The events of one decision: what is said without a name, with whose it was; none where that was before. */
function saidTogether(events: readonly LedgerEvent[], place: number): LedgerEvent[] {
  const here = events.slice(place, place + 1);
  const [event] = here;
  const before = events[place - 1];
  if (event?.kind === 'question.owned' && before !== undefined && isAnonymous(before)) return [];
  return event !== undefined && isAnonymous(event) ? events.slice(place, place + 2) : here;
}

function reasonsOf(event: LedgerEvent, said: readonly LedgerEvent[], state: PurchaseState): string[] {
  const decision = decide({ kind: event.kind, body: event.body, zone: event.zone } as Command, state, {
    now: event.occurred_at,
    actor: said.at(-1)?.actor ?? event.actor,
    on_behalf_of: event.on_behalf_of,
    command_id: event.command_id ?? '',
    import_id: null,
    source: event.source,
    stream_id: event.stream_id,
    nextId: () => event.id,
    sideOf: (person_id) => (person_id.startsWith('seller') ? 'seller' : 'buyer'),
  });
  if ('rejection' in decision) return [`${event.kind}: ${decision.rejection.code}`];
  const kinds = decision.events.map(({ kind }) => kind).join(', ');
  return kinds === said.map(({ kind }) => kind).join(', ') ? [] : [`${event.kind}: leads to ${kinds}`];
}

describe('the rules', () => {
  it('accept every event when it is decided again', () => {
    expect(purchases.flatMap(refusedAgain)).toEqual([]);
  });

  it('refuse nothing when either side folds', () => {
    const refused: string[] = [];
    for (const events of purchases) {
      for (const view of VIEWS) {
        const onEvent = (_state: PurchaseState, event: { kind: string }, why: unknown): void => {
          if (why !== null) refused.push(`${view} ${event.kind}`);
        };
        fold(events[0]?.stream_id ?? '', events, { view, onEvent });
      }
    }
    expect(refused).toEqual([]);
  });

  it('find every statement made by the person it is about, or by the delegate', () => {
    const wrong: LedgerEvent[] = [];
    for (const [place, events] of purchases.entries()) {
      for (const event of events) {
        if (!(STANCE_KINDS as readonly string[]).includes(event.kind)) continue;
        const { person_id } = event.body as { person_id: string };
        const { actor } = event;
        const speaks = [person_id, states[place]?.stakeholders[person_id]?.delegate_id].includes(actor.id);
        if (!speaks || actor.kind !== 'person' || actor.side !== 'buyer' || event.import_id !== null) wrong.push(event);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('what a newcomer finds', () => {
  it('is every state of a job', () => {
    const found = new Set(states.flatMap((state) => state.jobs.map(jobState)));
    expect([...found].sort()).toEqual([...JOB_STATES].sort());
  });

  it('is running purchases of every sort', () => {
    const running = states.filter((state) => state.outcome === null);
    const days = (at: string | null): number => (Date.parse(NOW) - Date.parse(at ?? NOW)) / 86_400_000;
    const shaken = (state: PurchaseState): boolean =>
      state.jobs.some((job) => Object.values(job.assents).some((assent) => assent.shaken.length > 0));
    expect(running.length / states.length).toBeCloseTo(1 / 3, 1);
    expect(running.filter(isHeld).length).toBeGreaterThan(2);
    expect(running.filter((state) => state.near.at(-1)?.to === null).length).toBeGreaterThan(2);
    expect(running.filter((state) => days(state.touches.last_at) > 30).length).toBeGreaterThan(3);
    expect(running.filter(shaken).length).toBeGreaterThan(5);
    expect(running.filter((state) => days(state.opened_at) < 30).length).toBeGreaterThan(3);
  });

  it('is people who come late, withhold in private, leave, and speak for others', () => {
    const count = (of: (event: LedgerEvent) => boolean): number => everyEvent().filter(of).length;
    expect(count((event) => event.kind === 'assent.private_reason')).toBeGreaterThan(10);
    expect(count((event) => event.kind === 'assent.withheld' && event.zone === 'buyer')).toBeGreaterThan(10);
    expect(count((event) => event.kind === 'assent.aside')).toBeGreaterThan(100);
    expect(count((event) => event.kind === 'stakeholder.left')).toBeGreaterThan(10);
    expect(count((event) => event.kind === 'stakeholder.delegate_named')).toBeGreaterThan(5);
    expect(count((event) => event.kind === 'assent.given' && event.body.person_id !== event.actor.id)).toBeGreaterThan(
      5,
    );
    expect(states.filter((state) => state.revived.length > 0).length).toBeGreaterThan(5);
  });

  it('is a pipeline that was sure of what was then not bought', () => {
    const sure = purchases.filter((events, place) => {
      const outcome = states[place]?.outcome?.outcome;
      const said = events.some((event) => event.kind === 'purchase.stage_changed' && event.body.odds === 0.9);
      return said && (outcome === 'lost' || outcome === 'no_decision');
    });
    expect(sure.length).toBeGreaterThan(20);
    for (const event of everyEvent()) if (event.kind === 'purchase.stage_changed') expect(event.zone).toBe('seller');
  });
});
