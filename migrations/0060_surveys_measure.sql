-- What a participant answered to an instrument or feedback. The id is random: it must not tell who answered when.
create table measure (
    id uuid primary key,
    case_id uuid not null,
    round_id uuid not null,
    step_id uuid unique,
    step_key text not null,
    instrument_key text not null,
    -- before | after | follow_up | experience
    phase text not null,
    answers text not null,
    scores text not null,
    answered_on date not null
);
create index measure_case on measure (case_id);
create index measure_round on measure (round_id, instrument_key, phase);
-- What became of somebody, asked at a point of time: end | months_3 | months_6 | months_12.
create table outcome (
    id uuid primary key,
    case_id uuid not null,
    round_id uuid not null,
    at_point text not null,
    kind text not null,
    answered_on date not null,
    -- participant | link | coordinator
    source text not null,
    unique (case_id, at_point)
);
create index outcome_round on outcome (round_id, at_point);
-- A link that takes one answer and shows nothing: only the hash of its token is kept.
create table ask_link (
    token_hash bytea primary key,
    case_id uuid not null,
    round_id uuid not null,
    step_id uuid not null,
    at_point text not null,
    made_at timestamptz not null,
    until timestamptz not null,
    used_at timestamptz
);
create index ask_link_step on ask_link (step_id);
-- What reports may read: numbers, never answers.
create view surveys_measure as
    select m.id as measure_id, m.round_id, m.case_id, m.instrument_key, m.phase, m.scores, m.answered_on from measure m;
create view surveys_outcome as
    select o.round_id, o.case_id, o.at_point, o.kind, o.answered_on from outcome o;
