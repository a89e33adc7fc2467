-- Organisations play roles per programme: employer, provider, authority, school, company.
create table organisation (
    id uuid primary key,
    kind text not null,
    name text not null,
    business_id text,
    created_at timestamptz not null,
    rev bigint not null default 0
);
create table unit (
    id uuid primary key,
    organisation_id uuid not null references organisation (id),
    parent_id uuid references unit (id),
    name text not null,
    -- The service area (palvelualue) the unit belongs to.
    service_area text not null,
    supervisor_id uuid,
    -- Day of the month when the unit's duty roster for the next period closes.
    roster_closes_day integer,
    unique (organisation_id, name)
);
-- A record in one organisation; the employee number is the key, never a personal identity code.
create table person (
    id uuid primary key,
    organisation_id uuid not null references organisation (id),
    human_id uuid not null references human (id),
    employee_number text not null,
    first_name text not null,
    last_name text not null,
    sort_key bytea not null,
    work_address text,
    work_phone text,
    private_address text,
    private_phone text,
    unique (organisation_id, employee_number)
);
create index person_human on person (human_id);
create index person_sort on person (organisation_id, sort_key, id);
create table employment (
    id uuid primary key,
    person_id uuid not null references person (id),
    unit_id uuid not null references unit (id),
    title text not null,
    -- secondary | higher | other
    education text not null,
    -- employee | supervisor | expert | physician | corporate_support
    position text not null,
    client_work boolean,
    starts_on date not null,
    ends_on date
);
create index employment_person on employment (person_id);
create index employment_unit on employment (unit_id);
-- What slices after people may read.
create view people_name as
    select p.id as person_id, p.human_id, p.organisation_id, p.first_name, p.last_name, p.sort_key, p.work_address
    from person p;
create view people_work as
    select e.person_id, e.id as employment_id, e.unit_id, e.title, e.education, e.position, e.client_work, e.starts_on, e.ends_on,
           u.name as unit_name, u.service_area, u.supervisor_id, u.roster_closes_day, u.organisation_id
    from employment e join unit u on u.id = e.unit_id;
