-- Single sign-on of a workspace with its own OpenID provider, and keys of services.
--
-- All of it is the workspace's own: whom its provider named, and the sessions that came of it, open this workspace and no
-- other. Only which provider an address is sent to has to be found without knowing the workspace.

create table sso_provider (
  workspace_id text collate "C" not null,
  zone text collate "C" not null default 'seller' check (zone = 'seller'),
  provider_id text collate "C" not null,
  label text not null,
  issuer text not null,
  client_id text not null,
  secret_sealed text not null,
  default_role text not null check (default_role in ('lead', 'member', 'partner')),
  required boolean not null default false,
  changed_by text,
  changed_at timestamptz not null,
  primary key (workspace_id, zone)
);
comment on column sso_provider.secret_sealed is 'Encrypted with a key that does not stand in the database.';
comment on column sso_provider.required is 'People of its domains come into this workspace in no other way.';

create table sso_domain (
  workspace_id text collate "C" not null,
  zone text collate "C" not null default 'seller' check (zone = 'seller'),
  domain text collate "C" not null,
  proven_by text,
  proven_at timestamptz,
  primary key (workspace_id, zone, domain)
);
comment on column sso_domain.proven_by is 'The admin who has a confirmed address of this domain.';

-- Whom the provider named, by its own name for them. An address leads to one of them.
create table sso_person (
  workspace_id text collate "C" not null,
  zone text collate "C" not null default 'seller' check (zone = 'seller'),
  issuer text collate "C" not null,
  subject text collate "C" not null,
  person_id text collate "C" not null,
  email text collate "C",
  linked_at timestamptz not null,
  primary key (workspace_id, zone, issuer, subject),
  unique (workspace_id, zone, email)
);

-- A sign-in that is under way: spent by the first answer that brings its state.
create table sso_attempt (
  workspace_id text collate "C" not null,
  zone text collate "C" not null default 'seller' check (zone = 'seller'),
  digest text collate "C" not null,
  browser_digest text not null,
  verifier text not null,
  nonce text not null,
  back text not null,
  expires_at timestamptz not null,
  primary key (workspace_id, zone, digest)
);

create table sso_session (
  workspace_id text collate "C" not null,
  zone text collate "C" not null default 'seller' check (zone = 'seller'),
  digest text collate "C" not null,
  session_id text collate "C" not null,
  person_id text collate "C" not null,
  agent text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (workspace_id, zone, digest),
  unique (workspace_id, zone, session_id)
);

-- A key of the workspace itself: no person's leaving ends it, and no person's rights bound it.
alter table api_key alter column person_id drop not null;
alter table api_key add column made_by text;
alter table api_key add constraint api_key_of_someone check (person_id is not null or (made_by is not null and zone = 'seller'));
comment on column api_key.person_id is 'Whose rights bound the key, and whose membership it dies with; null for a service.';
comment on column api_key.made_by is 'For a service: the admin who made it.';

do $$
declare
  tenant text;
  matches constant text := $p$workspace_id = nullif(current_setting('coassent.workspace', true), '')
    and zone = any (string_to_array(nullif(current_setting('coassent.zones', true), ''), ','))$p$;
begin
  foreach tenant in array array['sso_provider', 'sso_domain', 'sso_person', 'sso_attempt', 'sso_session'] loop
    execute format('revoke all on table %I from public', tenant);
    execute format('alter table %I enable row level security', tenant);
    execute format('alter table %I force row level security', tenant);
    execute format('create policy of_owner on %I to current_user using (true) with check (true)', tenant);
    execute format('create policy of_scope on %I to coassent_app, coassent_projector using (%s) with check (%s)',
      tenant, matches, matches);
  end loop;
end $$;

grant select, insert, update, delete on sso_provider, sso_domain to coassent_app;
grant select, update on sso_session to coassent_app;
grant select on sso_provider, sso_domain to coassent_projector;
grant select, insert, update on sso_person, sso_session to coassent_projector;
grant select, insert, delete on sso_attempt to coassent_projector;

-- Which providers an address is offered, by its domain.
create table identity.sso_door (
  provider_id text collate "C" primary key,
  workspace_id text collate "C" not null unique,
  domains text[] not null
);
create index sso_door_by_domain on identity.sso_door using gin (domains);
grant select, insert, update, delete on identity.sso_door to coassent_identity;

-- Sellers' sessions are kept by digests from here on; those that are open stay so.
update identity."session" set "token" = rtrim(translate(encode(sha256(convert_to("token", 'UTF8')), 'base64'), '+/', '-_'), '=');
