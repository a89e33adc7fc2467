-- The supervisor who takes part in a coaching. The name is a copy, so that a page needs no other table.
create table case_supervisor (
    id uuid primary key,
    case_id uuid not null references coaching_case (id),
    human_id uuid not null references human (id),
    name text not null,
    named_by uuid not null,
    named_at timestamptz not null,
    ended_at timestamptz
);
create unique index case_supervisor_now on case_supervisor (case_id) where ended_at is null;
create index case_supervisor_human on case_supervisor (human_id, case_id) where ended_at is null;
-- What slices after coaching may read of the three: ids alone.
create view coaching_three as
    select c.id as case_id, c.round_id, c.controller_id, c.human_id, c.person_id, c.coach_human_id, c.state,
           s.human_id as supervisor_human_id
    from coaching_case c left join case_supervisor s on s.case_id = c.id and s.ended_at is null;
