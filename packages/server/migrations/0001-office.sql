-- Offices are reference data: the tree above them decides who may see which, so no office owns this table.
create table office (
  id uuid primary key,
  name text not null,
  kind text not null check (kind in ('sample', 'own')),
  sample_today date,
  created_at timestamptz not null,
  check ((kind = 'sample') = (sample_today is not null))
);

create table unit (
  office_id uuid not null references office (id) on delete cascade,
  id uuid not null,
  name text not null,
  kind text not null check (kind in ('department', 'community', 'centre')),
  created_at timestamptz not null,
  primary key (office_id, id),
  unique (office_id, name)
);

create table officer (
  office_id uuid not null references office (id) on delete cascade,
  id uuid not null,
  name text not null,
  post text not null,
  unit_id uuid not null,
  duties text[] not null,
  position int not null,
  primary key (office_id, id),
  foreign key (office_id, unit_id) references unit (office_id, id) on delete cascade
);

create table session (
  office_id uuid not null references office (id) on delete cascade,
  token_hash text not null,
  officer_id uuid not null,
  started_at timestamptz not null,
  primary key (office_id, token_hash),
  foreign key (office_id, officer_id) references officer (office_id, id) on delete cascade
);

create table idempotency (
  office_id uuid not null references office (id) on delete cascade,
  key text not null,
  route text not null,
  request_hash text not null,
  status int,
  body jsonb,
  at timestamptz not null,
  primary key (office_id, key)
);

create table audit (
  office_id uuid not null references office (id) on delete cascade,
  id uuid not null,
  at timestamptz not null,
  officer_id uuid,
  officer_name text not null,
  post text not null,
  route text not null,
  object text not null,
  outcome text not null check (outcome in ('done', 'refused', 'invalid')),
  problem_code text,
  detail jsonb not null,
  primary key (id, office_id)
);

create index audit_by_time on audit (office_id, at);
