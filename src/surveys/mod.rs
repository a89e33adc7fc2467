//! What people answer on their way: instruments before and after, experience and outcome. A participant answers a step on
//! its page, a few questions at a time; the answers are sealed under the key of the case, and reports know scores alone.
//! What became of somebody is asked later too, by a link that shows nothing and takes one answer.
mod kinds;
mod ask;
mod store;
mod steps;
mod link;
mod follow_up;
mod answering;
mod keeping;
mod samples;

pub use kinds::{Phase, Source};

use crate::{
    house::{JobWork, Module, Routes},
    privacy::{Role, Roles},
};

/// What this slice brings to the house.
pub fn module() -> Module {
    let routes = Routes::default()
        .get("/steps/{id}", Roles::SIGNED_IN, steps::show)
        .post("/steps/{id}", Roles::SIGNED_IN, steps::answer)
        .get("/o/{token}", Roles::ANYONE, link::show)
        .post("/o/{token}", Roles::ANYONE, link::answer)
        .get("/rounds/{id}/follow-up", Roles::of(Role::Coordinator), answering::show);
    let jobs: Vec<(&'static str, JobWork)> = vec![
        (follow_up::ASK, follow_up::ask),
        (follow_up::REMIND, follow_up::remind),
        (follow_up::CLOSE, follow_up::close),
    ];
    Module {
        routes,
        jobs,
        samples: samples::all(),
        kept: vec![keeping::kept()],
        told: vec![|house, tx, asked| Box::pin(keeping::tell(house, tx, asked))],
        ..Module::default()
    }
}
