-- How much of a budget has been taken in the newest window: of a person's or of an address, across all server processes.
-- Unlogged: a count costs no write to the log of the database, and a machine that died begins its windows anew.
-- The subject is a hash, so that no address lies here; it belongs to no office, because an address does not.
create unlogged table rate (
  subject text not null,
  budget text not null check (budget in ('reads', 'writes', 'files')),
  since timestamptz not null,
  taken int not null check (taken > 0),
  primary key (subject, budget)
);

create index rate_by_age on rate (since);

-- What is older than a few windows is swept.
grant select, insert, update, delete on rate to guatu_app;
