-- Readings that come from other systems. A system is declared with the series it may report; its key lets it do that and
-- nothing else. Whatever it reports is a row like any other, entered by no person.
-- The server does not answer while it migrates, and an office's tables are small: nobody waits for a lock.
-- squawk-ignore-file adding-foreign-key-constraint, constraint-missing-not-valid, ban-drop-not-null
create table source_system (
  office_id uuid not null references office (id) on delete cascade,
  id uuid not null,
  name text not null check (name <> ''),
  -- Who answers for it: rows that belong to no community are this unit's.
  unit_id uuid not null,
  -- The paper that says that it is an official system, or one of the upper level: its readings are evidence of class E2.
  basis text not null check (basis <> ''),
  declared_by uuid not null,
  declared_at timestamptz not null,
  primary key (office_id, id),
  unique (office_id, name),
  foreign key (office_id, unit_id) references unit (office_id, id) on delete cascade,
  foreign key (office_id, declared_by) references officer (office_id, id) on delete cascade
);

-- One number that a system reports again and again, and how often it is expected.
create table source_series (
  office_id uuid not null references office (id) on delete cascade,
  id uuid not null,
  system_id uuid not null,
  code text not null check (code <> ''),
  measure text not null check (measure <> ''),
  community text not null check (community <> ''),
  place text not null,
  period_type text not null check (period_type in ('hour', 'day', 'month', 'quarter', 'year')),
  unit text not null,
  lag_days int not null check (lag_days >= 0),
  rhythm_source text not null check (rhythm_source <> ''),
  expected_from date not null,
  declared_by uuid not null,
  declared_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  primary key (office_id, id),
  foreign key (office_id, system_id) references source_system (office_id, id) on delete cascade,
  foreign key (office_id, declared_by) references officer (office_id, id) on delete cascade,
  foreign key (office_id, ended_by) references officer (office_id, id) on delete cascade,
  check ((ended_by is null) = (ended_at is null))
);

create unique index source_series_code on source_series (office_id, system_id, code) where ended_at is null;

-- A key is shown once and kept as a keyed hash. One that a newer key follows holds until a moment.
create table source_key (
  office_id uuid not null references office (id) on delete cascade,
  id uuid not null,
  system_id uuid not null,
  key_hash text not null,
  issued_by uuid not null,
  issued_at timestamptz not null,
  until_at timestamptz,
  last_seen_at timestamptz,
  revoked_by uuid,
  revoked_at timestamptz,
  primary key (office_id, id),
  unique (office_id, key_hash),
  foreign key (office_id, system_id) references source_system (office_id, id) on delete cascade,
  foreign key (office_id, issued_by) references officer (office_id, id) on delete cascade,
  foreign key (office_id, revoked_by) references officer (office_id, id) on delete cascade,
  check ((revoked_by is null) = (revoked_at is null))
);

-- Entered by a person or by a system, never by neither.
alter table entry alter column entered_by drop not null;

alter table entry add column by_system uuid;

alter table entry add constraint entry_by_system foreign key (office_id, by_system)
  references source_system (office_id, id) on delete cascade;

alter table entry add constraint entry_by_one check (num_nonnulls(entered_by, by_system) = 1);

-- Which reading of which series a row is: by it is told how far a series had come on any day, as known at any moment.
create table source_reading (
  office_id uuid not null,
  entry_id uuid not null,
  series_id uuid not null,
  -- The last day of the period that it is a reading of.
  through date not null,
  known_at timestamptz not null,
  primary key (entry_id, office_id),
  foreign key (entry_id, office_id) references entry (id, office_id) on delete cascade,
  foreign key (office_id, series_id) references source_series (office_id, id) on delete cascade
);

create index source_reading_by_series on source_reading (office_id, series_id, through);

alter table source_system enable row level security;

alter table source_system force row level security;

create policy of_office on source_system
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

alter table source_series enable row level security;

alter table source_series force row level security;

create policy of_office on source_series
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

alter table source_key enable row level security;

alter table source_key force row level security;

create policy of_office on source_key
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

alter table source_reading enable row level security;

alter table source_reading force row level security;

create policy of_office on source_reading
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

grant select, insert on source_system, source_series, source_key, source_reading to guatu_app;

-- A series ends once. A key is followed by a newer one, seen, and revoked once.
grant update (ended_by, ended_at) on source_series to guatu_app;

grant update (until_at, last_seen_at, revoked_by, revoked_at) on source_key to guatu_app;
