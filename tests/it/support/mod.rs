//! A house for one test, with actors, a mail box and a clock that stands still.
mod peer;
mod pilot;
mod stage;
mod template;
mod world;

pub use peer::{Peer, installed};
pub use pilot::{Applied, applied, round, round_of};
pub use stage::{Actor, Kept, Stage, monday};
pub use template::{Folder, server};
pub use world::World;

/// Whether the committed outputs are to be written anew.
#[expect(clippy::disallowed_methods, reason = "the tests' own setting")]
pub fn rewrite_output() -> bool {
    std::env::var("UPDATE_OUTPUT").is_ok_and(|said| said == "1")
}
