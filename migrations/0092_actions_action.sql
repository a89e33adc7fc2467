-- What one of the three does, and by when. What people wrote (what is done, why it was dropped) is sealed under the key
-- of the case; that it is late is never stored.
create table case_action (
    id uuid primary key,
    case_id uuid not null,
    round_id uuid not null,
    controller_id uuid not null,
    -- Who does it: participant | supervisor | coach
    owner text not null,
    -- proposed | released | agreed | done | dropped | refused
    state text not null,
    due_on date not null,
    what bytea not null,
    proposed_by text not null,
    proposed_at timestamptz not null,
    -- Since when the participant has let it go to its owner.
    released_at timestamptz,
    agreed_at timestamptz,
    done_at timestamptz,
    dropped_at timestamptz,
    -- Who dropped or refused it, and why.
    closed_by text,
    reason bytea,
    rev bigint not null default 1
);
create index case_action_owner on case_action (case_id, owner, state);
create index case_action_round on case_action (round_id, state, due_on);
-- Reminders that have been sent, each once for each due day.
create table action_reminder (
    action_id uuid not null references case_action (id),
    -- before | after | to_release | to_agree
    which text not null,
    due_on date not null,
    sent_at timestamptz not null,
    primary key (action_id, which, due_on)
);
-- When somebody wants to be reminded.
create table action_reminder_time (
    human_id uuid primary key references human (id),
    -- 6–21, local time.
    hour integer not null,
    -- working | all
    days text not null,
    saved_at timestamptz not null
);
-- What reports may read: states and days, never words.
create view action_state as
    select a.id as action_id, a.case_id, a.round_id, a.owner, a.state, a.due_on, a.agreed_at, a.done_at, a.dropped_at
    from case_action a;
