//! The arrows between the top-level modules. `src/lib.rs` lists them ground first, and that order is the law:
//! a file under `src/A` says `crate::B` only if B stands above A. Nobody says `app` or `main`.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Source, assert_committed, assert_kept, line_of,
    rust_text::{RustText, closing, first_word, words},
    sources, template_text,
};

/// Module `from` speaks of module `to`.
#[derive(Debug, PartialEq)]
struct Arrow {
    from: String,
    to: String,
    place: String,
}

/// The top-level modules in the order of `lib.rs`: ground first, roof last.
pub fn storeys(lib: &str) -> Vec<String> {
    let code = RustText::read(lib).code;
    let modules = code.lines().filter_map(|line| {
        let line = line.trim();
        line.strip_prefix("pub mod ").or(line.strip_prefix("mod "))?.strip_suffix(';').map(str::to_string)
    });
    modules.collect()
}

/// The top-level module that a file belongs to; nothing for `lib.rs`, `main.rs` and what is outside `src`.
pub fn module_of(path: &str) -> Option<&str> {
    let path = path.strip_prefix("src/")?;
    match path.split_once('/') {
        Some((folder, _)) => Some(folder),
        None => path.strip_suffix(".rs").filter(|name| !matches!(*name, "lib" | "main")),
    }
}

fn arrows(files: &[Source]) -> Vec<Arrow> {
    let macros = macros(files);
    let mut found = Vec::new();
    for file in files {
        let Some(from) = module_of(&file.path) else { continue };
        let said = if file.is("rs") { spoken(&file.path, &file.text) } else { templates(&file.text) };
        for (line, to) in said {
            let to = macros.get(&to).cloned().unwrap_or(to);
            if to != from {
                found.push(Arrow { from: from.into(), to, place: format!("{}:{line}", file.path) });
            }
        }
    }
    found
}

/// Exported macros stand at the root whoever wrote them: each name with the module that owns it.
fn macros(files: &[Source]) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for file in files.iter().filter(|file| file.is("rs")) {
        let Some(owner) = module_of(&file.path) else { continue };
        let code = RustText::read(&file.text).code;
        for (at, said) in code.match_indices("macro_rules!") {
            found.insert(first_word(code[at + said.len()..].trim_start()).to_string(), owner.to_string());
        }
    }
    found
}

/// The modules whose templates a template is made of.
fn templates(template: &str) -> Vec<(usize, String)> {
    let others = template_text::other_templates(template).into_iter();
    others.filter_map(|(line, path)| Some((line, path.split_once('/')?.0.to_string()))).collect()
}

/// Every name after `crate::`, in groups and on later lines too, and after as many `super::` as lead to the root.
fn spoken(path: &str, text: &str) -> Vec<(usize, String)> {
    let code = RustText::read(text).code;
    let mut found = Vec::new();
    let mut supers_end = 0;
    for (at, word) in words(&code) {
        let after = at + word.len();
        let rest = match word {
            "crate" => root_path(&code, after),
            "super" if at >= supers_end => {
                let (climbed, end) = climb(&code, at);
                supers_end = end;
                (climbed == depth(path) + nesting(&code[..at])).then(|| root_path(&code, end)).flatten()
            }
            _ => None,
        };
        let Some(rest) = rest else { continue };
        found.extend(named(&code, rest).into_iter().map(|name| (line_of(&code, at), name)));
    }
    found
}

/// Where the names begin, if `::` follows.
fn root_path(code: &str, after: usize) -> Option<usize> {
    let rest = code[after..].trim_start().strip_prefix("::")?.trim_start();
    Some(code.len() - rest.len())
}

/// How many `super` follow one another, and where the last one ends.
fn climb(code: &str, at: usize) -> (usize, usize) {
    let (mut climbed, mut end) = (1, at + "super".len());
    while let Some(next) = root_path(code, end).filter(|next| first_word(&code[*next..]) == "super") {
        (climbed, end) = (climbed + 1, next + "super".len());
    }
    (climbed, end)
}

/// The steps from the module of a file up to the root.
fn depth(path: &str) -> usize {
    let parts = path.trim_start_matches("src/").split('/').count();
    if path.ends_with("/mod.rs") { parts - 1 } else { parts }
}

/// How many modules written in the file itself are open at its end.
fn nesting(code: &str) -> usize {
    let opened = words(code).filter(|(_, word)| *word == "mod").filter(|(at, _)| {
        let name = code[at + 3..].trim_start();
        let body = name[first_word(name).len()..].trim_start();
        body.starts_with('{') && closing(code, code.len() - body.len()) == code.len()
    });
    opened.count()
}

/// The first names of a path or of each path in a group.
fn named(code: &str, at: usize) -> Vec<String> {
    if !code[at..].starts_with('{') {
        let name = if code[at..].starts_with('*') { "*" } else { first_word(&code[at..]) };
        return vec![name.to_string()];
    }
    let end = closing(code, at);
    let mut names = Vec::new();
    let mut next = at + 1;
    while next < end {
        let start = next + (code[next..end].len() - code[next..end].trim_start().len());
        if start < end {
            names.extend(named(code, start));
        }
        next = item_end(code, start, end) + 1;
    }
    names
}

/// Where the comma after an item of a group stands, or the end of the group.
fn item_end(code: &str, from: usize, end: usize) -> usize {
    let mut at = from;
    while at < end && !code[at..].starts_with(',') {
        at = if code[at..].starts_with('{') { closing(code, at) } else { at + 1 };
    }
    at.min(end)
}

fn upward(order: &[String], arrows: &[Arrow]) -> Vec<String> {
    let floor = |name: &str| order.iter().position(|module| module == name);
    let mut faults = Vec::new();
    for Arrow { from, to, place } in arrows {
        let why = match (floor(from), floor(to)) {
            _ if to == "app" || to == "main" => {
                format!("`{to}` gathers the house and is said by nobody; let app.rs hand in what is needed")
            }
            (None, _) => format!("src/lib.rs does not list `{from}`; give it its place and a sentence"),
            (_, None) => format!("`crate::{to}` is no module of src/lib.rs; say the module that owns the item"),
            (Some(own), Some(other)) if other > own => format!(
                "`{from}` says `{to}`, which stands below it in src/lib.rs; let `{to}` pull, or write a job that app.rs subscribes to"
            ),
            _ => continue,
        };
        faults.push(format!("{place}: {why}"));
    }
    faults
}

fn table(arrows: &[Arrow]) -> String {
    let lines: BTreeSet<String> = arrows.iter().map(|arrow| format!("{} -> {}\n", arrow.from, arrow.to)).collect();
    lines.into_iter().collect()
}

pub fn order() -> Vec<String> {
    let files = sources(&["src"], &["rs"]);
    files.iter().find(|file| file.path == "src/lib.rs").map(|lib| storeys(&lib.text)).unwrap_or_default()
}

#[test]
fn no_arrow_runs_upward() {
    let faults = upward(&order(), &arrows(&sources(&["src"], &["rs", "html", "txt", "svg"])));
    assert_kept("a module speaks only of modules above it in src/lib.rs (ARCHITECTURE, the map)", &faults);
}

#[test]
fn the_arrows_are_the_committed_ones() {
    assert_committed("arrows.txt", &table(&arrows(&sources(&["src"], &["rs", "html", "txt", "svg"]))));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(path: &str, text: &str) -> Vec<String> {
        spoken(path, text).into_iter().map(|(_, name)| name).collect()
    }

    fn order_of(modules: &[&str]) -> Vec<String> {
        modules.iter().map(ToString::to_string).collect()
    }

    fn faults(files: &[(&str, &str)]) -> Vec<String> {
        let files: Vec<_> = files.iter().map(|(path, text)| Source::new(*path, *text)).collect();
        upward(&order_of(&["clock", "people", "intake", "app"]), &arrows(&files))
    }

    #[test]
    fn storeys_are_read_in_order() {
        let lib = "//! pub mod no;\n/// The moment.\npub mod clock;\n// pub mod gone;\npub mod people;\nmod app;\n";
        assert_eq!(storeys(lib), ["clock", "people", "app"]);
    }

    #[test]
    fn an_upward_arrow_is_found() {
        let found = faults(&[("src/people/mod.rs", "use crate::clock;\n\nuse crate::intake::accepted;")]);
        assert_eq!(found.len(), 1);
        assert!(found[0].starts_with("src/people/mod.rs:3: `people` says `intake`"), "{}", found[0]);
    }

    #[test]
    fn an_upward_arrow_of_a_template_is_found() {
        let found =
            faults(&[("src/people/page.html", "{% extends \"clock/a.html\" %}\n{% include \"intake/row.html\" %}")]);
        assert_eq!(found.len(), 1);
        assert!(found[0].starts_with("src/people/page.html:2"));
    }

    #[test]
    fn app_and_main_are_said_by_nobody() {
        assert_eq!(faults(&[("src/intake/pages.rs", "crate::app::serve()")]).len(), 1);
        assert_eq!(faults(&[("src/intake.rs", "use crate::main;")]).len(), 1);
        assert!(faults(&[("src/main.rs", "use crate::app;"), ("src/app.rs", "use crate::intake;")]).is_empty());
    }

    #[test]
    fn what_lib_does_not_list_is_found() {
        assert_eq!(faults(&[("src/intake/pages.rs", "use crate::Thing;")]).len(), 1);
        assert_eq!(faults(&[("src/intake/pages.rs", "use crate::*;")]).len(), 1);
        assert_eq!(faults(&[("src/stray.rs", "use crate::clock;")]).len(), 1);
    }

    #[test]
    fn groups_are_read_on_many_lines() {
        let text = "use crate::{\n    clock,\n    people::{self, store::{a, b}},\n    intake::c as d,\n};\npub(crate) fn f() {}";
        assert_eq!(names("src/x.rs", text), ["clock", "people", "intake"]);
    }

    #[test]
    fn paths_comments_and_strings_are_told_apart() {
        let text = "// crate::no\nlet a = \"crate::no\";\ncrate :: people::f(); $crate::clock::now!();";
        assert_eq!(names("src/x.rs", text), ["people", "clock"]);
    }

    #[test]
    fn a_macro_belongs_to_the_module_that_wrote_it() {
        let macros = ("src/intake/story.rs", "#[macro_export]\nmacro_rules! story { () => {} }");
        assert!(faults(&[macros, ("src/intake/pages.rs", "crate::story!()")]).is_empty());
        let found = faults(&[macros, ("src/people/pages.rs", "use crate::{clock, story};")]);
        assert_eq!(found.len(), 1);
        assert!(found[0].contains("`people` says `intake`"));
    }

    #[test]
    fn super_that_climbs_to_the_root_is_read() {
        assert_eq!(names("src/people/mod.rs", "use super::intake::a;"), ["intake"]);
        assert_eq!(names("src/people/store.rs", "use super::super::{intake, clock};"), ["intake", "clock"]);
        assert_eq!(names("src/people/store.rs", "use super::row;"), Vec::<String>::new());
        assert_eq!(names("src/people.rs", "mod tests { use super::*; }"), Vec::<String>::new());
        assert_eq!(
            names("src/people.rs", "mod a { mod b {} use super::super::intake; } use super::clock;"),
            ["intake", "clock"]
        );
    }

    #[test]
    fn the_table_names_each_arrow_once() {
        let files = [
            Source::new("src/b/x.rs", "crate::a::f(); crate::a::g(); crate::b::h()"),
            Source::new("src/c.rs", "use crate::b;"),
        ];
        assert_eq!(table(&arrows(&files)), "b -> a\nc -> b\n");
    }
}
