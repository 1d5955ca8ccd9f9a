import { randomUUID } from 'node:crypto';
import { problems } from '../catalogue/problems.ts';
import type { Guest } from '../core/access.ts';
import { personName } from '../core/sentence.ts';
import { workspacesOfUser } from '../store/account.ts';
import type { Db } from '../store/db.ts';
import { guestOfPerson } from '../store/guest.ts';
import { findPerson, listPeople, putPeople } from '../store/person.ts';
import { getPurchase } from '../store/purchase.ts';
import { scopeOf } from '../store/scope.ts';
import { doorsOf, findWorkspace, listWorkspaces, makeWorkspace } from '../store/workspace.ts';
import type { AppOptions } from './app-options.ts';
import type { Call, Handlers } from './bind.ts';
import type { KnownPerson } from './caller.ts';
import { notFound, ProblemError } from './problem.ts';
import type { Setting } from './setting.ts';

type Nouns = 'workspaces.list' | 'workspaces.create' | 'people.list' | 'people.create' | 'callers.me';

/** Workspaces, and the people one can act as where the doors are open. */
export const workspaceHandlers = ({ db, setting, accounts }: AppOptions): Pick<Handlers, Nouns> => ({
  'workspaces.list': async ({ request }) => {
    const user = await accounts.userOf(request.headers);
    const own = new Set(user === null ? [] : (await workspacesOfUser(db, user.user_id)).map((one) => one.workspace_id));
    const all = await listWorkspaces(db);
    return {
      workspaces: all.filter((one) => own.has(one.workspace_id) || (setting.local && one.doors === 'open')),
    };
  },

  'callers.me': (call) => whoAmI(db, setting, call),

  'workspaces.create': async ({ body }) => {
    if (!setting.local) throw new ProblemError('workspace.sign_up', problems.sign_up_then_make);
    const workspace = {
      doors: 'open' as const,
      workspace_id: randomUUID(),
      name: body.name,
      simulated: false,
      created_at: new Date().toISOString(),
    };
    await makeWorkspace(db, workspace);
    return workspace;
  },

  'people.list': async ({ params, query }) => {
    await onlyOpen(db, setting, params.workspace_id);
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
    await onlyOpen(db, setting, params.workspace_id);
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

async function whoAmI(db: Db, setting: Setting, { caller, query }: Call<'callers.me'>) {
  const { workspace_id, person_id, name, side, role, door, purchases } = caller;
  const workspace = await findWorkspace(db, workspace_id);
  if (workspace === null) throw notFound();
  const { purchase_id } = query;
  const guest =
    purchase_id === undefined || side !== 'buyer' || person_id === null || door === 'open'
      ? caller.guest
      : await guestOfPerson(db, workspace_id, purchase_id, person_id);
  return {
    ...{ person_id, name, side, role, door },
    workspace_name: workspace.name,
    doors: workspace.doors,
    runs_it: setting.runs_it,
    guest: guest === null ? null : guestFields(guest),
    purchases: purchases === null ? null : [...purchases],
  };
}

const guestFields = ({ administrator, reach, reach_from, verified }: Guest): Guest => ({
  administrator,
  reach,
  reach_from,
  verified,
});

/** Whom one can act as is told only where the doors are open; another workspace is answered as one that is not there. */
async function onlyOpen(db: Db, setting: Setting, workspace_id: string): Promise<void> {
  if (!setting.local || (await doorsOf(db, workspace_id)) !== 'open') throw notFound();
}

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
