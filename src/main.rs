//! The one binary. Each job of the operator is a subcommand; what it says goes to the console in plain words, what the
//! server does goes to the log.
mod cli;

use std::{
    io::{self, Write},
    process::ExitCode,
};

use clap::Parser;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let asked = cli::Cli::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return failed(&format!("the runtime could not start: {error}")),
    };
    match runtime.block_on(cli::run(asked)) {
        Ok(code) => code,
        Err(error) => failed(&error.to_string()),
    }
}

/// Says why it ended; 2 tells a caller that nothing was done, 1 is kept for "done, and something is wrong".
fn failed(why: &str) -> ExitCode {
    let _ = writeln!(io::stderr(), "urasilta: {why}");
    ExitCode::from(2)
}
