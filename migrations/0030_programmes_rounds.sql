-- A service of an organisation, known by the id of its blueprint.
create table programme (
    id uuid primary key,
    controller_id uuid not null references organisation (id),
    key text not null,
    -- Texts in three languages.
    name text not null,
    created_at timestamptz not null,
    unique (controller_id, key)
);
-- A published blueprint. Rows are added and never changed: rounds stand on them.
create table blueprint_version (
    id uuid primary key,
    programme_id uuid not null references programme (id),
    controller_id uuid not null,
    version integer not null,
    -- The file as its authors wrote it, and the same in canonical form with its instruments.
    source text not null,
    canonical bytea not null,
    sha256 bytea not null,
    author_id uuid,
    published_by uuid,
    published_at timestamptz not null,
    unique (programme_id, version),
    unique (programme_id, sha256)
);
-- A blueprint being written.
create table blueprint_draft (
    id uuid primary key,
    controller_id uuid not null references organisation (id),
    key text not null,
    source text not null,
    -- draft | in_review | published
    state text not null,
    -- Who last changed it: another human publishes.
    author_id uuid not null references human (id),
    blueprint_id uuid references blueprint_version (id),
    changed_at timestamptz not null,
    rev bigint not null default 0
);
create index blueprint_draft_controller on blueprint_draft (controller_id, changed_at);
create table round (
    id uuid primary key,
    controller_id uuid not null references organisation (id),
    programme_id uuid not null references programme (id),
    blueprint_id uuid not null references blueprint_version (id),
    name text not null,
    state text not null,
    opens_on date not null,
    closes_on date not null,
    places integer not null,
    -- Visits of all packages together.
    visits integer not null,
    visits_per_package integer not null,
    supervisor_part text not null,
    selection text not null,
    offer_days integer not null,
    hand_on text not null,
    returns_unused boolean not null,
    lottery_commitment text,
    lottery_seed text,
    created_at timestamptz not null,
    moved_at timestamptz not null,
    rev bigint not null default 0
);
create index round_controller on round (controller_id, opens_on);
create index round_state on round (state, closes_on);
-- What slices after programmes may read.
create view programmes_round as
    select r.id as round_id, r.controller_id, r.programme_id, r.blueprint_id, r.name, r.state, r.places, r.visits,
           r.visits_per_package, r.opens_on, r.closes_on
    from round r;
