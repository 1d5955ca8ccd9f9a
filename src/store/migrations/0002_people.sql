-- Who people are, how they come in, and what is recorded of it.
--
-- What belongs to a workspace stands in tenant tables as before: workspace first in every key, row-level security by
-- workspace, zone, purchases and reach. What identifies a person across workspaces stands in the schema `identity`, which
-- only coassent_identity can use: no query that serves a workspace can learn of another's rooms.

create schema identity;
revoke all on schema identity from public;
grant usage on schema identity to coassent_identity;

-- open: whoever reaches the program on this machine says who acts. accounts: only sessions, entries and keys act.
alter table workspace add column doors text not null default 'open' check (doors in ('open', 'accounts'));
alter table workspace add column settings json not null default '{}';

create table member (
  workspace_id text collate "C" not null,
  zone text collate "C" not null default 'seller' check (zone = 'seller'),
  person_id text collate "C" not null,
  user_id text collate "C",
  role text not null check (role in ('admin', 'lead', 'member', 'partner')),
  joined_at timestamptz not null,
  removed_at timestamptz,
  primary key (workspace_id, zone, person_id),
  foreign key (workspace_id) references workspace (workspace_id)
);
comment on column member.user_id is 'In identity.user; null for who was made without an account.';

create table invitation (
  workspace_id text collate "C" not null,
  zone text collate "C" not null default 'seller' check (zone = 'seller'),
  invitation_id text collate "C" not null,
  digest text not null,
  email text not null,
  name text not null,
  role text not null check (role in ('admin', 'lead', 'member', 'partner')),
  invited_by text not null,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  primary key (workspace_id, zone, invitation_id)
);

create table pod (
  workspace_id text collate "C" not null,
  zone text collate "C" not null default 'seller' check (zone = 'seller'),
  pod_id text collate "C" not null,
  name text not null,
  region text,
  primary key (workspace_id, zone, pod_id)
);

create table pod_member (
  workspace_id text collate "C" not null,
  zone text collate "C" not null default 'seller' check (zone = 'seller'),
  pod_id text collate "C" not null,
  person_id text collate "C" not null,
  job_ids text[] not null default '{}',
  primary key (workspace_id, zone, pod_id, person_id),
  foreign key (workspace_id, zone, pod_id) references pod (workspace_id, zone, pod_id) on delete cascade
);
comment on column pod_member.job_ids is 'The buying jobs that this member helps with.';

create table pod_purchase (
  workspace_id text collate "C" not null,
  zone text collate "C" not null default 'seller' check (zone = 'seller'),
  purchase_id text collate "C" not null,
  pod_id text collate "C" not null,
  primary key (workspace_id, zone, purchase_id),
  foreign key (workspace_id, zone, pod_id) references pod (workspace_id, zone, pod_id) on delete cascade
);

-- A key of a person or a service, kept as its digest only.
create table api_key (
  workspace_id text collate "C" not null,
  zone text collate "C" not null default 'seller' check (zone in ('seller', 'buyer')),
  key_id text collate "C" not null,
  digest text not null,
  person_id text collate "C" not null,
  name text not null,
  agent boolean not null default false,
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (workspace_id, zone, key_id)
);
comment on column api_key.person_id is 'Whose rights bound the key; a key dies with its person''s membership.';

-- The door of a purchase's room, as the supplier sets it. A room that was opened once is only ever closed.
create table room (
  workspace_id text collate "C" not null,
  zone text collate "C" not null default 'shared' check (zone = 'shared'),
  purchase_id text collate "C" not null,
  rung text not null check (rung in ('open', 'name', 'email', 'verified', 'listed', 'password')),
  listed text[] not null default '{}',
  expires_at timestamptz,
  opened_at timestamptz not null,
  closed_at timestamptz,
  closed_by text,
  primary key (workspace_id, zone, purchase_id)
);
comment on column room.listed is 'Addresses and domains that the rung `listed` lets in.';

-- What opens a room: the digest of its link and its password's hash.
create table room_secret (
  workspace_id text collate "C" not null,
  zone text collate "C" not null default 'seller' check (zone = 'seller'),
  purchase_id text collate "C" not null,
  link_digest text,
  password_hash text,
  primary key (workspace_id, zone, purchase_id)
);

-- Someone who is, was, or waits to be let into a room. The buyers' own record; sellers see the stakeholders in the ledger.
create table guest (
  workspace_id text collate "C" not null,
  zone text collate "C" not null default 'buyer' check (zone = 'buyer'),
  purchase_id text collate "C" not null,
  person_id text collate "C" not null,
  buyer_id text collate "C" not null,
  name text,
  email text,
  verified_at timestamptz,
  state text not null check (state in ('waiting', 'in', 'former', 'refused')),
  administrator boolean not null default false,
  reach text not null check (reach in ('shared', 'entry', 'all')),
  reach_from timestamptz,
  let_in_by text,
  came_at timestamptz not null,
  left_at timestamptz,
  primary key (workspace_id, zone, purchase_id, person_id)
);
comment on column guest.reach is 'What of the buyer zone they read: none of it, from reach_from on, or all.';

-- A pass by mail into one room, spent by one press of a button.
create table pass (
  workspace_id text collate "C" not null,
  zone text collate "C" not null check (zone in ('buyer', 'seller')),
  pass_id text collate "C" not null,
  digest text not null,
  purchase_id text collate "C" not null,
  person_id text collate "C" not null,
  email text not null,
  name text,
  consultant boolean not null default false,
  made_by text,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  spent_at timestamptz,
  revoked_at timestamptz,
  primary key (workspace_id, zone, pass_id)
);
comment on column pass.zone is 'The side that made it.';

-- Who did what with doors, grants, zones, exports, keys and settings. Nobody changes or deletes a row.
create table audit (
  workspace_id text collate "C" not null,
  zone text collate "C" not null check (zone in ('buyer', 'seller')),
  audit_id text collate "C" not null,
  at timestamptz not null,
  action text collate "C" not null,
  purchase_id text collate "C",
  actor json not null,
  about json not null default '{}',
  primary key (workspace_id, zone, audit_id)
);
create index audit_by_time on audit (workspace_id, zone, at desc, audit_id);
comment on column audit.zone is 'Whose log it stands in; what concerns both sides stands in both, as two rows.';

-- What buyers looked at, as far as it is recorded at all; they see every row of theirs.
create table viewing (
  workspace_id text collate "C" not null,
  zone text collate "C" not null check (zone in ('shared', 'buyer')),
  viewing_id text collate "C" not null,
  purchase_id text collate "C" not null,
  person_id text collate "C" not null,
  what text not null,
  day date not null,
  times integer not null default 1,
  last_at timestamptz not null,
  primary key (workspace_id, zone, viewing_id),
  unique (workspace_id, zone, purchase_id, person_id, what, day)
);

-- A request of or about a person: what is recorded (access) or that it be erased.
create table erasure (
  workspace_id text collate "C" not null,
  zone text collate "C" not null check (zone in ('shared', 'buyer', 'seller')),
  erasure_id text collate "C" not null,
  person_id text collate "C" not null,
  asked_by text not null,
  asked_at timestamptz not null,
  done_at timestamptz,
  erased integer not null default 0,
  primary key (workspace_id, zone, erasure_id)
);

-- Policies. Besides workspace and zone: only the purchases of the transaction (`*`, or ids joined by the unit separator),
-- and of the buyer zone of the ledger only what was recorded from the transaction's reach on. Forgotten, each matches nothing.
create function in_purchases(purchase_id text) returns boolean language sql stable parallel safe
  as $f$ select current_setting('coassent.purchases', true) = '*'
    or purchase_id = any (string_to_array(nullif(current_setting('coassent.purchases', true), ''), e'\x1f')) $f$;

do $$
declare
  tenant record;
  matches text;
begin
  for tenant in
    select c.oid::regclass as name, c.relname,
      exists (select 1 from pg_policy p where p.polrelid = c.oid) as has_policies,
      (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attname in ('zone', 'view')) as kept_by,
      exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'purchase_id') as of_purchase
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'schema_migration'
  loop
    matches := $p$workspace_id = nullif(current_setting('coassent.workspace', true), '')$p$;
    if tenant.kept_by is not null then
      matches := matches || format(
        $p$ and %I = any (string_to_array(nullif(current_setting('coassent.zones', true), ''), ','))$p$, tenant.kept_by);
    end if;
    if tenant.relname = 'event' then
      matches := matches || $p$ and (stream_kind <> 'purchase' or in_purchases(stream_id))
        and (zone <> 'buyer' or recorded_at >= nullif(current_setting('coassent.reach', true), '')::timestamptz)$p$;
    elsif tenant.of_purchase and tenant.relname not in ('person', 'import_purchase') then
      matches := matches || $p$ and (purchase_id is null or in_purchases(purchase_id))$p$;
    end if;
    if tenant.has_policies then
      execute format('drop policy of_scope on %s', tenant.name);
    else
      execute format('revoke all on table %s from public', tenant.name);
      execute format('alter table %s enable row level security', tenant.name);
      execute format('alter table %s force row level security', tenant.name);
      execute format('create policy of_owner on %s to current_user using (true) with check (true)', tenant.name);
    end if;
    execute format('create policy of_scope on %s to coassent_app, coassent_projector using (%s) with check (%s)',
      tenant.name, matches, matches);
  end loop;
end $$;

grant select on member, invitation, pod, pod_member, pod_purchase, api_key, room, room_secret, guest, pass, audit, viewing,
  erasure to coassent_app, coassent_projector;
grant insert, update on member, invitation, pod, pod_member, pod_purchase, api_key, room, room_secret, guest, pass, viewing,
  erasure to coassent_app, coassent_projector;
grant delete on pod, pod_member, pod_purchase to coassent_app;
-- Append-only: no update, no delete, for anybody who works.
grant insert on audit to coassent_app, coassent_projector;
-- Erasing replaces texts that stand outside the ledger; the ledger itself stays.
grant update, delete on outside_text to coassent_projector;
grant update on person to coassent_projector;

-- A buyer across workspaces: one identity, known only to themselves.
create table identity.buyer (
  buyer_id text collate "C" primary key,
  email text,
  verified_at timestamptz,
  created_at timestamptz not null
);
create unique index buyer_by_email on identity.buyer (lower(email)) where verified_at is not null;

create table identity.buyer_session (
  digest text collate "C" primary key,
  session_id text collate "C" not null unique,
  buyer_id text collate "C" not null references identity.buyer,
  agent text,
  created_at timestamptz not null,
  last_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index buyer_session_by_buyer on identity.buyer_session (buyer_id);

-- The common list of a buyer's rooms.
create table identity.buyer_room (
  buyer_id text collate "C" not null references identity.buyer,
  workspace_id text collate "C" not null,
  purchase_id text collate "C" not null,
  person_id text collate "C" not null,
  primary key (buyer_id, workspace_id, purchase_id)
);

-- Which workspaces a signed-in seller belongs to.
create table identity.user_member (
  user_id text collate "C" not null,
  workspace_id text collate "C" not null,
  person_id text collate "C" not null,
  primary key (user_id, workspace_id)
);

-- Mails that no server took, for the mailbox page of the machine's owner; and the record of those that were sent.
create table identity.mail (
  mail_id text collate "C" primary key,
  to_address text not null,
  subject text not null,
  body_text text not null,
  body_html text,
  headers json not null default '{}',
  made_at timestamptz not null,
  sent_at timestamptz,
  failure text
);
grant select, insert, update, delete on all tables in schema identity to coassent_identity;
