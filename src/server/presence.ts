import type { Presence } from '../core/presence.ts';
import { GONE_AFTER_MS, whoIsHere } from '../core/presence.ts';
import { getPurchase } from '../store/purchase.ts';
import type { AppOptions } from './app-options.ts';
import type { Handlers } from './bind.ts';
import { scopeOfCaller } from './caller.ts';
import { notFound } from './problem.ts';
import { mayRead } from './purchase.ts';

/** More people than that are at no purchase; what is heard of more is not kept. */
const MOST_HERE = 500;

/** Who has which purchase open. Held in memory alone: nothing of it is stored, logged or told later. */
export function presenceHandlers({ db }: AppOptions): Pick<Handlers, 'presences.put'> {
  const here = new Map<string, Map<string, Presence>>();
  return {
    'presences.put': async ({ caller, params, body }) => {
      const found = await getPurchase(db, scopeOfCaller(caller), params.purchase_id);
      if (found === null || !mayRead(caller, found.state)) throw notFound();
      const now = new Date().toISOString();
      forgetGone(here, now);
      const key = JSON.stringify([params.workspace_id, params.purchase_id]);
      const people = here.get(key) ?? new Map<string, Presence>();
      const { person_id, name, side } = caller;
      // Software is not here, whoever it acts for.
      const in_person = person_id !== null && side !== 'none' && caller.actor.kind === 'person';
      if (in_person && (people.has(person_id) || people.size < MOST_HERE)) {
        people.set(person_id, { person_id, name, side, ...body, at: now });
        here.set(key, people);
      }
      const seen = whoIsHere(people.values(), side === 'buyer' ? 'buyer' : 'seller', now);
      // As the purchase names them now: who was erased meanwhile has no name.
      const { stakeholders } = found.state;
      return { people: seen.map((one) => ({ ...one, name: stakeholders[one.person_id]?.name ?? one.name })) };
    },
  };
}

function forgetGone(here: Map<string, Map<string, Presence>>, now: string): void {
  for (const [key, people] of here) {
    for (const [person_id, { at }] of people) {
      if (Date.parse(now) - Date.parse(at) >= GONE_AFTER_MS) people.delete(person_id);
    }
    if (people.size === 0) here.delete(key);
  }
}
