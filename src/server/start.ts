import { pulseStatements } from '../catalogue/telling.ts';
import type { OutputOf } from '../contract/operations.ts';
import { briefOf, lastConversation } from '../core/brief.ts';
import { type NewsList, NO_NEWS_TO_BUYERS, newsOf } from '../core/news.ts';
import { nextThing } from '../core/next.ts';
import { dayIn } from '../core/plan/calendar.ts';
import { duePulse, pulseResults } from '../core/pulse.ts';
import { roomStart } from '../core/room-start.ts';
import { jobOf, type PurchaseState } from '../core/state.ts';
import { eventSentence } from '../core/telling.ts';
import type { Db } from '../store/db.ts';
import type { AnyEvent } from '../store/event.ts';
import { podPeople } from '../store/pod.ts';
import { allEvents, getPurchase } from '../store/purchase.ts';
import { roomClosed } from '../store/room.ts';
import type { Scope } from '../store/scope.ts';
import { lastViewingBefore } from '../store/viewing.ts';
import type { Handlers } from './bind.ts';
import { showBrand } from './brand.ts';
import { type Caller, scopeOfCaller } from './caller.ts';
import { type ToldEvents, tellEvents } from './present/ledger.ts';
import { notFound } from './problem.ts';
import { mayRead } from './purchase.ts';

type Nouns = 'starts.get' | 'briefs.get' | 'pods.of_purchase';
type Start = OutputOf<'starts.get'>;

/** More groups of changes are counted, not listed. */
const NEWS = 6;

/** Where a purchase stands for the caller, what a seller needs to know, and who helps. */
export const startHandlers = (db: Db): Pick<Handlers, Nouns> => ({
  'starts.get': async ({ params, caller }): Promise<Start> => {
    const { state, events, told } = await read(db, caller, params.purchase_id);
    const now = new Date().toISOString();
    const person_id = caller.side === 'buyer' ? caller.person_id : null;
    const since = await lastVisit(db, scopeOfCaller(caller), state, person_id, now);
    const governs = caller.guest?.administrator === true;
    // Whoever can write nothing here is asked for nothing.
    const closed = caller.door !== 'open' && (await roomClosed(db, params.workspace_id, params.purchase_id));
    const asked = closed || caller.actor.kind === 'agent' ? null : person_id;
    return {
      purchase_id: state.purchase_id,
      view: state.view,
      next:
        asked === null
          ? null
          : nextThing(state, { person_id: asked, governs, today: dayIn(now, state.plan.terms.time_zone) }),
      ...roomStart(state),
      news: { since, ...newsSince(state, events, told, since, person_id) },
      pulse: person_id !== null && caller.zones.includes('buyer') ? pulseFor(state, asked, now) : null,
    };
  },

  'briefs.get': async ({ params, caller }) => {
    const { state, events, told } = await read(db, caller, params.purchase_id);
    const { stuck, people, open_questions, not_again } = briefOf(state);
    const pod = await podPeople(db, params.workspace_id, params.purchase_id);
    const last = lastConversation(events, (event_id) => told.counted.has(event_id));
    const since = last?.known_at ?? state.opened_at;
    return {
      purchase_id: state.purchase_id,
      stuck: stuck.map((job) => ({
        ...job,
        helpers: pod.filter(({ job_ids }) => job_ids.includes(job.job_id)).map(({ name }) => name),
      })),
      people,
      last_conversation: last === null ? null : { at: last.occurred_at, text: eventSentence(state, last) },
      news: { since, ...newsSince(state, events, told, since, caller.person_id) },
      open_questions,
      not_again,
    };
  },

  'pods.of_purchase': async ({ params, caller }) => {
    const found = await getPurchase(db, scopeOfCaller(caller), params.purchase_id);
    if (found === null || !mayRead(caller, found.state)) throw notFound();
    const [brand, pod] = await Promise.all([
      showBrand(db, params.workspace_id),
      podPeople(db, params.workspace_id, params.purchase_id),
    ]);
    // A job that the caller's side does not have tells them nothing.
    const named = (job_ids: readonly string[]): string[] =>
      job_ids.flatMap((job_id) => jobOf(found.state, job_id)?.name ?? []);
    return {
      brand,
      people: pod.map(({ person_id, name, job_ids }) => ({ person_id, name, jobs: named(job_ids) })),
    };
  },
});

interface Read {
  state: PurchaseState;
  events: AnyEvent[];
  told: ToldEvents;
}

async function read(db: Db, caller: Caller, purchase_id: string): Promise<Read> {
  const scope = scopeOfCaller(caller);
  const found = await getPurchase(db, scope, purchase_id);
  if (found === null || !mayRead(caller, found.state)) throw notFound();
  const events = await allEvents(db, scope, purchase_id);
  return { state: found.state, events, told: tellEvents(purchase_id, events, { view: scope.view }) };
}

/** When someone looked last before today; on their first day, when they came in. Null for who is not of the group. */
async function lastVisit(
  db: Db,
  scope: Scope,
  state: PurchaseState,
  person_id: string | null,
  now: string,
): Promise<string | null> {
  if (person_id === null) return null;
  const seen = await lastViewingBefore(db, scope, { purchase_id: state.purchase_id, person_id, day: now.slice(0, 10) });
  return seen ?? state.stakeholders[person_id]?.entered_at ?? null;
}

function newsSince(
  state: PurchaseState,
  events: readonly AnyEvent[],
  told: ToldEvents,
  since: string | null,
  not_by: string | null,
): NewsList {
  if (since === null) return { items: [], more: 0 };
  const counts = (event_id: string): boolean => told.counted.has(event_id) && !told.refused.has(event_id);
  const ledTo = (event_id: string) => (counts(event_id) ? (told.consequences.get(event_id) ?? []) : undefined);
  const without = state.view === 'buyer' ? NO_NEWS_TO_BUYERS : [];
  return newsOf(state, events, { since, not_by, limit: NEWS, ledTo, without });
}

function pulseFor(state: PurchaseState, asked: string | null, now: string): Start['pulse'] {
  const due = asked === null ? null : duePulse(state, asked, now);
  return {
    due: due === null ? null : { item: due, text: pulseStatements[due] },
    results: pulseResults(state, now).map((result) => ({ ...result, text: pulseStatements[result.item] })),
  };
}
