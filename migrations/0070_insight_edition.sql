-- What has been published of a round: whole, suppressed once, never changed.
create table edition (
    id uuid primary key,
    round_id uuid not null,
    controller_id uuid not null,
    number integer not null,
    made_at timestamptz not null,
    n_answers bigint not null,
    -- What is published, as it stands on pages, in exports and in JSON.
    body text not null,
    sha256 bytea not null,
    -- How many people each part rests on: for the next edition's sake, never published.
    basis text not null,
    unique (round_id, number)
);
create index edition_controller on edition (controller_id, made_at);
