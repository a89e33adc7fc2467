-- The goals of a case are changed under one row, so that two who write at once follow each other. One occasion of rating
-- is open at a time; those before it are past.
create table goal_plan (
    case_id uuid primary key,
    round_id uuid not null,
    controller_id uuid not null,
    -- Keys of the blueprint's occasions: the one that is open, and the last that was.
    occasion text,
    last_occasion text,
    opened_at timestamptz,
    rev bigint not null default 1
);
-- A goal. What people wrote (its sentence, its five levels) is sealed under the key of the case.
create table goal (
    id uuid primary key,
    case_id uuid not null references goal_plan (case_id),
    round_id uuid not null,
    position integer not null,
    -- light | full
    form text not null,
    -- A key of the blueprint's areas; none where there are none.
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
create index goal_round on goal (round_id) where agreed_at is not null;
-- One rating of a goal by each of the three on each occasion; the last stands.
create table goal_rating (
    goal_id uuid not null references goal (id),
    -- participant | supervisor | coach
    party text not null,
    occasion text not null,
    -- −2…2 in the full form, 0–10 in the light one.
    rating integer not null,
    rated_by uuid not null,
    rated_at timestamptz not null,
    primary key (goal_id, party, occasion)
);
-- What reports may read: numbers alone. A T-score needs every agreed goal of the case rated.
create view goal_state as
    select g.id as goal_id, g.case_id, g.round_id, g.form, g.area, g.weight, g.agreed_at
    from goal g where g.agreed_at is not null;
create view goal_rating_state as
    select g.case_id, g.round_id, r.goal_id, r.party, r.occasion, g.form, g.weight, r.rating
    from goal_rating r join goal g on g.id = r.goal_id where g.agreed_at is not null;
