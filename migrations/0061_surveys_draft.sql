-- Answers being given, page by page, sealed under the key of the case; gone when they are sent.
create table measure_draft (
    step_id uuid primary key,
    case_id uuid not null,
    answers text not null
);
