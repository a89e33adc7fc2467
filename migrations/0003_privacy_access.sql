-- A human is who signs in; a person (people) is a record in one organisation.
create table human (
    id uuid primary key,
    name text not null,
    lang text not null default 'fi',
    address text unique,
    phone text,
    password_hash text,
    oidc_subject text unique,
    created_at timestamptz not null,
    disabled_at timestamptz
);
-- A seat is a role of an organisation; edges may name a seat as reader, so that one query answers who may see what.
create table seat (
    id uuid primary key,
    organisation_id uuid not null,
    role text not null,
    unique (organisation_id, role)
);
create table seat_member (
    human_id uuid not null references human (id),
    seat_id uuid not null references seat (id),
    valid_from timestamptz not null,
    valid_until timestamptz not null,
    primary key (human_id, seat_id)
);
create index seat_member_seat on seat_member (seat_id);
create table session (
    token_hash bytea primary key,
    human_id uuid not null references human (id),
    started_at timestamptz not null,
    seen_at timestamptz not null
);
create index session_human on session (human_id);
-- Who may read what, why, and for how long. Never cached.
create table access_edge (
    id uuid primary key,
    reader uuid not null,
    resource uuid not null,
    class text not null,
    purpose text not null,
    valid_from timestamptz not null,
    valid_until timestamptz not null,
    because_event uuid not null,
    controller_id uuid not null
);
create index access_edge_resource on access_edge (resource, class, reader);
create index access_edge_reader on access_edge (reader, class, resource);
-- One key a case, wrapped by a key ring that lives outside the database.
create table vault_key (
    subject_id uuid primary key,
    generation integer not null,
    wrapped bytea not null
);
