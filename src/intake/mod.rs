//! From an application to an accepted place: eligibility, selection, offers and the reserve list.
use crate::house::Module;

/// What this slice brings to the house.
pub fn module() -> Module {
    Module::default()
}
