-- Who holds a role from when until when, for the slices after this one.
create view privacy_held as
    select human_id, seat_id, valid_from, valid_until from seat_member;
-- What is read by whom in which class and why, from when until when: who has read access to a thing is said beside it.
create view privacy_open as
    select resource, class, purpose, valid_from, valid_until from access_edge;
