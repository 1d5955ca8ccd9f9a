import type { Pool } from 'pg';
import { workspacesOfUser } from '../../store/account.ts';
import { noteAudit } from '../../store/audit.ts';
import type { Db } from '../../store/db.ts';

/** Notes a sign-in in the log of each of the user's workspaces. */
export const noteSignIn = (db: Db, user_id: string, way: string): Promise<void> =>
  noteInWorkspaces(db, user_id, 'session.signed_in', { way });

/** Notes a sign-in that was refused, where the address belongs to someone; never with what was tried. */
export async function noteRefused(db: Db, pool: Pool, email: unknown): Promise<void> {
  if (typeof email !== 'string') return;
  const { rows } = await pool.query<{ id: string }>('select id from "user" where email = $1', [email.toLowerCase()]);
  const [user] = rows;
  if (user !== undefined) await noteInWorkspaces(db, user.id, 'session.refused', {});
}

/** Notes something about an account in the log of each of its workspaces. */
export async function noteInWorkspaces(db: Db, user_id: string, action: string, about: object): Promise<void> {
  for (const { workspace_id, person_id } of await workspacesOfUser(db, user_id)) {
    const actor = { kind: 'person', id: person_id, side: 'seller' };
    await noteAudit(db, workspace_id, [{ zone: 'seller', action, purchase_id: null, actor, about }]);
  }
}
