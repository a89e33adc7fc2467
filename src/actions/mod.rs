//! Agreed actions: what, who, when; proposed, released by the participant, agreed, done or dropped with a reason.
use crate::house::Module;

/// What this slice brings to the house.
pub fn module() -> Module {
    Module::default()
}
