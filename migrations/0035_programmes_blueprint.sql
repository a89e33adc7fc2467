-- By which version a round runs, and the newest correction of its texts, for the slices after this one.
create view programmes_blueprint as
    select r.id as round_id, r.blueprint_id,
           (select max(e.number) from blueprint_erratum e where e.base_id = r.blueprint_id) as erratum
    from round r;
