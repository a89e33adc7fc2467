-- The goals of a case are changed under one row, so that two who write at once follow each other.
create table goal_plan (
    case_id uuid primary key,
    round_id uuid not null,
    controller_id uuid not null,
    rev bigint not null default 1
);
-- A goal. What people wrote (its sentence, its five levels) is sealed under the key of the case.
create table goal (
    id uuid primary key,
    case_id uuid not null,
    round_id uuid not null,
    position integer not null,
    -- light | full
    form text not null,
    -- A key of the blueprint's areas; none in the light form.
    area text,
    -- 1–4; 1 in the light form.
    weight integer not null,
    sealed bytea not null,
    made_by uuid not null,
    made_at timestamptz not null,
    -- From then on it is locked: nothing of it changes any more.
    agreed_at timestamptz,
    agreed_by uuid,
    rev bigint not null default 1,
    unique (case_id, position)
);
-- When the goals of a case are rated; one occasion is open at a time.
create table goal_occasion (
    case_id uuid not null,
    -- A key of the blueprint's occasions.
    occasion text not null,
    opened_at timestamptz not null,
    opened_by uuid not null,
    closed_at timestamptz,
    rev bigint not null default 1,
    primary key (case_id, occasion)
);
create unique index goal_occasion_open on goal_occasion (case_id) where closed_at is null;
-- One rating of a goal by each of the three on each occasion; the last stands.
create table goal_rating (
    goal_id uuid not null references goal (id),
    -- participant | supervisor | coach
    party text not null,
    occasion text not null,
    case_id uuid not null,
    -- −2…2 in the full form, 0–10 in the light one.
    rating integer not null,
    rated_by uuid not null,
    rated_at timestamptz not null,
    primary key (goal_id, party, occasion)
);
create index goal_rating_case on goal_rating (case_id);
-- What reports may read: numbers alone. A T-score needs every agreed goal of the case rated.
create view goal_state as
    select g.id as goal_id, g.case_id, g.round_id, g.form, g.area, g.weight, g.agreed_at
    from goal g where g.agreed_at is not null;
create view goal_rating_state as
    select g.case_id, g.round_id, r.goal_id, r.party, r.occasion, g.form, g.weight, r.rating
    from goal_rating r join goal g on g.id = r.goal_id where g.agreed_at is not null;
create index goal_round on goal (round_id) where agreed_at is not null;
