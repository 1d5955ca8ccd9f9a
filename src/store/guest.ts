import type { Guest } from '../core/access.ts';
import type { Db } from './db.ts';
import { asProjector } from './scope.ts';

/** Someone who is or was in a room. */
export interface RoomGuest extends Guest {
  purchase_id: string;
  person_id: string;
  name: string | null;
}

interface GuestRow extends Omit<RoomGuest, 'reach_from'> {
  reach_from: Date | null;
}

const select = `select purchase_id, person_id, name, administrator, reach, reach_from, verified_at is not null as verified, state
  from guest where workspace_id = $1 and state in ('in', 'former')`;

/** How a buyer stands to a purchase; null for who waits, was refused, or never came. */
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

/** Every room of the workspace that a buyer is or was in. */
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
