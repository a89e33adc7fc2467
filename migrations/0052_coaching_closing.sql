-- Since when the closing questions have been asked of the participant.
alter table coaching_case add column closing_asked_at timestamptz;
