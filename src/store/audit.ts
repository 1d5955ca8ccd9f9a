import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import { ERASED_TEXT } from '../core/erasure.ts';
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

/** Fields of `about` that can identify a person: kept outside the log, so that they can be erased while it stays whole. */
const OUTSIDE = ['email', 'name'] as const;

/** Notes entries in the logs of a workspace. Nobody can change or delete them afterwards. */
export async function noteAudit(db: Db, workspace_id: string, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length > 0) await asProjector(db, workspace_id, (client) => writeAudit(client, workspace_id, entries));
}

/** `noteAudit` as part of a transaction of the projector. */
export async function writeAudit(
  client: ClientBase,
  workspace_id: string,
  entries: readonly AuditEntry[],
): Promise<void> {
  const at = new Date();
  for (const { zone, action, purchase_id, actor, about = {} } of entries) {
    const audit_id = randomUUID();
    const kept: Record<string, unknown> = { ...about };
    for (const field of OUTSIDE) {
      const content = kept[field];
      if (typeof content !== 'string') continue;
      const text_id = `${audit_id}/${field}`;
      kept[field] = { $text: text_id };
      await client.query({
        name: 'note audit text',
        text: `insert into audit_text (workspace_id, zone, text_id, purchase_id, content) values ($1, $2, $3, $4, $5)`,
        values: [workspace_id, zone, text_id, purchase_id, content],
      });
    }
    await client.query({
      name: 'note audit',
      text: `insert into audit (workspace_id, zone, audit_id, at, action, purchase_id, actor, about)
        values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      values: [workspace_id, zone, audit_id, at, action, purchase_id, JSON.stringify(actor), JSON.stringify(kept)],
    });
  }
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
  /** Who did it, or whom it was done to. */
  person_id?: string | undefined;
  /** The id of the last entry of the page before. */
  after?: string | undefined;
  limit: number;
}

/** The newest entries of the caller's side, with their names and addresses unless those were erased. */
export function listAudit(db: Db, scope: Scope, filter: AuditFilter): Promise<AuditRow[]> {
  return asApp(db, scope, async (client) => {
    const { rows } = await client.query<Omit<AuditRow, 'at'> & { at: Date }>(
      `select audit_id, at, action, purchase_id, actor, about from audit
       where workspace_id = $1 and zone = $2 and ($3::text is null or action = $3 or split_part(action, '.', 1) = $3)
         and ($4::timestamptz is null or at >= $4) and ($5::timestamptz is null or at < $5)
         and ($6::text is null or purchase_id = $6)
         and ($7::text is null or actor->>'id' = $7 or about->>'person_id' = $7)
         and ($8::text is null or exists (select from audit last where last.workspace_id = $1 and last.zone = $2
           and last.audit_id = $8 and (audit.at < last.at or audit.at = last.at and audit.audit_id > last.audit_id)))
       order by at desc, audit_id limit $9`,
      [
        scope.workspace_id,
        scope.view,
        filter.action ?? null,
        filter.from ?? null,
        filter.to ?? null,
        filter.purchase_id ?? null,
        filter.person_id ?? null,
        filter.after ?? null,
        filter.limit,
      ],
    );
    const texts = await textsOf(client, scope, rows);
    return rows.map((row) => ({ ...row, at: row.at.toISOString(), about: putBack(row.about, texts) }));
  });
}

const referenceOf = (value: unknown): string | null => {
  const reference = (value as { $text?: unknown } | null)?.$text;
  return typeof reference === 'string' ? reference : null;
};

async function textsOf(
  client: ClientBase,
  scope: Scope,
  rows: readonly Pick<AuditRow, 'about'>[],
): Promise<Map<string, string>> {
  const ids = rows.flatMap(({ about }) => Object.values(about).flatMap((value) => referenceOf(value) ?? []));
  if (ids.length === 0) return new Map();
  const { rows: found } = await client.query<{ text_id: string; content: string }>(
    'select text_id, content from audit_text where workspace_id = $1 and zone = $2 and text_id = any($3)',
    [scope.workspace_id, scope.view, ids],
  );
  return new Map(found.map(({ text_id, content }) => [text_id, content]));
}

const putBack = (about: AuditRow['about'], texts: ReadonlyMap<string, string>): AuditRow['about'] =>
  Object.fromEntries(
    Object.entries(about).map(([key, value]) => {
      const text_id = referenceOf(value);
      return [key, text_id === null ? value : (texts.get(text_id) ?? ERASED_TEXT)];
    }),
  );
