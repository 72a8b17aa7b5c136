-- 合理范围 of a series where its measure has none or a wider one, in the unit of the series; null on a side that it
-- leaves to the measure. And 未收的读数: what a system has sent and was refused, kept to be seen with its reason.
-- The server does not answer while it migrates, and an office's tables are small: nobody waits for a lock.
-- squawk-ignore-file adding-foreign-key-constraint, constraint-missing-not-valid
alter table source_series
  add column lowest numeric,
  add column highest numeric,
  add constraint source_series_bounds check (lowest <= highest);

create table refused_reading (
  office_id uuid not null references office (id) on delete cascade,
  id uuid not null,
  system_id uuid not null,
  -- As it was sent; empty where that could not be read.
  series text not null,
  period text not null,
  value text not null,
  code text not null check (code <> ''),
  says_zh text not null,
  says_en text not null,
  next_zh text not null,
  next_en text not null,
  known_at timestamptz not null,
  primary key (office_id, id),
  -- A system that sends the same wrong reading again and again is told so once.
  unique (office_id, system_id, series, period, value, code),
  foreign key (office_id, system_id) references source_system (office_id, id) on delete cascade
);

create index refused_reading_by_time on refused_reading (office_id, system_id, known_at desc);

alter table refused_reading enable row level security;

alter table refused_reading force row level security;

create policy of_office on refused_reading
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

grant select, insert on refused_reading to guatu_app;
