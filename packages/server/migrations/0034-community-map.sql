-- 社区边界: the communities of an office on the map, dated by when they became known; the last ones count. While there are
-- none, the map is a schematic. Rings in CGCS2000, by community.
create table community_map (
  office_id uuid not null references office (id) on delete cascade,
  id uuid not null,
  seq integer not null check (seq > 0),
  communities jsonb not null,
  source text not null check (source <> ''),
  by_officer uuid not null,
  at timestamptz not null,
  primary key (office_id, id),
  unique (office_id, seq),
  foreign key (office_id, by_officer) references officer (office_id, id) on delete cascade
);

alter table community_map enable row level security;

alter table community_map force row level security;

create policy of_office on community_map
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

grant select, insert on community_map to guatu_app;
