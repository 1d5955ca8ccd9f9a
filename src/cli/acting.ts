import type { Db } from '../store/db.ts';
import { listPeople } from '../store/person.ts';
import { type Scope, scopeOf } from '../store/scope.ts';
import { listWorkspaces } from '../store/workspace.ts';
import { CommandFailure } from './failure.ts';

/**
 * In whose name a command works: a person of the selling side by id or name, else whoever runs the machine; what is
 * written says so. Fails with `workspace.unknown`, `caller.unknown`.
 */
export async function actingScope(db: Db, workspace_id: string, as: string | undefined): Promise<Scope> {
  const workspaces = await listWorkspaces(db);
  if (!workspaces.some((workspace) => workspace.workspace_id === workspace_id)) {
    const ids = workspaces.map((workspace) => `${workspace.workspace_id} (${workspace.name})`);
    const there = ids.length === 0 ? 'There is none yet: run coassent start once.' : `There are: ${ids.join(', ')}.`;
    throw new CommandFailure('workspace.unknown', `There is no workspace "${workspace_id}". ${there}`, 2);
  }
  if (as === undefined) return scopeOf(workspace_id, null, 'none');
  const people = await listPeople(db, scopeOf(workspace_id, null, 'seller'));
  const person = people.find((one) => one.side === 'seller' && (one.person_id === as || one.name === as));
  if (person !== undefined) return scopeOf(workspace_id, person.person_id, 'seller');
  const names = people.filter((one) => one.side === 'seller').map((one) => one.name ?? one.person_id);
  throw new CommandFailure(
    'caller.unknown',
    `Nobody called "${as}" is in this workspace. There are: ${names.join(', ')}.`,
    2,
  );
}
