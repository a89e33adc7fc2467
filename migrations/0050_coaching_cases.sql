-- What an organisation bought of a provider of coaching.
create table contract (
    id uuid primary key,
    controller_id uuid not null references organisation (id),
    provider_id uuid not null references organisation (id),
    -- The one round it is for; null: every round of the organisation.
    round_id uuid,
    name text not null,
    starts_on date not null,
    ends_on date not null,
    packages integer not null,
    visits_per_package integer not null,
    -- Visits given to cases so far, those that came back left out.
    visits_given integer not null default 0,
    returns_unused boolean not null,
    no_show_uses_visit boolean not null,
    -- Who saw that the provider meets what the service asks of it, and when.
    requirements_met_by uuid,
    requirements_met_at timestamptz,
    created_at timestamptz not null,
    rev bigint not null default 0
);
create index contract_controller on contract (controller_id, ends_on);
create index contract_provider on contract (provider_id, ends_on);
-- The provider's coaches on a contract. The name is a copy, so that a list needs no other table.
create table contract_coach (
    contract_id uuid not null references contract (id),
    human_id uuid not null references human (id),
    name text not null,
    added_by uuid not null,
    added_at timestamptz not null,
    ended_at timestamptz,
    primary key (contract_id, human_id)
);
create index contract_coach_human on contract_coach (human_id);
create table coaching_case (
    id uuid primary key,
    round_id uuid not null,
    application_id uuid not null unique,
    person_id uuid not null references person (id),
    human_id uuid not null references human (id),
    controller_id uuid not null references organisation (id),
    contract_id uuid references contract (id),
    provider_id uuid,
    coach_human_id uuid,
    coach_name text,
    coach_since timestamptz,
    -- opened | running | completed | interrupted | followed_up
    state text not null,
    visits_granted integer not null default 0,
    visits_used integer not null default 0,
    opened_at timestamptz not null,
    first_session_at timestamptz,
    ended_at timestamptz,
    end_reason text,
    -- When the participant answered the question of a private address.
    contact_asked_at timestamptz,
    rev bigint not null default 0
);
create index coaching_case_human on coaching_case (human_id, opened_at);
create index coaching_case_coach on coaching_case (coach_human_id, state);
create index coaching_case_contract on coaching_case (contract_id, opened_at);
create index coaching_case_round on coaching_case (round_id);
-- The steps of the blueprint, copied when the case opens.
create table case_step (
    id uuid primary key,
    case_id uuid not null references coaching_case (id),
    step_key text not null,
    position integer not null,
    kind text not null,
    name text not null,
    for_whom text not null,
    meetings integer not null default 0,
    minutes integer not null default 0,
    -- The keys that must be done first, with a space between.
    after_keys text not null default '',
    -- `end + 6 months`: the day by which it is to be done, or on which it becomes ready.
    due text,
    waits_for_day boolean not null default false,
    required boolean not null,
    -- waiting | ready | scheduled | done | skipped | missed
    state text not null,
    due_on date,
    ready_at timestamptz,
    done_at timestamptz,
    unique (case_id, step_key)
);
create table case_session (
    id uuid primary key,
    case_id uuid not null references coaching_case (id),
    step_id uuid references case_step (id),
    -- planned | invited | held | no_show | cancelled
    state text not null,
    starts_at timestamptz,
    ends_at timestamptz,
    minutes integer not null,
    -- place | remote | phone
    way text not null,
    place text not null,
    own_time boolean not null,
    substitute_needed boolean not null,
    -- The number of the calendar invitation.
    sequence integer not null default 0,
    cancel_reason text,
    cancelled_by uuid,
    uses_visit boolean not null default false,
    roster_noticed_at timestamptz,
    made_by uuid not null,
    made_at timestamptz not null,
    rev bigint not null default 0
);
create index case_session_case on case_session (case_id, starts_at);
-- Times that one party proposes to the other.
create table session_time (
    id uuid primary key,
    session_id uuid not null references case_session (id),
    proposed_by uuid not null,
    starts_at timestamptz not null
);
create index session_time_session on session_time (session_id, starts_at);
-- The shared memo and the coach's working note, sealed under the key of the case.
create table note (
    case_id uuid not null references coaching_case (id),
    -- memo | working_note
    kind text not null,
    -- Whose it is: the participant's memo, the coach's own note. Another coach begins a note of their own.
    owner_id uuid not null references human (id),
    -- Who saved it last.
    author_id uuid not null references human (id),
    sealed bytea not null,
    saved_at timestamptz not null,
    rev bigint not null default 1,
    primary key (case_id, kind, owner_id)
);
-- What slices after coaching may read.
create view coaching_case_state as
    select c.id as case_id, c.round_id, c.application_id, c.person_id, c.human_id, c.controller_id, c.provider_id, c.contract_id,
           c.state, c.visits_granted, c.visits_used, c.opened_at, c.first_session_at, c.ended_at
    from coaching_case c;
create view coaching_session as
    select s.id as session_id, s.case_id, c.round_id, c.controller_id, c.provider_id, s.state, s.starts_at, s.ends_at,
           s.minutes, s.uses_visit
    from case_session s join coaching_case c on c.id = s.case_id;
create view coaching_step_state as
    select t.id as step_id, t.case_id, c.round_id, c.human_id, c.controller_id, t.step_key, t.kind, t.for_whom, t.state,
           t.due_on, t.ready_at, t.done_at
    from case_step t join coaching_case c on c.id = t.case_id;
