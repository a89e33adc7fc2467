-- Somebody named to a round and invited. A place is kept until the day to answer. A yes makes an application that goes
-- the usual way; a no leaves nothing but this row, which says no more than that the person does not take part.
create table invitation (
    id uuid primary key,
    round_id uuid not null,
    controller_id uuid not null,
    person_id uuid not null,
    human_id uuid not null,
    -- The name and unit as they were when the person was named.
    name text not null,
    sort_key bytea not null,
    unit_name text not null,
    -- invited | accepted | declined | lapsed | withdrawn
    state text not null,
    visits integer not null,
    answer_by date not null,
    invited_by uuid not null,
    invited_at timestamptz not null,
    answered_at timestamptz,
    contents_erased_at timestamptz
);
create unique index invitation_one on invitation (round_id, person_id) where state <> 'withdrawn';
create index invitation_round on invitation (round_id, sort_key, id);
create index invitation_human on invitation (human_id, id);
