//! A county to act in, the program as a process of its own, hands that act, and the ledger of what they were told.
mod cluster;
mod enter;
mod hand;
mod ledger;
pub mod record;
mod server;
mod shim;
mod world;

use std::path::PathBuf;

pub use cluster::Cluster;
pub use enter::enter;
pub use hand::{Hands, hands};
pub use ledger::{Found, Ledger, Said, examine};
pub use server::{Server, binary};
pub use shim::shim;
pub use world::{Somebody, World, databases};

/// A setting of the test run.
#[expect(clippy::disallowed_methods, reason = "the tests' own setting")]
pub fn setting(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// A number of the test run that can be set upward: `FAULTS_KILLS=50`.
pub fn number(name: &str, usual: u64) -> u64 {
    setting(name).map_or(usual, |words| words.parse().expect("a number"))
}

/// The seed of this run, printed; `FAULTS_SEED` repeats one.
pub fn seed(of: &str) -> u64 {
    let seed = number("FAULTS_SEED", u64::from(std::process::id()));
    eprintln!("{of}: FAULTS_SEED={seed}");
    seed
}

/// A folder of its own, taken away when dropped unless a test fails: then it is what one wants to look at.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("urasilta-{name}-{}", urasilta::ident::random().simple()));
        std::fs::create_dir_all(&path).unwrap();
        Folder(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("left for you to look at: {}", self.0.display());
        } else {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }
}
