-- 检索索引: which versions of rows say which two neighbouring signs. It follows from the rows, is brought up behind them in
-- the background and can be thrown away and made anew at any time; no row waits for it. Lists of equal text are looked up
-- in place of a text index, because under a row policy the database uses an index only by operators that cannot leak.
create table search_word (
  office_id uuid not null references office (id) on delete cascade,
  word text collate "C" not null,
  block integer not null check (block >= 0),
  -- The places within the block: a list of them, or one bit for each of all.
  places bytea not null,
  primary key (office_id, word, block)
);

-- The version at each place, in the order in which they came into the index.
create table search_version (
  office_id uuid not null references office (id) on delete cascade,
  place integer not null check (place >= 0),
  entry_id uuid not null,
  primary key (office_id, place)
);

-- How far each register has come: its last version that is in the index, how many are, and by which rules they were read.
create table search_cursor (
  office_id uuid not null references office (id) on delete cascade,
  register text not null,
  last_id uuid not null,
  versions integer not null check (versions > 0),
  through timestamptz not null,
  rules text not null,
  primary key (office_id, register)
);

alter table search_word enable row level security;

alter table search_word force row level security;

create policy of_office on search_word
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

alter table search_version enable row level security;

alter table search_version force row level security;

create policy of_office on search_version
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

alter table search_cursor enable row level security;

alter table search_cursor force row level security;

create policy of_office on search_cursor
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

-- Nothing is proved by it: it is dropped where it has to be made anew.
grant select, insert, delete on search_word, search_version, search_cursor to guatu_app;

grant update (places) on search_word to guatu_app;

grant update (last_id, versions, through, rules) on search_cursor to guatu_app;
