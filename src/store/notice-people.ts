import type { View } from '../core/zone.ts';
import type { Db } from './db.ts';
import { asIdentity, asProjector, type Scope, scopeOf } from './scope.ts';
import { findWorkspace } from './workspace.ts';

/** Someone who is to be told of a purchase, and how far they may read it now. */
export interface Recipient {
  person_id: string;
  name: string | null;
  scope: Scope;
  /** A proven address of theirs in this purchase; null where there is none. */
  address: string | null;
}

/**
 * Who of a side is told of a purchase: buyers who are in its room, sellers of the pod that serves it, or the admins where
 * none does. In an open workspace, whoever is known there; it has no addresses.
 */
export async function recipientsOf(
  db: Db,
  workspace_id: string,
  side: View,
  purchase_id: string,
): Promise<Recipient[]> {
  const workspace = await findWorkspace(db, workspace_id);
  if (workspace === null) return [];
  if (workspace.doors === 'open') return knownPeople(db, workspace_id, side, purchase_id);
  return side === 'buyer' ? guestsOf(db, workspace_id, purchase_id) : sellersOf(db, workspace_id, purchase_id);
}

/** Someone of the supplier who is told of the workspace itself, as long as they are one of its people; else null. */
export async function memberToTell(db: Db, workspace_id: string, person_id: string): Promise<Recipient | null> {
  const workspace = await findWorkspace(db, workspace_id);
  const rows = await asProjector(db, workspace_id, async (client) => {
    const found = await client.query<{ name: string | null }>({
      name: 'member to tell',
      text: `select p.name from person p where p.workspace_id = $1 and p.view = 'seller' and p.side = 'seller'
        and p.person_id = $2 and ($3 or exists (select from member m where m.workspace_id = $1 and m.person_id = $2
          and m.removed_at is null))`,
      values: [workspace_id, person_id, workspace?.doors === 'open'],
    });
    return found.rows;
  });
  const [found] = rows;
  if (found === undefined) return null;
  const address = (await sellerAddresses(db, workspace_id, [person_id])).get(person_id) ?? null;
  return { person_id, name: found.name, scope: scopeOf(workspace_id, person_id, 'seller'), address };
}

function knownPeople(db: Db, workspace_id: string, side: View, purchase_id: string): Promise<Recipient[]> {
  return asProjector(db, workspace_id, async (client) => {
    const { rows } = await client.query<{ person_id: string; name: string | null }>({
      name: 'known people',
      text: `select person_id, name from person where workspace_id = $1 and view = $2 and side = $2
        and (side = 'seller' or purchase_id = $3) order by person_id`,
      values: [workspace_id, side, purchase_id],
    });
    return rows.map((row) => ({ ...row, scope: scopeOf(workspace_id, row.person_id, side), address: null }));
  });
}

interface GuestRow {
  person_id: string;
  name: string | null;
  email: string | null;
  reach: 'shared' | 'entry' | 'all';
  reach_from: Date | null;
}

/** Guests of a room that is open; an address that nobody proved gets no mail. */
function guestsOf(db: Db, workspace_id: string, purchase_id: string): Promise<Recipient[]> {
  return asProjector(db, workspace_id, async (client) => {
    const { rows } = await client.query<GuestRow>({
      name: 'guests to tell',
      text: `select person_id, name, case when verified_at is not null then email end as email, reach, reach_from from guest g
        where workspace_id = $1 and purchase_id = $2 and state = 'in' and not exists (select from room r
          where r.workspace_id = $1 and r.purchase_id = $2 and r.closed_at is not null) order by person_id`,
      values: [workspace_id, purchase_id],
    });
    return rows.map(({ person_id, name, email, reach, reach_from }) => ({
      ...{ person_id, name, address: email },
      scope: {
        ...scopeOf(workspace_id, person_id, 'buyer'),
        zones: reach === 'shared' ? (['shared'] as const) : (['shared', 'buyer'] as const),
        purchases: [purchase_id],
        reach: reach === 'entry' ? (reach_from?.toISOString() ?? null) : null,
      },
    }));
  });
}

async function sellersOf(db: Db, workspace_id: string, purchase_id: string): Promise<Recipient[]> {
  const rows = await asProjector(db, workspace_id, async (client) => {
    const found = await client.query<{ person_id: string; name: string | null }>({
      name: 'sellers to tell',
      text: `select m.person_id, n.name from member m
        left join person n on n.workspace_id = $1 and n.view = 'seller' and n.person_id = m.person_id
        where m.workspace_id = $1 and m.removed_at is null and case
          when exists (select from pod_purchase p where p.workspace_id = $1 and p.purchase_id = $2)
          then exists (select from pod_purchase p join pod_member d on d.workspace_id = p.workspace_id and d.pod_id = p.pod_id
            where p.workspace_id = $1 and p.purchase_id = $2 and d.person_id = m.person_id)
          else m.role = 'admin' end
        order by m.person_id`,
      values: [workspace_id, purchase_id],
    });
    return found.rows;
  });
  const addresses = await sellerAddresses(
    db,
    workspace_id,
    rows.map(({ person_id }) => person_id),
  );
  return rows.map((row) => ({
    ...row,
    scope: { ...scopeOf(workspace_id, row.person_id, 'seller'), purchases: [purchase_id] },
    address: addresses.get(row.person_id) ?? null,
  }));
}

/** The proven addresses of sellers: of their account, else the one that the workspace's provider said. */
async function sellerAddresses(
  db: Db,
  workspace_id: string,
  person_ids: readonly string[],
): Promise<Map<string, string>> {
  const by_provider = await asProjector(db, workspace_id, async (client) => {
    const { rows } = await client.query<{ person_id: string; email: string }>(
      'select person_id, email from sso_person where workspace_id = $1 and person_id = any($2) and email is not null',
      [workspace_id, person_ids],
    );
    return rows;
  });
  const by_account = await asIdentity(db, async (client) => {
    const { rows } = await client.query<{ person_id: string; email: string }>(
      `select m.person_id, u.email from identity.user_member m join identity."user" u on u.id = m.user_id
       where m.workspace_id = $1 and m.person_id = any($2) and u."emailVerified"`,
      [workspace_id, person_ids],
    );
    return rows;
  });
  return new Map([...by_provider, ...by_account].map(({ person_id, email }) => [person_id, email]));
}
