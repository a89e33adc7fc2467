-- Who were the supervisors of a case before: what was let go to one is not for the next.
create index case_supervisor_case on case_supervisor (case_id, ended_at);
