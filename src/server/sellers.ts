import type { Db } from '../store/db.ts';
import { listPeople } from '../store/person.ts';
import { podPeople } from '../store/pod.ts';
import { scopeOf } from '../store/scope.ts';
import type { Caller } from './caller.ts';

/**
 * The sellers whom the caller can name in a purchase: for sellers their colleagues, for buyers the people of the pod, and
 * all where the doors are open, as everyone is listed there.
 */
export async function sellersNamed(
  db: Db,
  { side, door, workspace_id }: Caller,
  purchase_id: string,
): Promise<{ person_id: string; name: string }[]> {
  if (side === 'buyer' && door !== 'open') {
    const people = await podPeople(db, workspace_id, purchase_id);
    return people.map(({ person_id, name }) => ({ person_id, name }));
  }
  return sellersOf(db, workspace_id);
}

/** The people of the selling side of a workspace who have a name. */
export async function sellersOf(db: Db, workspace_id: string): Promise<{ person_id: string; name: string }[]> {
  const people = await listPeople(db, scopeOf(workspace_id, null, 'seller'));
  return people.flatMap(({ side, person_id, name }) =>
    side === 'seller' && name !== null ? [{ person_id, name }] : [],
  );
}
