-- A correction of the texts of a published version, n.1, n.2 and so on. It changes no rule, so that running rounds use it.
create table blueprint_erratum (
    id uuid primary key,
    base_id uuid not null references blueprint_version (id),
    number integer not null,
    source text not null,
    canonical bytea not null,
    sha256 bytea not null,
    author_id uuid,
    published_by uuid,
    published_at timestamptz not null,
    unique (base_id, number)
);
