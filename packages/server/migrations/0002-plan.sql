create table source (
  office_id uuid not null references office (id) on delete cascade,
  id uuid not null,
  year int not null check (year between 2000 and 2100),
  kind text not null check (kind in ('report', 'livelihood', 'assigned', 'meeting')),
  title text not null,
  series text not null,
  dated_on date not null,
  file_name text not null,
  file_sha256 text not null,
  file_bytes bytea not null,
  report jsonb not null,
  received_at timestamptz not null,
  received_by uuid not null,
  primary key (office_id, id),
  foreign key (office_id, received_by) references officer (office_id, id) on delete cascade
);

create table review_decision (
  office_id uuid not null,
  source_id uuid not null,
  seq int not null check (seq > 0),
  decision jsonb not null,
  decided_at timestamptz not null,
  decided_by uuid not null,
  primary key (office_id, source_id, seq),
  foreign key (office_id, source_id) references source (office_id, id) on delete cascade,
  foreign key (office_id, decided_by) references officer (office_id, id) on delete cascade
);

create table plan_version (
  office_id uuid not null references office (id) on delete cascade,
  year int not null,
  version int not null check (version > 0),
  source_id uuid not null,
  says text not null,
  adopted_on date not null,
  adopted_at timestamptz not null,
  adopted_by uuid not null,
  paper_number text not null,
  announced_areas int,
  announced_tasks int,
  missing text[] not null,
  primary key (office_id, year, version),
  foreign key (office_id, source_id) references source (office_id, id) on delete cascade,
  foreign key (office_id, adopted_by) references officer (office_id, id) on delete cascade
);

create table area (
  office_id uuid not null,
  year int not null,
  version int not null,
  number int not null,
  title text not null,
  short text not null,
  primary key (office_id, year, version, number),
  foreign key (office_id, year, version) references plan_version (office_id, year, version) on delete cascade
);

-- What a task or target is called stays the same over all versions of its plan; facts point here.
create table plan_item (
  office_id uuid not null references office (id) on delete cascade,
  id uuid not null,
  year int not null,
  kind text not null check (kind in ('task', 'target', 'milestone')),
  primary key (office_id, id)
);

create table task (
  office_id uuid not null,
  id uuid not null,
  year int not null,
  version int not null,
  position int not null,
  number text not null,
  area_number int,
  title text not null,
  sentence text not null,
  at_start int,
  at_end int,
  source_id uuid not null,
  lead text[] not null,
  support text[] not null,
  leaders text[] not null,
  due text,
  uncheckable text,
  primary key (office_id, id, version),
  foreign key (office_id, id) references plan_item (office_id, id) on delete cascade,
  foreign key (office_id, year, version) references plan_version (office_id, year, version) on delete cascade,
  foreign key (office_id, source_id) references source (office_id, id) on delete cascade
);

create index task_by_version on task (office_id, year, version, position);

create table target (
  office_id uuid not null,
  id uuid not null,
  year int not null,
  version int not null,
  task_id uuid not null,
  position int not null,
  code text not null,
  kind text not null check (kind in ('target', 'milestone')),
  subject text not null,
  at_start int,
  at_end int,
  comparator text,
  value numeric,
  value_to numeric,
  unit text not null,
  printed_unit text not null,
  basis text,
  event text,
  stretch boolean not null,
  down boolean not null,
  due text,
  primary key (office_id, id, version),
  foreign key (office_id, id) references plan_item (office_id, id) on delete cascade,
  foreign key (office_id, task_id, version) references task (office_id, id, version) on delete cascade,
  check ((kind = 'target') = (comparator is not null and value is not null and basis is not null)),
  check ((kind = 'milestone') = (event is not null))
);

create index target_by_version on target (office_id, year, version, position);
