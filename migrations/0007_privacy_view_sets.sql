-- Who is told about together is a set, named by what is in it: the same page opened again is one new row of the log.
alter table view_log add column set_id uuid;
update view_log set set_id = id;
alter table view_subject rename column view_id to set_id;
create index view_log_set on view_log (set_id, at);
