-- The server does not answer while it migrates, and an office's tables are small: nobody waits for a lock.
-- squawk-ignore-file adding-foreign-key-constraint, constraint-missing-not-valid
-- In which post a sheet was brought in and its columns were settled: whether its rows may be entered is asked of that post
-- when they are looked at, and they are accepted in it. Null of what was brought in before.
alter table sheet_import
  add column added_post uuid,
  add constraint sheet_import_added_post foreign key (office_id, added_post) references post (office_id, id)
    on delete cascade;

alter table sheet_import_step
  add column by_post uuid,
  add constraint sheet_import_step_by_post foreign key (office_id, by_post) references post (office_id, id)
    on delete cascade;

-- What was reported of a row is its newest version alone: sums of offices in which a row was corrected held the verified
-- one beside it. They are worked out anew when the program starts, as those of offices whose facts are older than the
-- sums. The migration is of every office, and the owner is bound by the row policies as well.
alter table entry no force row level security;

alter table fact_delta no force row level security;

alter table fact_sum no force row level security;

delete from fact_delta where office_id in (select office_id from entry where corrects is not null);

delete from fact_sum where office_id in (select office_id from entry where corrects is not null);

alter table fact_sum force row level security;

alter table fact_delta force row level security;

alter table entry force row level security;
