-- A correction that was returned leaves its row open for another one, so a row may be named more than once. That only
-- one of them stands at a time is kept where a correction is entered.
drop index entry_corrected_once;

create index entry_by_corrected on entry (office_id, corrects);
