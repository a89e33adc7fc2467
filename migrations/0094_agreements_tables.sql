-- Own thoughts before the joint discussion, sealed under the key of the case: own until shared.
create table preparation (
    case_id uuid not null,
    -- participant | supervisor | coach
    party text not null,
    -- Whose they are: another coach or supervisor begins thoughts of their own.
    owner_id uuid not null,
    sealed bytea not null,
    saved_at timestamptz not null,
    -- Since when the others may read it; null: own.
    shared_at timestamptz,
    -- The supervisor of that day; another supervisor does not read it.
    shared_supervisor_id uuid,
    rev bigint not null default 1,
    primary key (case_id, owner_id)
);
-- "Sovittu yhdessä", version by version. What people wrote is sealed under the key of the case.
create table agreement (
    id uuid primary key,
    case_id uuid not null,
    round_id uuid not null,
    controller_id uuid not null,
    version integer not null,
    -- What could be shared and whether it is signed, as the blueprint said, as JSON.
    terms text not null,
    sealed_aims bytea not null,
    sealed_timetable bytea not null,
    ends_on date,
    -- Codes of what the three spoke of sharing, with a space between …
    proposed text not null,
    -- … and of what the participant confirmed.
    shares text not null default '',
    noted_by uuid not null,
    noted_at timestamptz not null,
    -- By the participant: nothing is shared before.
    confirmed_at timestamptz,
    -- To whom it is shared.
    supervisor_id uuid,
    supervisor_confirmed_at timestamptz,
    coach_confirmed_at timestamptz,
    -- Of a formal signature: the typed names, sealed.
    participant_signature bytea,
    participant_signed_at timestamptz,
    supervisor_signature bytea,
    coach_signature bytea,
    in_force_at timestamptz,
    replaced_at timestamptz,
    -- Since when a confirmation is waited for; null: none is.
    waiting_since timestamptz,
    rev bigint not null default 0,
    unique (case_id, version)
);
create index agreement_waiting on agreement (round_id, waiting_since) where waiting_since is not null;
-- A link that confirms one version and shows nothing: only the hash of its token is kept.
create table confirmation_link (
    token_hash bytea primary key,
    agreement_id uuid not null references agreement (id),
    case_id uuid not null,
    party text not null,
    human_id uuid not null,
    made_at timestamptz not null,
    until timestamptz not null,
    used_at timestamptz
);
create index confirmation_link_case on confirmation_link (case_id);
-- What slices after agreements may read: dates and states, no words.
create view agreement_state as
    select a.case_id, a.round_id, a.controller_id, a.version, a.noted_at, a.confirmed_at, a.in_force_at, a.replaced_at,
           (a.in_force_at is not null and a.replaced_at is null) as in_force
    from agreement a;
