import type { ClientBase } from 'pg';
import { ERASED_PERSON, ERASED_TEXT, type Identifiers, mentionsOf, withoutMentions } from '../core/erasure.ts';
import type { Db } from './db.ts';
import { asIdentity, becomeProjector } from './scope.ts';

/** Goes on as the role of identities in an open transaction, and becomes the projector again. */
export async function asIdentityWithin<T>(client: ClientBase, fn: () => Promise<T>): Promise<T> {
  await client.query('set local role coassent_identity');
  const result = await fn();
  await becomeProjector(client);
  return result;
}

/**
 * Mails of a workspace that name someone: those to their address are emptied, in others their name is replaced. A mail is
 * of the workspace that its link leads to. As the role of identities.
 */
export async function eraseMails(client: ClientBase, workspace_id: string, identifiers: Identifiers): Promise<void> {
  const { rows } = await client.query<{ mail_id: string; to_address: string; subject: string; body_text: string }>(
    'select mail_id, to_address, subject, body_text from identity.mail where strpos(body_text, $1) > 0',
    [`/${encodeURIComponent(workspace_id)}/`],
  );
  const theirs = new Set(identifiers.addresses.map((address) => address.toLowerCase()));
  const replace = (text: string): string => withoutMentions(text, identifiers, ERASED_PERSON);
  for (const { mail_id, to_address, subject, body_text } of rows) {
    if (theirs.has(to_address.toLowerCase())) await emptyMails(client, 'mail_id = $2', mail_id);
    else if (mentionsOf(`${subject}\n${body_text}`, identifiers).length > 0) {
      await client.query('update identity.mail set subject = $2, body_text = $3 where mail_id = $1', [
        ...[mail_id, replace(subject), replace(body_text)],
      ]);
    }
  }
}

async function emptyMails(client: ClientBase, which: string, value: string): Promise<void> {
  await client.query(
    `update identity.mail set to_address = $1, subject = $1, body_text = $1, body_html = null, headers = '{}',
       failure = case when failure is null then null else $1 end where ${which}`,
    [ERASED_TEXT, value],
  );
}

/** Takes rooms out of the lists of buyers; who is in none any more has no identity left. As the role of identities. */
export async function leaveRooms(
  client: ClientBase,
  buyer_ids: readonly string[],
  workspace_id: string,
  purchase_ids: readonly string[],
): Promise<void> {
  await client.query(
    'delete from identity.buyer_room where buyer_id = any($1) and workspace_id = $2 and purchase_id = any($3)',
    [buyer_ids, workspace_id, purchase_ids],
  );
  const { rows } = await client.query<{ buyer_id: string }>(
    `select buyer_id from identity.buyer b where buyer_id = any($1)
       and not exists (select from identity.buyer_room r where r.buyer_id = b.buyer_id)`,
    [buyer_ids],
  );
  for (const { buyer_id } of rows) await endIdentity(client, buyer_id);
}

async function endIdentity(client: ClientBase, buyer_id: string): Promise<void> {
  await client.query('delete from identity.buyer_session where buyer_id = $1', [buyer_id]);
  await client.query('delete from identity.buyer_room where buyer_id = $1', [buyer_id]);
  await client.query('delete from identity.buyer where buyer_id = $1', [buyer_id]);
}

/** Takes a buyer's whole identity away: sessions, list of rooms, address, and the mails to it. */
export async function eraseBuyer(db: Db, buyer_id: string): Promise<void> {
  await asIdentity(db, async (client) => {
    const { rows } = await client.query<{ email: string | null }>(
      'select email from identity.buyer where buyer_id = $1',
      [buyer_id],
    );
    const email = rows[0]?.email ?? null;
    if (email !== null) await emptyMails(client, 'lower(to_address) = lower($2)', email);
    await endIdentity(client, buyer_id);
  });
}

/** The name and address of a seller's account. As the role of identities. */
export async function userOf(client: ClientBase, user_id: string): Promise<{ name: string; email: string } | null> {
  const { rows } = await client.query<{ name: string; email: string }>(
    'select name, email from identity."user" where id = $1',
    [user_id],
  );
  return rows[0] ?? null;
}

/** Takes a seller out of a workspace; an account that is in no other is deleted. As the role of identities. */
export async function leaveWorkspace(client: ClientBase, user_id: string, workspace_id: string): Promise<void> {
  await client.query('delete from identity.user_member where user_id = $1 and workspace_id = $2', [
    user_id,
    workspace_id,
  ]);
  const rest = await client.query('select from identity.user_member where user_id = $1 limit 1', [user_id]);
  if (rest.rowCount !== 0) return;
  const user = await userOf(client, user_id);
  if (user !== null) {
    await client.query(
      `delete from identity."verification" where value = $1 or strpos(value, $2) > 0 or strpos("identifier", $2) > 0
         or strpos(value, '"' || $1 || '"') > 0`,
      [user_id, user.email],
    );
    await emptyMails(client, 'lower(to_address) = lower($2)', user.email);
  }
  await client.query('delete from identity."user" where id = $1', [user_id]);
}
