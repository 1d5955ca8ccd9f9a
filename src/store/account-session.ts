import type { Db } from './db.ts';
import { asIdentity } from './scope.ts';

/** A session of an account, as its person sees it. */
export interface AccountSession {
  session_id: string;
  agent: string | null;
  created_at: string;
  expires_at: string;
}

/** The sessions of an account that are open, newest first. */
export function listAccountSessions(db: Db, user_id: string): Promise<AccountSession[]> {
  return asIdentity(db, async (client) => {
    const { rows } = await client.query<{ id: string; agent: string | null; created_at: Date; expires_at: Date }>(
      `select id, nullif("userAgent", '') as agent, "createdAt" as created_at, "expiresAt" as expires_at
       from identity.session where "userId" = $1 and "expiresAt" > $2 order by "createdAt" desc`,
      [user_id, new Date()],
    );
    return rows.map((row) => ({
      session_id: row.id,
      agent: row.agent,
      created_at: row.created_at.toISOString(),
      expires_at: row.expires_at.toISOString(),
    }));
  });
}

/** Ends a session of an account, at once. @returns whether there was one */
export function endAccountSession(db: Db, user_id: string, session_id: string): Promise<boolean> {
  return asIdentity(db, async (client) => {
    const { rowCount } = await client.query('delete from identity.session where "userId" = $1 and id = $2', [
      user_id,
      session_id,
    ]);
    return rowCount === 1;
  });
}
