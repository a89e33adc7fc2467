//! Cases: contracts with providers, steps, sessions, the shared memo and the coach's working note.
use crate::house::Module;

/// What this slice brings to the house.
pub fn module() -> Module {
    Module::default()
}
