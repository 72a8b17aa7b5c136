-- The server does not answer while it migrates. The owner is bound by the row policies as well; marking the people of
-- all offices needs them set aside.
alter table officer no force row level security;

-- Made by us to switch between until an office has people of its own; they never sign in.
alter table officer add column stand_in boolean not null default false;

update officer set stand_in = true where name like '试用·%' or name like '示例·%';

alter table officer force row level security;

-- An office on trial may begin to work in earnest; nothing else about an office ever changes.
grant update (kind) on office to guatu_app;
