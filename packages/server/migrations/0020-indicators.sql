-- 口径绑定: which indicator gives the number of a target, as versions of a year; a later one stands, none is changed.
create table binding (
  office_id uuid not null references office (id) on delete cascade,
  year integer not null,
  version integer not null check (version > 0),
  target_id uuid not null,
  -- Null where no indicator gives its number any more.
  indicator text check (indicator <> ''),
  -- Its rows count for another target already: they are shown and not counted.
  evidence_only boolean not null default false,
  because text not null default '',
  bound_by uuid not null,
  bound_at timestamptz not null,
  primary key (office_id, year, version, target_id),
  foreign key (office_id, bound_by) references officer (office_id, id) on delete cascade,
  foreign key (office_id, target_id) references plan_item (office_id, id) on delete cascade,
  check (indicator is not null or not evidence_only)
);

create index binding_by_target on binding (office_id, target_id, version desc);

alter table binding enable row level security;

alter table binding force row level security;

create policy of_office on binding
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

grant select, insert on binding to guatu_app;

-- By how much each moment changed what is known of a day: the sums of any day, as known at any moment, are added up of
-- these without going through rows. Only added to; a recount adds what is missing.
create table fact_delta (
  office_id uuid not null references office (id) on delete cascade,
  id uuid not null,
  -- The target or the measure.
  serves text not null,
  unit text not null,
  unit_id uuid,
  true_on date not null,
  known_at timestamptz not null,
  verified_sum numeric not null,
  verified_count integer not null,
  verified_rows integer not null,
  reported_sum numeric not null,
  reported_count integer not null,
  reported_rows integer not null,
  primary key (office_id, id)
);

create index fact_delta_by_day on fact_delta (office_id, serves, true_on)
  include (known_at, unit, verified_sum, verified_count, verified_rows, reported_sum, reported_count, reported_rows);

alter table fact_delta enable row level security;

alter table fact_delta force row level security;

create policy of_office on fact_delta
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

grant select, insert on fact_delta to guatu_app;
