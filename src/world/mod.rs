//! Invented worlds walked through the same pages as people use: the demo, the replay and generated data.
pub mod demo;
mod founding;
pub mod generate;
pub mod keusote;
pub mod names;
pub mod palkeet;
pub mod replay;
pub mod seed;
pub mod town;

use crate::house::Module;

/// What this slice brings to the house.
pub fn module() -> Module {
    Module::default()
}
