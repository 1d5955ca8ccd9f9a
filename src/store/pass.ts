import { digestOf, newToken } from './buyer.ts';
import type { Db } from './db.ts';
import { asProjector } from './scope.ts';

/** A mailed way into one room, spent by one press of a button. */
export interface Pass {
  pass_id: string;
  /** The side that made it; made by nobody, it proves an address at the door. */
  zone: 'buyer' | 'seller';
  purchase_id: string;
  person_id: string;
  email: string;
  name: string | null;
  consultant: boolean;
  made_by: string | null;
  expires_at: Date;
  spent_at: Date | null;
  revoked_at: Date | null;
}

export type NewPass = Pick<Pass, 'zone' | 'purchase_id' | 'person_id' | 'email' | 'name' | 'consultant' | 'made_by'>;

const DAYS = 14;
const DAY_MS = 86_400_000;

/**
 * Makes a pass. @param token what opens it; the same token is the same pass, which stays as it was made first
 * @returns its token, of which only a digest is kept
 */
export async function makePass(db: Db, workspace_id: string, pass: NewPass, token = newToken()): Promise<string> {
  const now = new Date();
  await asProjector(db, workspace_id, (client) =>
    client.query(
      `insert into pass (workspace_id, zone, pass_id, digest, purchase_id, person_id, email, name, consultant, made_by,
         made_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing`,
      [
        workspace_id,
        pass.zone,
        digestOf(`pass ${token}`),
        digestOf(token),
        pass.purchase_id,
        pass.person_id,
        pass.email,
        pass.name,
        pass.consultant,
        pass.made_by,
        now,
        new Date(now.getTime() + DAYS * DAY_MS),
      ],
    ),
  );
  return token;
}

const columns =
  'pass_id, zone, purchase_id, person_id, email, name, consultant, made_by, expires_at, spent_at, revoked_at';

/** The pass of a token, usable or not; looking never spends it. Null where there is none. */
export function findPass(db: Db, workspace_id: string, token: string): Promise<Pass | null> {
  return asProjector(db, workspace_id, async (client) => {
    const { rows } = await client.query<Pass>(`select ${columns} from pass where workspace_id = $1 and digest = $2`, [
      workspace_id,
      digestOf(token),
    ]);
    return rows[0] ?? null;
  });
}

/** Spends a pass: of all who try at once, one gets it. Null where it cannot be spent (any more). */
export function spendPass(db: Db, workspace_id: string, token: string): Promise<Pass | null> {
  return asProjector(db, workspace_id, async (client) => {
    const { rows } = await client.query<Pass>(
      `update pass set spent_at = $3 where workspace_id = $1 and digest = $2 and spent_at is null and revoked_at is null
         and expires_at > $3 returning ${columns}`,
      [workspace_id, digestOf(token), new Date()],
    );
    return rows[0] ?? null;
  });
}
