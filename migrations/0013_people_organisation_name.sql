-- What slices after people may read.
create view organisation_name as
    select g.id as organisation_id, g.name from organisation g;
