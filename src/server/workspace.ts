import { randomUUID } from 'node:crypto';
import { personName } from '../core/sentence.ts';
import type { Db } from '../store/db.ts';
import { findPerson, listPeople, putPeople } from '../store/person.ts';
import { getPurchase } from '../store/purchase.ts';
import { scopeOf } from '../store/scope.ts';
import { listWorkspaces, makeWorkspace } from '../store/workspace.ts';
import type { Handlers } from './bind.ts';
import type { KnownPerson } from './caller.ts';

type Nouns = 'workspaces.list' | 'workspaces.create' | 'people.list' | 'people.create';

/** Workspaces, and the people one can act as until accounts exist. */
export const workspaceHandlers = (db: Db): Pick<Handlers, Nouns> => ({
  'workspaces.list': async () => ({ workspaces: await listWorkspaces(db) }),

  'workspaces.create': async ({ body }) => {
    const workspace = {
      workspace_id: randomUUID(),
      name: body.name,
      simulated: false,
      created_at: new Date().toISOString(),
    };
    await makeWorkspace(db, workspace);
    return workspace;
  },

  'people.list': async ({ params, query }) => {
    const sellers = await listPeople(db, scopeOf(params.workspace_id, null, 'seller'));
    const people = sellers
      .filter((person) => person.side === 'seller')
      .map((person) => ({ ...person, name: person.name ?? person.person_id }));
    if (query.purchase_id === undefined) return { people };
    const found = await getPurchase(db, scopeOf(params.workspace_id, null, 'buyer'), query.purchase_id);
    if (found === null) return { people };
    const buyers = Object.values(found.state.stakeholders)
      .filter((person) => person.left_at === null)
      .map((person) => ({
        person_id: person.person_id,
        name: personName(found.state, person.person_id),
        side: 'buyer' as const,
        function: person.function,
        purchase_id: query.purchase_id ?? null,
      }));
    return { people: [...people, ...buyers] };
  },

  'people.create': async ({ params, body }) => {
    const person = {
      person_id: randomUUID(),
      name: body.name,
      side: 'seller' as const,
      function: null,
      purchase_id: null,
    };
    await putPeople(db, params.workspace_id, [person]);
    return person;
  },
});

/** For so long a person who was found is not looked up again; nobody changes sides. */
const KNOWN_FOR_MS = 30_000;
const MOST_KNOWN = 10_000;

/** Finds whom a request names, in whichever view knows them. */
export function findCaller(db: Db): (workspace_id: string, person_id: string) => Promise<KnownPerson | null> {
  const known = new Map<string, { person: KnownPerson; until_ms: number }>();
  return async (workspace_id, person_id) => {
    const key = JSON.stringify([workspace_id, person_id]);
    const kept = known.get(key);
    if (kept !== undefined && kept.until_ms > Date.now()) return kept.person;
    const person = await findPerson(db, workspace_id, person_id);
    if (known.size >= MOST_KNOWN) known.clear();
    if (person !== null) known.set(key, { person, until_ms: Date.now() + KNOWN_FOR_MS });
    return person;
  };
}
