-- A published version that begins no new rounds. Its running rounds go on by it; the version itself never changes.
create table blueprint_retired (
    blueprint_id uuid primary key references blueprint_version (id),
    retired_by uuid not null,
    retired_at timestamptz not null
);
