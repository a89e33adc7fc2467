-- An import that has been read and shown but not yet confirmed; it is forgotten when it expires.
create table people_import (
    id uuid primary key,
    organisation_id uuid not null references organisation (id),
    human_id uuid not null,
    at timestamptz not null,
    expires_at timestamptz not null,
    -- What the preview says, as JSON: counts, first people, faults, columns left out.
    summary text not null,
    -- The asked-for columns of the file alone, as CSV.
    contents bytea not null,
    -- The state of the register the preview was made against; another state is a conflict.
    register_mark bytea not null
);
create index people_import_expiry on people_import (expires_at);
create index unit_supervisor on unit (supervisor_id);
alter table unit add column rev bigint not null default 0;
alter table person add column rev bigint not null default 0;
