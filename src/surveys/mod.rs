//! What people answer on their way: instruments before and after, experience and outcome. A participant answers a step on
//! its page, a few questions at a time; the answers are sealed under the key of the case, and reports know scores alone.
//! What became of somebody is asked later too, by a link that shows nothing and takes one answer.
mod kinds;
mod ask;
mod store;
mod steps;
mod link;
mod samples;

pub use kinds::{Phase, Source};

use crate::{
    house::{Module, Routes},
    privacy::Roles,
};

/// What this slice brings to the house.
pub fn module() -> Module {
    let routes = Routes::default()
        .get("/steps/{id}", Roles::SIGNED_IN, steps::show)
        .post("/steps/{id}", Roles::SIGNED_IN, steps::answer)
        .get("/o/{token}", Roles::ANYONE, link::show)
        .post("/o/{token}", Roles::ANYONE, link::answer);
    Module { routes, jobs: vec![(link::ASK, link::send)], samples: samples::all(), ..Module::default() }
}
