-- How a supplier shows itself to buyers: a name, a colour and a small picture. The supplier's own; the program shows it.
create table brand (
  workspace_id text collate "C" not null,
  zone text collate "C" not null default 'seller' check (zone = 'seller'),
  name text,
  colour text,
  logo bytea,
  logo_type text check (logo_type in ('image/png', 'image/jpeg', 'image/webp')),
  changed_at timestamptz not null,
  changed_by text,
  primary key (workspace_id, zone)
);

do $$
declare
  matches text := $p$workspace_id = nullif(current_setting('coassent.workspace', true), '')
    and zone = any (string_to_array(nullif(current_setting('coassent.zones', true), ''), ','))$p$;
begin
  revoke all on table brand from public;
  alter table brand enable row level security;
  alter table brand force row level security;
  create policy of_owner on brand to current_user using (true) with check (true);
  execute format('create policy of_scope on brand to coassent_app, coassent_projector using (%s) with check (%s)',
    matches, matches);
end $$;

grant select, insert, update on brand to coassent_app;
grant select on brand to coassent_projector;
