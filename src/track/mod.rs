//! The supervisors' own track beside the participants': own meetings, a workshop, sparring pairs, a measure before and after.
use crate::house::Module;

/// What this slice brings to the house.
pub fn module() -> Module {
    Module::default()
}
