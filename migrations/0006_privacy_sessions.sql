-- How it was proven who begins the session: by one thing, by a second factor too, or as an invented person.
alter table session add column strength text not null default 'single';
-- The browser and system in two words, so that a human knows their own sessions; never an address.
alter table session add column device text not null default '';
