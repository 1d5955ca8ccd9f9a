import { beforeAll, describe, expect, it, vi } from 'vitest';
import { RISK_STATES } from '../body/risk.ts';
import type { EventKind, LedgerEvent } from '../event.ts';
import { fold } from '../fold.ts';
import { dayIn } from '../plan/calendar.ts';
import { beforeStep, cycleBy } from '../plan/cycle.ts';
import { isFinished, learnedFrom } from '../plan/learned.ts';
import { scheduleOf } from '../plan/schedule.ts';
import { QUESTION_STATUSES, statusOf } from '../question.ts';
import type { PurchaseState } from '../state.ts';
import { DEMO_PURCHASES, DEMO_SEED } from './demo.ts';
import { simulatePurchase } from './simulate.ts';

// Tens of thousands of events on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const NOW = '2026-06-30T12:00:00.000Z';
const TODAY = NOW.slice(0, 10);

interface Lived {
  events: LedgerEvent[];
  buyer: PurchaseState;
  seller: PurchaseState;
}

const all: Lived[] = [];

beforeAll(() => {
  for (let index = 0; index < DEMO_PURCHASES; index++) {
    const events = simulatePurchase(index, DEMO_SEED, NOW);
    const id = events[0]?.stream_id ?? '';
    all.push({ events, buyer: fold(id, events, { view: 'buyer' }), seller: fold(id, events, { view: 'seller' }) });
  }
});

const planned = (): Lived[] => all.filter(({ buyer }) => Object.keys(buyer.plan.steps).length > 0);
const running = (): Lived[] => planned().filter(({ buyer }) => buyer.outcome === null);
const stepsOf = (state: PurchaseState) => Object.values(state.plan.steps);
const bothViews = () => planned().flatMap(({ buyer, seller }) => [buyer, seller]);
/** The events of a kind, with what they say. */
function of<K extends EventKind>(kind: K): Extract<LedgerEvent, { kind: K }>[] {
  return all
    .flatMap(({ events }) => events)
    .filter((event): event is Extract<LedgerEvent, { kind: K }> => event.kind === kind);
}

/** The kinds by which a room is furnished; claims are made by accepting answers as well. */
const OF_ROOM: ReadonlySet<string> = new Set([
  ...['plan.set', 'step.changed', 'step.progressed', 'step.commented', 'question.asked', 'question.answered'],
  ...['question.owned', 'question.closed', 'answer.accepted', 'risk.changed', 'file.changed'],
]);
const isOfRoom = (event: LedgerEvent): boolean =>
  OF_ROOM.has(event.kind) || (event.kind === 'claim.changed' && event.body.claim_id.startsWith('taken-'));

describe('what a room holds', () => {
  it('is there in purchases used for more than a few weeks, and in some that ended', () => {
    const days = ({ buyer }: Lived): number => (Date.parse(NOW) - Date.parse(buyer.opened_at ?? NOW)) / 86_400_000;
    const live = all.filter(({ buyer }) => buyer.outcome === null);
    const without = live.filter((one) => days(one) > 40 && stepsOf(one.buyer).length === 0);
    expect(without).toEqual([]);
    const ended = planned().length - running().length;
    expect(ended).toBeGreaterThan(20);
    expect(ended).toBeLessThan(70);
  });

  it('adds less than a quarter of the events', () => {
    const events = all.flatMap((one) => one.events);
    expect(events.filter(isOfRoom).length / events.length).toBeLessThan(0.2);
  });

  it('changes nothing of who agreed to what, and nothing of how it ended', () => {
    for (const { events, buyer } of planned()) {
      const bare = fold(
        buyer.purchase_id,
        events.filter((event) => !isOfRoom(event)),
        { view: 'buyer' },
      );
      expect(buyer.jobs).toEqual(bare.jobs);
      expect([buyer.outcome, buyer.held, buyer.revived]).toEqual([bare.outcome, bare.held, bare.revived]);
      expect(buyer.basis.found).toEqual(bare.basis.found);
    }
  });
});

describe('the plan', () => {
  it('has no circle, and no step that waits for what its side does not know', () => {
    for (const { plan } of bothViews()) {
      for (const step of Object.values(plan.steps)) {
        for (const before of beforeStep(step)) {
          expect(plan.steps[before]).toBeDefined();
          expect(cycleBy(plan.steps, step.step_id, before)).toBeNull();
        }
      }
    }
  });

  it('has every day after the beginning, and what is done in the past', () => {
    for (const { plan, opened_at } of bothViews()) {
      const { steps } = scheduleOf(plan, TODAY);
      const first = dayIn(opened_at ?? NOW, plan.terms.time_zone);
      const last = dayIn(NOW, plan.terms.time_zone);
      for (const step of Object.values(plan.steps)) {
        expect((steps[step.step_id]?.due_on ?? first) >= first).toBe(true);
        for (const day of [step.started_on, step.done_on]) {
          if (day !== null) expect(day >= first && day <= last).toBe(true);
        }
      }
    }
  });

  it('has done what comes before what is done', () => {
    for (const { plan } of bothViews()) {
      for (const step of Object.values(plan.steps)) {
        if (step.state !== 'done') continue;
        expect(step.depends_on.filter((id) => plan.steps[id]?.state !== 'done')).toEqual([]);
      }
    }
  });

  it('has owners on both sides by name and by role, days that are said and days that are counted', () => {
    const shared = running().flatMap(({ seller }) => stepsOf(seller));
    for (const side of ['buyer', 'seller'] as const) {
      const theirs = shared.filter(({ owner_side }) => owner_side === side);
      expect(theirs.filter(({ owner_id }) => owner_id !== null).length).toBeGreaterThan(50);
      expect(theirs.filter(({ owner_role }) => owner_role !== null).length).toBeGreaterThan(20);
    }
    expect(shared.filter(({ due_on }) => due_on !== null).length).toBeGreaterThan(100);
    expect(shared.filter(({ after_id }) => after_id !== null).length).toBeGreaterThan(50);
    expect(shared.filter(({ job_id }) => job_id !== null).length).toBeGreaterThan(100);
    expect(shared.filter(({ comments }) => comments.length > 0).length).toBeGreaterThan(20);
  });

  it('has steps of either side that the other does not learn of', () => {
    for (const { buyer, seller } of running()) {
      expect(stepsOf(seller).some(({ zone }) => zone === 'buyer')).toBe(false);
      expect(stepsOf(buyer).some(({ zone }) => zone === 'seller')).toBe(false);
    }
    const share = (view: 'buyer' | 'seller'): number =>
      running().filter((one) => stepsOf(one[view]).some(({ zone }) => zone === view)).length / running().length;
    expect(share('buyer')).toBeGreaterThan(0.8);
    expect(share('seller')).toBeGreaterThan(0.8);
  });

  it('is mostly in time where people work on it', () => {
    const busy = running().filter(({ buyer }) => {
      const seen = buyer.touches.last_buyer_at ?? buyer.opened_at ?? NOW;
      return Date.parse(NOW) - Date.parse(seen) < 14 * 86_400_000;
    });
    const open = busy.flatMap(({ seller: { plan } }) => {
      const { steps } = scheduleOf(plan, TODAY);
      return Object.values(plan.steps)
        .filter(({ state }) => state !== 'done')
        .map(({ step_id }) => (steps[step_id]?.due_on ?? TODAY) < TODAY);
    });
    const late = open.filter(Boolean).length;
    expect(late).toBeGreaterThan(5);
    expect(late / open.length).toBeLessThan(0.2);
  });

  it('was carried out where it was bought, so that the next one can be learned from it', () => {
    const bought = planned().filter(({ buyer }) => buyer.outcome?.outcome === 'bought');
    const finished = bought.filter(({ seller }) => isFinished(seller.plan));
    expect(finished.length / bought.length).toBeGreaterThan(0.8);
    expect(learnedFrom(all.map(({ seller }) => seller.plan)).steps.some(({ n }) => n >= 3)).toBe(true);
  });
});

describe('questions, risks and links', () => {
  it('has questions in every state, of both sides, some among their own and some without a name', () => {
    const states = new Set(all.flatMap(({ buyer }) => Object.values(buyer.questions).map(statusOf)));
    expect([...states].sort()).toEqual([...QUESTION_STATUSES].sort());
    const asked = of('question.asked');
    expect(new Set(asked.map(({ zone }) => zone)).size).toBe(3);
    expect(new Set(asked.map(({ actor }) => actor.side)).size).toBe(2);
    const anonymous = asked.filter(({ body }) => body.anonymous === true);
    expect(new Set(anonymous.map(({ zone }) => zone))).toEqual(new Set(['buyer', 'shared']));
    expect(of('question.owned').length).toBe(anonymous.length);
  });

  it('has answers that were taken and became claims, with where they come from', () => {
    const taken = of('answer.accepted').filter(({ body }) => body.claim_id !== undefined);
    expect(taken.length).toBeGreaterThan(100);
    const claims = new Map(of('claim.changed').map(({ body }) => [body.claim_id, body]));
    for (const { body } of taken) expect(claims.get(body.claim_id ?? '')?.source).toMatch(/^Answer of/);
  });

  it('has risks in every state, on every side, with what is done about them', () => {
    const found = all.flatMap(({ buyer, seller }) => [...Object.values(buyer.risks), ...Object.values(seller.risks)]);
    expect(new Set(found.map(({ state }) => state))).toEqual(new Set(RISK_STATES));
    expect(new Set(found.map(({ zone }) => zone)).size).toBe(3);
    expect(found.every(({ mitigation, for_whom }) => Boolean(mitigation) && Boolean(for_whom))).toBe(true);
    expect(found.filter(({ owner_id }) => typeof owner_id === 'string').length / found.length).toBeGreaterThan(0.8);
  });

  it('links to nothing that there is', () => {
    const links = of('file.changed').map(({ body }) => new URL(body.link ?? 'https://nowhere.test').hostname);
    expect(links.length).toBeGreaterThan(100);
    expect(links.filter((host) => !/(^|\.)example$/.test(host))).toEqual([]);
  });
});
