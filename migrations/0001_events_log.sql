-- Every state change writes one event in its own transaction. The text of what people said is never here.
create table event (
    id uuid primary key,
    controller_id uuid not null,
    at timestamptz not null,
    human_id uuid,
    what text not null,
    root_kind text not null,
    root_id uuid not null,
    facts text not null,
    sealed boolean not null default false
);
create index event_root on event (root_id, at);
create index event_unsealed on event (id) where sealed = false;
-- The chain: one link an event and controller, made by the sealer.
create table chain_link (
    controller_id uuid not null,
    seq bigint not null,
    event_id uuid not null unique references event (id),
    hash bytea not null,
    primary key (controller_id, seq)
);
create table sealer_lease (
    name text primary key,
    holder uuid not null,
    until timestamptz not null
);
