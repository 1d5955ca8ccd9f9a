-- Texts of the supplier's library are looked through for someone who was erased as well: they are of no purchase and no event.
alter table review alter column purchase_id drop not null, alter column event_id drop not null,
  add column library_id text collate "C",
  add constraint review_of_one_text check ((library_id is null) = (event_id is not null and purchase_id is not null)),
  add constraint review_of_library check (library_id is null or zone = 'seller');
comment on column review.text_id is 'Of a text outside the ledger; of the library, the id of the answer and its field.';
