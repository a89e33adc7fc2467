-- What a browser's visit waits for. Only hashes: nobody who reads the tables can sign in with them.
create table signin_code (
    visit_hash bytea primary key,
    -- Nobody, until the job has found the account; for an unknown address nobody for ever.
    human_id uuid references human (id),
    code_hash bytea not null,
    tries integer not null,
    expires_at timestamptz not null,
    -- Where to go on to: a path of our own.
    next text not null,
    -- The hash of the name under which tries are counted for the account.
    account bytea not null
);
create table signin_oidc (
    visit_hash bytea primary key,
    state_hash bytea not null,
    nonce text not null,
    verifier text not null,
    next text not null,
    expires_at timestamptz not null
);
-- Tries under a name (an account, an address of the net), as a hash; each failed one makes the next wait longer.
create table signin_throttle (
    name bytea primary key,
    failures integer not null,
    until timestamptz not null,
    last_at timestamptz not null
);
create index signin_throttle_last on signin_throttle (last_at);
-- The code of the first administrator: one row, taken away when it is used.
create table signin_setup (
    name text primary key,
    code_hash bytea not null
);
-- Who can be entered as with one click in a demo.
create table signin_persona (
    persona text primary key,
    human_id uuid not null references human (id)
);
