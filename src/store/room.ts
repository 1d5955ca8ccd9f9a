import type { Db } from './db.ts';
import { asProjector } from './scope.ts';

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
