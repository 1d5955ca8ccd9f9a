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

/** Finds whom a request names, in whichever view knows them. */
export const findCaller =
  (db: Db) =>
  (workspace_id: string, person_id: string): Promise<KnownPerson | null> =>
    findPerson(db, workspace_id, person_id);
