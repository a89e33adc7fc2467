-- What has been answered to a key already: the same act asked twice is done once.
create table idempotency (
    human_id uuid not null,
    route text not null,
    once_key text not null,
    body_hash bytea not null,
    location text not null,
    at timestamptz not null,
    primary key (human_id, route, once_key)
);
