import type { Reach } from '../core/access.ts';
import { ERASED_TEXT } from '../core/erasure.ts';
import type { AuditRow } from './audit.ts';
import type { Db } from './db.ts';
import { asIdentityWithin, userOf } from './erasure-identity.ts';
import { asProjector } from './scope.ts';

/** How a buyer stood to a room. */
export interface GuestRecord {
  name: string | null;
  email: string | null;
  verified_at: string | null;
  state: 'waiting' | 'in' | 'former' | 'refused';
  administrator: boolean;
  reach: Reach;
  came_at: string;
  left_at: string | null;
}

export interface PassRecord {
  email: string;
  name: string | null;
  made_at: string;
  expires_at: string;
  spent_at: string | null;
  revoked_at: string | null;
}

export interface KeyRecord {
  key_id: string;
  name: string;
  agent: boolean;
  scopes: string[];
  created_at: string;
  expires_at: string;
  last_used_at: string | null;
  revoked_at: string | null;
}

/** An address from which a calendar reads a plan for them; never the address itself. */
interface FeedRecord {
  feed_id: string;
  made_at: string;
  last_read_at: string | null;
  revoked_at: string | null;
}

/** What stands of a person in rows of a workspace, without any secret. */
export interface PersonRows {
  /** The account of someone of the selling side. */
  account: { name: string; email: string; role: string; joined_at: string; removed_at: string | null } | null;
  guest: GuestRecord | null;
  passes: PassRecord[];
  viewings: { what: string; day: string; times: number; last_at: string }[];
  keys: KeyRecord[];
  /** What they were told, when they read it, and whether it was mailed; what it says follows from the purchase. */
  notices: { kind: string; at: string; read_at: string | null; mailed: boolean }[];
  feeds: FeedRecord[];
  log: AuditRow[];
}

/** Whose rows: a buyer's in one purchase, a seller's in the workspace (null). */
export interface Whose {
  person_id: string;
  side: 'buyer' | 'seller';
  purchase_id: string | null;
}

/**
 * Everything that rows hold of one person. It is read with all zones, because who reads little of the buyer zone is
 * recorded there all the same, and held to that one person.
 */
export function personRows(db: Db, workspace_id: string, whose: Whose): Promise<PersonRows> {
  const { person_id, purchase_id, side } = whose;
  return asProjector(db, workspace_id, async (client) => {
    const read = async <T>(text: string, values: unknown[] = [workspace_id, person_id, purchase_id]): Promise<T[]> =>
      (await client.query(text, values)).rows.map(withInstants) as T[];
    const mine = 'where workspace_id = $1 and person_id = $2 and purchase_id = $3';
    const guests = await read<GuestRecord>(
      `select name, email, verified_at, state, administrator, reach, came_at, left_at from guest ${mine}`,
    );
    const passes = await read<PassRecord>(
      `select email, name, made_at, expires_at, spent_at, revoked_at from pass ${mine} order by made_at`,
    );
    const viewings = await read<PersonRows['viewings'][number]>(
      `select what, day, times, last_at from viewing ${mine} order by last_at desc`,
    );
    const keys = await read<KeyRecord>(
      `select key_id, name, agent, scopes, created_at, expires_at, last_used_at, revoked_at from api_key
       where workspace_id = $1 and person_id = $2 and zone = $3 order by created_at`,
      [workspace_id, person_id, side],
    );
    const notices = await read<PersonRows['notices'][number]>(
      `select kind, at, read_at, mail = 'taken' as mailed from notice
       where workspace_id = $1 and person_id = $2 and ($3::text is null or purchase_id = $3) order by at desc, kind, notice_id`,
      [workspace_id, person_id, purchase_id],
    );
    const feeds = await read<FeedRecord>(
      `select feed_id, made_at, last_read_at, revoked_at from calendar_feed
       where workspace_id = $1 and person_id = $2 and zone = $3 and ($4::text is null or purchase_id = $4) order by made_at`,
      [workspace_id, person_id, side, purchase_id],
    );
    const members = await read<{ user_id: string | null; role: string; joined_at: string; removed_at: string | null }>(
      'select user_id, role, joined_at, removed_at from member where workspace_id = $1 and person_id = $2',
      [workspace_id, person_id],
    );
    const [member] = members;
    const user_id = member?.user_id ?? null;
    const user = user_id === null ? null : await asIdentityWithin(client, () => userOf(client, user_id));
    const addresses = [guests[0]?.email, user?.email, ...passes.map(({ email }) => email)];
    const log = await logOf(read, workspace_id, whose, addresses);
    const account =
      member === undefined || user === null
        ? null
        : { ...user, role: member.role, joined_at: member.joined_at, removed_at: member.removed_at };
    return { account, guest: guests[0] ?? null, passes, viewings, keys, notices, feeds, log };
  });
}

type Read = <T>(text: string, values: unknown[]) => Promise<T[]>;

/** The entries by and about a person in the log of their own side, newest first. */
async function logOf(
  read: Read,
  workspace_id: string,
  { person_id, side, purchase_id }: Whose,
  addresses: readonly (string | null | undefined)[],
): Promise<AuditRow[]> {
  const known = addresses.flatMap((address) => (address && address !== ERASED_TEXT ? [address.toLowerCase()] : []));
  const rows = await read<AuditRow & { texts: Record<string, string> | null }>(
    `select a.audit_id, a.at, a.action, a.purchase_id, a.actor, a.about, t.texts from audit a
     left join lateral (select json_object_agg(split_part(text_id, '/', 2), content) as texts,
         bool_or(lower(content) = any($5)) as theirs
       from audit_text t where t.workspace_id = $1 and t.zone = $2 and t.text_id in (a.audit_id || '/email', a.audit_id || '/name')) t on true
     where a.workspace_id = $1 and a.zone = $2 and ($4::text is null or a.purchase_id = $4)
       and (a.actor->>'id' = $3 or a.about->>'person_id' = $3 or t.theirs)
     order by a.at desc, a.audit_id limit 5000`,
    [workspace_id, side, person_id, purchase_id, known],
  );
  return rows.map(({ texts, ...row }) => ({ ...row, about: { ...row.about, ...texts } }));
}

/** Instants as text; other columns as they are. */
function withInstants(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, value instanceof Date ? value.toISOString() : value]),
  );
}
