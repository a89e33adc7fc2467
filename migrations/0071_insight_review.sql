-- The written review of a round, by those who ran it: what worked and what changes. Once finished it does not change.
create table round_review (
    round_id uuid primary key,
    controller_id uuid not null,
    held_on date not null,
    present text not null,
    worked text not null,
    -- One change a line.
    changes text not null,
    noted_by uuid not null,
    noted_at timestamptz not null,
    finished_at timestamptz,
    -- The draft of a new version that was begun from it.
    draft_id uuid,
    rev bigint not null default 0
);
create index round_review_controller on round_review (controller_id);
