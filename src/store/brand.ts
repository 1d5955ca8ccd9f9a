import type { Db } from './db.ts';
import { asApp, asProjector, type Scope } from './scope.ts';

/** How a supplier shows itself to buyers. */
export interface Brand {
  name: string;
  /** `#rrggbb`, or null. */
  colour: string | null;
  logo: { type: string; bytes: Buffer } | null;
}

/** How a workspace shows itself: its own name where it says no other. Anyone who is at one of its doors may know. */
export function getBrand(db: Db, workspace_id: string): Promise<Brand> {
  return asProjector(db, workspace_id, async (client) => {
    const { rows } = await client.query<{
      name: string;
      colour: string | null;
      logo: Buffer | null;
      logo_type: string | null;
    }>(
      `select coalesce(b.name, w.name) as name, b.colour, b.logo, b.logo_type
       from workspace w left join brand b on b.workspace_id = w.workspace_id where w.workspace_id = $1`,
      [workspace_id],
    );
    const { name = '', colour = null, logo = null, logo_type = null } = rows[0] ?? {};
    return { name, colour, logo: logo === null || logo_type === null ? null : { type: logo_type, bytes: logo } };
  });
}

/** Sets how a workspace shows itself. A name of null is the workspace's own. */
export async function putBrand(
  db: Db,
  scope: Scope,
  brand: Omit<Brand, 'name'> & { name: string | null },
  now: string,
): Promise<void> {
  await asApp(db, scope, (client) =>
    client.query(
      `insert into brand (workspace_id, name, colour, logo, logo_type, changed_at, changed_by)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (workspace_id, zone) do update set name = excluded.name, colour = excluded.colour,
         logo = excluded.logo, logo_type = excluded.logo_type, changed_at = excluded.changed_at,
         changed_by = excluded.changed_by`,
      [
        ...[scope.workspace_id, brand.name, brand.colour, brand.logo?.bytes ?? null, brand.logo?.type ?? null],
        ...[now, scope.person_id],
      ],
    ),
  );
}
