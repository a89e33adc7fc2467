//! SQL of the staff register.
mod many;
mod organisations;
mod pages;
mod persons;
mod register;

pub use many::{add_employments, add_persons};
pub use organisations::{
    add_organisation, add_unit, change_unit, organisation, organisation_named, organisations, set_unit_supervisor,
    unit, units,
};
pub use pages::{
    ListedPerson, OwnRecord, UnitEdit, edit_unit, find_staff, leaders, leads_a_unit, led_by, list, own_records,
    person_numbered, supervisor_name, unit_rev, works,
};
pub use persons::{
    add_employment, add_person, all_employments, contact, employment, leaders_of, own_record, people_of_human, person,
    person_of, set_contact_way, set_private_contact, supervisor_of,
};
pub use register::{
    Staged, is_known_elsewhere, lock_register, register, restage, stage, staged, staged_summary, unstage,
    upsert_employments, upsert_persons, upsert_units,
};
