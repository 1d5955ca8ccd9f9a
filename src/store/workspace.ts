import type { Db } from './db.ts';
import { transaction } from './db.ts';

/** A supplier organisation: the tenant. */
export interface Workspace {
  workspace_id: string;
  name: string;
  /** Everything in it was generated, not lived. */
  simulated: boolean;
  created_at: string;
}

/** Makes a workspace; one that exists already stays as it is. @returns whether it was made now */
export async function makeWorkspace(db: Db, workspace: Workspace): Promise<boolean> {
  return transaction(db.owner, async (client) => {
    const { rowCount } = await client.query(
      `insert into workspace (workspace_id, name, simulated, created_at) values ($1, $2, $3, $4) on conflict do nothing`,
      [workspace.workspace_id, workspace.name, workspace.simulated, workspace.created_at],
    );
    return rowCount === 1;
  });
}

/** All workspaces of this database, oldest first: for whoever runs it, and to choose one while there are no accounts. */
export async function listWorkspaces(db: Db): Promise<Workspace[]> {
  const { rows } = await db.owner.query<Omit<Workspace, 'created_at'> & { created_at: Date }>(
    'select workspace_id, name, simulated, created_at from workspace order by created_at, workspace_id',
  );
  return rows.map((row) => ({ ...row, created_at: row.created_at.toISOString() }));
}
