//! Services as data. A blueprint describes a service path; publishing freezes it as a version that never changes; a
//! round runs one version and has places, visits and dates. The catalogue shows anyone what is offered, for whom, who
//! decides and who sees what; a pre-check guides to another service and leaves no trace. Coordinators write blueprints
//! together, another human publishes, and rounds are moved on by one button at a time.
pub mod blueprint;
pub mod audience;
mod round;
pub mod lottery;
mod publication;
mod drafts;
mod kickoff;
mod succession;
pub mod cli;
mod store;
mod pages;

pub use blueprint::{Blueprint, Step, StepFor, StepKind};
pub use kickoff::{Kickoff, fixed as kickoff};
pub use publication::{Published, SHIPPED, Unpublished, publish, shipped, shipped_versions};
pub use round::{HandOn, NewRound, Round, RoundState, Selection, SupervisorPart};
pub use store::{
    blueprint_at, blueprint_of, blueprint_version, create_round, move_round, open_rounds, open_seal, programme, round,
    rounds_of, sealed_at, take_rev,
};
pub use succession::{Learnt, begin_draft};

use crate::{
    house::{Module, Place, Routes},
    privacy::{Role, Roles},
};

/// What this slice brings to the house.
pub fn module() -> Module {
    Module {
        routes: routes(),
        menu: vec![Place { label: "programmes-menu", href: "/rounds", who: COORDINATOR, order: 20 }],
        samples: pages::samples(),
        ..Module::default()
    }
}

const COORDINATOR: Roles = Roles::of(Role::Coordinator);

fn routes() -> Routes {
    Routes::default()
        .get("/services", Roles::ANYONE, pages::catalogue::list)
        .get("/services/{id}", Roles::ANYONE, pages::catalogue::service)
        .get("/services/{id}/precheck", Roles::ANYONE, pages::precheck::ask)
        .post("/services/{id}/precheck", Roles::ANYONE, pages::precheck::answer)
        .get("/rounds", COORDINATOR, pages::rounds::list)
        .get("/rounds/new", COORDINATOR, pages::new_round::ask)
        .post("/rounds/new", COORDINATOR, pages::new_round::add)
        .get("/rounds/{id}", COORDINATOR, pages::rounds::show)
        .get("/rounds/{id}/edit", COORDINATOR, pages::edit_round::ask)
        .post("/rounds/{id}/edit", COORDINATOR, pages::edit_round::save)
        .get("/rounds/{id}/move", COORDINATOR, pages::rounds::ask_move)
        .post("/rounds/{id}/move", COORDINATOR, pages::rounds::do_move)
        .get("/rounds/{id}/kickoff", COORDINATOR, pages::kickoff::show)
        .post("/rounds/{id}/kickoff", COORDINATOR, pages::kickoff::note)
        .post("/rounds/{id}/kickoff/fixing", COORDINATOR, pages::kickoff::fix)
        .get("/blueprints", COORDINATOR, pages::drafts::list)
        .post("/blueprints", COORDINATOR, pages::drafts::add)
        .post("/blueprints/file", COORDINATOR, pages::drafts::upload)
        .get("/blueprints/versions/{id}", COORDINATOR, pages::versions::show)
        .post("/blueprints/versions/{id}/retirement", COORDINATOR, pages::versions::retire)
        .get("/blueprints/{id}", COORDINATOR, pages::drafts::show)
        .post("/blueprints/{id}", COORDINATOR, pages::drafts::save)
        .post("/blueprints/{id}/review", COORDINATOR, pages::drafts::ask_review)
        .post("/blueprints/{id}/publication", COORDINATOR, pages::drafts::publish)
}
