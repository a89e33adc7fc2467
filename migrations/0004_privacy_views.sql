-- Who looked at whose data, when and why: one row an answer, written before the answer leaves.
create table view_log (
    id uuid primary key,
    at timestamptz not null,
    human_id uuid not null,
    purpose text not null,
    route text not null
);
create table view_subject (
    subject_id uuid not null,
    view_id uuid not null,
    primary key (subject_id, view_id)
);
