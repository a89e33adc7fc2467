-- A question of what became of somebody, sent after the end: once a step, reminded of once.
create table follow_up (
    step_id uuid primary key,
    case_id uuid not null,
    round_id uuid not null,
    at_point text not null,
    -- mail | text | none: how it could be sent.
    way text not null,
    asked_at timestamptz not null,
    reminded_at timestamptz
);
create index follow_up_round on follow_up (round_id, at_point);
-- What was asked before this table was there.
insert into follow_up (step_id, case_id, round_id, at_point, way, asked_at)
    select l.step_id, l.case_id, l.round_id, l.at_point, 'mail', min(l.made_at) from ask_link l
    group by l.step_id, l.case_id, l.round_id, l.at_point;
