-- What a period of meetings is about, and whether something is asked around it.
alter table case_step add column theme text;
alter table case_step add column meetings_least integer not null default 0;
alter table case_step add column asks_before boolean not null default false;
alter table case_step add column asks_closing boolean not null default false;
-- A meeting of the three: the supervisor is invited too, and may say that this time does not fit.
alter table case_session add column with_supervisor boolean not null default false;
alter table case_session add column supervisor_away_at timestamptz;
-- A time that the supervisor proposed to the coach.
alter table session_time add column by_supervisor boolean not null default false;
-- What the participant thinks over before a period and looks back on after it, sealed under the key of the case.
create table period_answer (
    step_id uuid not null references case_step (id),
    -- before | closing
    part text not null,
    case_id uuid not null references coaching_case (id),
    sealed bytea not null,
    saved_at timestamptz not null,
    -- The coach who may read it; null: the participant's own.
    shared_with uuid,
    shared_at timestamptz,
    primary key (step_id, part)
);
create index period_answer_case on period_answer (case_id);
