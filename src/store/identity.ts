import { randomUUID } from 'node:crypto';
import type { Db } from './db.ts';
import { asIdentity } from './scope.ts';
import { addressesOfSso } from './sso-person.ts';

/** A buyer's room, in the list that is theirs alone. */
export interface BuyerRoom {
  workspace_id: string;
  purchase_id: string;
  person_id: string;
}

/**
 * The one identity of who comes: that of a proven address, else that of the session they have, else a new one. Proving an
 * address that has an identity leads to that one.
 */
export function identityOf(
  db: Db,
  { email, verified, session_buyer_id }: { email: string | null; verified: boolean; session_buyer_id: string | null },
): Promise<string> {
  return asIdentity(db, async (client) => {
    const now = new Date();
    if (verified && email !== null) {
      const known = await client.query<{ buyer_id: string }>(
        'select buyer_id from identity.buyer where lower(email) = lower($1) and verified_at is not null',
        [email],
      );
      if (known.rows[0] !== undefined) return known.rows[0].buyer_id;
    }
    // A session whose address is proven stays who it is: another address is another person.
    const kept = await client.query<{ buyer_id: string }>(
      `update identity.buyer set email = coalesce($2, email), verified_at = case when $3 then $4::timestamptz end
       where buyer_id = $1 and verified_at is null returning buyer_id`,
      [session_buyer_id ?? '', email, verified, now],
    );
    if (kept.rows[0] !== undefined) return kept.rows[0].buyer_id;
    const buyer_id = randomUUID();
    await client.query(
      'insert into identity.buyer (buyer_id, email, verified_at, created_at) values ($1, $2, $3, $4)',
      [buyer_id, email, verified ? now : null, now],
    );
    return buyer_id;
  });
}

/** Puts a room into a buyer's list. */
export async function addRoom(db: Db, buyer_id: string, room: BuyerRoom): Promise<void> {
  await asIdentity(db, (client) =>
    client.query(
      `insert into identity.buyer_room (buyer_id, workspace_id, purchase_id, person_id) values ($1, $2, $3, $4)
       on conflict do nothing`,
      [buyer_id, room.workspace_id, room.purchase_id, room.person_id],
    ),
  );
}

/** The rooms of a buyer, of all suppliers. */
export function roomsOfBuyer(db: Db, buyer_id: string): Promise<BuyerRoom[]> {
  return asIdentity(db, async (client) => {
    const { rows } = await client.query<BuyerRoom>(
      `select workspace_id, purchase_id, person_id from identity.buyer_room where buyer_id = $1
       order by workspace_id, purchase_id`,
      [buyer_id],
    );
    return rows;
  });
}

/** Ends a session of a buyer, at once. @returns whether there was one */
export function endBuyerSession(db: Db, buyer_id: string, session_id: string): Promise<boolean> {
  return asIdentity(db, async (client) => {
    const { rowCount } = await client.query(
      'update identity.buyer_session set revoked_at = $3 where buyer_id = $1 and session_id = $2 and revoked_at is null',
      [buyer_id, session_id, new Date()],
    );
    return rowCount === 1;
  });
}

/** A session of a buyer, as they see it. */
export interface BuyerSession {
  session_id: string;
  agent: string | null;
  created_at: string;
}

/** The sessions of a buyer that are open, newest first. */
export function listBuyerSessions(db: Db, buyer_id: string): Promise<BuyerSession[]> {
  return asIdentity(db, async (client) => {
    const { rows } = await client.query<Omit<BuyerSession, 'created_at'> & { created_at: Date }>(
      `select session_id, agent, created_at from identity.buyer_session
       where buyer_id = $1 and revoked_at is null and expires_at > $2 order by created_at desc`,
      [buyer_id, new Date()],
    );
    return rows.map((row) => ({ ...row, created_at: row.created_at.toISOString() }));
  });
}

/** The addresses of a workspace's members, so that none of them comes in as a buyer. */
export async function memberAddresses(db: Db, workspace_id: string): Promise<string[]> {
  const of_accounts = await asIdentity(db, async (client) => {
    const { rows } = await client.query<{ email: string }>(
      'select u.email from identity.user_member m join identity."user" u on u.id = m.user_id where m.workspace_id = $1',
      [workspace_id],
    );
    return rows.map((row) => row.email);
  });
  return [...of_accounts, ...(await addressesOfSso(db, workspace_id))];
}
