-- When the contents of the application were erased: answers, and what others said of it.
alter table application add column contents_erased_at timestamptz;
create index application_closed on application (decided_at) where contents_erased_at is null;
