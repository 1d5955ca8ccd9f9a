import { randomUUID } from 'node:crypto';
import type { Db } from './db.ts';
import { asApp, type Scope } from './scope.ts';

/** That a buyer looked at something: one row a day, with how often. */
export async function noteViewing(
  db: Db,
  scope: Scope,
  { purchase_id, person_id, what }: { purchase_id: string; person_id: string; what: string },
): Promise<void> {
  const now = new Date();
  await asApp(db, scope, (client) =>
    client.query({
      name: 'note viewing',
      text: `insert into viewing (workspace_id, zone, viewing_id, purchase_id, person_id, what, day, times, last_at)
        values ($1, 'shared', $2, $3, $4, $5, $6, 1, $7)
        on conflict (workspace_id, zone, purchase_id, person_id, what, day)
        do update set times = viewing.times + 1, last_at = excluded.last_at`,
      values: [scope.workspace_id, randomUUID(), purchase_id, person_id, what, now.toISOString().slice(0, 10), now],
    }),
  );
}

export interface Viewing {
  person_id: string;
  what: string;
  day: string;
  times: number;
  last_at: string;
}

/** What is recorded of who looked at a purchase, as far as the caller may read it. */
export function listViewings(db: Db, scope: Scope, purchase_id: string): Promise<Viewing[]> {
  return asApp(db, scope, async (client) => {
    const { rows } = await client.query<Omit<Viewing, 'last_at'> & { last_at: Date }>(
      `select person_id, what, day, times, last_at from viewing
       where workspace_id = $1 and purchase_id = $2 order by last_at desc, person_id`,
      [scope.workspace_id, purchase_id],
    );
    return rows.map((row) => ({ ...row, last_at: row.last_at.toISOString() }));
  });
}

/** When someone last looked at a purchase before a day (`YYYY-MM-DD`, UTC), as far as that is recorded; null for never. */
export function lastViewingBefore(
  db: Db,
  scope: Scope,
  { purchase_id, person_id, day }: { purchase_id: string; person_id: string; day: string },
): Promise<string | null> {
  return asApp(db, scope, async (client) => {
    const { rows } = await client.query<{ last_at: Date | null }>({
      name: 'last viewing before',
      text: `select max(last_at) as last_at from viewing
        where workspace_id = $1 and purchase_id = $2 and person_id = $3 and day < $4`,
      values: [scope.workspace_id, purchase_id, person_id, day],
    });
    return rows[0]?.last_at?.toISOString() ?? null;
  });
}
