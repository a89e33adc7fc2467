//! Shared objects that stand between the program and the machine, made by the C compiler when they are asked for.
use std::{
    path::{Path, PathBuf},
    process::Command,
    sync::Mutex,
};

static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// `tests/faults/shims/NAME.c`, made in the target folder.
pub fn shim(name: &str) -> PathBuf {
    let _alone = ONE_AT_A_TIME.lock().unwrap();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/faults/shims/{name}.c"));
    let made = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.so"));
    let done = Command::new(super::setting("CC").unwrap_or_else(|| "cc".into()))
        .args(["-shared", "-fPIC", "-O2", "-Wall", "-Werror", "-o"])
        .arg(&made)
        .arg(source)
        .args(["-ldl", "-lpthread"])
        .status()
        .expect("a C compiler");
    assert!(done.success(), "{name}.c could not be made");
    made
}
