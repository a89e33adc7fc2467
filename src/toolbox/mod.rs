//! The supervisor's toolbox: how to lead in a change, page by page, as data.
use crate::house::Module;

/// What this slice brings to the house.
pub fn module() -> Module {
    Module::default()
}
