//! Reports: editions after disclosure control, charts and exports. Reads views only.
use crate::house::Module;

/// What this slice brings to the house.
pub fn module() -> Module {
    Module::default()
}
