-- Texts of the supplier's library are looked through for someone who was erased as well: they are of no purchase and no event.
alter table review alter column purchase_id drop not null, alter column event_id drop not null,
  add column library_id text collate "C";
comment on column review.library_id is 'The answer of the library, of which there is neither purchase nor event.';
comment on column review.text_id is 'Of a text outside the ledger; of the library, the id of the answer and its field.';
