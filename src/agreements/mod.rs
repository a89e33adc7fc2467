//! "Sovittu yhdessä": prepared apart, noted together, confirmed by each; what is shared with whom, item by item.
use crate::house::Module;

/// What this slice brings to the house.
pub fn module() -> Module {
    Module::default()
}
