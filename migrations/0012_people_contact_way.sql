-- How somebody wants to be reached after the work: mail | text.
alter table person add column contact_way text not null default 'mail';
