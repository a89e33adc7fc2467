-- A contract that ended before its last day: at this moment its people lost their access.
alter table contract add column ended_at timestamptz;
-- agreed | provider | breach | other
alter table contract add column end_reason text;
-- What a service asks of its provider, each recorded as met. (requirements_met_at: all of them at once, as it was once done.)
create table contract_requirement (
    contract_id uuid not null references contract (id),
    requirement_key text not null,
    met_by uuid not null,
    -- A copy, so that a page needs no other table.
    met_by_name text not null,
    met_at timestamptz not null,
    primary key (contract_id, requirement_key)
);
