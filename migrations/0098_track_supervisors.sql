-- A supervisor on the track of a round, from the first thing done or arranged. The id is random: it stands for the
-- supervisor beside the answers, and the answers are sealed under a key of its own.
create table track_member (
    id uuid primary key,
    round_id uuid not null,
    controller_id uuid not null,
    supervisor_id uuid not null references human (id),
    -- When they said that they cannot come to the workshop.
    cannot_come_at timestamptz,
    -- came | away; null: not noted.
    attended text,
    unique (round_id, supervisor_id)
);
create index track_member_supervisor on track_member (supervisor_id);
-- A supervisor's own meeting with a coach. Its minutes count against the round's share for supervisors.
create table track_guidance (
    id uuid primary key,
    member_id uuid not null references track_member (id),
    round_id uuid not null,
    -- proposed | held | cancelled
    state text not null,
    starts_at timestamptz not null,
    minutes integer not null,
    place text not null,
    -- The number of the calendar invitation.
    sequence integer not null default 0,
    set_by uuid not null,
    set_at timestamptz not null,
    rev bigint not null default 0
);
create index track_guidance_member on track_guidance (member_id);
create index track_guidance_round on track_guidance (round_id);
-- The supervisors' workshop of a round.
create table track_workshop (
    round_id uuid primary key,
    controller_id uuid not null,
    title text not null,
    starts_at timestamptz not null,
    minutes integer not null,
    place text not null,
    sequence integer not null default 0,
    set_by uuid not null,
    set_at timestamptz not null,
    rev bigint not null default 0
);
-- The pairs of a round as a whole: whoever changes them takes its revision.
create table track_pairing (
    round_id uuid primary key,
    controller_id uuid not null,
    published_at timestamptz not null,
    rev bigint not null
);
-- Two supervisors who spar with each other, or three.
create table track_pair (
    id uuid primary key,
    round_id uuid not null,
    formed_at timestamptz not null,
    ended_at timestamptz
);
create index track_pair_round on track_pair (round_id);
create table track_pair_member (
    pair_id uuid not null references track_pair (id),
    member_id uuid not null references track_member (id),
    -- waiting | accepted | swap: asks for another pair.
    answer text not null,
    answered_at timestamptz,
    -- Conversations that the supervisor has marked held.
    talks integer not null default 0,
    primary key (pair_id, member_id)
);
create index track_pair_member_member on track_pair_member (member_id);
-- What a supervisor answered: sealed under the key of the member; the scores are numbers and stand open.
create table track_measure (
    id uuid primary key,
    -- When its time is over, an id that is in no other table.
    member_id uuid not null,
    round_id uuid not null,
    -- before | after
    phase text not null,
    instrument_key text not null,
    sealed bytea not null,
    scores text not null,
    answered_on date not null,
    unique (member_id, phase)
);
create index track_measure_round on track_measure (round_id);
-- The change of a group of supervisors after disclosure control, as it was published.
create table track_edition (
    round_id uuid not null,
    -- How many had answered before and after.
    n bigint not null,
    made_on date not null,
    change text not null,
    primary key (round_id, n)
);
-- What slices after track may read: published numbers.
create view track_leadership as
    select e.round_id, e.n, e.made_on, e.change from track_edition e;
