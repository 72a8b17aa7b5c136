-- squawk-ignore-file constraint-missing-not-valid
-- For the search of the auditor: each leads to the records of one office by what is asked, the newest at its end.
create index audit_by_moment on audit (office_id, at);

create index audit_by_person on audit (office_id, officer_name, seq);

create index audit_by_route on audit (office_id, route, seq);

create index audit_by_problem on audit (office_id, problem_code, seq) where problem_code is not null;

-- The one thing whose id stands in the path.
create index audit_by_thing on audit (office_id, (substring(object from '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}')), seq);

-- Where and when a checkpoint was seen outside this machine: in the second folder, or printed and signed for.
alter table checkpoint add column witnessed_at timestamptz;

alter table checkpoint add column witnessed_as text check (witnessed_as in ('folder', 'paper'));

alter table checkpoint add column witnessed_by uuid;

grant update (witnessed_at, witnessed_as, witnessed_by) on checkpoint to guatu_app;

-- The second folder, as whoever runs the machine has named it. Only the owner of the tables may; the newest is in force.
create table witness (
  office_id uuid not null references office (id) on delete cascade,
  since timestamptz not null,
  -- Null where the folder was taken away again.
  folder text,
  primary key (office_id, since)
);

-- How often each route was read on a day. What restricted things were read stands in the chain instead.
create table read_count (
  office_id uuid not null references office (id) on delete cascade,
  day date not null,
  route text not null,
  count bigint not null check (count > 0),
  primary key (office_id, day, route)
);

alter table witness enable row level security;

alter table witness force row level security;

create policy of_office on witness
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

alter table read_count enable row level security;

alter table read_count force row level security;

create policy of_office on read_count
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

grant select on witness to guatu_app;

grant select, insert on read_count to guatu_app;

grant update (count) on read_count to guatu_app;

-- A unit or a post is closed once, on a day.
grant update (closed_on) on unit, post to guatu_app;
