//! Services as data. A blueprint describes a service path; publishing freezes it as a version that never changes; a
//! round runs one version and has places, visits and dates. The catalogue shows anyone what is offered, for whom, who
//! decides and who sees what; a pre-check guides to another service and leaves no trace. Coordinators write blueprints
//! together, another human publishes, and rounds are moved on by one button at a time.
pub mod blueprint;
pub mod audience;
mod round;
mod publication;
mod store;

pub use blueprint::{Blueprint, Step, StepFor, StepKind};
pub use publication::{Published, SHIPPED, Unpublished, publish, shipped};
pub use round::{HandOn, NewRound, Round, RoundState, Selection, SupervisorPart};
pub use store::{
    blueprint_of, blueprint_version, create_round, move_round, open_rounds, programme, round, rounds_of, set_lottery,
    take_rev,
};

use crate::house::Module;

/// What this slice brings to the house.
pub fn module() -> Module {
    Module::default()
}
