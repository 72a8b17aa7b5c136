-- Rows of any register. A row is a chain of entries: the first is its root, each later one a correction of its values or
-- a move of its lifecycle, verified like any entry. Facts serve a target or a measure, and may be about somebody.
-- The server does not answer while it migrates, and an office's tables are small: nobody waits for a lock.
-- squawk-ignore-file adding-not-nullable-field, constraint-missing-not-valid, ban-drop-not-null, require-concurrent-index-creation, require-concurrent-index-deletion
alter table entry no force row level security;

alter table entry
  add column root_id uuid,
  add column status text,
  add column move text;

with recursive chain as (
  select office_id, id, id as root_id from entry where corrects is null
  union all
  select n.office_id, n.id, c.root_id from chain c join entry n on n.office_id = c.office_id and n.corrects = c.id
)
update entry e set root_id = c.root_id from chain c where c.office_id = e.office_id and c.id = e.id;

alter table entry alter column root_id set not null;

alter table entry force row level security;

alter table entry add constraint entry_begins_chain check ((corrects is null) = (root_id = id));

alter table entry add constraint entry_moved check (move is null or (corrects is not null and status is not null));

-- Most rows are never corrected and name no target: they are left out of the indexes that only others are found by.
drop index entry_by_corrected;

create index entry_by_corrected on entry (office_id, corrects) where corrects is not null;

create index entry_by_root on entry (office_id, root_id) where corrects is not null;

drop index entry_by_target;

create index entry_by_target on entry (office_id, target_id, true_on) where target_id is not null;

-- `unit` stays the unit in which it is measured, `unit_id` is the unit that reports it. What evidence a fact lacks stands
-- beside it: until then it does not count.
alter table fact
  alter column target_id drop not null,
  add column measure text,
  add column subject text not null default '',
  add column unit_id uuid,
  add column lacks text[] not null default '{}';

alter table fact add constraint fact_serves_one check (num_nonnulls(target_id, measure) = 1);

alter table fact no force row level security;

alter table entry no force row level security;

update fact f set unit_id = e.unit_id from entry e where e.office_id = f.office_id and e.id = f.entry_id;

alter table fact force row level security;

alter table entry force row level security;

drop index fact_by_target;

create index fact_by_target on fact (office_id, target_id, true_on) where target_id is not null;

create index fact_by_measure on fact (office_id, measure, true_on) where measure is not null;

create index fact_by_entry on fact (entry_id, office_id);
