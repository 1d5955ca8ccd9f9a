import type { Db } from './db.ts';
import { asApp, type Scope } from './scope.ts';

/** A mapping that a workspace keeps; its form is the core's. */
export interface KeptMapping {
  mapping_id: string;
  name: string;
  mapping: unknown;
  changed_at: string;
}

/** The mappings of a workspace, by name. */
export function listMappings(db: Db, scope: Scope): Promise<KeptMapping[]> {
  return asApp(db, scope, async (client) => {
    const { rows } = await client.query<Omit<KeptMapping, 'changed_at'> & { changed_at: Date }>(
      `select mapping_id, name, mapping, changed_at from mapping where workspace_id = $1 and view = $2
       order by name, mapping_id`,
      [scope.workspace_id, scope.view],
    );
    return rows.map((row) => ({ ...row, changed_at: row.changed_at.toISOString() }));
  });
}

/** Keeps a mapping, in place of one with the same id. */
export async function putMapping(db: Db, scope: Scope, kept: KeptMapping): Promise<void> {
  await asApp(db, scope, (client) =>
    client.query(
      `insert into mapping (workspace_id, view, mapping_id, name, mapping, changed_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (workspace_id, view, mapping_id)
       do update set name = excluded.name, mapping = excluded.mapping, changed_at = excluded.changed_at`,
      [scope.workspace_id, scope.view, kept.mapping_id, kept.name, JSON.stringify(kept.mapping), kept.changed_at],
    ),
  );
}
