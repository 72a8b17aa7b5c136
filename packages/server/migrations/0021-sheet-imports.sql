-- Ledgers brought in as sheets: the file lies in the file store and is named by its evidence; what was understood of it,
-- what a person settled and what became of it are steps, each added and none changed.
create table sheet_import (
  office_id uuid not null references office (id) on delete cascade,
  id uuid not null,
  register text not null check (register <> ''),
  evidence_id uuid not null,
  added_by uuid not null,
  added_at timestamptz not null,
  -- How far the work at hand has got, for whoever waits; no record of anything.
  rows_done int not null default 0 check (rows_done >= 0),
  rows_all int not null default 0 check (rows_all >= 0),
  primary key (id, office_id),
  foreign key (evidence_id, office_id) references evidence (id, office_id) on delete cascade,
  foreign key (office_id, added_by) references officer (office_id, id) on delete cascade
);

create index sheet_import_by_time on sheet_import (office_id, added_at);

create table sheet_import_step (
  office_id uuid not null,
  import_id uuid not null,
  seq int not null check (seq > 0),
  kind text not null check (kind in ('read', 'mapped', 'checked', 'accepted', 'withdrawn', 'failed')),
  content jsonb not null,
  by_officer uuid,
  at timestamptz not null,
  primary key (import_id, seq, office_id),
  foreign key (import_id, office_id) references sheet_import (id, office_id) on delete cascade,
  foreign key (office_id, by_officer) references officer (office_id, id) on delete cascade
);

-- What became of each row when the import was accepted. `place` is the column of a cell, from 1, in a sheet with one row
-- a month; 0 where the row stands as a whole.
create table sheet_import_row (
  office_id uuid not null,
  import_id uuid not null,
  row_number int not null check (row_number > 0),
  place int not null check (place >= 0),
  became text not null check (became in ('new', 'changed', 'same', 'refused', 'passed')),
  entry_id uuid,
  because text not null,
  primary key (import_id, row_number, place, office_id),
  foreign key (import_id, office_id) references sheet_import (id, office_id) on delete cascade,
  foreign key (entry_id, office_id) references entry (id, office_id) on delete cascade
);

create index sheet_import_row_by_entry on sheet_import_row (entry_id, office_id) where entry_id is not null;

-- How an office maps the columns of a head, by the hash of the head's words; the last of them counts.
create table sheet_mapping (
  office_id uuid not null references office (id) on delete cascade,
  register text not null,
  head text not null check (head ~ '^[0-9a-f]{64}$'),
  seq int not null check (seq > 0),
  mapping jsonb not null,
  by_officer uuid not null,
  at timestamptz not null,
  primary key (office_id, register, head, seq),
  foreign key (office_id, by_officer) references officer (office_id, id) on delete cascade
);

alter table sheet_import enable row level security;

alter table sheet_import force row level security;

create policy of_office on sheet_import
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

alter table sheet_import_step enable row level security;

alter table sheet_import_step force row level security;

create policy of_office on sheet_import_step
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

alter table sheet_import_row enable row level security;

alter table sheet_import_row force row level security;

create policy of_office on sheet_import_row
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

alter table sheet_mapping enable row level security;

alter table sheet_mapping force row level security;

create policy of_office on sheet_mapping
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

grant select, insert on sheet_import, sheet_import_step, sheet_import_row, sheet_mapping to guatu_app;

grant update (rows_done, rows_all) on sheet_import to guatu_app;
