//! The pages of the staff register, for those who keep it, and of the own record, for everyone.
mod import;
mod me;
mod staff;
mod units;

use uuid::Uuid;

use crate::{
    db::Tx,
    desk::Desk,
    house::{Place, Routes, Sample},
    privacy::{Class, Grant, Role, Roles},
    web::Failure,
};

pub use import::forget_import;

/// Who keeps the register.
const KEEPER: Roles = Roles::of(Role::Coordinator);

pub fn routes() -> Routes {
    Routes::default()
        .get("/staff", KEEPER, staff::list)
        .get("/staff/people/{id}", KEEPER, staff::show)
        .get("/staff/units", KEEPER, units::list)
        .get("/staff/units/{id}", KEEPER, units::edit)
        .post("/staff/units/{id}", KEEPER, units::change)
        .get("/staff/import", KEEPER, import::ask)
        .post("/staff/import", KEEPER, import::upload)
        .get("/staff/import/{id}", KEEPER, import::preview)
        .post("/staff/import/{id}/confirmation", KEEPER, import::confirm)
        .post("/staff/import/{id}/removal", KEEPER, import::remove)
        .get("/me", Roles::SIGNED_IN, me::show)
        .get("/me/contact/{id}", Roles::SIGNED_IN, me::contact)
        .post("/me/contact/{id}", Roles::SIGNED_IN, me::change_contact)
}

pub fn menu() -> Vec<Place> {
    vec![
        Place { label: "people-menu-staff", href: "/staff", who: KEEPER, order: 40 },
        Place { label: "people-menu-me", href: "/me", who: Roles::SIGNED_IN, order: 90 },
    ]
}

pub fn samples() -> Vec<Sample> {
    let mut samples = staff::samples();
    samples.extend(units::samples());
    samples.extend(import::samples());
    samples.extend(me::samples());
    samples
}

/// The organisation whose register the reader keeps, with the permission to read it.
async fn kept(desk: &Desk, tx: &mut Tx) -> Result<(Uuid, Grant), Failure> {
    let organisation_id = desk.actor()?.organisation(Role::Coordinator).ok_or(Failure::NotFound)?;
    let grant = desk.grant(tx, organisation_id, Class::Service).await?;
    Ok((organisation_id, grant))
}
