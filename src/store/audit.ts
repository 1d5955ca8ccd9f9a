import { randomUUID } from 'node:crypto';
import type { Db } from './db.ts';
import { asProjector } from './scope.ts';

/** Something that was done with doors, grants, zones, exports, keys or settings. */
export interface AuditEntry {
  /** Whose log it stands in. */
  zone: 'buyer' | 'seller';
  /** Dotted: `room.closed`. */
  action: string;
  purchase_id: string | null;
  actor: object;
  about?: object;
}

/** Notes entries in the logs of a workspace. Nobody can change or delete them afterwards. */
export async function noteAudit(db: Db, workspace_id: string, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const at = new Date();
  await asProjector(db, workspace_id, async (client) => {
    for (const { zone, action, purchase_id, actor, about = {} } of entries) {
      await client.query({
        name: 'note audit',
        text: `insert into audit (workspace_id, zone, audit_id, at, action, purchase_id, actor, about)
          values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        values: [
          workspace_id,
          zone,
          randomUUID(),
          at,
          action,
          purchase_id,
          JSON.stringify(actor),
          JSON.stringify(about),
        ],
      });
    }
  });
}
