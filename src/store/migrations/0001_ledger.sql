-- The ledger, what screens read of it, and who may see which row.
--
-- Every table of a workspace has workspace_id first in its keys and is held by row-level security (architecture,
-- "Storage"). Ids are the client's, compared byte by byte. Bodies and states are json, not jsonb: key order survives.

create table workspace (
  workspace_id text collate "C" primary key,
  name text not null,
  simulated boolean not null default false,
  created_at timestamptz not null
);

-- Someone as one view knows them: a person whom only buyers named is not in the sellers' view.
create table person (
  workspace_id text collate "C" not null,
  view text collate "C" not null check (view in ('buyer', 'seller')),
  person_id text collate "C" not null,
  side text not null check (side in ('buyer', 'seller')),
  name text,
  function text,
  purchase_id text,
  primary key (workspace_id, view, person_id),
  foreign key (workspace_id) references workspace (workspace_id)
);

comment on column person.purchase_id is 'The purchase that a buyer was named in last.';

-- One row per stream, without content: its lock orders the writers of the stream. Only the projector reads it, because
-- last_seq counts private events too.
create table stream (
  workspace_id text collate "C" not null,
  stream_kind text collate "C" not null check (stream_kind in ('purchase', 'account', 'pod', 'library', 'workspace')),
  stream_id text collate "C" not null,
  last_seq integer not null,
  last_recorded_at timestamptz not null,
  primary key (workspace_id, stream_kind, stream_id)
);

-- No foreign keys: they would cost each event as much as storing it, and the writer holds its stream's lock anyway.
create table event (
  workspace_id text collate "C" not null,
  stream_kind text collate "C" not null,
  stream_id text collate "C" not null,
  seq integer not null check (seq > 0),
  id text collate "C" not null,
  kind text not null,
  v smallint not null,
  zone text collate "C" not null check (zone in ('shared', 'buyer', 'seller')),
  actor json not null,
  on_behalf_of text,
  command_id text,
  cause_id text,
  import_id text,
  source text,
  occurred_at timestamptz not null,
  known_at timestamptz not null,
  recorded_at timestamptz not null,
  body json not null,
  primary key (workspace_id, stream_kind, stream_id, seq),
  -- With the zone, so that a taken id tells nobody of an event that they may not read.
  unique (workspace_id, zone, id)
);

-- Names and free text of event bodies; the ledger refers to them as {"$text": text_id}.
create table outside_text (
  workspace_id text collate "C" not null,
  zone text collate "C" not null check (zone in ('shared', 'buyer', 'seller')),
  text_id text collate "C" not null,
  content text not null,
  primary key (workspace_id, zone, text_id)
);

-- What was asked under which command id, so that a repeated delivery is recognised.
create table command (
  workspace_id text collate "C" not null,
  view text collate "C" not null check (view in ('buyer', 'seller')),
  command_id text collate "C" not null,
  digest text not null,
  event_ids text[] not null,
  primary key (workspace_id, view, command_id)
);

-- A purchase as one view knows it: the folded state, and what lists filter and sort by.
create table purchase (
  workspace_id text collate "C" not null,
  view text collate "C" not null check (view in ('buyer', 'seller')),
  purchase_id text collate "C" not null,
  name text,
  account_name text,
  amount_minor bigint,
  stage text,
  outcome text,
  outcome_at timestamptz,
  opened_at timestamptz not null,
  opened_known_at timestamptz not null,
  last_at timestamptz not null,
  latest_at timestamptz not null,
  held_since timestamptz,
  late boolean not null,
  revised boolean not null,
  point smallint not null,
  repeats integer not null,
  silences_s bigint[] not null,
  need_score double precision not null,
  need json not null,
  summary json not null,
  outcomes json not null,
  state text not null,
  version text not null,
  primary key (workspace_id, view, purchase_id)
);
comment on column purchase.latest_at is 'The latest occurred_at of any event of the view, those without effect included.';
comment on column purchase.late is 'Something was known later than it happened, or renamed: columns do not answer for an earlier date.';
comment on column purchase.revised is 'Holds corrections or retractions, so that every new event folds it anew.';
comment on column purchase.summary is 'The PurchaseRow that lists show.';
comment on column purchase.state is 'The folded state, as JSON that only the program reads.';
comment on column purchase.version is 'Digest of the state; changes when the view does.';
-- Kept beside the row as it is: packing it costs more time than the space is worth, and a page of the list needs none of it.
alter table purchase alter column state set storage external;
create index purchase_by_need on purchase (workspace_id, view, need_score desc, purchase_id);
create index purchase_by_outcome on purchase (workspace_id, view, outcome, need_score desc, purchase_id)
  include (held_since);
create index purchase_by_last on purchase (workspace_id, view, last_at desc, purchase_id);
create index purchase_by_opened on purchase (workspace_id, view, opened_at desc, purchase_id);
create index purchase_by_amount on purchase (workspace_id, view, (coalesce(amount_minor, -1)) desc, purchase_id);
create index purchase_by_name on purchase (workspace_id, view, (lower(coalesce(name, '')) collate "C"), purchase_id);

-- When what was so, for lists as of a date.
create table job_interval (
  workspace_id text collate "C" not null,
  view text collate "C" not null check (view in ('buyer', 'seller')),
  purchase_id text collate "C" not null,
  kind text collate "C" not null check (kind in ('complete', 'indicated', 'held', 'outcome')),
  about text collate "C" not null,
  n smallint not null,
  from_at timestamptz not null,
  to_at timestamptz,
  cause json,
  primary key (workspace_id, view, purchase_id, kind, about, n)
);
comment on column job_interval.about is 'The job, or how the purchase ended; empty for held.';
comment on column job_interval.cause is 'What ended it.';

create table usual (
  workspace_id text collate "C" not null,
  view text collate "C" not null check (view in ('buyer', 'seller')),
  usual json not null,
  primary key (workspace_id, view)
);

-- Counts the changes of one view, so that its cursor tells nothing of the other.
create table feed (
  workspace_id text collate "C" not null,
  view text collate "C" not null check (view in ('buyer', 'seller')),
  last_cursor bigint not null,
  primary key (workspace_id, view)
);

create table change (
  workspace_id text collate "C" not null,
  view text collate "C" not null check (view in ('buyer', 'seller')),
  cursor bigint not null,
  purchase_id text,
  at timestamptz not null,
  primary key (workspace_id, view, cursor)
);
comment on column change.purchase_id is 'Null where many changed at once: an import, new usual figures.';

create table import (
  workspace_id text collate "C" not null,
  view text collate "C" not null check (view in ('buyer', 'seller')),
  import_id text collate "C" not null,
  name text not null,
  sha256 text not null,
  upload_id text,
  mapping json,
  person_id text,
  state text not null check (state in ('queued', 'running', 'done', 'retracted', 'failed')),
  step text not null,
  share real not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  failure text,
  rows_read integer not null default 0,
  events integer not null default 0,
  purchases integer not null default 0,
  repeated integer not null default 0,
  refused integer not null default 0,
  bought integer not null default 0,
  lost integer not null default 0,
  no_decision integer not null default 0,
  still_open integer not null default 0,
  primary key (workspace_id, view, import_id)
);

create table import_refusal (
  workspace_id text collate "C" not null,
  view text collate "C" not null check (view in ('buyer', 'seller')),
  import_id text collate "C" not null,
  n integer not null,
  line integer not null,
  field text,
  value text,
  code text not null,
  reason text not null,
  primary key (workspace_id, view, import_id, n),
  foreign key (workspace_id, view, import_id) references import (workspace_id, view, import_id) on delete cascade
);

-- Which purchases an import brought events to, as far as a view may read them.
create table import_purchase (
  workspace_id text collate "C" not null,
  view text collate "C" not null check (view in ('buyer', 'seller')),
  import_id text collate "C" not null,
  purchase_id text collate "C" not null,
  primary key (workspace_id, view, import_id, purchase_id)
);

create table mapping (
  workspace_id text collate "C" not null,
  view text collate "C" not null check (view in ('buyer', 'seller')),
  mapping_id text collate "C" not null,
  name text not null,
  mapping json not null,
  changed_at timestamptz not null,
  primary key (workspace_id, view, mapping_id)
);

create table upload (
  workspace_id text collate "C" not null,
  view text collate "C" not null check (view in ('buyer', 'seller')),
  upload_id text collate "C" not null,
  name text not null,
  bytes bigint not null,
  sha256 text not null,
  file text not null,
  preview json,
  person_id text,
  uploaded_at timestamptz not null,
  primary key (workspace_id, view, upload_id)
);
comment on column upload.preview is 'What was found on looking at it.';
comment on column upload.file is 'The name of the file in the data folder''s uploads.';

create table job_template (
  workspace_id text collate "C" not null,
  template_id text collate "C" not null,
  name text not null,
  jobs json not null,
  changed_at timestamptz not null,
  primary key (workspace_id, template_id),
  foreign key (workspace_id) references workspace (workspace_id)
);

-- Row-level security. A forgotten setting is null or empty and matches nothing. `zone` or `view`, where a table has one,
-- has to be among the zones of the transaction. The owner, who migrates, rebuilds and backs up, is named explicitly.
do $$
declare
  tenant record;
  matches text;
begin
  for tenant in
    select c.oid::regclass as name,
      (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attname in ('zone', 'view')) as kept_by
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'schema_migration'
  loop
    matches := $p$workspace_id = nullif(current_setting('coassent.workspace', true), '')$p$;
    if tenant.kept_by is not null then
      matches := matches || format(
        $p$ and %I = any (string_to_array(nullif(current_setting('coassent.zones', true), ''), ','))$p$, tenant.kept_by);
    end if;
    execute format('revoke all on table %s from public', tenant.name);
    execute format('alter table %s enable row level security', tenant.name);
    execute format('alter table %s force row level security', tenant.name);
    execute format('create policy of_scope on %s to coassent_app, coassent_projector using (%s) with check (%s)',
      tenant.name, matches, matches);
    execute format('create policy of_owner on %s to current_user using (true) with check (true)', tenant.name);
  end loop;
end $$;

-- The application reads what its zones allow and adds to the ledger; it never changes what was written there.
grant select on workspace, person, event, outside_text, command, purchase, job_interval, usual, change,
  import, import_refusal, import_purchase, mapping, upload, job_template to coassent_app;
grant insert on event, outside_text, command, import, import_refusal to coassent_app;
grant insert, update, delete on mapping, upload, job_template to coassent_app;
grant update on import to coassent_app;
grant delete on import_refusal to coassent_app;

-- The projector reads the ledger and writes what follows from it.
grant select on workspace, event, outside_text, command, import to coassent_projector;
grant select, insert, update, delete on person, stream, purchase, job_interval, usual, feed, change, import_purchase
  to coassent_projector;
