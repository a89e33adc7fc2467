//! The house law: what ARCHITECTURE.md and STYLE.md say, read from the source and kept.
//!
//! A checker is a pure function over sources, and proves with a bad example that it is able to fail.
//! What a law excepts stands in a committed list with its reason: a new exception is a line in the review.

mod arrows;
mod tables;
mod sizes;
mod texts;
mod dialect;
mod rust_text;
mod template_text;

use std::{fs, path::Path};

/// One file of the house: its path from the root with `/` between, and its text.
pub struct Source {
    pub path: String,
    pub text: String,
}

impl Source {
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), text: text.into() }
    }

    /// Whether the name ends in `.extension`.
    pub fn is(&self, extension: &str) -> bool {
        self.path.strip_suffix(extension).is_some_and(|rest| rest.ends_with('.'))
    }
}

/// Every file under the folders of the house whose extension is named, in the order of the paths.
pub fn sources(folders: &[&str], extensions: &[&str]) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    for folder in folders {
        gather(root, &root.join(folder), extensions, &mut found);
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn gather(root: &Path, folder: &Path, extensions: &[&str], found: &mut Vec<Source>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.map(|entry| entry.unwrap().path()) {
        let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
        if path.is_dir() {
            if !name.ends_with("/target") {
                gather(root, &path, extensions, found);
            }
        } else if path.extension().is_some_and(|e| extensions.iter().any(|wanted| e == *wanted)) {
            found.push(Source::new(name, fs::read_to_string(&path).unwrap()));
        }
    }
}

/// A line of a committed list: what is excepted, and why. Lines read `WHAT  reason`, `#` begins a comment.
pub struct Exception {
    pub what: String,
    pub reason: String,
}

pub fn exceptions(list: &str) -> Vec<Exception> {
    list.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| {
            let (what, reason) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
            Exception { what: what.into(), reason: reason.trim().into() }
        })
        .collect()
}

/// Faults of the list itself: a line without its reason.
pub fn unreasoned(name: &str, list: &[Exception]) -> Vec<String> {
    let bare = list.iter().filter(|line| line.reason.is_empty());
    bare.map(|line| format!("{name}: `{}` has no reason; write it after two spaces", line.what)).collect()
}

/// The line, counted from one, of a place in a text.
pub fn line_of(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

/// As many bytes of spaces, the line ends kept.
pub fn blanked(text: &str) -> String {
    text.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect()
}

/// Red when there are faults: says the law, what broke it, and what to do.
pub fn assert_kept(law: &str, faults: &[String]) {
    assert!(faults.is_empty(), "\n\nThe law: {law}\n{} broken:\n  {}\n", faults.len(), faults.join("\n  "));
}

/// Compares with the committed `tests/it/output/NAME`, or writes it when UPDATE_OUTPUT=1 is set.
pub fn assert_committed(name: &str, now: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/output").join(name);
    if updating() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, now).unwrap();
        return;
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    let news = differences(&committed, now);
    assert!(
        news.is_empty(),
        "\n\ntests/it/output/{name} says otherwise:\n  {}\n\
         If this is meant: UPDATE_OUTPUT=1 ./test --only law, then read and commit the difference.\n",
        news.join("\n  ")
    );
}

#[expect(clippy::disallowed_methods, reason = "a switch of the test run, no setting of the product")]
fn updating() -> bool {
    std::env::var("UPDATE_OUTPUT").is_ok_and(|value| value == "1")
}

fn differences(committed: &str, now: &str) -> Vec<String> {
    let gone =
        committed.lines().filter(|line| !now.lines().any(|other| other == *line)).map(|line| format!("- {line}"));
    let new = now.lines().filter(|line| !committed.lines().any(|other| other == *line)).map(|line| format!("+ {line}"));
    gone.chain(new).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_with_its_reasons() {
        let list = exceptions("# why\n\nsrc/a.rs 450  one table\nsrc/b.rs\n");
        assert_eq!(list[0].what, "src/a.rs");
        assert_eq!(list[0].reason, "450  one table");
        assert_eq!(unreasoned("list", &list), ["list: `src/b.rs` has no reason; write it after two spaces"]);
    }

    #[test]
    fn a_changed_line_is_a_difference() {
        assert_eq!(differences("a -> b\nb -> c\n", "a -> b\nc -> b\n"), ["- b -> c", "+ c -> b"]);
        assert!(differences("a\n", "a\n").is_empty());
    }

    #[test]
    #[should_panic(expected = "The law: no x")]
    fn a_fault_turns_red() {
        assert_kept("no x", &["src/a.rs:1: x".into()]);
    }

    #[test]
    fn lines_are_counted_from_one() {
        assert_eq!(line_of("a\nb\nc", 0), 1);
        assert_eq!(line_of("a\nb\nc", 4), 3);
    }

    #[test]
    fn the_house_is_found() {
        assert!(sources(&["src"], &["rs"]).iter().any(|source| source.path == "src/lib.rs"));
        assert!(Source::new("a/b.html", "").is("html"));
        assert!(!Source::new("a/bhtml", "").is("html"));
    }
}
