-- The time of a coach who is not the coach any more, with the memo that was kept then. Each is a resource of its own: the
-- next coach reads it only through an edge that consent or two persons have opened.
create table coach_era (
    id uuid primary key,
    case_id uuid not null references coaching_case (id),
    -- Null: not known any more.
    coach_human_id uuid,
    coach_name text,
    began_at timestamptz,
    ended_at timestamptz not null,
    -- The shared memo of that time, sealed under the key of the case; null: nothing was written, or it has been erased.
    sealed bytea,
    saved_at timestamptz
);
create index coach_era_case on coach_era (case_id, ended_at);
-- Whether this coach may read what was written before: the participant's last answer stands.
create table era_consent (
    case_id uuid not null references coaching_case (id),
    coach_human_id uuid not null,
    -- yes | no | later
    answer text not null,
    answered_at timestamptz not null,
    primary key (case_id, coach_human_id)
);
-- Without consent: one asks with a reason, another decides with a reason, and neither opens it for themselves. The names
-- are copies, so that a page needs no other table.
create table era_request (
    id uuid primary key,
    case_id uuid not null references coaching_case (id),
    controller_id uuid not null references organisation (id),
    -- Who would read.
    coach_human_id uuid not null,
    coach_name text not null,
    -- asked | approved | declined | lapsed
    state text not null,
    asked_by uuid not null references human (id),
    asked_name text not null,
    asked_at timestamptz not null,
    -- Sealed under the key of the case; empty when erased.
    asked_reason bytea not null,
    decided_by uuid references human (id),
    decided_name text,
    decided_at timestamptz,
    decided_reason bytea,
    constraint era_request_two_people check (decided_by is null or decided_by <> asked_by),
    constraint era_request_not_for_oneself check (
        asked_by <> coach_human_id and (decided_by is null or decided_by <> coach_human_id)
    ),
    constraint era_request_decided check (state not in ('approved', 'declined') or decided_by is not null)
);
create unique index era_request_open on era_request (case_id) where state = 'asked';
create index era_request_case on era_request (case_id, asked_at);
create index era_request_controller on era_request (controller_id, asked_at);
