import type { MemberRole } from '../core/access.ts';
import type { Db } from './db.ts';
import { asApp, asProjector, type Scope } from './scope.ts';

/** A seller of a workspace. */
export interface Member {
  person_id: string;
  name: string | null;
  role: MemberRole;
}

const select = `select m.person_id, p.name, m.role from member m
  left join person p on p.workspace_id = m.workspace_id and p.view = 'seller' and p.person_id = m.person_id
  where m.workspace_id = $1 and m.removed_at is null`;

/** The member that a signed-in user is; null where they are none, or none any more. */
export const memberOfUser = (db: Db, workspace_id: string, user_id: string): Promise<Member | null> =>
  findMember(db, 'member of user', `${select} and m.user_id = $2`, [workspace_id, user_id]);

/** A member by their person; null where they are none, or none any more. */
export const memberOfPerson = (db: Db, workspace_id: string, person_id: string): Promise<Member | null> =>
  findMember(db, 'member of person', `${select} and m.person_id = $2`, [workspace_id, person_id]);

function findMember(db: Db, name: string, text: string, values: [string, string]): Promise<Member | null> {
  return asProjector(db, values[0], async (client) => {
    const { rows } = await client.query<Member>({ name, text, values });
    return rows[0] ?? null;
  });
}

/** The purchases that the pods of a person serve. */
export function purchasesOfPods(db: Db, workspace_id: string, person_id: string): Promise<string[]> {
  return asProjector(db, workspace_id, async (client) => {
    const { rows } = await client.query<{ purchase_id: string }>({
      name: 'purchases of pods',
      text: `select p.purchase_id from pod_purchase p join pod_member m on m.workspace_id = p.workspace_id and m.pod_id = p.pod_id
        where p.workspace_id = $1 and m.person_id = $2`,
      values: [workspace_id, person_id],
    });
    return rows.map((row) => row.purchase_id);
  });
}

/** The pod that serves a purchase, with who is in it; null where none does. */
export function podOfPurchase(
  db: Db,
  workspace_id: string,
  purchase_id: string,
): Promise<{ pod_id: string; member_ids: string[] } | null> {
  return asProjector(db, workspace_id, async (client) => {
    const { rows } = await client.query<{ pod_id: string; member_ids: string[] }>({
      name: 'pod of purchase',
      text: `select p.pod_id, array_remove(array_agg(m.person_id), null) as member_ids from pod_purchase p
        left join pod_member m on m.workspace_id = p.workspace_id and m.pod_id = p.pod_id
        where p.workspace_id = $1 and p.purchase_id = $2 group by p.pod_id`,
      values: [workspace_id, purchase_id],
    });
    return rows[0] ?? null;
  });
}

/** The members of a workspace, admins first. */
export function listMembers(db: Db, scope: Scope): Promise<(Member & { joined_at: string })[]> {
  return asApp(db, scope, async (client) => {
    const { rows } = await client.query<Member & { joined_at: Date }>(
      `select m.person_id, p.name, m.role, m.joined_at from member m
       left join person p on p.workspace_id = m.workspace_id and p.view = 'seller' and p.person_id = m.person_id
       where m.workspace_id = $1 and m.removed_at is null
       order by array_position(array['admin', 'lead', 'member', 'partner'], m.role), p.name, m.person_id`,
      [scope.workspace_id],
    );
    return rows.map((row) => ({ ...row, joined_at: row.joined_at.toISOString() }));
  });
}

/**
 * Gives a member another role, or takes them out (`null`). One admin stays.
 * @returns `unknown` where there is no such member, `last_admin` where nobody would govern
 */
export function changeMember(
  db: Db,
  scope: Scope,
  person_id: string,
  role: MemberRole | null,
): Promise<'done' | 'unknown' | 'last_admin'> {
  return asApp(db, scope, async (client) => {
    const { rows } = await client.query<{ person_id: string; role: MemberRole }>(
      'select person_id, role from member where workspace_id = $1 and removed_at is null for update',
      [scope.workspace_id],
    );
    if (!rows.some((row) => row.person_id === person_id)) return 'unknown';
    const governed = rows.some((row) => row.role === 'admin' && row.person_id !== person_id) || role === 'admin';
    if (!governed) return 'last_admin';
    await client.query(
      `update member set role = coalesce($3, role), removed_at = case when $3::text is null then $4::timestamptz end
       where workspace_id = $1 and person_id = $2`,
      [scope.workspace_id, person_id, role, new Date()],
    );
    return 'done';
  });
}
