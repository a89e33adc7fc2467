//! A house for one test, with actors, a mail box and a clock that stands still.
mod stage;
mod template;
mod world;

pub use stage::Stage;
pub use world::World;
