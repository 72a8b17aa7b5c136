-- The server does not answer while it migrates, and an office's tables are small: nobody waits for a lock.
-- squawk-ignore-file require-concurrent-index-creation, require-concurrent-index-deletion, constraint-missing-not-valid
-- What all changes of a month come to, so that a wall does not add up every change there ever was. Good for whoever asks
-- for no less than all of it: where a day within the month is asked for, or a moment before its last change, the changes
-- themselves answer. It follows from them and can be made anew at any time.
create table fact_sum (
  office_id uuid not null references office (id) on delete cascade,
  serves text not null,
  unit text not null,
  month date not null check (extract(day from month) = 1),
  last_true_on date not null,
  last_known_at timestamptz not null,
  verified_sum numeric not null,
  verified_count integer not null,
  verified_rows integer not null,
  reported_sum numeric not null,
  reported_count integer not null,
  reported_rows integer not null,
  primary key (office_id, serves, month, unit)
);

-- The migration is of every office, and the owner is bound by the row policies as well.
alter table fact_delta no force row level security;

insert into fact_sum
select office_id, serves, unit, date_trunc('month', true_on::timestamp)::date, max(true_on), max(known_at),
  sum(verified_sum), sum(verified_count), sum(verified_rows), sum(reported_sum), sum(reported_count), sum(reported_rows)
from fact_delta group by 1, 2, 3, 4;

alter table fact_delta force row level security;

alter table fact_sum enable row level security;

alter table fact_sum force row level security;

create policy of_office on fact_sum
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

grant select, insert on fact_sum to guatu_app;

grant update (last_true_on, last_known_at, verified_sum, verified_count, verified_rows, reported_sum, reported_count, reported_rows)
  on fact_sum to guatu_app;

-- Rows are found by their key alone. With the register before it this index looked no better than that of the whole
-- register to a database that had not counted the rows lately, which then read all of them for every key.
drop index entry_by_key;

create index entry_by_key on entry (office_id, natural_key);

-- Whoever entered a row is an officer of its office: the office is there as long as they are, and takes them along when
-- it goes. Checked twice, the same cost every row a second look.
alter table entry drop constraint entry_office_id_fkey;
