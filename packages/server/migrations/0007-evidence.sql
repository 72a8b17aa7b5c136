-- What a file holds lies on the disk beside the database, under the hash that is named here.
create table evidence (
  office_id uuid not null references office (id) on delete cascade,
  id uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint not null check (bytes > 0),
  media_type text not null,
  name text not null,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (id, office_id),
  foreign key (office_id, added_by) references officer (office_id, id) on delete cascade
);

create index evidence_by_hash on evidence (office_id, sha256);

create table entry_evidence (
  office_id uuid not null,
  entry_id uuid not null,
  evidence_id uuid not null,
  at timestamptz not null,
  by_officer uuid not null,
  primary key (entry_id, evidence_id, office_id),
  foreign key (entry_id, office_id) references entry (id, office_id) on delete cascade,
  foreign key (evidence_id, office_id) references evidence (id, office_id) on delete cascade,
  foreign key (office_id, by_officer) references officer (office_id, id) on delete cascade
);

create index entry_evidence_by_evidence on entry_evidence (office_id, evidence_id);

alter table evidence enable row level security;

alter table evidence force row level security;

create policy of_office on evidence
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

alter table entry_evidence enable row level security;

alter table entry_evidence force row level security;

create policy of_office on entry_evidence
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

grant select, insert on evidence, entry_evidence to guatu_app;
