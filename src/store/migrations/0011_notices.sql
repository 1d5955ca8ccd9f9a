-- What people are told of, how they want it by mail, and the mails that are to go out.
--
-- A notice holds ids and no words: what it says is made from what its reader may read at that moment. Notices and settings
-- are read by the person they belong to alone.

create table notice (
  workspace_id text collate "C" not null,
  person_id text collate "C" not null,
  notice_id text collate "C" not null,
  purchase_id text collate "C" not null,
  side text not null check (side in ('buyer', 'seller')),
  kind text collate "C" not null,
  about json not null,
  at timestamptz not null,
  read_at timestamptz,
  mail text not null check (mail in ('waiting', 'taken', 'none')),
  mail_id text collate "C",
  primary key (workspace_id, person_id, notice_id)
);
create index notice_by_time on notice (workspace_id, person_id, at desc);
create index notice_waiting on notice (workspace_id, person_id) where mail = 'waiting';
comment on column notice.about is 'Events and jobs, by id.';
comment on column notice.mail is 'Waits to be mailed; is in the mail `mail_id`; or was read before, or is not wanted by mail.';

create table notice_setting (
  workspace_id text collate "C" not null,
  person_id text collate "C" not null,
  settings json not null,
  changed_at timestamptz not null,
  primary key (workspace_id, person_id)
);

-- The queue of mails.
--
--   waiting ──▶ sent
--      │ ▲
--      │ └─ failed: again later ──▶ dead, once it failed too often
--      └──▶ sent without a mail, where nothing may be told any more
create table notice_mail (
  workspace_id text collate "C" not null,
  mail_id text collate "C" not null,
  person_id text collate "C" not null,
  side text not null check (side in ('buyer', 'seller')),
  made_at timestamptz not null,
  next_at timestamptz,
  attempts integer not null default 0,
  sent_at timestamptz,
  dead_at timestamptz,
  failure text,
  stop_digest text not null,
  primary key (workspace_id, mail_id)
);
create index notice_mail_due on notice_mail (workspace_id, next_at) where next_at is not null;
create index notice_mail_of_person on notice_mail (workspace_id, person_id, made_at desc);
comment on column notice_mail.stop_digest is 'Of the token that stops mails to this person, and does nothing else.';
comment on column notice_mail.failure is 'The code that a mail server gave; its words may hold an address.';

-- How far each view's feed has been looked through for what people are to be told.
create table notice_progress (
  workspace_id text collate "C" not null,
  view text collate "C" not null check (view in ('buyer', 'seller')),
  cursor bigint not null,
  primary key (workspace_id, view)
);
-- What happened before there were notices is told to nobody.
insert into notice_progress (workspace_id, view, cursor)
  select workspace_id, view, last_cursor from feed where view in ('buyer', 'seller');

do $$
declare
  tenant text;
  of_workspace text := $p$workspace_id = nullif(current_setting('coassent.workspace', true), '')$p$;
  of_person text := $p$workspace_id = nullif(current_setting('coassent.workspace', true), '')
    and person_id = nullif(current_setting('coassent.person', true), '')$p$;
begin
  foreach tenant in array array['notice', 'notice_setting', 'notice_mail', 'notice_progress'] loop
    execute format('revoke all on table %I from public', tenant);
    execute format('alter table %I enable row level security', tenant);
    execute format('alter table %I force row level security', tenant);
    execute format('create policy of_owner on %I to current_user using (true) with check (true)', tenant);
  end loop;
  foreach tenant in array array['notice', 'notice_setting'] loop
    execute format('create policy of_person on %I to coassent_app using (%s) with check (%s)', tenant, of_person, of_person);
  end loop;
  foreach tenant in array array['notice', 'notice_setting', 'notice_mail'] loop
    execute format('create policy of_workspace on %I to coassent_projector using (%s) with check (%s)',
      tenant, of_workspace, of_workspace);
  end loop;
  of_workspace := of_workspace || $p$ and view = any (string_to_array(nullif(current_setting('coassent.zones', true), ''), ','))$p$;
  execute format('create policy of_scope on notice_progress to coassent_projector using (%s) with check (%s)',
    of_workspace, of_workspace);
end $$;

grant select on notice, notice_setting to coassent_app;
grant update (read_at, mail) on notice to coassent_app;
grant insert, update on notice_setting to coassent_app;
grant select, insert, update, delete on notice, notice_setting, notice_mail to coassent_projector;
grant select, insert, update on notice_progress to coassent_projector;
