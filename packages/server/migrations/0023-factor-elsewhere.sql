-- A second factor that the unit's own login asked for counts as long as the sign-in that brought it.
alter table session add column factor_elsewhere boolean not null default false;
