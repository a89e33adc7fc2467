-- Work to be done after an act, written in the act's own transaction.
create table job (
    id uuid primary key,
    kind text not null,
    payload text not null,
    once_key text unique,
    run_at timestamptz not null,
    attempts integer not null default 0,
    lease uuid,
    leased_until timestamptz,
    dead boolean not null default false,
    last_error text
);
create index job_due on job (run_at) where dead = false;
