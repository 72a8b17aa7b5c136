-- Records that the log no longer has to be at hand for. The owner moves them here, the oldest first; nobody takes them away.
create table audit_archive (
  office_id uuid not null references office (id) on delete cascade,
  seq bigint not null check (seq > 0),
  id uuid not null,
  at timestamptz not null,
  officer_id uuid,
  officer_name text not null,
  unit_id uuid,
  post text not null,
  address text,
  request_id text,
  route text not null,
  object text not null,
  outcome text not null,
  problem_code text,
  detail jsonb not null,
  suite text not null,
  prev_hash text not null,
  hash text not null,
  mac text not null,
  archived_at timestamptz not null,
  primary key (office_id, seq)
);

-- The same ways in as to what is at hand: a search goes over both.
create index audit_archive_by_moment on audit_archive (office_id, at);

create index audit_archive_by_person on audit_archive (office_id, officer_name, seq);

create index audit_archive_by_route on audit_archive (office_id, route, seq);

create index audit_archive_by_problem on audit_archive (office_id, problem_code, seq) where problem_code is not null;

create index audit_archive_by_thing on audit_archive
  (office_id, (substring(object from '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}')), seq);

alter table audit_archive enable row level security;

alter table audit_archive force row level security;

create policy of_office on audit_archive
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

grant select on audit_archive to guatu_app;
