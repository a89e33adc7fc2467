-- Since when the clock knows that this step is to be followed up: for outcome steps, from the end of the case.
alter table case_step add column asked_for_at timestamptz;
create index case_step_follow_up on case_step (kind, case_id) where asked_for_at is null;
