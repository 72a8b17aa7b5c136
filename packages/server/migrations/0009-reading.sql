-- What was read of a paper is kept as it was read: a reviewer's decisions hang on its phrases, and a later version of the
-- reader may find others. Papers from before are read anew each time, as they were.
alter table source add column reading jsonb;
