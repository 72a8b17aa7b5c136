-- A pass for one screen on a wall. The code is shown once and opens once; the browser that opened it holds a secret of its
-- own from then on. Both are kept as keyed hashes only.
create table wall_pass (
  office_id uuid not null references office (id) on delete cascade,
  id uuid not null,
  screen text not null,
  unit_id uuid not null,
  issued_by uuid not null,
  issued_at timestamptz not null,
  bind_by timestamptz not null,
  until_day date,
  code_hash text not null,
  secret_hash text,
  bound_at timestamptz,
  last_seen_at timestamptz,
  revoked_by uuid,
  revoked_at timestamptz,
  primary key (office_id, id),
  unique (office_id, code_hash),
  unique (office_id, secret_hash),
  foreign key (office_id, unit_id) references unit (office_id, id) on delete cascade,
  foreign key (office_id, issued_by) references officer (office_id, id) on delete cascade,
  foreign key (office_id, revoked_by) references officer (office_id, id) on delete cascade,
  check ((secret_hash is null) = (bound_at is null)),
  check ((revoked_by is null) = (revoked_at is null))
);

-- The unit's own provider of identities. A change is a row of its own that a second administrator confirms.
create table oidc_provider (
  office_id uuid not null references office (id) on delete cascade,
  id uuid not null,
  label text not null,
  issuer text not null,
  client_id text not null,
  sealed_secret text not null,
  -- Where our own pages are reached; the redirect URI follows from it and from nothing that a request says.
  origin text not null,
  -- Values of amr or acr that this office takes as proof of a second factor; none where it trusts none.
  second_factor_values text[] not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  ended_by uuid,
  ended_at timestamptz,
  primary key (office_id, id),
  foreign key (office_id, proposed_by) references officer (office_id, id) on delete cascade,
  foreign key (office_id, confirmed_by) references officer (office_id, id) on delete cascade,
  foreign key (office_id, ended_by) references officer (office_id, id) on delete cascade,
  check (confirmed_by <> proposed_by),
  check ((confirmed_by is null) = (confirmed_at is null)),
  check ((ended_by is null) = (ended_at is null))
);

create unique index oidc_provider_in_force on oidc_provider (office_id) where confirmed_at is not null and ended_at is null;

-- Which person a subject of a provider is. The issuer stands in the key: the same subject elsewhere is somebody else.
create table oidc_link (
  office_id uuid not null references office (id) on delete cascade,
  id uuid not null,
  issuer text not null,
  subject text not null,
  officer_id uuid not null,
  made_by uuid not null,
  made_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  primary key (office_id, id),
  foreign key (office_id, officer_id) references officer (office_id, id) on delete cascade,
  foreign key (office_id, made_by) references officer (office_id, id) on delete cascade,
  foreign key (office_id, ended_by) references officer (office_id, id) on delete cascade,
  check ((ended_by is null) = (ended_at is null))
);

create unique index oidc_link_subject on oidc_link (office_id, issuer, subject) where ended_at is null;

create unique index oidc_link_officer on oidc_link (office_id, issuer, officer_id) where ended_at is null;

-- A way to the provider that has begun. Nonce and verifier are worked out from the state, which only its browser has.
create table oidc_attempt (
  office_id uuid not null references office (id) on delete cascade,
  state_hash text not null,
  browser_hash text not null,
  provider_id uuid not null,
  -- Null on the way in; the person who links, on the way to a link.
  officer_id uuid,
  started_at timestamptz not null,
  used_at timestamptz,
  primary key (office_id, state_hash),
  foreign key (office_id, provider_id) references oidc_provider (office_id, id) on delete cascade,
  foreign key (office_id, officer_id) references officer (office_id, id) on delete cascade
);

alter table wall_pass enable row level security;

alter table wall_pass force row level security;

create policy of_office on wall_pass
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

alter table oidc_provider enable row level security;

alter table oidc_provider force row level security;

create policy of_office on oidc_provider
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

alter table oidc_link enable row level security;

alter table oidc_link force row level security;

create policy of_office on oidc_link
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

alter table oidc_attempt enable row level security;

alter table oidc_attempt force row level security;

create policy of_office on oidc_attempt
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

grant select, insert on wall_pass, oidc_provider, oidc_link to guatu_app;

-- A pass is bound once and revoked once; a provider is confirmed once and ended once; a link ends once.
grant update (secret_hash, bound_at, last_seen_at, revoked_by, revoked_at) on wall_pass to guatu_app;

grant update (confirmed_by, confirmed_at, ended_by, ended_at) on oidc_provider to guatu_app;

grant update (ended_by, ended_at) on oidc_link to guatu_app;

grant select, insert, delete, update (used_at) on oidc_attempt to guatu_app;
