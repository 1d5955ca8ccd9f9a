-- When a view's plan is to be looked at for steps that are due; null where time alone brings nothing. Folding says from when
-- on, and each look says when next.
alter table purchase add column look_at timestamptz;
create index purchase_to_look_at on purchase (workspace_id, view, look_at) where look_at is not null;
