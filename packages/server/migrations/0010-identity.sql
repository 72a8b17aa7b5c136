-- The server does not answer while it migrates, and an office's tables are small: nobody waits for a lock.
-- squawk-ignore-file adding-foreign-key-constraint, constraint-missing-not-valid, adding-not-nullable-field, disallowed-unique-constraint
-- The owner is bound by the row policies as well; giving the sessions of all offices their columns needs it set aside.
alter table session no force row level security;

alter table officer add column login_name text, add column disabled_at timestamptz;

alter table officer add constraint officer_login_name unique (office_id, login_name);

-- `awaits` are the steps of a sign-in that are still to be taken, in order. Only a session that awaits nothing is a seat.
alter table session
  add column id uuid,
  add column signed_in_by text not null default 'seat' check (signed_in_by in ('seat', 'password', 'oidc', 'wall_pass')),
  add column awaits text[] not null default '{}' check (awaits <@ array['secondFactor', 'enrolment', 'password']),
  add column agent text not null default '',
  add column last_seen_at timestamptz,
  add column ended_at timestamptz;

update session set id = gen_random_uuid(), last_seen_at = started_at;

alter table session alter column id set not null;

alter table session alter column last_seen_at set not null;

alter table session add constraint session_id unique (office_id, id);

create index session_by_officer on session (office_id, officer_id);

alter table session force row level security;

-- The passwords a person has had, the highest number in force: each an argon2id hash sealed under the office's key.
create table password (
  office_id uuid not null references office (id) on delete cascade,
  officer_id uuid not null,
  number int not null check (number > 0),
  sealed text not null,
  set_at timestamptz not null,
  primary key (office_id, officer_id, number),
  foreign key (office_id, officer_id) references officer (office_id, id) on delete cascade
);

-- Of a person's codes only the one with the highest number counts, once.
create table one_time_code (
  office_id uuid not null references office (id) on delete cascade,
  officer_id uuid not null,
  number int not null check (number > 0),
  code_hash text not null,
  issued_by uuid,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (office_id, officer_id, number),
  foreign key (office_id, officer_id) references officer (office_id, id) on delete cascade,
  foreign key (office_id, issued_by) references officer (office_id, id) on delete cascade
);

create table second_factor (
  office_id uuid not null references office (id) on delete cascade,
  officer_id uuid not null,
  number int not null check (number > 0),
  sealed text not null,
  made_at timestamptz not null,
  confirmed_at timestamptz,
  -- The step of the last code that was accepted: neither it nor an earlier one is accepted again.
  last_step bigint,
  ended_at timestamptz,
  primary key (office_id, officer_id, number),
  foreign key (office_id, officer_id) references officer (office_id, id) on delete cascade
);

-- Failures in a row of one account name, or of one address in a time. The key is a keyed hash: names that are nobody's
-- are counted like any other and stand nowhere in clear.
create table sign_in_failure (
  office_id uuid not null references office (id) on delete cascade,
  kind text not null check (kind in ('account', 'address')),
  key text not null,
  failures int not null check (failures >= 0),
  since timestamptz not null,
  last_at timestamptz not null,
  primary key (office_id, kind, key)
);

alter table password enable row level security;

alter table password force row level security;

create policy of_office on password
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

alter table one_time_code enable row level security;

alter table one_time_code force row level security;

create policy of_office on one_time_code
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

alter table second_factor enable row level security;

alter table second_factor force row level security;

create policy of_office on second_factor
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

alter table sign_in_failure enable row level security;

alter table sign_in_failure force row level security;

create policy of_office on sign_in_failure
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

grant update (login_name, disabled_at) on officer to guatu_app;

grant update (last_seen_at, ended_at) on session to guatu_app;

-- Passwords older than the few that may not come again are removed.
grant select, insert, delete on password to guatu_app;

grant update (sealed) on password to guatu_app;

grant select, insert on one_time_code, second_factor to guatu_app;

grant update (used_at) on one_time_code to guatu_app;

grant update (confirmed_at, last_step, ended_at) on second_factor to guatu_app;

grant select, insert, update, delete on sign_in_failure to guatu_app;
