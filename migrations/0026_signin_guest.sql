-- Whom a visitor may be in a demo besides the personas: people who have nothing under way yet.
create table signin_guest (
    human_id uuid primary key references human (id),
    place integer not null
);
