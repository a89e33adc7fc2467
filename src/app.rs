//! The roof: gathers every slice's routes, jobs, menu and samples into one house, and keeps it running.
mod build;
mod demo;
mod run;
mod tidy;

use axum::Router;

pub use build::{Foundation, build};
pub use demo::stand_demo;
pub use run::serve;
pub use tidy::ask_daily;

pub use crate::house::run_jobs;

use crate::house::{House, Module};

/// Every slice, in the order a person walks the service.
pub fn modules() -> Vec<Module> {
    vec![
        crate::demo::module(),
        crate::people::module(),
        crate::signin::module(),
        crate::toolbox::module(),
        crate::programmes::module(),
        crate::intake::module(),
        crate::coaching::module(),
        crate::goals::module(),
        crate::actions::module(),
        crate::agreements::module(),
        crate::surveys::module(),
        crate::track::module(),
        crate::insight::module(),
        crate::rights::module(),
        crate::world::module(),
        tidy::module(),
    ]
}

/// A house that stands: its shared parts and its door.
#[derive(Clone)]
pub struct Standing {
    pub house: House,
    pub router: Router,
}
