-- Behind every query's own `office_id = $1` stands the row policy; the owner is bound by it as well.
alter table unit enable row level security;

alter table unit force row level security;

create policy of_office on unit
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

alter table officer enable row level security;

alter table officer force row level security;

create policy of_office on officer
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

alter table session enable row level security;

alter table session force row level security;

create policy of_office on session
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

alter table idempotency enable row level security;

alter table idempotency force row level security;

create policy of_office on idempotency
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

alter table audit enable row level security;

alter table audit force row level security;

create policy of_office on audit
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

alter table source enable row level security;

alter table source force row level security;

create policy of_office on source
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

alter table review_decision enable row level security;

alter table review_decision force row level security;

create policy of_office on review_decision
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

alter table plan_version enable row level security;

alter table plan_version force row level security;

create policy of_office on plan_version
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

alter table area enable row level security;

alter table area force row level security;

create policy of_office on area
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

alter table plan_item enable row level security;

alter table plan_item force row level security;

create policy of_office on plan_item
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

alter table task enable row level security;

alter table task force row level security;

create policy of_office on task
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

alter table target enable row level security;

alter table target force row level security;

create policy of_office on target
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

alter table entry enable row level security;

alter table entry force row level security;

create policy of_office on entry
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

alter table entry_event enable row level security;

alter table entry_event force row level security;

create policy of_office on entry_event
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

alter table fact enable row level security;

alter table fact force row level security;

create policy of_office on fact
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

-- The app role may add; what has been said is never edited and never taken back.
grant select, insert on audit, source, review_decision, plan_version, area, plan_item, task, target, entry, entry_event, fact, unit, officer to guatu_app;

grant select, insert, update on idempotency to guatu_app;

grant select, insert, delete on session to guatu_app;

grant select, insert on office to guatu_app;
