-- What is recorded about people, and how it ends: texts of the audit log outside of it, erasures by purchase, the review of
-- texts that mention someone erased, and how long a workspace keeps things.

-- Names and addresses of audit entries; entries refer to them as {"$text": text_id}, so that they can be erased while the
-- log stays whole.
create table audit_text (
  workspace_id text collate "C" not null,
  zone text collate "C" not null check (zone in ('buyer', 'seller')),
  text_id text collate "C" not null,
  purchase_id text collate "C",
  content text not null,
  primary key (workspace_id, zone, text_id)
);

-- Entries of before keep theirs inside. Moved once, by who migrates; nobody who works can change an entry.
insert into audit_text (workspace_id, zone, text_id, purchase_id, content)
  select workspace_id, zone, audit_id || '/email', purchase_id, about->>'email' from audit where about->>'email' is not null;
update audit set about = (about::jsonb || jsonb_build_object('email', jsonb_build_object('$text', audit_id || '/email')))::json
  where about->>'email' is not null;

-- One row for each purchase that an erasure reaches, so that those of different customers are never seen together.
alter table erasure add column purchase_id text collate "C";
comment on column erasure.purchase_id is 'Null for someone of the selling side.';
comment on column erasure.erased is 'How many names were replaced in the zone of the row.';

-- A text that may name someone who was erased, for the side in whose zone it stands.
--
--   open ──▶ blanked
--        └─▶ kept
create table review (
  workspace_id text collate "C" not null,
  zone text collate "C" not null check (zone in ('buyer', 'seller')),
  review_id text collate "C" not null,
  erasure_id text collate "C" not null,
  purchase_id text collate "C" not null,
  person_id text collate "C" not null,
  event_id text collate "C" not null,
  text_zone text collate "C" not null check (text_zone in ('shared', 'buyer', 'seller')),
  text_id text collate "C" not null,
  spans integer[] not null,
  found_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'blanked', 'kept')),
  decided_by text,
  decided_at timestamptz,
  primary key (workspace_id, zone, review_id),
  unique (workspace_id, zone, erasure_id, text_zone, text_id)
);
comment on column review.spans is 'From and length of each mention, one after the other: never the words themselves.';

create table retention (
  workspace_id text collate "C" not null,
  zone text collate "C" not null default 'seller' check (zone = 'seller'),
  viewings_days integer,
  mails_days integer,
  uploads_days integer,
  spent_days integer not null,
  identities_months integer,
  changed_at timestamptz not null,
  changed_by text,
  primary key (workspace_id, zone)
);

do $$
declare
  tenant text;
  matches text;
begin
  drop policy of_scope on erasure;
  foreach tenant in array array['audit_text', 'review', 'retention', 'erasure'] loop
    matches := $p$workspace_id = nullif(current_setting('coassent.workspace', true), '')
      and zone = any (string_to_array(nullif(current_setting('coassent.zones', true), ''), ','))$p$;
    if tenant <> 'retention' then
      matches := matches || $p$ and (purchase_id is null or in_purchases(purchase_id))$p$;
    end if;
    if tenant <> 'erasure' then
      execute format('revoke all on table %I from public', tenant);
      execute format('alter table %I enable row level security', tenant);
      execute format('alter table %I force row level security', tenant);
      execute format('create policy of_owner on %I to current_user using (true) with check (true)', tenant);
    end if;
    execute format('create policy of_scope on %I to coassent_app, coassent_projector using (%s) with check (%s)',
      tenant, matches, matches);
  end loop;
end $$;

grant select, insert on audit_text, review to coassent_app, coassent_projector;
grant update on audit_text, review to coassent_projector;
grant select, insert, update on retention to coassent_app;
grant select on retention to coassent_projector;
-- What is kept for a time, and what erasing takes away.
grant delete on viewing, pass, invitation to coassent_projector;
grant select, update, delete on upload to coassent_projector;
grant select, update on import_refusal to coassent_projector;
