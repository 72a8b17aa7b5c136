-- Each roster that changed something, by the hash of its file: with the rows it made it counts what has become of an
-- office's units, posts and people, so that a change is made against what was seen.
create table roster_change (
  office_id uuid not null references office (id) on delete cascade,
  number int not null check (number > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  steps int not null check (steps > 0),
  applied_by uuid not null,
  applied_at timestamptz not null,
  primary key (office_id, number),
  foreign key (office_id, applied_by) references officer (office_id, id) on delete cascade
);

alter table roster_change enable row level security;

alter table roster_change force row level security;

create policy of_office on roster_change
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

grant select, insert on roster_change to guatu_app;

-- What kind of unit it is and what it belongs to may be put right; its name is what everything else tells it by.
grant update (kind, parent_id) on unit to guatu_app;
