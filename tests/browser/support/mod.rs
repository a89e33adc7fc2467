//! A browser of one's own, and a town (the demo's house) that all tests share.
mod driver;
mod town;

pub use driver::Browser;
pub use town::{stand, town};

/// A setting of the test run.
#[expect(clippy::disallowed_methods, reason = "the tests' own setting")]
pub fn setting(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}
