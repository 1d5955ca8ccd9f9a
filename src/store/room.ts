import type { Rung } from '../core/room.ts';
import { digestOf, newToken } from './buyer.ts';
import type { Db } from './db.ts';
import { asApp, asProjector, type Scope } from './scope.ts';

/** Whether the room of a purchase was closed. */
export function roomClosed(db: Db, workspace_id: string, purchase_id: string): Promise<boolean> {
  return asProjector(db, workspace_id, async (client) => {
    const { rows } = await client.query({
      name: 'room closed',
      text: 'select 1 from room where workspace_id = $1 and purchase_id = $2 and closed_at is not null',
      values: [workspace_id, purchase_id],
    });
    return rows.length > 0;
  });
}

/** The door of a purchase's room. */
export interface Room {
  rung: Rung;
  listed: string[];
  expires_at: string | null;
  opened_at: string;
  closed_at: string | null;
}

interface RoomRow extends Omit<Room, 'expires_at' | 'opened_at' | 'closed_at'> {
  expires_at: Date | null;
  opened_at: Date;
  closed_at: Date | null;
}

/** The room of a purchase; null where none was opened. */
export function findRoom(db: Db, workspace_id: string, purchase_id: string): Promise<Room | null> {
  return asProjector(db, workspace_id, async (client) => {
    const { rows } = await client.query<RoomRow>(
      'select rung, listed, expires_at, opened_at, closed_at from room where workspace_id = $1 and purchase_id = $2',
      [workspace_id, purchase_id],
    );
    const [row] = rows;
    if (row === undefined) return null;
    return {
      ...row,
      expires_at: row.expires_at?.toISOString() ?? null,
      opened_at: row.opened_at.toISOString(),
      closed_at: row.closed_at?.toISOString() ?? null,
    };
  });
}

/** Sets the door of a room, and its link anew; a closed room stays closed. @returns the secret of the link */
export async function putRoom(
  db: Db,
  scope: Scope,
  purchase_id: string,
  door: { rung: Rung; listed: readonly string[]; expires_at: string | null; password_hash: string | null },
): Promise<string> {
  const secret = newToken();
  const { workspace_id } = scope;
  await asApp(db, scope, async (client) => {
    await client.query(
      `insert into room (workspace_id, purchase_id, rung, listed, expires_at, opened_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (workspace_id, zone, purchase_id)
       do update set rung = excluded.rung, listed = excluded.listed, expires_at = excluded.expires_at`,
      [workspace_id, purchase_id, door.rung, door.listed, door.expires_at, new Date()],
    );
    await client.query(
      `insert into room_secret (workspace_id, purchase_id, link_digest, password_hash) values ($1, $2, $3, $4)
       on conflict (workspace_id, zone, purchase_id) do update set link_digest = excluded.link_digest,
         password_hash = coalesce(excluded.password_hash, room_secret.password_hash)`,
      [workspace_id, purchase_id, digestOf(secret), door.password_hash],
    );
  });
  return secret;
}

/** What opens a room by its link: whether the secret fits, and the hash of its password. */
export function findSecret(
  db: Db,
  workspace_id: string,
  purchase_id: string,
  secret: string,
): Promise<{ password_hash: string | null } | null> {
  return asProjector(db, workspace_id, async (client) => {
    const { rows } = await client.query<{ password_hash: string | null }>(
      'select password_hash from room_secret where workspace_id = $1 and purchase_id = $2 and link_digest = $3',
      [workspace_id, purchase_id, digestOf(secret)],
    );
    return rows[0] ?? null;
  });
}

/** Closes a room for good. @returns whether there was one open */
export function closeRoom(db: Db, scope: Scope, purchase_id: string): Promise<boolean> {
  return asApp(db, scope, async (client) => {
    const { rowCount } = await client.query(
      'update room set closed_at = $3, closed_by = $4 where workspace_id = $1 and purchase_id = $2 and closed_at is null',
      [scope.workspace_id, purchase_id, new Date(), scope.person_id],
    );
    return rowCount === 1;
  });
}
