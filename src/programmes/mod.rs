//! Services as data: blueprints, their publication, rounds and the public catalogue.
use crate::house::Module;

/// What this slice brings to the house.
pub fn module() -> Module {
    Module::default()
}
