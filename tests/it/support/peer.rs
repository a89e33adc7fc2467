//! A server of others, started for one test on a loopback port and ended by its id.
use std::{
    io::{BufRead, BufReader},
    process::{Child, ChildStdout, Command, Stdio},
};

use serde_json::Value;

/// A running server that says what it does as lines of JSON.
pub struct Peer {
    child: Child,
    said: BufReader<ChildStdout>,
}

impl Peer {
    /// Starts `program tests/peers/SCRIPT arguments…`.
    pub fn start(program: &str, script: &str, arguments: &[&str]) -> Peer {
        let script = format!("{}/tests/peers/{script}", env!("CARGO_MANIFEST_DIR"));
        let mut child = Command::new(program)
            .arg(script)
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{program} could not be started: {error}"));
        let said = BufReader::new(child.stdout.take().unwrap());
        Peer { child, said }
    }

    /// The next thing it says; waits for it.
    pub fn next(&mut self) -> Value {
        let mut line = String::new();
        self.said.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap_or_else(|_| panic!("the server ended, or said {line:?}"))
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What `./test` says of a server that it has installed; without it the test is passed over, and says so.
#[expect(clippy::disallowed_methods, reason = "the tests' own setting")]
pub fn installed(name: &str) -> Option<String> {
    let found = std::env::var(name).ok().filter(|said| !said.is_empty());
    if found.is_none() {
        eprintln!("passed over: {name} is not set; ./test sets it");
    }
    found
}
