import { ERASED_PERSON } from '../core/erasure.ts';
import { DEFAULT_RETENTION, type Due, isIdentityDue, type Retention } from '../core/retention.ts';
import type { PurchaseState } from '../core/state.ts';
import type { Db } from './db.ts';
import { asIdentityWithin } from './erasure-identity.ts';
import { asApp, asIdentity, asProjector, type Scope } from './scope.ts';

const columns = 'viewings_days, mails_days, uploads_days, spent_days, identities_months';

/** How long a workspace keeps things, and since when that is set; what is usual where nobody has set anything. */
export function getRetention(db: Db, workspace_id: string): Promise<Retention & { changed_at: string | null }> {
  return asProjector(db, workspace_id, async (client) => {
    const { rows } = await client.query<Retention & { changed_at: Date }>(
      `select ${columns}, changed_at from retention where workspace_id = $1`,
      [workspace_id],
    );
    const [row] = rows;
    if (row === undefined) return { ...DEFAULT_RETENTION, changed_at: null };
    return { ...row, changed_at: row.changed_at.toISOString() };
  });
}

/** Sets how long things are kept. */
export async function putRetention(db: Db, scope: Scope, kept: Retention, now: string): Promise<void> {
  await asApp(db, scope, (client) =>
    client.query(
      `insert into retention (workspace_id, ${columns}, changed_at, changed_by) values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (workspace_id, zone) do update set viewings_days = excluded.viewings_days,
         mails_days = excluded.mails_days, uploads_days = excluded.uploads_days, spent_days = excluded.spent_days,
         identities_months = excluded.identities_months, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
      [
        ...[scope.workspace_id, kept.viewings_days, kept.mails_days, kept.uploads_days, kept.spent_days],
        ...[kept.identities_months, now, scope.person_id],
      ],
    ),
  );
}

/** How much of what was deleted. */
export interface Deleted {
  viewings: number;
  mails: number;
  uploads: number;
  passes: number;
  invitations: number;
}

/**
 * Deletes what is due in a workspace. Nothing of the ledger, of its texts or of the audit log is ever due.
 * @returns how much, and the files that are to be deleted
 */
export function deleteDue(db: Db, workspace_id: string, due: Due): Promise<{ deleted: Deleted; files: string[] }> {
  return asProjector(db, workspace_id, async (client) => {
    const count = async (before: string | null, text: string, first = workspace_id): Promise<number> =>
      before === null ? 0 : ((await client.query(text, [first, before])).rowCount ?? 0);
    const viewings = await count(due.viewings, 'delete from viewing where workspace_id = $1 and last_at < $2');
    // When someone read what they were told is kept as long as what they looked at.
    await count(due.viewings, 'delete from notice where workspace_id = $1 and coalesce(read_at, at) < $2');
    const passes = await count(
      due.spent,
      `delete from pass where workspace_id = $1
         and least(coalesce(spent_at, expires_at), coalesce(revoked_at, expires_at), expires_at) < $2`,
    );
    const invitations = await count(
      due.spent,
      `delete from invitation where workspace_id = $1
         and least(coalesce(accepted_at, expires_at), coalesce(revoked_at, expires_at), expires_at) < $2`,
    );
    const { rows } =
      due.uploads === null
        ? { rows: [] }
        : await client.query<{ file: string }>(
            `delete from upload u where workspace_id = $1 and uploaded_at < $2 and not exists (select from import i
               where i.workspace_id = $1 and i.upload_id = u.upload_id and i.state in ('queued', 'running'))
             returning file`,
            [workspace_id, due.uploads],
          );
    const mails = await asIdentityWithin(client, () =>
      count(
        due.mails,
        'delete from identity.mail where strpos(body_text, $1) > 0 and made_at < $2',
        `/${encodeURIComponent(workspace_id)}/`,
      ),
    );
    const files = rows.map(({ file }) => file);
    return { deleted: { viewings, mails, uploads: files.length, passes, invitations }, files };
  });
}

/** Deletes sessions of buyers and sellers that ended before an instant; they belong to no workspace. @returns how many */
export function deleteEndedSessions(db: Db, before: string): Promise<number> {
  return asIdentity(db, async (client) => {
    const buyers = await client.query(
      'delete from identity.buyer_session where least(coalesce(revoked_at, expires_at), expires_at) < $1',
      [before],
    );
    const sellers = await client.query('delete from identity."session" where "expiresAt" < $1', [before]);
    return (buyers.rowCount ?? 0) + (sellers.rowCount ?? 0);
  });
}

/** The people of purchases that ended long enough ago who still have a name or an address there. */
export function identitiesDue(
  db: Db,
  workspace_id: string,
  due: Due,
): Promise<{ purchase_id: string; person_id: string }[]> {
  if (due.identities === null) return Promise.resolve([]);
  return asProjector(db, workspace_id, async (client) => {
    const { rows } = await client.query<{ purchase_id: string; outcome_at: Date }>(
      `select purchase_id, outcome_at from purchase where workspace_id = $1 and view = 'seller' and outcome_at < $2
       order by purchase_id`,
      [workspace_id, due.identities],
    );
    const people: { purchase_id: string; person_id: string }[] = [];
    for (const { purchase_id, outcome_at } of rows) {
      if (!isIdentityDue({ outcome_at: outcome_at.toISOString() }, due)) continue;
      const states = await client.query<{ state: string }>(
        'select state from purchase where workspace_id = $1 and purchase_id = $2',
        [workspace_id, purchase_id],
      );
      const guests = await client.query<{ person_id: string }>(
        `select person_id from guest where workspace_id = $1 and purchase_id = $2
           and (email is not null or name is distinct from $3 and name is not null)`,
        [workspace_id, purchase_id, ERASED_PERSON],
      );
      const ids = new Set([
        ...guests.rows.map((guest) => guest.person_id),
        ...states.rows.flatMap(({ state }) => named(JSON.parse(state) as PurchaseState)),
      ]);
      people.push(...[...ids].sort().map((person_id) => ({ purchase_id, person_id })));
    }
    return people;
  });
}

const named = (state: PurchaseState): string[] =>
  Object.values(state.stakeholders)
    .filter(({ name }) => name !== null && name !== ERASED_PERSON)
    .map(({ person_id }) => person_id);
