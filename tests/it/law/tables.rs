//! Whose tables: a migration `NNNN_slice_what.sql` says whose they are, and only that slice's store names them.
//! Slices after it pull through its verbs or through the read views that its migration publishes.

use super::{
    Source, arrows, assert_kept,
    dialect::{sql_of_migration, sql_texts},
    line_of,
    rust_text::words,
    sources,
};

/// Modules up to this one are the house: their SQL may stand in any of their files.
const LAST_OF_THE_HOUSE: &str = "desk";

#[derive(Debug, PartialEq, Clone, Copy)]
enum Kind {
    Table,
    View,
}

/// A table or read view, and the slice whose migration made it.
struct Made {
    name: String,
    slice: String,
    kind: Kind,
}

/// The slice that a migration's file name tells, if the name has the form `NNNN_slice_what.sql`.
fn slice_of<'a>(path: &str, order: &'a [String]) -> Option<&'a str> {
    let name = path.rsplit('/').next()?;
    let (number, rest) = name.split_once('_')?;
    let numbered = number.len() == 4 && number.bytes().all(|byte| byte.is_ascii_digit());
    let said =
        |slice: &&String| rest.strip_prefix(slice.as_str()).is_some_and(|what| what.starts_with('_') && what.len() > 5);
    order.iter().filter(said).max_by_key(|slice| slice.len()).map(String::as_str).filter(|_| numbered)
}

fn misnamed(migrations: &[Source], order: &[String]) -> Vec<String> {
    let wrong = migrations.iter().filter(|file| slice_of(&file.path, order).is_none());
    wrong
        .map(|file| format!("{}: name it NNNN_slice_what.sql, with a slice that src/lib.rs lists", file.path))
        .chain(numbered_twice(migrations))
        .collect()
}

fn numbered_twice(migrations: &[Source]) -> Vec<String> {
    let number = |file: &Source| file.path.rsplit('/').next().and_then(|name| name.get(..4)).map(str::to_owned);
    let seen = |place: usize| migrations[..place].iter().any(|other| number(other) == number(&migrations[place]));
    let twice = (0..migrations.len()).filter(|place| seen(*place));
    twice.map(|place| format!("{}: another migration has this number", migrations[place].path)).collect()
}

fn made(migrations: &[Source], order: &[String]) -> Vec<Made> {
    let mut found: Vec<Made> = Vec::new();
    for file in migrations {
        let Some(slice) = slice_of(&file.path, order) else { continue };
        for (name, kind) in made_in(&sql_of_migration(&file.text)) {
            if !found.iter().any(|other| other.name == name) {
                found.push(Made { name, slice: slice.into(), kind });
            }
        }
    }
    found
}

/// What `create table`, `create view` and `rename to` make.
fn made_in(sql: &str) -> Vec<(String, Kind)> {
    let said: Vec<&str> = words(sql).map(|(_, word)| word).collect();
    let mut found = Vec::new();
    for (at, word) in said.iter().enumerate() {
        let kind = if *word == "view" { Kind::View } else { Kind::Table };
        let start = match *word {
            "table" | "view" if begins_create(&said[..at]) => at + 1,
            "rename" if said.get(at + 1) == Some(&"to") => at + 2,
            _ => continue,
        };
        let skip = if said[start..].starts_with(&["if", "not", "exists"]) { 3 } else { 0 };
        found.extend(said.get(start + skip).map(|name| ((*name).to_string(), kind)));
    }
    found
}

fn begins_create(before: &[&str]) -> bool {
    let kinds = ["virtual", "temp", "temporary", "unlogged", "materialized", "or", "replace"];
    before.iter().rev().find(|word| !kinds.contains(word)) == Some(&"create")
}

/// The tables and views that a piece of SQL names, each with its place: what follows `from`, `join`, `into`, `update` and their like.
fn named(sql: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut opens = false;
    let mut end = 0;
    for (at, word) in words(sql) {
        let gap = sql[end..at].trim();
        let follows = opens && matches!(gap, "" | "\"" | "(");
        let listed = found
            .last()
            .is_some_and(|(last, name): &(usize, &str)| gap == "," && in_from_list(&sql[last + name.len()..at]));
        if (follows || listed) && !matches!(word, "only" | "lateral" | "select" | "set" | "if" | "exists") {
            found.push((at, word));
        }
        let keeps = opens && matches!(word, "only" | "if" | "exists");
        opens = keeps || matches!(word, "from" | "join" | "into" | "update" | "using" | "references" | "table");
        end = at + word.len();
    }
    found
}

/// Between two tables of a list stands at most an alias.
fn in_from_list(between: &str) -> bool {
    let said: Vec<&str> = words(between).map(|(_, word)| word).collect();
    !between.contains(['(', ')', ';']) && (said.len() <= 1 || said.len() == 2 && said[0] == "as")
}

/// Whether a file may hold SQL that names its slice's tables.
fn is_store(path: &str, slice: &str, order: &[String]) -> bool {
    let floor = |name: &str| order.iter().position(|module| module == name);
    if path == format!("src/{slice}.rs") || floor(slice) <= floor(LAST_OF_THE_HOUSE) {
        return arrows::module_of(path) == Some(slice);
    }
    let Some(inside) = path.strip_prefix("src/").and_then(|rest| rest.strip_prefix(slice)) else { return false };
    let (folders, file) = inside.rsplit_once('/').unwrap_or_default();
    inside.starts_with('/') && (file.starts_with("store") || folders.split('/').any(|folder| folder == "store"))
}

/// What is wrong with a module naming a table or view, if anything is.
fn wrong(made: &Made, module: &str, store: bool, order: &[String]) -> Option<String> {
    let floor = |name: &str| order.iter().position(|other| other == name);
    let Made { name, slice, kind } = made;
    if *kind == Kind::View {
        let early = floor(module) < floor(slice);
        return early.then(|| format!("view `{name}` belongs to `{slice}`, which stands below `{module}`"));
    }
    if module != slice {
        return Some(format!(
            "table `{name}` belongs to `{slice}`; call its verbs, or let its migration publish a read view"
        ));
    }
    (!store).then(|| format!("table `{name}` is named outside the store; move the SQL to src/{slice}/store.rs"))
}

fn trespasses(files: &[Source], made: &[Made], order: &[String]) -> Vec<String> {
    let mut faults = Vec::new();
    for file in files {
        let Some(module) = arrows::module_of(&file.path) else { continue };
        for (line, sql) in sql_texts(&file.text) {
            for (_, name) in named(&sql) {
                let owner = made.iter().find(|made| made.name == name);
                let why = owner.and_then(|owner| wrong(owner, module, is_store(&file.path, module, order), order));
                faults.extend(why.map(|why| format!("{}:{line}: {why}", file.path)));
            }
        }
    }
    faults
}

/// Migrations may refer to tables of slices above (foreign keys); they read and write only their own tables and views above.
fn trespasses_of_migrations(migrations: &[Source], made: &[Made], order: &[String]) -> Vec<String> {
    let floor = |name: &str| order.iter().position(|other| other == name);
    let mut faults = Vec::new();
    for file in migrations {
        let Some(slice) = slice_of(&file.path, order) else { continue };
        let sql = sql_of_migration(&file.text);
        for (at, name) in named(&sql) {
            let Some(owner) = made.iter().find(|made| made.name == name) else { continue };
            let referred = sql[..at].trim_end().trim_end_matches('"').ends_with("references");
            let why =
                if referred && floor(&owner.slice) <= floor(slice) { None } else { wrong(owner, slice, true, order) };
            faults.extend(why.map(|why| format!("{}:{}: {why}", file.path, line_of(&sql, at))));
        }
    }
    faults
}

#[test]
fn a_migration_is_named_after_its_slice() {
    assert_kept(
        "migrations/NNNN_slice_what.sql (ARCHITECTURE, storage)",
        &misnamed(&sources(&["migrations"], &["sql"]), &arrows::order()),
    );
}

#[test]
fn tables_are_named_in_their_own_store_alone() {
    let order = arrows::order();
    let migrations = sources(&["migrations"], &["sql"]);
    let made = made(&migrations, &order);
    let mut faults = trespasses(&sources(&["src"], &["rs"]), &made, &order);
    faults.extend(trespasses_of_migrations(&migrations, &made, &order));
    assert_kept("a slice's tables are named in its own store.rs; its views by slices after it", &faults);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order() -> Vec<String> {
        ["events", "desk", "people", "intake", "insight"].map(str::to_string).to_vec()
    }

    fn migrations() -> Vec<Source> {
        vec![
            Source::new("migrations/0001_events_log.sql", "create table event (id uuid primary key);"),
            Source::new(
                "migrations/0002_people_people.sql",
                "-- create table gone\ncreate table if not exists person (id uuid);\ncreate view person_name as select id from person;",
            ),
            Source::new(
                "migrations/0003_intake_applications.sql",
                "create table application (person uuid references person (id));",
            ),
        ]
    }

    fn found(path: &str, text: &str) -> Vec<String> {
        trespasses(&[Source::new(path, text)], &made(&migrations(), &order()), &order())
    }

    #[test]
    fn tables_and_views_are_read_from_migrations() {
        let all = made(&migrations(), &order());
        let said: Vec<_> = all.iter().map(|m| (m.name.as_str(), m.slice.as_str(), m.kind)).collect();
        assert_eq!(
            said,
            [
                ("event", "events", Kind::Table),
                ("person", "people", Kind::Table),
                ("person_name", "people", Kind::View),
                ("application", "intake", Kind::Table)
            ]
        );
        assert_eq!(made_in("alter table person_new rename to person;"), [("person".into(), Kind::Table)]);
        assert_eq!(made_in("create virtual table search_doc using fts5(a)"), [("search_doc".into(), Kind::Table)]);
    }

    #[test]
    fn a_misnamed_migration_is_found() {
        let bad = [
            "migrations/1_people_a.sql",
            "migrations/0004_nobody_a.sql",
            "migrations/0005_people.sql",
            "migrations/people.sql",
        ];
        for path in bad {
            assert_eq!(misnamed(&[Source::new(path, "")], &order()).len(), 1, "{path}");
        }
        assert!(misnamed(&migrations(), &order()).is_empty());
        assert!(misnamed(&[Source::new("migrations/0006_people_a.postgres.sql", "")], &order()).is_empty());
    }

    #[test]
    fn another_slices_table_is_found() {
        let faults = found(
            "src/intake/store.rs",
            "tx.sql(\"select a.id from application a\n join person p on p.id = a.person\")",
        );
        assert_eq!(faults.len(), 1);
        assert!(faults[0].contains("table `person` belongs to `people`"), "{}", faults[0]);
        assert_eq!(found("src/insight/store.rs", "tx.compose(&[\"select 1\", \", 2 from application\"])").len(), 1);
        assert_eq!(found("src/insight/store.rs", "tx.sql(\"select 1 from person_name n, application\")").len(), 1);
    }

    #[test]
    fn a_table_outside_the_store_is_found() {
        assert_eq!(found("src/intake/pages.rs", "tx.sql(\"update application set rev = rev + 1\")").len(), 1);
        for path in ["src/intake/store.rs", "src/intake/store/queue.rs", "src/intake/store_queue.rs", "src/intake.rs"] {
            assert!(found(path, "tx.sql(\"insert into application (id) values ($1)\")").is_empty(), "{path}");
        }
        assert!(found("src/events/log.rs", "tx.sql(\"select id from event\")").is_empty());
    }

    #[test]
    fn views_are_named_by_later_slices_alone() {
        assert!(found("src/insight/pages.rs", "tx.sql(\"select id from person_name\")").is_empty());
        assert_eq!(found("src/events/log.rs", "tx.sql(\"select id from person_name\")").len(), 1);
    }

    #[test]
    fn columns_and_words_are_no_tables() {
        assert!(
            found(
                "src/intake/pages.rs",
                "log(\"application of a person\"); tx.sql(\"select person, event from draft\")"
            )
            .is_empty()
        );
        assert!(
            found("src/insight/store.rs", "tx.sql(\"select x from draft where person = $1 order by a, person\")")
                .is_empty()
        );
    }

    #[test]
    fn a_migration_that_reads_anothers_table_is_found() {
        let mut all = migrations();
        all.push(Source::new("migrations/0004_insight_views.sql", "create view done as\nselect id from application;"));
        all.push(Source::new(
            "migrations/0005_people_back.sql",
            "create table back (a uuid references application (id));",
        ));
        let faults = trespasses_of_migrations(&all, &made(&all, &order()), &order());
        assert_eq!(faults.len(), 2, "{faults:?}");
        assert!(faults[0].starts_with("migrations/0004_insight_views.sql:2"));
        assert!(faults[1].starts_with("migrations/0005_people_back.sql:1"));
    }
}
