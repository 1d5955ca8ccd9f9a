-- The language that a person last used here, as a BCP 47 tag: what is written to them unasked is in it.
alter table notice_setting add column locale text collate "C" check (length(locale) between 1 and 60);
alter table notice_setting alter column settings set default '{}';
