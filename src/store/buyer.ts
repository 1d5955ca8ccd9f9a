import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Db } from './db.ts';
import { asIdentity } from './scope.ts';

/** A buyer with a session: one identity, whatever the rooms. */
export interface Buyer {
  buyer_id: string;
  email: string | null;
  verified_at: string | null;
  session_id: string;
  /** When the session ends by itself. */
  expires_at: string;
}

const SESSION_DAYS = 90;
const DAY_MS = 86_400_000;

/** What is kept of a token: never the token itself. */
export const digestOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** A token that nobody guesses: 256 random bits. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** Starts a session of a buyer. @returns its token, for a cookie; only the digest is kept */
export function startBuyerSession(db: Db, buyer_id: string, agent: string | null): Promise<string> {
  const token = newToken();
  const now = new Date();
  return asIdentity(db, async (client) => {
    await client.query(
      `insert into identity.buyer_session (digest, session_id, buyer_id, agent, created_at, last_at, expires_at)
       values ($1, $2, $3, $4, $5, $5, $6)`,
      [digestOf(token), randomUUID(), buyer_id, agent, now, new Date(now.getTime() + SESSION_DAYS * DAY_MS)],
    );
    return token;
  });
}

/** Whose session a token is; null where it is unknown, expired or revoked. */
export async function buyerOfToken(db: Db, token: string): Promise<Buyer | null> {
  if (token === '') return null;
  return asIdentity(db, async (client) => {
    const { rows } = await client.query<
      Omit<Buyer, 'verified_at' | 'expires_at'> & { verified_at: Date | null; expires_at: Date }
    >({
      name: 'buyer of token',
      text: `select b.buyer_id, b.email, b.verified_at, s.session_id, s.expires_at from identity.buyer_session s
        join identity.buyer b using (buyer_id)
        where s.digest = $1 and s.revoked_at is null and s.expires_at > $2`,
      values: [digestOf(token), new Date()],
    });
    const [row] = rows;
    if (row === undefined) return null;
    return {
      ...row,
      verified_at: row.verified_at?.toISOString() ?? null,
      expires_at: row.expires_at.toISOString(),
    };
  });
}
