-- How someone feels about a purchase is read by them alone: not by the other side, and not by colleagues who read all of
-- their side's zone. What the group sees is a sum that the program folds.
do $$
declare
  matches text := $p$workspace_id = nullif(current_setting('coassent.workspace', true), '')
    and zone = any (string_to_array(nullif(current_setting('coassent.zones', true), ''), ','))
    and (kind not in ('pulse.answered', 'pulse.skipped')
      or actor ->> 'id' = nullif(current_setting('coassent.person', true), ''))$p$;
begin
  execute format('create policy of_author on event as restrictive to coassent_app using (%s) with check (%s)',
    matches, matches);
end $$;
