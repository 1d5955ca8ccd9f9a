import { randomUUID } from 'node:crypto';
import type { KnownSeller } from '../core/sso.ts';
import { personOfAddress } from './account.ts';
import type { Db } from './db.ts';
import { memberOfPerson } from './member.ts';
import { asProjector } from './scope.ts';

/** Whom a provider names: its own name for someone, which never changes hands, and their address. */
export interface Subject {
  issuer: string;
  subject: string;
  /** In lower case. */
  email: string;
}

/** Whom the workspace knows by what the provider said: by its own name for them, and by their address. */
export async function knownToSso(
  db: Db,
  workspace_id: string,
  { issuer, subject, email }: Subject,
): Promise<{ linked: KnownSeller | null; holder: (KnownSeller & { by: 'subject' | 'account' }) | null }> {
  const rows = await asProjector(db, workspace_id, async (client) => {
    const found = await client.query<{ person_id: string; same: boolean; now: boolean }>(
      `select person_id, (issuer = $2 and subject = $3) as same, issuer = $2 as now from sso_person
       where workspace_id = $1 and ((issuer = $2 and subject = $3) or email = $4)`,
      [workspace_id, issuer, subject, email],
    );
    return found.rows;
  });
  const known = async (person_id: string) => ({
    person_id,
    member: (await memberOfPerson(db, workspace_id, person_id)) !== null,
  });
  const same = rows.find((row) => row.same);
  const other = rows.find((row) => !row.same);
  const linked = same === undefined ? null : await known(same.person_id);
  if (other?.now === true) return { linked, holder: { ...(await known(other.person_id)), by: 'subject' } };
  // Who came in by the provider that the workspace had before is known by their address, as who has an account is.
  const person_id = other?.person_id ?? (await personOfAddress(db, workspace_id, email));
  return { linked, holder: person_id === null ? null : { ...(await known(person_id)), by: 'account' } };
}

/**
 * Links the provider's name for someone to a person of the workspace, for good. An address leads to whoever came in with
 * it last. @returns the person that the name leads to: another one where two sign-ins raced
 */
export function linkSso(
  db: Db,
  workspace_id: string,
  { issuer, subject, email }: Subject,
  person_id: string | null,
): Promise<string> {
  return asProjector(db, workspace_id, async (client) => {
    await client.query(
      `update sso_person set email = null where workspace_id = $1 and email = $4 and (issuer, subject) <> ($2, $3)`,
      [workspace_id, issuer, subject, email],
    );
    const { rows } = await client.query<{ person_id: string }>(
      `insert into sso_person (workspace_id, issuer, subject, person_id, email, linked_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (workspace_id, zone, issuer, subject) do update set email = excluded.email returning person_id`,
      [workspace_id, issuer, subject, person_id ?? randomUUID(), email, new Date()],
    );
    return rows[0]?.person_id ?? '';
  });
}

/** The addresses of those whom a workspace's provider brought in. */
export function addressesOfSso(db: Db, workspace_id: string): Promise<string[]> {
  return asProjector(db, workspace_id, async (client) => {
    const { rows } = await client.query<{ email: string }>(
      'select email from sso_person where workspace_id = $1 and email is not null',
      [workspace_id],
    );
    return rows.map((row) => row.email);
  });
}
