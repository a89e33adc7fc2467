-- The demo alone: how far its clock is ahead of the machine's (one row), and the letters that went out.
create table demo_clock (
    name text primary key,
    ahead_ms bigint not null
);
create table demo_letter (
    id uuid primary key,
    address text not null,
    subject text not null,
    words text not null,
    invitation boolean not null,
    sent_at timestamptz not null
);
create index demo_letter_by_time on demo_letter (sent_at);
