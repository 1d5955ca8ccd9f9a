import { randomUUID } from 'node:crypto';
import type { KeyScope } from '../core/access.ts';
import { digestOf, newToken } from './buyer.ts';
import type { Db } from './db.ts';
import { asApp, asProjector, type Scope } from './scope.ts';

/** A key as lists show it; the key itself is shown once, when it is made. */
export interface ApiKey {
  key_id: string;
  zone: 'buyer' | 'seller';
  /** Null for a service of the workspace. */
  person_id: string | null;
  /** The admin who made a service's key; null for a person's own. */
  made_by: string | null;
  name: string;
  agent: boolean;
  scopes: KeyScope[];
  created_at: string;
  expires_at: string;
  last_used_at: string | null;
  revoked_at: string | null;
}

export interface NewKey {
  person_id: string | null;
  made_by: string | null;
  name: string;
  agent: boolean;
  scopes: readonly KeyScope[];
  days: number;
}

const DAY_MS = 86_400_000;
/** Last use is noted this exactly. */
const USED_WITHIN_MS = 60_000;

/** Makes a key. @returns its id, and the key, of which only a digest is kept */
export async function makeKey(db: Db, scope: Scope, made: NewKey): Promise<{ key_id: string; key: string }> {
  const key_id = randomUUID().replaceAll('-', '');
  const secret = newToken();
  const now = new Date();
  await asApp(db, scope, (client) =>
    client.query(
      `insert into api_key (workspace_id, zone, key_id, digest, person_id, name, agent, scopes, created_at, expires_at, made_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        scope.workspace_id,
        scope.view,
        key_id,
        digestOf(secret),
        made.person_id,
        made.name,
        made.agent,
        made.scopes,
        now,
        new Date(now.getTime() + made.days * DAY_MS),
        made.made_by,
      ],
    ),
  );
  return { key_id, key: `coa_${key_id}_${secret}` };
}

const columns =
  'key_id, zone, person_id, made_by, name, agent, scopes, created_at, expires_at, last_used_at, revoked_at';

interface KeyRow extends Omit<ApiKey, 'created_at' | 'expires_at' | 'last_used_at' | 'revoked_at'> {
  created_at: Date;
  expires_at: Date;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

/** The keys of a person, or of the whole side for null. */
export function listKeys(db: Db, scope: Scope, person_id: string | null): Promise<ApiKey[]> {
  return asApp(db, scope, async (client) => {
    const { rows } = await client.query<KeyRow>(
      `select ${columns} from api_key where workspace_id = $1 and zone = $2 and ($3::text is null or person_id = $3)
       order by created_at desc, key_id`,
      [scope.workspace_id, scope.view, person_id],
    );
    return rows.map((row) => ({
      ...row,
      created_at: row.created_at.toISOString(),
      expires_at: row.expires_at.toISOString(),
      last_used_at: row.last_used_at?.toISOString() ?? null,
      revoked_at: row.revoked_at?.toISOString() ?? null,
    }));
  });
}

/** Revokes a key of a person (of anyone on the side for null). @returns whether there was one to revoke */
export function revokeKey(db: Db, scope: Scope, key_id: string, person_id: string | null): Promise<boolean> {
  return asApp(db, scope, async (client) => {
    const { rowCount } = await client.query(
      `update api_key set revoked_at = $4 where workspace_id = $1 and zone = $2 and key_id = $3 and revoked_at is null
       and ($5::text is null or person_id = $5)`,
      [scope.workspace_id, scope.view, key_id, new Date(), person_id],
    );
    return rowCount === 1;
  });
}

/** A key that was shown. */
export interface UsedKey
  extends Pick<ApiKey, 'key_id' | 'zone' | 'person_id' | 'name' | 'agent' | 'scopes' | 'expires_at'> {
  /** It was not used before on this day, in UTC. */
  first_today: boolean;
}

/** What a key that was shown may do; null where it is unknown, expired or revoked. Its person is looked at by the door. */
export async function keyOf(db: Db, workspace_id: string, text: string): Promise<UsedKey | null> {
  const [, key_id, secret] = /^coa_([0-9a-f]{32})_([\w-]{43})$/.exec(text) ?? [];
  if (key_id === undefined || secret === undefined) return null;
  return asProjector(db, workspace_id, async (client) => {
    const now = new Date();
    // The digest is what is looked for: no comparison of the secret itself could tell by its time where they differ.
    const { rows } = await client.query<KeyRow>({
      name: 'key of',
      text: `select ${columns} from api_key
        where workspace_id = $1 and key_id = $2 and digest = $3 and revoked_at is null and expires_at > $4`,
      values: [workspace_id, key_id, digestOf(secret), now],
    });
    const [key] = rows;
    if (key === undefined) return null;
    if (key.last_used_at === null || now.getTime() - key.last_used_at.getTime() > USED_WITHIN_MS) {
      await client.query('update api_key set last_used_at = $3 where workspace_id = $1 and key_id = $2', [
        workspace_id,
        key_id,
        now,
      ]);
    }
    const last_day = key.last_used_at?.toISOString().slice(0, 10);
    const first_today = last_day !== now.toISOString().slice(0, 10);
    return { ...key, expires_at: key.expires_at.toISOString(), first_today };
  });
}
