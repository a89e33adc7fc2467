//! Small by measure (STYLE, rule 10). Clippy keeps the length of functions and the number of parameters.

use super::{Exception, Source, assert_kept, exceptions, sources, unreasoned};

const EXCEPTIONS: &str = "tests/it/law/size_exceptions.txt";

/// The most lines a file may have; none where no law is.
fn limit(path: &str) -> Option<usize> {
    let extension = path.rsplit('.').next()?;
    let is_test = path.starts_with("tests/") || path.contains("/tests/");
    match extension {
        "rs" if is_test => Some(600),
        "rs" => Some(400),
        "html" => Some(300),
        _ => None,
    }
}

/// An exception reads `PATH  LINES reason`.
fn allowed(exception: &Exception) -> usize {
    exception.reason.split_whitespace().next().and_then(|number| number.parse().ok()).unwrap_or(0)
}

fn too_long(files: &[Source], list: &[Exception]) -> Vec<String> {
    let mut faults = Vec::new();
    for file in files {
        let Some(limit) = limit(&file.path) else { continue };
        let exception = list.iter().find(|exception| exception.what == file.path);
        let most = exception.map_or(limit, |exception| allowed(exception).max(limit));
        let lines = file.text.lines().count();
        if lines > most {
            faults.push(format!("{}: {lines} lines, {most} at most; lift a noun of its own out", file.path));
        }
    }
    faults
}

fn stale(files: &[Source], list: &[Exception]) -> Vec<String> {
    let needed = |exception: &&Exception| {
        let file = files.iter().find(|file| file.path == exception.what);
        file.is_some_and(|file| limit(&file.path).is_some_and(|limit| file.text.lines().count() > limit))
    };
    let unneeded = list.iter().filter(|exception| !needed(exception));
    let mut faults: Vec<_> = unneeded
        .map(|exception| format!("{EXCEPTIONS}: `{}` needs no exception any more; take the line out", exception.what))
        .collect();
    for exception in
        list.iter().filter(|exception| allowed(exception) == 0 || exception.reason.split_whitespace().count() < 2)
    {
        faults.push(format!("{EXCEPTIONS}: `{}` reads PATH  LINES reason", exception.what));
    }
    faults
}

#[test]
fn files_are_small() {
    let list = exceptions(include_str!("size_exceptions.txt"));
    let files = sources(&["src", "crates", "tests"], &["rs", "html"]);
    let mut faults = too_long(&files, &list);
    faults.extend(stale(&files, &list));
    faults.extend(unreasoned(EXCEPTIONS, &list));
    assert_kept("files have at most 400 lines, tests 600, templates 300 (STYLE, small by measure)", &faults);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, lines: usize) -> Source {
        Source::new(path, "x\n".repeat(lines))
    }

    #[test]
    fn a_long_file_is_found() {
        let files = [
            file("src/a.rs", 401),
            file("src/b.rs", 400),
            file("tests/it/c.rs", 601),
            file("tests/it/d.rs", 600),
            file("crates/scales/src/lib.rs", 401),
            file("crates/scales/tests/vectors.rs", 600),
            file("src/a.html", 301),
        ];
        let faults = too_long(&files, &[]);
        assert_eq!(faults.len(), 4, "{faults:?}");
        assert!(faults[0].starts_with("src/a.rs: 401 lines, 400 at most"));
    }

    #[test]
    fn an_exception_holds_to_its_own_number() {
        let list = exceptions("src/a.rs  450 one table of titles");
        assert!(too_long(&[file("src/a.rs", 450)], &list).is_empty());
        assert_eq!(too_long(&[file("src/a.rs", 451)], &list).len(), 1);
    }

    #[test]
    fn a_stale_or_unreasoned_exception_is_found() {
        let list = exceptions("src/a.rs  450 one table of titles");
        assert!(stale(&[file("src/a.rs", 450)], &list).is_empty());
        assert_eq!(stale(&[file("src/a.rs", 300)], &list).len(), 1);
        assert_eq!(stale(&[], &list).len(), 1);
        assert_eq!(stale(&[file("src/a.rs", 450)], &exceptions("src/a.rs  450")).len(), 1);
    }
}
