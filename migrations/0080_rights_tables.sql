-- What is past its time, as it was found: shown as a count, erased after a coordinator's yes.
create table retention_list (
    id uuid primary key,
    controller_id uuid not null references organisation (id),
    -- The key of the class in the retention schedule.
    class text not null,
    made_at timestamptz not null,
    -- listed | approved | done
    state text not null,
    -- A person asked for it, before its time.
    on_request boolean not null default false,
    approved_by uuid,
    approved_at timestamptz,
    done_at timestamptz
);
create index retention_list_state on retention_list (controller_id, state, class);
create table retention_item (
    list_id uuid not null references retention_list (id),
    subject_id uuid not null,
    person_id uuid not null,
    closed_on date not null,
    -- listed | erased | held
    state text not null,
    primary key (list_id, subject_id)
);
-- A legal hold: nothing of this person is erased while it stands.
create table retention_hold (
    id uuid primary key,
    controller_id uuid not null references organisation (id),
    person_id uuid not null references person (id),
    -- legal_claim | authority | other
    reason text not null,
    placed_by uuid not null,
    placed_at timestamptz not null,
    lifted_by uuid,
    lifted_at timestamptz
);
create index retention_hold_person on retention_hold (person_id);
-- What a person asks of the organisation about their own data; the words are sealed under the request's own key.
create table data_request (
    id uuid primary key,
    controller_id uuid not null references organisation (id),
    human_id uuid not null,
    person_id uuid not null references person (id),
    -- erasure | rectification
    kind text not null,
    words bytea not null,
    sent_at timestamptz not null,
    due_on date not null,
    answered_at timestamptz,
    answered_by uuid,
    answer bytea
);
create index data_request_human on data_request (human_id);
create index data_request_open on data_request (controller_id, due_on);
-- Whether the coach's working note is given in a copy of one's own data, by the organisation's decision of a day.
create table note_policy (
    controller_id uuid not null references organisation (id),
    from_on date not null,
    gives boolean not null,
    decided_by uuid not null,
    decided_at timestamptz not null,
    primary key (controller_id, from_on)
);
