-- The kick-off of a round: what those who begin it agree. A version that has been fixed never changes; a later change is
-- a new version with its reason.
create table round_kickoff (
    id uuid primary key,
    round_id uuid not null references round (id),
    controller_id uuid not null,
    version integer not null,
    held_on date not null,
    -- Names and roles, one a line.
    present text not null,
    aims text not null,
    target_group text not null,
    timetable text not null,
    -- Why it was changed; of the first version there is none.
    reason text,
    noted_by uuid not null,
    noted_at timestamptz not null,
    fixed_by uuid,
    fixed_at timestamptz,
    rev bigint not null default 0,
    unique (round_id, version)
);
create unique index round_kickoff_open on round_kickoff (round_id) where fixed_at is null;
