-- When the contents of the case were erased: its key destroyed, memo and notes gone.
alter table coaching_case add column contents_erased_at timestamptz;
create index coaching_case_ended on coaching_case (ended_at) where contents_erased_at is null;
