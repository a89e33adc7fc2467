-- An application of one person to one round, with the person's place at work as it was when it was sent.
create table application (
    id uuid primary key,
    round_id uuid not null,
    controller_id uuid not null,
    human_id uuid not null,
    person_id uuid not null,
    state text not null,
    rev bigint not null default 0,
    -- Answers by the keys of the questions.
    answers text not null default '{}',
    -- Stands for the application in a lottery: random, nothing of the person.
    ticket text not null,
    first_name text not null,
    last_name text not null,
    sort_key bytea not null,
    employment_id uuid,
    unit_name text not null,
    service_area text not null,
    title text not null,
    education text not null,
    -- What the rules found, each with its reason.
    verdict text not null default '[]',
    score bigint not null default 0,
    -- The supervisor's part: none | told | waiting | supported | not_supported
    support text not null default 'none',
    supervisor_id uuid,
    support_words text,
    supported_at timestamptz,
    look_words text,
    look_asked_at timestamptz,
    -- What the person who looked again said to the applicant.
    check_words text,
    -- What is proposed until decisions are published: select | reserve | leave_out
    proposal text,
    -- Why this person: said where places are given by hand.
    reason text,
    reserve_rank bigint,
    late boolean not null default false,
    started_at timestamptz not null,
    saved_at timestamptz not null,
    submitted_at timestamptz,
    decided_at timestamptz
);
create unique index application_one on application (round_id, person_id) where state <> 'withdrawn';
create index application_human on application (human_id, id);
create index application_supervisor on application (supervisor_id, support);
create index application_name on application (round_id, sort_key, id);
create index application_arrival on application (round_id, submitted_at, id);
create index application_state_name on application (round_id, state, sort_key, id);
create index application_state_arrival on application (round_id, state, submitted_at, id);
create index application_area on application (round_id, service_area, sort_key, id);
create index application_unit on application (round_id, unit_name, sort_key, id);
create index application_title on application (round_id, title, sort_key, id);
create index application_education on application (round_id, education, sort_key, id);
create index application_reserve on application (round_id, state, reserve_rank);
create index application_proposal on application (round_id, proposal) where proposal is not null;
-- A place offered, until a local day ends.
create table offer (
    id uuid primary key,
    application_id uuid not null references application (id),
    round_id uuid not null,
    visits integer not null,
    -- open | accepted | refused | lapsed | withdrawn
    state text not null,
    offered_at timestamptz not null,
    answer_by date not null,
    answered_at timestamptz
);
create index offer_application on offer (application_id);
create unique index offer_open on offer (application_id) where state = 'open';
-- Running numbers of a round, changed in the act that changes what they count: applications by state, values to
-- filter by, and the places and visits given and come back.
create table intake_count (
    round_id uuid not null,
    kind text not null,
    value text not null,
    n bigint not null,
    primary key (round_id, kind, value)
);
-- The seed of a lottery; its commitment is public before the draw, the seed after it.
create table intake_draw (
    round_id uuid primary key,
    seed text not null,
    commitment text not null,
    committed_at timestamptz not null,
    drawn_at timestamptz
);
-- What slices after intake may read: every application that was sent.
create view intake_place as
    select a.round_id, a.id as application_id, a.person_id, a.human_id, a.controller_id, a.state, a.unit_name,
           a.service_area, a.title, a.education, a.submitted_at, a.answers,
           case when a.state = 'accepted' then true else false end as placed
    from application a where a.state <> 'draft' and a.submitted_at is not null;
