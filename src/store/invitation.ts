import { randomUUID } from 'node:crypto';
import type { MemberRole } from '../core/access.ts';
import { digestOf, newToken } from './buyer.ts';
import type { Db } from './db.ts';
import { asApp, asProjector, type Scope } from './scope.ts';

/** A seller who was asked to join a workspace. */
export interface Invitation {
  invitation_id: string;
  email: string;
  name: string;
  role: MemberRole;
  invited_at: string;
  expires_at: string;
}

const DAYS = 7;
const DAY_MS = 86_400_000;

/** Invites an address. @returns the token of the mailed link, of which only a digest is kept */
export async function invite(
  db: Db,
  scope: Scope,
  { email, name, role }: { email: string; name: string; role: MemberRole },
): Promise<{ invitation_id: string; token: string }> {
  const invitation_id = randomUUID();
  const token = newToken();
  const now = new Date();
  await asApp(db, scope, (client) =>
    client.query(
      `insert into invitation (workspace_id, invitation_id, digest, email, name, role, invited_by, invited_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        scope.workspace_id,
        invitation_id,
        digestOf(token),
        email,
        name,
        role,
        scope.person_id ?? '',
        now,
        new Date(now.getTime() + DAYS * DAY_MS),
      ],
    ),
  );
  return { invitation_id, token };
}

/** The invitations that can still be accepted. */
export function listInvitations(db: Db, scope: Scope): Promise<Invitation[]> {
  return asApp(db, scope, async (client) => {
    const { rows } = await client.query<
      Omit<Invitation, 'invited_at' | 'expires_at'> & { invited_at: Date; expires_at: Date }
    >(
      `select invitation_id, email, name, role, invited_at, expires_at from invitation
       where workspace_id = $1 and accepted_at is null and revoked_at is null and expires_at > $2 order by invited_at desc`,
      [scope.workspace_id, new Date()],
    );
    return rows.map((row) => ({
      ...row,
      invited_at: row.invited_at.toISOString(),
      expires_at: row.expires_at.toISOString(),
    }));
  });
}

/** Takes an invitation back. @returns whether there was one */
export function revokeInvitation(db: Db, scope: Scope, invitation_id: string): Promise<boolean> {
  return asApp(db, scope, async (client) => {
    const { rowCount } = await client.query(
      'update invitation set revoked_at = $3 where workspace_id = $1 and invitation_id = $2 and accepted_at is null',
      [scope.workspace_id, invitation_id, new Date()],
    );
    return rowCount === 1;
  });
}

/** The role that an address is invited to; null where nobody invited it. */
export function invitedRole(db: Db, workspace_id: string, email: string): Promise<MemberRole | null> {
  return asProjector(db, workspace_id, async (client) => {
    const { rows } = await client.query<{ role: MemberRole }>(
      `select role from invitation where workspace_id = $1 and lower(email) = lower($2) and accepted_at is null
         and revoked_at is null and expires_at > $3 order by invited_at desc limit 1`,
      [workspace_id, email, new Date()],
    );
    return rows[0]?.role ?? null;
  });
}

/** Spends every invitation of an address that came in by single sign-on. */
export async function spendInvitations(db: Db, workspace_id: string, email: string): Promise<void> {
  await asProjector(db, workspace_id, (client) =>
    client.query(
      `update invitation set accepted_at = $3 where workspace_id = $1 and lower(email) = lower($2) and accepted_at is null`,
      [workspace_id, email, new Date()],
    ),
  );
}

/** Spends an invitation of this address, once; null where there is none that can be accepted. */
export function acceptInvitation(
  db: Db,
  workspace_id: string,
  token: string,
  email: string,
): Promise<{ name: string; role: MemberRole } | null> {
  return asProjector(db, workspace_id, async (client) => {
    const { rows } = await client.query<{ name: string; role: MemberRole }>(
      `update invitation set accepted_at = $4
       where workspace_id = $1 and digest = $2 and lower(email) = lower($3) and accepted_at is null and revoked_at is null
         and expires_at > $4 returning name, role`,
      [workspace_id, digestOf(token), email, new Date()],
    );
    return rows[0] ?? null;
  });
}
