//! From an application to an accepted place. Somebody applies question by question; the rules judge it at once, with
//! the reason in plain words; the coordinator proposes and publishes; places are offered until a deadline and handed
//! on from the reserve list, by the clock, once.
mod application;
mod selection;
mod capacity;
mod planner;
mod record;
mod store;
mod scene;
mod apply;
mod places;
mod named;
mod clockwork;
mod keeping;
mod pages;

pub use application::State;
pub use record::{Start, Work};
pub use store::{
    Accepted, accepted,
    many::{Made, add_made},
};

use crate::house::Module;

/// What this slice brings to the house.
pub fn module() -> Module {
    Module {
        routes: pages::routes(),
        jobs: clockwork::all(),
        menu: pages::menu(),
        samples: pages::samples(),
        kept: vec![keeping::kept()],
        told: vec![|_, tx, asked| Box::pin(keeping::tell(tx, asked))],
        awaits: vec![|_, tx, awaited| Box::pin(named::waiting(tx, awaited))],
        ..Module::default()
    }
}
