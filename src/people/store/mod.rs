//! SQL of the staff register.
mod many;
mod organisations;
mod persons;

pub use many::{add_employments, add_persons};
pub use organisations::{
    add_organisation, add_unit, change_unit, organisation, organisation_named, organisations, set_unit_supervisor,
    unit, units,
};
pub use persons::{
    add_employment, add_person, employment, people_of_human, person, person_of, set_private_contact, supervisor_of,
};
