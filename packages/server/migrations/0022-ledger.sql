-- The server does not answer while it migrates, and an office's tables are small: nobody waits for a lock.
-- squawk-ignore-file require-concurrent-index-creation, require-concurrent-index-deletion
-- How many rows a ledger has, and which come first, is told by the index alone.
drop index entry_by_register;

create index entry_by_register on entry (office_id, register, id)
  include (root_id, known_at, true_on, unit_id, entered_by);

-- And how each of them stands.
drop index entry_event_by_office;

create index entry_event_by_entry on entry_event (office_id, entry_id, seq) include (kind, at);

create index entry_event_fallen on entry_event (office_id, entry_id) include (at, seq) where kind in ('returned', 'withdrawn');

-- How somebody likes to look at a ledger: what is asked for, in which order, which columns are shown.
create table saved_view (
  office_id uuid not null references office (id) on delete cascade,
  id uuid not null,
  officer_id uuid not null,
  register text not null,
  name text not null check (name <> ''),
  view jsonb not null,
  saved_at timestamptz not null,
  primary key (office_id, id),
  unique (office_id, officer_id, register, name),
  foreign key (office_id, officer_id) references officer (office_id, id) on delete cascade
);

alter table saved_view enable row level security;

alter table saved_view force row level security;

create policy of_office on saved_view
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

-- A habit and no record: it may be changed and dropped.
grant select, insert, delete on saved_view to guatu_app;

grant update (view, saved_at) on saved_view to guatu_app;
