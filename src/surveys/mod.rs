//! What people answer on their way: instruments before and after, experience and outcome.
mod kinds;

pub use kinds::{Phase, Source};

use crate::house::Module;

/// What this slice brings to the house.
pub fn module() -> Module {
    Module::default()
}
