-- Figures about what buyers keep to themselves, as released; whose answers they rest on; and a feed of what is shared.

-- A figure as it was released, and nothing else: what stands here is all that sellers can learn of it. Never changed.
create table release (
  workspace_id text collate "C" not null,
  zone text collate "C" not null default 'seller' check (zone = 'seller'),
  subject text collate "C" not null,
  figure text collate "C" not null,
  week text collate "C" not null,
  people integer not null,
  mean double precision,
  shares json,
  primary key (workspace_id, zone, subject, figure, week)
);
comment on column release.week is 'The ISO week in which it was released; it counts what was recorded before that week began.';
comment on column release.shares is 'Of a figure of choices: the share (0-1) of people for each.';

-- What each person's part in a release was, as a digest, so that the next release can be held back until enough of them
-- changed. Nobody's to read: not even the buyers', whose other rooms are none of their business.
create table release_basis (
  workspace_id text collate "C" not null,
  zone text collate "C" not null default 'buyer' check (zone = 'buyer'),
  subject text collate "C" not null,
  figure text collate "C" not null,
  week text collate "C" not null,
  parts json not null,
  primary key (workspace_id, zone, subject, figure, week)
);
comment on column release_basis.parts is 'Person to digest of their answers.';

-- The weeks in which it was looked whether something can be released; so each week is looked at once.
create table release_round (
  workspace_id text collate "C" not null,
  zone text collate "C" not null default 'seller' check (zone = 'seller'),
  week text collate "C" not null,
  primary key (workspace_id, zone, week)
);

do $$
declare
  name text;
  matches text := $p$workspace_id = nullif(current_setting('coassent.workspace', true), '')
    and zone = any (string_to_array(nullif(current_setting('coassent.zones', true), ''), ','))$p$;
begin
  foreach name in array array['release', 'release_basis', 'release_round'] loop
    execute format('revoke all on table %I from public', name);
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy of_owner on %I to current_user using (true) with check (true)', name);
    execute format('create policy of_scope on %I to coassent_app, coassent_projector using (%s) with check (%s)',
      name, matches, matches);
  end loop;
end $$;

grant select on release to coassent_app;
grant select, insert on release, release_basis, release_round to coassent_projector;

-- Whoever reads only what is shared hears of that alone: a third feed beside those of the views.
alter table feed drop constraint feed_view_check;
alter table feed add constraint feed_view_check check (view in ('buyer', 'seller', 'shared'));
alter table change drop constraint change_view_check;
alter table change add constraint change_view_check check (view in ('buyer', 'seller', 'shared'));

-- Not everyone who writes may read their side's whole view, to which the record of what was asked belongs.
grant insert on command to coassent_projector;
revoke insert on command from coassent_app;
