import type { Db } from './db.ts';
import { transaction } from './db.ts';
import { readAsApp, scopeOf } from './scope.ts';

/** A supplier organisation: the tenant. */
export interface Workspace {
  workspace_id: string;
  name: string;
  /** Everything in it was generated, not lived. */
  simulated: boolean;
  created_at: string;
  /** `open`: on this machine, whoever comes says who acts. `accounts`: only sessions, entries and keys. */
  doors: 'open' | 'accounts';
}

/** Its doors are open where nothing else is said. */
export type NewWorkspace = Omit<Workspace, 'doors'> & { doors?: Workspace['doors'] };

/** Makes a workspace; one that exists already stays as it is. @returns whether it was made now */
export async function makeWorkspace(db: Db, workspace: NewWorkspace): Promise<boolean> {
  return transaction(db.owner, async (client) => {
    const { rowCount } = await client.query(
      `insert into workspace (workspace_id, name, simulated, created_at, doors) values ($1, $2, $3, $4, $5)
       on conflict do nothing`,
      [workspace.workspace_id, workspace.name, workspace.simulated, workspace.created_at, workspace.doors ?? 'open'],
    );
    return rowCount === 1;
  });
}

/** All workspaces of this database, oldest first: for whoever runs it, and to choose one while there are no accounts. */
export async function listWorkspaces(db: Db): Promise<Workspace[]> {
  const { rows } = await db.owner.query<Omit<Workspace, 'created_at'> & { created_at: Date }>(
    'select workspace_id, name, simulated, created_at, doors from workspace order by created_at, workspace_id',
  );
  return rows.map((row) => ({ ...row, created_at: row.created_at.toISOString() }));
}

/** How one comes into a workspace; null where there is none. */
export async function doorsOf(db: Db, workspace_id: string): Promise<Workspace['doors'] | null> {
  return (await findWorkspace(db, workspace_id))?.doors ?? null;
}

/** One workspace; null where there is none. */
export async function findWorkspace(db: Db, workspace_id: string): Promise<Pick<Workspace, 'name' | 'doors'> | null> {
  const rows = await readAsApp<Pick<Workspace, 'name' | 'doors'>>(db, scopeOf(workspace_id, null, 'none'), {
    name: 'workspace',
    text: 'select name, doors from workspace where workspace_id = $1',
    values: [workspace_id],
  });
  return rows[0] ?? null;
}
