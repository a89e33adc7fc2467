//! "Sovittu yhdessä": prepared apart, noted together, confirmed by each. The words are sealed under the key of the case;
//! what is shared with the supervisor is decided item by item by the participant, and nothing is shared before.
mod terms;
mod record;
mod joint;
mod together;
mod note;
mod confirm;
mod remind;
mod letters;
mod waiting;
mod keeping;
mod store;
mod pages;

pub use record::{Agreement, InForce, Stage};
pub use store::{
    in_force,
    many::{MadeAgreement, add_made},
};
pub use terms::Terms;

use pages::{agreed, confirmation, link, pdf, preparation, seen, signature, stuck};

use crate::{
    house::{Module, Routes},
    privacy::{Role, Roles},
};

/// What this slice brings to the house.
pub fn module() -> Module {
    let routes = Routes::default()
        .get("/cases/{id}/preparation", Roles::SIGNED_IN, preparation::show)
        .post("/cases/{id}/preparation", Roles::SIGNED_IN, preparation::save)
        .get("/cases/{id}/agreed", Roles::SIGNED_IN, agreed::show)
        .post("/cases/{id}/agreed", Roles::SIGNED_IN, agreed::save)
        .get("/cases/{id}/agreed/as-supervisor", Roles::SIGNED_IN, seen::show)
        .get("/cases/{id}/agreed/confirmation", Roles::SIGNED_IN, confirmation::show)
        .post("/cases/{id}/agreed/confirmation", Roles::SIGNED_IN, confirmation::confirm)
        .get("/cases/{id}/agreed/signature", Roles::SIGNED_IN, signature::show)
        .post("/cases/{id}/agreed/signature", Roles::SIGNED_IN, signature::sign)
        .get("/cases/{id}/agreed/{version}/agreement.pdf", Roles::SIGNED_IN, pdf::show)
        .get("/v/{token}", Roles::ANYONE, link::show)
        .post("/v/{token}", Roles::ANYONE, link::tap)
        .get("/rounds/{id}/agreements", Roles::of(Role::Coordinator), stuck::show);
    Module {
        routes,
        jobs: vec![(remind::REMIND, remind::remind)],
        samples: pages::samples(),
        kept: vec![keeping::kept()],
        told: vec![|house, tx, asked| Box::pin(keeping::tell(house, tx, asked))],
        awaits: vec![|_, tx, awaited| Box::pin(waiting::find(tx, awaited))],
        ..Module::default()
    }
}
