import { randomUUID } from 'node:crypto';
import type { Db } from './db.ts';
import { asApp, asProjector, type Scope } from './scope.ts';

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

const NOTED_FOR_MS = 60_000;
/** What was noted of late, and until when it is not noted again. */
const noted = new Map<string, number>();

/** Notes what would otherwise be noted with every request: the same thing of the same one once a minute. */
export async function noteOnce(db: Db, workspace_id: string, entry: AuditEntry): Promise<void> {
  const what = JSON.stringify([workspace_id, entry]);
  const now = Date.now();
  if ((noted.get(what) ?? 0) > now) return;
  for (const [other, until] of noted) if (until <= now) noted.delete(other);
  noted.set(what, now + NOTED_FOR_MS);
  await noteAudit(db, workspace_id, [entry]);
}

/** An entry as its log shows it. */
export interface AuditRow extends Omit<AuditEntry, 'zone' | 'actor' | 'about'> {
  audit_id: string;
  at: string;
  actor: Record<string, unknown>;
  about: Record<string, unknown>;
}

export interface AuditFilter {
  /** The whole action or its first part. */
  action?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  purchase_id?: string | undefined;
  limit: number;
}

/** The newest entries of the caller's side. */
export function listAudit(db: Db, scope: Scope, filter: AuditFilter): Promise<AuditRow[]> {
  return asApp(db, scope, async (client) => {
    const { rows } = await client.query<Omit<AuditRow, 'at'> & { at: Date }>(
      `select audit_id, at, action, purchase_id, actor, about from audit
       where workspace_id = $1 and zone = $2 and ($3::text is null or action = $3 or split_part(action, '.', 1) = $3)
         and ($4::timestamptz is null or at >= $4) and ($5::timestamptz is null or at < $5)
         and ($6::text is null or purchase_id = $6)
       order by at desc, audit_id limit $7`,
      [
        scope.workspace_id,
        scope.view,
        filter.action ?? null,
        filter.from ?? null,
        filter.to ?? null,
        filter.purchase_id ?? null,
        filter.limit,
      ],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  });
}
