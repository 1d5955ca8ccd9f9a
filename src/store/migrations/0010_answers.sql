-- Who said something without their name is read by them alone, and the answers of a supplier that every room may find.

-- As with the pulse: not by the other side, and not by colleagues who read all of their side's zone.
do $$
declare
  matches text := $p$workspace_id = nullif(current_setting('coassent.workspace', true), '')
    and zone = any (string_to_array(nullif(current_setting('coassent.zones', true), ''), ','))
    and (kind <> 'question.owned' or actor ->> 'id' = nullif(current_setting('coassent.person', true), ''))$p$;
begin
  execute format('create policy of_asker on event as restrictive to coassent_app using (%s) with check (%s)',
    matches, matches);
end $$;

-- An answer of the supplier's library. In the shared zone customers find it; in the seller zone the supplier alone does. It
-- says nothing of the room that it comes from: its id is a digest.
create table library_answer (
  workspace_id text collate "C" not null,
  zone text collate "C" not null check (zone in ('shared', 'seller')),
  library_id text collate "C" not null,
  question text not null,
  answer text not null,
  source text,
  owner_id text collate "C",
  answered_on date not null,
  reviewed_on date,
  changed_at timestamptz not null,
  primary key (workspace_id, zone, library_id)
);
comment on column library_answer.reviewed_on is 'The day on which somebody last looked whether it still holds.';

do $$
declare
  matches text := $p$workspace_id = nullif(current_setting('coassent.workspace', true), '')
    and zone = any (string_to_array(nullif(current_setting('coassent.zones', true), ''), ','))$p$;
begin
  revoke all on library_answer from public;
  alter table library_answer enable row level security;
  alter table library_answer force row level security;
  execute 'create policy of_owner on library_answer to current_user using (true) with check (true)';
  execute format('create policy of_scope on library_answer to coassent_app, coassent_projector using (%s) with check (%s)',
    matches, matches);
end $$;

grant select, insert, update on library_answer to coassent_app;
grant select, update on library_answer to coassent_projector;
