import { randomUUID } from 'node:crypto';
import type { NewcomerRole, SsoDomain } from '../core/sso.ts';
import type { Db } from './db.ts';
import { asApp, asIdentity, asProjector, type Scope } from './scope.ts';

/** The OpenID provider of a workspace. */
export interface SsoProvider {
  provider_id: string;
  /** What its button says. */
  label: string;
  issuer: string;
  client_id: string;
  /** Encrypted; who has only the database cannot read it. */
  secret_sealed: string;
  default_role: NewcomerRole;
  /** People of its domains come into the workspace in no other way. */
  required: boolean;
  changed_at: string;
  domains: SsoDomain[];
}

export interface SsoSetting extends Omit<SsoProvider, 'provider_id' | 'changed_at' | 'domains'> {
  domains: readonly string[];
  /** The domain of the admin's own confirmed address, which proves it; null where they have none. */
  proves: string | null;
}

const select = `select p.provider_id, p.label, p.issuer, p.client_id, p.secret_sealed, p.default_role, p.required, p.changed_at,
  coalesce((select json_agg(json_build_object('domain', d.domain, 'proven', d.proven_at is not null) order by d.domain)
    from sso_domain d where d.workspace_id = p.workspace_id), '[]') as domains
  from sso_provider p where p.workspace_id = $1`;

interface ProviderRow extends Omit<SsoProvider, 'changed_at'> {
  changed_at: Date;
}

/** The provider of a workspace; null where none is set. Not for showing: it holds the secret, sealed. */
export function ssoProviderOf(db: Db, workspace_id: string): Promise<SsoProvider | null> {
  return asProjector(db, workspace_id, async (client) => {
    const { rows } = await client.query<ProviderRow>({ name: 'sso provider', text: select, values: [workspace_id] });
    const [row] = rows;
    return row === undefined ? null : { ...row, changed_at: row.changed_at.toISOString() };
  });
}

/** Whether people with addresses of a domain come into a workspace by its provider only. */
export function ssoRequiredFor(db: Db, workspace_id: string, domain: string): Promise<boolean> {
  return asProjector(db, workspace_id, async (client) => {
    const { rows } = await client.query({
      name: 'sso required',
      text: `select 1 from sso_provider p join sso_domain d on d.workspace_id = p.workspace_id
        where p.workspace_id = $1 and p.required and d.domain = $2`,
      values: [workspace_id, domain],
    });
    return rows.length > 0;
  });
}

/**
 * Sets the provider of a workspace. A domain that was proven stays so while it is listed. Another issuer or client names
 * people anew, so every session that came of the old one ends.
 */
export async function putSso(db: Db, scope: Scope, setting: SsoSetting): Promise<void> {
  const { workspace_id, person_id } = scope;
  const before = await ssoProviderOf(db, workspace_id);
  const provider_id = before?.provider_id ?? randomUUID();
  await asApp(db, scope, async (client) => {
    const now = new Date();
    await client.query(
      `insert into sso_provider (workspace_id, provider_id, label, issuer, client_id, secret_sealed, default_role, required,
         changed_by, changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (workspace_id, zone) do update set label = $3, issuer = $4, client_id = $5, secret_sealed = $6,
         default_role = $7, required = $8, changed_by = $9, changed_at = $10`,
      [
        workspace_id,
        provider_id,
        setting.label,
        setting.issuer,
        setting.client_id,
        setting.secret_sealed,
        setting.default_role,
        setting.required,
        person_id,
        now,
      ],
    );
    await client.query('delete from sso_domain where workspace_id = $1 and domain <> all ($2)', [
      workspace_id,
      setting.domains,
    ]);
    await client.query(
      `insert into sso_domain (workspace_id, domain) select $1, unnest($2::text[])
       on conflict (workspace_id, zone, domain) do nothing`,
      [workspace_id, setting.domains],
    );
    await client.query(
      `update sso_domain set proven_by = $3, proven_at = $4
       where workspace_id = $1 and domain = $2 and proven_at is null`,
      [workspace_id, setting.proves, person_id, now],
    );
    if (before !== null && (before.issuer !== setting.issuer || before.client_id !== setting.client_id)) {
      await client.query(END_SESSIONS, [workspace_id, now]);
    }
  });
  await asIdentity(db, (client) =>
    client.query(
      `insert into identity.sso_door (provider_id, workspace_id, domains) values ($1, $2, $3)
       on conflict (provider_id) do update set domains = excluded.domains`,
      [provider_id, workspace_id, setting.domains],
    ),
  );
}

const END_SESSIONS = 'update sso_session set revoked_at = $2 where workspace_id = $1 and revoked_at is null';

/** Takes the provider away; sessions that came of it end at once. @returns whether there was one */
export async function deleteSso(db: Db, scope: Scope): Promise<boolean> {
  const { workspace_id } = scope;
  await asIdentity(db, (client) =>
    client.query('delete from identity.sso_door where workspace_id = $1', [workspace_id]),
  );
  return asApp(db, scope, async (client) => {
    await client.query(END_SESSIONS, [workspace_id, new Date()]);
    await client.query('delete from sso_domain where workspace_id = $1', [workspace_id]);
    const { rowCount } = await client.query('delete from sso_provider where workspace_id = $1', [workspace_id]);
    return rowCount === 1;
  });
}

/** The workspaces whose providers an address of a domain is offered. */
export function ssoDoorsOfDomain(db: Db, domain: string): Promise<string[]> {
  return asIdentity(db, async (client) => {
    const { rows } = await client.query<{ workspace_id: string }>(
      'select workspace_id from identity.sso_door where domains @> array[$1] order by provider_id limit 10',
      [domain],
    );
    return rows.map((row) => row.workspace_id);
  });
}

/** The workspace of a provider; null where there is none. */
export function workspaceOfSso(db: Db, provider_id: string): Promise<string | null> {
  return asIdentity(db, async (client) => {
    const { rows } = await client.query<{ workspace_id: string }>(
      'select workspace_id from identity.sso_door where provider_id = $1',
      [provider_id],
    );
    return rows[0]?.workspace_id ?? null;
  });
}
