-- The log becomes a chain: each record carries its number in the office, the hash of the one before it, its own hash
-- and an HMAC. What was written until now stays as it is, without a number, and is called from before the chain.
alter table audit
  add column seq bigint,
  add column unit_id uuid,
  add column address text,
  add column request_id text,
  add column suite text,
  add column prev_hash text,
  add column hash text,
  add column mac text;

-- Not validated, because the older rows have no number; every new one must have all of it.
alter table audit add constraint audit_chained check (
  seq is not null and seq > 0 and suite is not null and prev_hash is not null and hash is not null and mac is not null
) not valid;

alter table audit drop constraint audit_outcome_check;

alter table audit add constraint audit_outcome_known check (outcome in ('done', 'refused', 'invalid', 'failed', 'read')) not valid;

create unique index audit_in_order on audit (office_id, seq);

-- Where the chain of an office ends. Whoever adds a record holds this row until the change is done: so there is an order.
create table audit_head (
  office_id uuid primary key references office (id) on delete cascade,
  seq bigint not null,
  hash text not null
);

create table checkpoint (
  office_id uuid not null references office (id) on delete cascade,
  size bigint not null,
  suite text not null,
  root text not null,
  head text not null,
  mac text not null,
  -- The full parts of the tree, so that the next checkpoint reads only what came since.
  peaks text[] not null,
  at timestamptz not null,
  primary key (office_id, size)
);

alter table audit_head enable row level security;

alter table audit_head force row level security;

create policy of_office on audit_head
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

alter table checkpoint enable row level security;

alter table checkpoint force row level security;

create policy of_office on checkpoint
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

grant select, insert, update on audit_head to guatu_app;

grant select, insert on checkpoint to guatu_app;
