-- The tickets that took part in a draw, in the drawn order. A row is added and never changed: what is undone, refused or
-- withdrawn later leaves the public list as it was. Who is found eligible after a draw is drawn in the next turn.
create table intake_lot (
    round_id uuid not null,
    turn integer not null,
    place bigint not null,
    ticket text not null,
    drawn_at timestamptz not null,
    primary key (round_id, turn, place),
    unique (round_id, ticket)
);
-- The seed stands in the round now.
drop table intake_draw;
