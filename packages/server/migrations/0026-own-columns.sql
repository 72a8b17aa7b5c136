-- 自设列: what an office adds to a register. A column is a chain of steps: what it is from then on, or what it is to become
-- once a second person has confirmed it. No step is ever edited, so that it is known who asked for what since when.
create table own_column_step (
  office_id uuid not null references office (id) on delete cascade,
  id uuid not null,
  register text not null check (register <> ''),
  column_id text not null check (column_id ~ '^own[1-9][0-9]*$'),
  seq integer not null check (seq > 0),
  kind text not null check (kind in ('changed', 'proposed', 'confirmed')),
  content jsonb not null,
  because text not null,
  by_officer uuid not null,
  at timestamptz not null,
  primary key (office_id, id),
  unique (office_id, register, column_id, seq),
  foreign key (office_id, by_officer) references officer (office_id, id) on delete cascade
);

alter table own_column_step enable row level security;

alter table own_column_step force row level security;

create policy of_office on own_column_step
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

grant select, insert on own_column_step to guatu_app;

-- 辖区范围: the boundary of an office, dated by when it became known; the last one counts. Corners in CGCS2000.
create table office_area (
  office_id uuid not null references office (id) on delete cascade,
  id uuid not null,
  seq integer not null check (seq > 0),
  ring jsonb not null,
  -- 界外: how far outside a place may still lie.
  margin_m integer not null check (margin_m between 0 and 5000),
  source text not null check (source <> ''),
  by_officer uuid not null,
  at timestamptz not null,
  primary key (office_id, id),
  unique (office_id, seq),
  foreign key (office_id, by_officer) references officer (office_id, id) on delete cascade
);

alter table office_area enable row level security;

alter table office_area force row level security;

create policy of_office on office_area
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

grant select, insert on office_area to guatu_app;
