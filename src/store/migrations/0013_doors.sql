-- Word of whatever decides who may come into a workspace, and what they may hear there.
--
-- A live stream asks the door anew only after such word (store/live.ts), so each table that the door reads has to give it.
-- It says nothing of whom or what it is about. What only tells of use is left out, so that ordinary traffic says nothing.

create function door_moved() returns trigger language plpgsql as $f$
declare
  -- Columns that decide nothing.
  use constant text[] := coalesce(tg_argv, '{}');
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(old) - use is not distinct from to_jsonb(new) - use then
      return null;
    end if;
  end if;
  -- Always the same, so that a transaction says it once, however many rows it changes.
  perform pg_notify('coassent_door', '');
  return null;
end $f$;

do $$
declare
  door record;
begin
  for door in
    select * from (values
      ('workspace', 'insert or update or delete', '{}'::text[]),
      ('member', 'insert or update or delete', '{}'),
      ('pod_member', 'insert or update or delete', '{job_ids}'),
      ('pod_purchase', 'insert or update or delete', '{}'),
      ('guest', 'insert or update or delete', '{}'),
      ('sso_provider', 'insert or update or delete', '{}'),
      ('sso_domain', 'insert or update or delete', '{}'),
      ('identity."user"', 'insert or update or delete', '{updatedAt}'),
      ('identity.buyer', 'insert or update or delete', '{}'),
      -- What is new here opens to nobody who is in already: nobody has shown it yet.
      ('api_key', 'update or delete', '{last_used_at}'),
      ('sso_session', 'update or delete', '{}'),
      ('identity."session"', 'update or delete', '{updatedAt}'),
      ('identity.buyer_session', 'update or delete', '{last_at}'),
      -- Of people the door reads on which side they are; each event that names someone writes the rest.
      ('person', 'update of workspace_id, view, person_id, side or delete', '{name,function,purchase_id}')
    ) as doors (name, changes, use)
  loop
    execute format('create trigger door_moved after %s on %s for each row execute function door_moved(%s)',
      door.changes, door.name, (select coalesce(string_agg(quote_literal(one), ', '), '') from unnest(door.use) as one));
    execute format('create trigger door_emptied after truncate on %s for each statement execute function door_moved()',
      door.name);
  end loop;
end $$;

alter table change add column word text collate "C";
comment on column change.word is 'The number that the notification of this change carried: who heard it knows that it was announced.';
