-- Exports of all that an office has: asked for by one, confirmed by another, then made and kept for some days. The file
-- lies in the file store by its hash; a row without one has none to offer.
create table office_export (
  office_id uuid not null references office (id) on delete cascade,
  id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  -- How much there was to take then: whoever confirms sees this and none of it.
  asked_rows bigint not null check (asked_rows >= 0),
  asked_bytes bigint not null check (asked_bytes >= 0),
  confirmed_by uuid,
  confirmed_at timestamptz,
  -- From then on nobody gets it any more.
  until timestamptz,
  -- The code of why the last attempt to make the file came to nothing.
  trouble text check (trouble in ('export.disk_full', 'export.not_made')),
  made_at timestamptz,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint check (bytes > 0),
  files int check (files > 0),
  row_count bigint check (row_count >= 0),
  -- Taken back, refused, or put away before its time.
  ended_by uuid,
  ended_at timestamptz,
  because text check (because <> ''),
  primary key (office_id, id),
  foreign key (office_id, asked_by) references officer (office_id, id) on delete cascade,
  foreign key (office_id, confirmed_by) references officer (office_id, id) on delete cascade,
  foreign key (office_id, ended_by) references officer (office_id, id) on delete cascade,
  check (num_nulls(confirmed_by, confirmed_at, until) in (0, 3)),
  check (num_nulls(made_at, sha256, bytes, files, row_count) in (0, 5)),
  check (num_nulls(ended_by, ended_at, because) in (0, 3)),
  check (made_at is null or confirmed_at is not null)
);

alter table office_export enable row level security;

alter table office_export force row level security;

create policy of_office on office_export
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

grant select, insert on office_export to guatu_app;

grant update (
  confirmed_by, confirmed_at, until, trouble, made_at, sha256, bytes, files, row_count, ended_by, ended_at, because
) on office_export to guatu_app;
