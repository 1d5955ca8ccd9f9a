import { randomUUID } from 'node:crypto';
import { digestOf, newToken } from './buyer.ts';
import type { Db } from './db.ts';
import { asApp, asProjector, type Scope } from './scope.ts';

/** What a sign-in that is under way keeps until its answer comes. */
export interface SsoAttempt {
  verifier: string;
  nonce: string;
  /** Where they wanted to go. */
  back: string;
}

const ATTEMPT_MS = 10 * 60_000;
/** Short, because the provider is where people are let go. */
export const SSO_SESSION_S = 12 * 3_600;

/** Keeps a sign-in until its answer comes, for one browser, for ten minutes. */
export async function beginSso(
  db: Db,
  workspace_id: string,
  { state, browser, ...attempt }: SsoAttempt & { state: string; browser: string },
): Promise<void> {
  const now = new Date();
  await asProjector(db, workspace_id, async (client) => {
    await client.query('delete from sso_attempt where workspace_id = $1 and expires_at < $2', [workspace_id, now]);
    await client.query(
      `insert into sso_attempt (workspace_id, digest, browser_digest, verifier, nonce, back, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        workspace_id,
        digestOf(state),
        digestOf(browser),
        attempt.verifier,
        attempt.nonce,
        attempt.back,
        new Date(now.getTime() + ATTEMPT_MS),
      ],
    );
  });
}

/** Spends a sign-in, once, by the browser that began it; null where there is none. */
export function spendSso(db: Db, workspace_id: string, state: string, browser: string): Promise<SsoAttempt | null> {
  return asProjector(db, workspace_id, async (client) => {
    const { rows } = await client.query<SsoAttempt>(
      `delete from sso_attempt where workspace_id = $1 and digest = $2 and browser_digest = $3 and expires_at > $4
       returning verifier, nonce, back`,
      [workspace_id, digestOf(state), digestOf(browser), new Date()],
    );
    return rows[0] ?? null;
  });
}

/** Starts a session that opens one workspace. @returns its token, for a cookie; only the digest is kept */
export function startSsoSession(
  db: Db,
  workspace_id: string,
  person_id: string,
  agent: string | null,
): Promise<string> {
  const token = newToken();
  const now = new Date();
  return asProjector(db, workspace_id, async (client) => {
    await client.query(
      `insert into sso_session (workspace_id, digest, session_id, person_id, agent, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        workspace_id,
        digestOf(token),
        randomUUID(),
        person_id,
        agent,
        now,
        new Date(now.getTime() + SSO_SESSION_S * 1000),
      ],
    );
    return token;
  });
}

/** Whose session of this workspace a token is; null where it is unknown, expired or revoked. */
export function ssoSessionOf(
  db: Db,
  workspace_id: string,
  token: string,
): Promise<{ person_id: string; session_id: string; expires_at: string } | null> {
  return asProjector(db, workspace_id, async (client) => {
    const { rows } = await client.query<{ person_id: string; session_id: string; expires_at: Date }>({
      name: 'sso session',
      text: `select person_id, session_id, expires_at from sso_session
        where workspace_id = $1 and digest = $2 and revoked_at is null and expires_at > $3`,
      values: [workspace_id, digestOf(token), new Date()],
    });
    const [row] = rows;
    return row === undefined ? null : { ...row, expires_at: row.expires_at.toISOString() };
  });
}

/** A session as its person sees it. */
export interface SsoSession {
  session_id: string;
  agent: string | null;
  created_at: string;
  expires_at: string;
}

/** The sessions of a person that are open, newest first. */
export function listSsoSessions(db: Db, scope: Scope): Promise<SsoSession[]> {
  return asApp(db, scope, async (client) => {
    const { rows } = await client.query<{
      session_id: string;
      agent: string | null;
      created_at: Date;
      expires_at: Date;
    }>(
      `select session_id, agent, created_at, expires_at from sso_session
       where workspace_id = $1 and person_id = $2 and revoked_at is null and expires_at > $3 order by created_at desc`,
      [scope.workspace_id, scope.person_id, new Date()],
    );
    return rows.map((row) => ({
      ...row,
      created_at: row.created_at.toISOString(),
      expires_at: row.expires_at.toISOString(),
    }));
  });
}

/** Ends a session of a person, at once. @returns whether there was one */
export function endSsoSession(db: Db, scope: Scope, session_id: string): Promise<boolean> {
  return asApp(db, scope, async (client) => {
    const { rowCount } = await client.query(
      `update sso_session set revoked_at = $4
       where workspace_id = $1 and person_id = $2 and session_id = $3 and revoked_at is null`,
      [scope.workspace_id, scope.person_id, session_id, new Date()],
    );
    return rowCount === 1;
  });
}
