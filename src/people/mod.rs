//! Organisations, their units, and the people who work in them. A human signs in; a person is a record in one
//! organisation, known by the employee number; an employment places the person in a unit with a title.
pub mod import;
mod contact;
mod told;
mod organisation;
mod pages;
mod person;
mod store;

pub use contact::{Contact, ContactWay, Reach};
pub use import::{ImportError, Imported, Preview, import_file, preview_file};
pub use organisation::{Organisation, OrganisationKind, Unit};
pub use person::{Education, Employment, Person, Position, key_range, sort_key};
pub use store::{
    ListedPerson, add_employment, add_employments, add_organisation, add_person, add_persons, add_unit, change_unit,
    contact, employment, find_staff, leaders_of, organisation, organisation_named, organisations, people_of_human,
    person, person_numbered, person_of, set_contact_way, set_private_contact, set_unit_supervisor, supervisor_of, unit,
    units,
};

use crate::house::Module;

/// What this slice brings to the house.
pub fn module() -> Module {
    Module {
        routes: pages::routes(),
        jobs: vec![("people.forget_import", pages::forget_import)],
        menu: pages::menu(),
        samples: pages::samples(),
        told: vec![|_, tx, asked| Box::pin(told::tell(tx, asked))],
        ..Module::default()
    }
}
