-- An approval that was signed on paper: entered by one person, confirmed by another, and only then carried out. Nothing of
-- it is edited; what became of it is a row beside it.
create table paper_approval (
  office_id uuid not null references office (id) on delete cascade,
  id uuid not null,
  route text not null,
  params jsonb not null,
  body jsonb not null,
  -- The version of the thing that whoever entered it had seen.
  version int not null,
  -- The thing as it stood when the paper was entered.
  shown jsonb not null,
  signer_id uuid not null,
  signer_post_id uuid not null,
  signed_on date not null,
  number text not null,
  scan_id uuid not null,
  entered_by uuid not null,
  entered_at timestamptz not null,
  -- The earlier paper that this one stands in place of.
  replaces uuid,
  primary key (id, office_id),
  foreign key (office_id, signer_id) references officer (office_id, id) on delete cascade,
  foreign key (office_id, signer_post_id) references post (office_id, id) on delete cascade,
  foreign key (scan_id, office_id) references evidence (id, office_id) on delete cascade,
  foreign key (office_id, entered_by) references officer (office_id, id) on delete cascade,
  foreign key (replaces, office_id) references paper_approval (id, office_id) on delete cascade
);

create unique index paper_approval_replaced_once on paper_approval (office_id, replaces);

-- A paper has one end: its key lets in no second one.
create table paper_outcome (
  office_id uuid not null,
  paper_id uuid not null,
  kind text not null check (kind in ('confirmed', 'returned', 'withdrawn', 'replaced')),
  at timestamptz not null,
  by_officer uuid not null,
  because text not null,
  primary key (paper_id, office_id),
  foreign key (paper_id, office_id) references paper_approval (id, office_id) on delete cascade,
  foreign key (office_id, by_officer) references officer (office_id, id) on delete cascade
);

-- What a confirmed paper brought about, under the name its stage gives it: there the paper is shown instead of a click.
create table paper_behind (
  office_id uuid not null,
  act text not null,
  paper_id uuid not null,
  primary key (office_id, act),
  foreign key (paper_id, office_id) references paper_outcome (paper_id, office_id) on delete cascade
);

alter table paper_approval enable row level security;

alter table paper_approval force row level security;

create policy of_office on paper_approval
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

alter table paper_outcome enable row level security;

alter table paper_outcome force row level security;

create policy of_office on paper_outcome
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

alter table paper_behind enable row level security;

alter table paper_behind force row level security;

create policy of_office on paper_behind
  using (office_id = nullif(current_setting('app.office', true), '')::uuid)
  with check (office_id = nullif(current_setting('app.office', true), '')::uuid);

grant select, insert on paper_approval, paper_outcome, paper_behind to guatu_app;
