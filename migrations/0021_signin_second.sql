-- The second factor: an authenticator app. Its secret is sealed under a key of the ring.
create table signin_second (
    human_id uuid primary key references human (id),
    secret bytea not null,
    -- The newest step whose code was used: a code is good once.
    last_step bigint not null,
    set_at timestamptz not null
);
-- Codes for the day when the phone is lost, each good once; hashes keyed with the server's secret.
create table signin_recovery (
    human_id uuid not null references human (id),
    code_hash bytea not null,
    primary key (human_id, code_hash)
);
-- A visit half way through the door: the first factor is proven, the second is asked or set up.
create table signin_half_way (
    visit_hash bytea primary key,
    human_id uuid not null references human (id),
    errand text not null,
    -- The secret of an app that is being set up, sealed.
    secret bytea,
    tries integer not null,
    next text not null,
    expires_at timestamptz not null
);
create index signin_half_way_human on signin_half_way (human_id);
