-- What is told of an import is of the workspace, not of a purchase.
alter table notice alter column purchase_id drop not null;
alter table notice add constraint notice_of_workspace check (purchase_id is not null or (kind = 'import' and side = 'seller'));
