-- 台账编号: which row it is of those that were entered in a year's ledger. All versions of a row carry it. What the
-- numbers of a register begin with stands in its declaration.
-- The server does not answer while it migrates, and an office's tables are small: nobody waits for a lock.
-- squawk-ignore-file adding-not-nullable-field, constraint-missing-not-valid, require-concurrent-index-creation
alter table entry
  add column number_year integer,
  add column serial integer;

-- The migration is of every office, and the owner is bound by the row policies as well.
alter table entry no force row level security;

with numbered as (
  select office_id, id, extract(year from true_on)::integer as number_year,
    row_number() over (partition by office_id, register, extract(year from true_on) order by known_at, id) as serial
  from entry where corrects is null
)
update entry e set number_year = n.number_year, serial = n.serial
  from numbered n where e.office_id = n.office_id and e.root_id = n.id;

alter table entry alter column number_year set not null, alter column serial set not null;

alter table entry force row level security;

alter table entry add constraint entry_serial_counts check (serial > 0);

-- The last number of a ledger is found here, and a row by its number.
create unique index entry_by_number on entry (office_id, register, number_year, serial) where corrects is null;
