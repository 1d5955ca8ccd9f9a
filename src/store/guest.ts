import type { Guest, Reach } from '../core/access.ts';
import type { Db } from './db.ts';
import { asProjector } from './scope.ts';

/** Someone who is in a room. Who left is a stranger to it: what they could read, they could export before. */
export interface RoomGuest extends Guest {
  purchase_id: string;
  person_id: string;
  name: string | null;
}

interface GuestRow extends Omit<RoomGuest, 'reach_from'> {
  reach_from: Date | null;
}

const select = `select purchase_id, person_id, name, administrator, reach, reach_from, verified_at is not null as verified
  from guest where workspace_id = $1 and state = 'in'`;

/** How a buyer stands to a purchase; null for who waits, left, was refused or never came. */
export const guestOf = (db: Db, workspace_id: string, purchase_id: string, buyer_id: string) =>
  first(
    guests(db, 'guest of', `${select} and purchase_id = $2 and buyer_id = $3`, [workspace_id, purchase_id, buyer_id]),
  );

/** The same by person. */
export const guestOfPerson = (db: Db, workspace_id: string, purchase_id: string, person_id: string) =>
  first(
    guests(db, 'guest of person', `${select} and purchase_id = $2 and person_id = $3`, [
      workspace_id,
      purchase_id,
      person_id,
    ]),
  );

/** Every room of the workspace that a buyer is in. */
export const guestsOfBuyer = (db: Db, workspace_id: string, buyer_id: string): Promise<RoomGuest[]> =>
  guests(db, 'guests of buyer', `${select} and buyer_id = $2 order by purchase_id`, [workspace_id, buyer_id]);

/** The same by person. */
export const guestsOfPerson = (db: Db, workspace_id: string, person_id: string): Promise<RoomGuest[]> =>
  guests(db, 'guests of person', `${select} and person_id = $2 order by purchase_id`, [workspace_id, person_id]);

const first = async (found: Promise<RoomGuest[]>): Promise<RoomGuest | null> => (await found)[0] ?? null;

function guests(db: Db, name: string, text: string, values: [string, ...string[]]): Promise<RoomGuest[]> {
  return asProjector(db, values[0], async (client) => {
    const { rows } = await client.query<GuestRow>({ name, text, values });
    return rows.map((row) => ({ ...row, reach_from: row.reach_from?.toISOString() ?? null }));
  });
}

/** A guest as the buyer side sees them, those who wait and were refused included. */
export interface ListedGuest {
  person_id: string;
  name: string | null;
  email: string | null;
  verified: boolean;
  state: 'waiting' | 'in' | 'former' | 'refused';
  administrator: boolean;
  reach: Reach;
  came_at: string;
}

/** Everyone who is, was, or waits at a room. */
export function listGuests(db: Db, workspace_id: string, purchase_id: string): Promise<ListedGuest[]> {
  return asProjector(db, workspace_id, async (client) => {
    const { rows } = await client.query<Omit<ListedGuest, 'came_at'> & { came_at: Date }>(
      `select person_id, name, email, verified_at is not null as verified, state, administrator, reach, came_at from guest
       where workspace_id = $1 and purchase_id = $2
       order by array_position(array['waiting', 'in', 'former', 'refused'], state), came_at, person_id`,
      [workspace_id, purchase_id],
    );
    return rows.map((row) => ({ ...row, came_at: row.came_at.toISOString() }));
  });
}

export interface NewGuest {
  purchase_id: string;
  person_id: string;
  buyer_id: string;
  name: string | null;
  email: string | null;
  verified: boolean;
  state: 'waiting' | 'in';
  administrator: boolean;
  reach: Reach;
  let_in_by: string | null;
}

/** Someone comes to a room. Who proved an address there keeps it proven. */
export async function putGuest(db: Db, workspace_id: string, guest: NewGuest): Promise<void> {
  const now = new Date();
  await asProjector(db, workspace_id, (client) =>
    client.query(
      `insert into guest (workspace_id, purchase_id, person_id, buyer_id, name, email, verified_at, state, administrator,
         reach, reach_from, let_in_by, came_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $11)
       on conflict (workspace_id, zone, purchase_id, person_id) do update set state = excluded.state,
         buyer_id = excluded.buyer_id, email = coalesce(excluded.email, guest.email),
         name = coalesce(excluded.name, guest.name), verified_at = coalesce(guest.verified_at, excluded.verified_at)`,
      [
        workspace_id,
        guest.purchase_id,
        guest.person_id,
        guest.buyer_id,
        guest.name,
        guest.email,
        guest.verified ? now : null,
        guest.state,
        guest.administrator,
        guest.reach,
        now,
        guest.let_in_by,
      ],
    ),
  );
}

/** Changes how a guest stands to a room. @returns whether there is such a guest */
export function changeGuest(
  db: Db,
  workspace_id: string,
  { purchase_id, person_id }: { purchase_id: string; person_id: string },
  change: { state?: string | undefined; administrator?: boolean | undefined; reach?: Reach | undefined },
): Promise<boolean> {
  return asProjector(db, workspace_id, async (client) => {
    const { rowCount } = await client.query(
      `update guest set state = coalesce($4, state), administrator = coalesce($5, administrator), reach = coalesce($6, reach),
         left_at = case when $4 = 'former' then $7::timestamptz else left_at end
       where workspace_id = $1 and purchase_id = $2 and person_id = $3`,
      [
        workspace_id,
        purchase_id,
        person_id,
        change.state ?? null,
        change.administrator ?? null,
        change.reach ?? null,
        new Date(),
      ],
    );
    return rowCount === 1;
  });
}
