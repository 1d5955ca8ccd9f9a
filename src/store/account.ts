import { randomUUID } from 'node:crypto';
import type { MemberRole } from '../core/access.ts';
import type { Db } from './db.ts';
import { putPeople } from './person.ts';
import { asApp, asIdentity, scopeOf } from './scope.ts';
import { makeWorkspace } from './workspace.ts';

export interface Joining {
  workspace_id: string;
  /** Null for whom the workspace's own provider brings in: they have no account. */
  user_id: string | null;
  person_id: string;
  name: string;
  role: MemberRole;
}

/** Makes someone a member of a workspace: a person of the selling side with a role. Joining again changes the role. */
export async function joinWorkspace(db: Db, { workspace_id, user_id, person_id, name, role }: Joining): Promise<void> {
  await putPeople(db, workspace_id, [{ person_id, side: 'seller', name, function: null, purchase_id: null }]);
  await asApp(db, scopeOf(workspace_id, person_id, 'seller'), (client) =>
    client.query(
      `insert into member (workspace_id, person_id, user_id, role, joined_at) values ($1, $2, $3, $4, $5)
       on conflict (workspace_id, zone, person_id) do update set role = excluded.role, removed_at = null`,
      [workspace_id, person_id, user_id, role, new Date()],
    ),
  );
  if (user_id === null) return;
  await asIdentity(db, (client) =>
    client.query(
      `insert into identity.user_member (user_id, workspace_id, person_id) values ($1, $2, $3)
       on conflict (user_id, workspace_id) do nothing`,
      [user_id, workspace_id, person_id],
    ),
  );
}

/** Makes a workspace with accounts, and the user its first admin. @returns its id */
export async function makeWorkspaceOf(db: Db, user: { user_id: string; name: string }, name: string): Promise<string> {
  const workspace_id = randomUUID();
  const created_at = new Date().toISOString();
  await makeWorkspace(db, { workspace_id, name, simulated: false, created_at, doors: 'accounts' });
  await joinWorkspace(db, {
    workspace_id,
    user_id: user.user_id,
    person_id: user.user_id,
    name: user.name,
    role: 'admin',
  });
  return workspace_id;
}

/** The workspaces that a user joined; whether they still belong, `memberOfUser` says. */
export function workspacesOfUser(db: Db, user_id: string): Promise<{ workspace_id: string; person_id: string }[]> {
  return asIdentity(db, async (client) => {
    const { rows } = await client.query<{ workspace_id: string; person_id: string }>(
      'select workspace_id, person_id from identity.user_member where user_id = $1 order by workspace_id',
      [user_id],
    );
    return rows;
  });
}

/** The person of a workspace whose account has a confirmed address; whether they still belong, `memberOfPerson` says. */
export function personOfAddress(db: Db, workspace_id: string, email: string): Promise<string | null> {
  return asIdentity(db, async (client) => {
    const { rows } = await client.query<{ person_id: string }>(
      `select m.person_id from identity.user_member m join identity."user" u on u.id = m.user_id
       where m.workspace_id = $1 and lower(u.email) = lower($2) and u."emailVerified"`,
      [workspace_id, email],
    );
    return rows[0]?.person_id ?? null;
  });
}
