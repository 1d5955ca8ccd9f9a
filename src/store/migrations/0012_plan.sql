-- Addresses from which a calendar reads a plan: of one person, for one purchase. The token of the address is kept as a digest.
create table calendar_feed (
  workspace_id text collate "C" not null,
  zone text collate "C" not null check (zone in ('buyer', 'seller')),
  feed_id text collate "C" not null,
  purchase_id text collate "C" not null,
  person_id text collate "C" not null,
  digest text collate "C" not null,
  made_at timestamptz not null,
  last_read_at timestamptz,
  revoked_at timestamptz,
  primary key (workspace_id, zone, feed_id),
  unique (workspace_id, zone, digest)
);
comment on column calendar_feed.zone is 'The side of the person.';

-- In which purchases steps were done: what durations are learned from.
create index event_step_progressed on event (workspace_id, stream_id) where kind = 'step.progressed';

do $$
declare
  matches text := $p$workspace_id = nullif(current_setting('coassent.workspace', true), '')
    and zone = any (string_to_array(nullif(current_setting('coassent.zones', true), ''), ','))
    and (purchase_id is null or in_purchases(purchase_id))$p$;
begin
  revoke all on table calendar_feed from public;
  alter table calendar_feed enable row level security;
  alter table calendar_feed force row level security;
  execute 'create policy of_owner on calendar_feed to current_user using (true) with check (true)';
  execute format('create policy of_scope on calendar_feed to coassent_app, coassent_projector using (%s) with check (%s)',
    matches, matches);
end $$;

grant select, insert, update on calendar_feed to coassent_projector;
