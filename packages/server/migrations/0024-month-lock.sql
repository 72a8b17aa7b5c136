-- 封账: a month that the supervisor has locked. What is entered for it afterwards is marked and never changes what the
-- month came to as it was known then. There is no way to unlock.
create table month_lock (
  office_id uuid not null references office (id) on delete cascade,
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  locked_by uuid not null,
  locked_at timestamptz not null,
  primary key (office_id, month),
  foreign key (office_id, locked_by) references officer (office_id, id) on delete cascade
);

alter table month_lock enable row level security;

alter table month_lock force row level security;

create policy of_office on month_lock
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

grant select, insert on month_lock to guatu_app;

-- 补录: entered for a month that was locked already.
alter table entry add column late boolean not null default false;
