create table entry (
  office_id uuid not null references office (id) on delete cascade,
  id uuid not null,
  register text not null,
  target_id uuid,
  true_on date not null,
  known_at timestamptz not null,
  entered_by uuid not null,
  content jsonb not null,
  natural_key text not null,
  corrects uuid,
  because text not null,
  primary key (id, office_id),
  foreign key (office_id, target_id) references plan_item (office_id, id) on delete cascade,
  foreign key (office_id, entered_by) references officer (office_id, id) on delete cascade,
  foreign key (corrects, office_id) references entry (id, office_id) on delete cascade
);

create index entry_by_register on entry (office_id, register, id);

create index entry_by_target on entry (office_id, target_id, true_on);

create index entry_by_key on entry (office_id, register, natural_key);

create unique index entry_corrected_once on entry (office_id, corrects);

create table entry_event (
  office_id uuid not null,
  entry_id uuid not null,
  seq int not null check (seq > 0),
  kind text not null check (kind in ('verified', 'returned', 'withdrawn')),
  at timestamptz not null,
  by_officer uuid not null,
  because text not null,
  primary key (entry_id, seq, office_id),
  foreign key (entry_id, office_id) references entry (id, office_id) on delete cascade,
  foreign key (office_id, by_officer) references officer (office_id, id) on delete cascade
);

create index entry_event_by_office on entry_event (office_id, entry_id);

create table fact (
  office_id uuid not null,
  id uuid not null,
  entry_id uuid not null,
  target_id uuid not null,
  quantity numeric not null,
  unit text not null,
  true_on date not null,
  known_at timestamptz not null,
  primary key (id, office_id),
  foreign key (entry_id, office_id) references entry (id, office_id) on delete cascade,
  foreign key (office_id, target_id) references plan_item (office_id, id) on delete cascade
);

create index fact_by_target on fact (office_id, target_id, true_on);
