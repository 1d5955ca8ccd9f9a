import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import { ERASED_PERSON, ERASED_TEXT, mentionsOf } from '../core/erasure.ts';
import { VIEWS, type View, viewReads, type Zone } from '../core/zone.ts';
import { endFeedsOf } from './calendar-feed.ts';
import { identifiersOf, type KnownBy, learnFrom } from './erasure-text.ts';

/** Whose rows are erased, and where. */
export interface Rows {
  workspace_id: string;
  person_id: string;
  purchase_ids: readonly string[];
  zones: readonly Zone[];
  now: string;
}

const viewsOf = (zones: readonly Zone[]): View[] => VIEWS.filter((view) => zones.some((zone) => viewReads(view, zone)));

/** What stands of a person in rows: their names and addresses, for the sides that know each. As the projector. */
export async function learnFromRows(client: ClientBase, rows: Rows, known: KnownBy): Promise<void> {
  const { workspace_id, person_id, purchase_ids } = rows;
  const people = await client.query<{ view: View; name: string | null }>(
    'select view, name from person where workspace_id = $1 and person_id = $2',
    [workspace_id, person_id],
  );
  for (const { view, name } of people.rows) learnFrom(known, view, 'names', name);
  const own = [workspace_id, person_id, purchase_ids];
  const guests = await client.query<{ name: string | null; email: string | null }>(
    'select name, email from guest where workspace_id = $1 and person_id = $2 and purchase_id = any($3)',
    own,
  );
  for (const { name, email } of guests.rows) {
    learnFrom(known, 'buyer', 'names', name);
    learnFrom(known, 'buyer', 'addresses', email);
  }
  const passes = await client.query<{ zone: Zone; name: string | null; email: string }>(
    'select zone, name, email from pass where workspace_id = $1 and person_id = $2 and purchase_id = any($3)',
    own,
  );
  for (const { zone, name, email } of passes.rows) {
    // Who holds a pass is known to the buyers whoever made it.
    for (const of of new Set<Zone>([zone, 'buyer'])) {
      learnFrom(known, of, 'names', name);
      learnFrom(known, of, 'addresses', email);
    }
  }
}

/**
 * Takes a buyer out of the rows of purchases: their names and addresses, their passes, what they looked at, and their way
 * in. As the projector.
 * @returns the identities that were behind the guests
 */
export async function eraseBuyerRows(client: ClientBase, rows: Rows, known: KnownBy): Promise<string[]> {
  const { workspace_id, person_id, purchase_ids, zones, now } = rows;
  await erasePerson(client, rows);
  if (zones.includes('shared')) await eraseListed(client, rows, known);
  await eraseImported(client, rows, known);
  await eraseAuditTexts(client, rows, known);
  if (!zones.includes('buyer')) return [];
  const own = [workspace_id, person_id, purchase_ids];
  const mine = 'where workspace_id = $1 and person_id = $2 and purchase_id = any($3)';
  const guests = await client.query<{ buyer_id: string }>(`select distinct buyer_id from guest ${mine}`, own);
  await client.query(
    `update guest set name = $4, email = null, verified_at = null, state = 'former', administrator = false,
       left_at = coalesce(left_at, $5), buyer_id = $6 ${mine}`,
    [...own, ERASED_PERSON, now, `erased:${randomUUID()}`],
  );
  await client.query(`update pass set name = $4, email = $5, revoked_at = coalesce(revoked_at, spent_at, $6) ${mine}`, [
    ...own,
    ERASED_PERSON,
    ERASED_TEXT,
    now,
  ]);
  await client.query(`delete from viewing ${mine}`, own);
  await client.query(`delete from notice ${mine}`, own);
  const rest = await client.query(
    `select from guest where workspace_id = $1 and person_id = $2 and state = 'in' limit 1`,
    [workspace_id, person_id],
  );
  if (rest.rowCount === 0) {
    await endKeys(client, rows);
    await forgetSettings(client, rows);
  }
  return guests.rows.map((row) => row.buyer_id).filter((id) => !id.startsWith('erased:'));
}

/** Takes a seller out of the rows of the workspace. As the projector. @returns their account, where they have one */
export async function eraseSellerRows(client: ClientBase, rows: Rows, known: KnownBy): Promise<string | null> {
  const { workspace_id, person_id, now } = rows;
  await erasePerson(client, rows);
  await eraseImported(client, rows, known);
  await eraseAuditTexts(client, rows, known);
  await endKeys(client, rows);
  await client.query('delete from notice where workspace_id = $1 and person_id = $2', [workspace_id, person_id]);
  await forgetSettings(client, rows);
  const members = await client.query<{ user_id: string | null }>(
    'select user_id from member where workspace_id = $1 and person_id = $2',
    [workspace_id, person_id],
  );
  await client.query(
    `update member set user_id = null, removed_at = coalesce(removed_at, $3) where workspace_id = $1 and person_id = $2`,
    [workspace_id, person_id, now],
  );
  await client.query('update invitation set name = $3, email = $4 where workspace_id = $1 and lower(email) = any($2)', [
    workspace_id,
    addresses(known),
    ERASED_PERSON,
    ERASED_TEXT,
  ]);
  return members.rows[0]?.user_id ?? null;
}

/** How they wanted their mails, and where they live by their time zone. */
const forgetSettings = (client: ClientBase, { workspace_id, person_id }: Rows): Promise<unknown> =>
  client.query('delete from notice_setting where workspace_id = $1 and person_id = $2', [workspace_id, person_id]);

const addresses = (known: KnownBy, view: View = 'seller'): string[] =>
  identifiersOf(known, view).addresses.map((address) => address.toLowerCase());

/** The profile of a person in the workspace; who is still named in another purchase stays known there. */
async function erasePerson(client: ClientBase, { workspace_id, person_id, purchase_ids, zones }: Rows): Promise<void> {
  await client.query(
    `update person set name = $5, function = null where workspace_id = $1 and person_id = $2 and view = any($3)
       and not exists (select from event e where e.workspace_id = $1 and e.stream_kind = 'purchase'
         and not e.stream_id = any($4) and e.kind in ('stakeholder.named', 'stakeholder.entered')
         and e.zone in ('shared', person.view) and e.body->>'person_id' = $2)`,
    [workspace_id, person_id, viewsOf(zones), purchase_ids, ERASED_PERSON],
  );
}

/** The supplier's own list of who may come in. */
async function eraseListed(client: ClientBase, { workspace_id, purchase_ids }: Rows, known: KnownBy): Promise<void> {
  await client.query(
    `update room set listed = array(select entry from unnest(listed) entry where not lower(entry) = any($3))
     where workspace_id = $1 and purchase_id = any($2)`,
    [workspace_id, purchase_ids, addresses(known, 'buyer')],
  );
}

/** Rows of files that were imported or refused, as far as a view reads them. */
async function eraseImported(client: ClientBase, { workspace_id, zones }: Rows, known: KnownBy): Promise<void> {
  for (const view of viewsOf(zones)) {
    const identifiers = identifiersOf(known, view);
    const words = [...identifiers.names, ...identifiers.addresses].map((word) => `%${escapeLike(word)}%`);
    if (words.length === 0) continue;
    const { rows } = await client.query<{ import_id: string; n: number; text: string }>(
      `select import_id, n, value || ' ' || reason as text from import_refusal
       where workspace_id = $1 and view = $2 and (value ilike any($3) or reason ilike any($3))`,
      [workspace_id, view, words],
    );
    for (const { import_id, n, text } of rows) {
      if (!mentionsOf(text, identifiers).some(({ what }) => what !== 'part')) continue;
      await client.query(
        `update import_refusal set value = $5, reason = $5 where workspace_id = $1 and view = $2 and import_id = $3 and n = $4`,
        [workspace_id, view, import_id, n, ERASED_TEXT],
      );
    }
  }
}

/**
 * Uploads whose first rows name someone, unless an import of them is waiting or running. As the projector.
 * @returns the files that are to be deleted once the transaction is stored
 */
export async function eraseUploads(
  client: ClientBase,
  { workspace_id, zones }: Rows,
  known: KnownBy,
): Promise<string[]> {
  const files: string[] = [];
  for (const view of viewsOf(zones)) {
    const identifiers = identifiersOf(known, view);
    const words = [...identifiers.names, ...identifiers.addresses].map((word) => `%${escapeLike(word)}%`);
    const { rows } = await client.query<{ upload_id: string; file: string; text: string }>(
      `select upload_id, file, name || ' ' || preview::text as text from upload u
       where workspace_id = $1 and view = $2 and (name || ' ' || preview::text) ilike any($3)
         and not exists (select from import i where i.workspace_id = $1 and i.upload_id = u.upload_id
           and i.state in ('queued', 'running'))`,
      [workspace_id, view, words],
    );
    const theirs = rows.filter(({ text }) => mentionsOf(text, identifiers).some(({ what }) => what !== 'part'));
    files.push(...theirs.map(({ file }) => file));
    await client.query('delete from upload where workspace_id = $1 and view = $2 and upload_id = any($3)', [
      workspace_id,
      view,
      theirs.map(({ upload_id }) => upload_id),
    ]);
  }
  return files;
}

const escapeLike = (word: string): string => word.replaceAll(/[\\%_]/g, '\\$&');

/** What the logs of the sides hold of a person: entries about and by them, and those that name their address. */
async function eraseAuditTexts(
  client: ClientBase,
  { workspace_id, person_id, purchase_ids, zones }: Rows,
  known: KnownBy,
): Promise<void> {
  for (const view of viewsOf(zones)) {
    await client.query(
      `update audit_text t set content = $5 where t.workspace_id = $1 and t.zone = $2
         and (t.purchase_id is null or t.purchase_id = any($4))
         and (lower(t.content) = any($6) or t.content = any($7) or exists (select from audit a where a.workspace_id = $1
           and a.zone = $2 and a.audit_id = split_part(t.text_id, '/', 1)
           and (a.about->>'person_id' = $3 or a.actor->>'id' = $3 and a.action in ('guest.entered', 'guest.waits', 'guest.refused'))))`,
      [
        ...[workspace_id, view, person_id, purchase_ids, ERASED_TEXT, addresses(known, view)],
        identifiersOf(known, view).names,
      ],
    );
  }
}

/** Keys of who is gone open nothing; what they were called may name them. */
async function endKeys(client: ClientBase, { workspace_id, person_id, now }: Rows): Promise<void> {
  await endFeedsOf(client, { workspace_id, person_id, now });
  const { rows } = await client.query<{ key_id: string }>(
    `update api_key set revoked_at = coalesce(revoked_at, $3), name = $4 where workspace_id = $1 and person_id = $2
     returning key_id`,
    [workspace_id, person_id, now, ERASED_TEXT],
  );
  if (rows.length === 0) return;
  await client.query(
    `update audit_text t set content = $3 from audit a where t.workspace_id = $1 and a.workspace_id = $1 and a.zone = t.zone
       and a.audit_id = split_part(t.text_id, '/', 1) and a.about->>'key_id' = any($2)`,
    [workspace_id, rows.map((row) => row.key_id), ERASED_TEXT],
  );
}
