//! "Sovittu yhdessä": prepared apart, noted together, confirmed by each. The words are sealed under the key of the case;
//! what is shared with the supervisor is decided item by item by the participant, and nothing is shared before.
mod terms;
mod record;
mod store;

pub use record::{Agreement, InForce, Stage};
pub use store::{agreements, in_force};
pub use terms::Terms;

use crate::house::Module;

/// What this slice brings to the house.
pub fn module() -> Module {
    Module::default()
}
