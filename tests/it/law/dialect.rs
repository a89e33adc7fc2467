//! One SQL text for two engines: what SQLite and PostgreSQL understand otherwise is said in `src/db/dialect.rs` alone.

use super::{
    Source, assert_kept, line_of,
    rust_text::{RustText, is_word, words},
    sources,
};

/// What is not said, and what to do instead. A word ending in `(` is a function.
const BANNED: [(&str, &str); 30] = [
    ("lower(", "it is ASCII only on SQLite; search and sort by the stored key"),
    ("upper(", "it is ASCII only on SQLite; search and sort by the stored key"),
    ("ilike", "SQLite has none; search by the stored key"),
    ("like", "it minds case on one engine and not on the other; search by the stored key with >= and <"),
    ("glob", "PostgreSQL has none; search by the stored key with >= and <"),
    ("now(", "bind the moment of the act from the Clock"),
    ("current_timestamp", "bind the moment of the act from the Clock"),
    ("current_date", "bind the day of the act from the Clock"),
    ("datetime(", "reckon dates in Rust and bind them"),
    ("strftime(", "reckon dates in Rust and bind them"),
    ("julianday(", "reckon dates in Rust and bind them"),
    ("date_trunc(", "reckon dates in Rust and bind them"),
    ("extract(", "reckon dates in Rust and bind them"),
    ("to_char(", "write dates in Rust"),
    ("interval", "reckon dates in Rust and bind them"),
    ("->", "JSON is read in Rust; what is queried has a column"),
    ("jsonb", "JSON is text that is read in Rust; what is queried has a column"),
    ("json_extract(", "JSON is read in Rust; what is queried has a column"),
    ("json_each(", "JSON is read in Rust; what is queried has a column"),
    ("string_agg(", "gather rows in Rust"),
    ("group_concat(", "gather rows in Rust"),
    ("array_agg(", "gather rows in Rust"),
    ("::", "say cast(… as …)"),
    ("autoincrement", "a key is a UUID from Ident"),
    ("serial", "a key is a UUID from Ident"),
    ("bigserial", "a key is a UUID from Ident"),
    ("rowid", "PostgreSQL has none; a key is a UUID from Ident"),
    ("ifnull(", "say coalesce(…)"),
    ("insert or", "say on conflict … do …"),
    ("for update", "SQLite has none; say it in db::dialect"),
];

/// The SQL that a Rust text says, each piece with its line, in small letters, with its quoted strings and comments as spaces.
pub fn sql_texts(text: &str) -> Vec<(usize, String)> {
    let read = RustText::read(text);
    let calls = read.calls(&["compose", "sql"]);
    let said = read.literals.iter().filter(|literal| {
        is_sql(&literal.text) || calls.iter().any(|call| call.from <= literal.at && literal.at < call.to)
    });
    said.map(|literal| (literal.line, plain(&literal.text))).collect()
}

/// A migration's SQL, as long as its text, in small letters, with quoted strings and comments as spaces.
pub fn sql_of_migration(text: &str) -> String {
    plain(text)
}

fn is_sql(literal: &str) -> bool {
    let text = literal.trim_start().to_ascii_lowercase();
    let verb = text.split(|c: char| !is_word(c)).next().unwrap_or_default();
    let rest = text[verb.len()..].trim_start();
    match verb {
        "select" => rest.len() < text.len() - verb.len(),
        "insert" => rest.starts_with("into") || rest.starts_with("or"),
        "update" => words(rest).any(|(_, word)| word == "set"),
        "delete" => rest.starts_with("from"),
        "with" => words(rest).any(|(_, word)| word == "as") && rest.contains('('),
        "create" => {
            ["table", "view", "index", "unique", "trigger", "virtual"].iter().any(|kind| rest.starts_with(kind))
        }
        _ => false,
    }
}

/// Small letters; quoted strings and comments as spaces, the quotes and line ends kept.
fn plain(sql: &str) -> String {
    let mut kept = sql.to_ascii_lowercase().into_bytes();
    let mut at = 0;
    while at < kept.len() {
        let (skip, end): (usize, &[u8]) = match &kept[at..] {
            [b'\'', ..] => (1, b"'"),
            [b'-', b'-', ..] => (0, b"\n"),
            [b'/', b'*', ..] => (0, b"*/"),
            _ => {
                at += 1;
                continue;
            }
        };
        let from = at + skip;
        let close = (from..kept.len()).find(|place| kept[*place..].starts_with(end));
        let to = close.map_or(kept.len(), |place| if end == b"*/" { place + 2 } else { place });
        kept[from..to].iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
        at = to + skip;
    }
    String::from_utf8(kept).unwrap()
}

/// What a piece of SQL says that the engines understand otherwise: the place and the advice.
fn unportable(sql: &str) -> Vec<(usize, String)> {
    let mut found = bare_sums(sql);
    for (banned, advice) in BANNED {
        let name = banned.trim_end_matches('(');
        for (at, _) in sql.match_indices(name) {
            let after = &sql[at + name.len()..];
            let whole = !name.starts_with(is_word) || !sql[..at].ends_with(is_word) && !after.starts_with(is_word);
            let called = !banned.ends_with('(') || after.trim_start().starts_with('(');
            if whole && called {
                found.push((at, format!("`{banned}`: {advice}")));
            }
        }
    }
    found.sort();
    found
}

/// `sum(` and `avg(` that stand inside no `cast(`: PostgreSQL widens them to numeric, SQLite does not.
fn bare_sums(sql: &str) -> Vec<(usize, String)> {
    let mut open: Vec<&str> = Vec::new();
    let mut found = Vec::new();
    for (at, byte) in sql.bytes().enumerate() {
        if byte == b'(' {
            let before = sql[..at].trim_end();
            let name = &before[before.rfind(|c| !is_word(c)).map_or(0, |place| place + 1)..];
            if matches!(name, "sum" | "avg") && !open.contains(&"cast") {
                found.push((at, format!("`{name}(`: say cast({name}(…) as bigint) or as double precision")));
            }
            open.push(name);
        } else if byte == b')' {
            open.pop();
        }
    }
    found
}

fn faults_of_rust(files: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for file in files.iter().filter(|file| !is_dialect(&file.path)) {
        for (line, sql) in sql_texts(&file.text) {
            for (at, why) in unportable(&sql) {
                faults.push(format!("{}:{}: {why}", file.path, line + line_of(&sql, at) - 1));
            }
        }
    }
    faults
}

fn faults_of_migrations(files: &[Source]) -> Vec<String> {
    let paired = |path: &str| path.ends_with(".sqlite.sql") || path.ends_with(".postgres.sql");
    let mut faults = Vec::new();
    for file in files.iter().filter(|file| !paired(&file.path)) {
        let sql = sql_of_migration(&file.text);
        for (at, why) in unportable(&sql) {
            faults.push(format!("{}:{}: {why}", file.path, line_of(&sql, at)));
        }
    }
    faults
}

fn is_dialect(path: &str) -> bool {
    path == "src/db/dialect.rs" || path.starts_with("src/db/dialect/")
}

#[test]
fn sql_is_said_as_both_engines_understand_it() {
    let mut faults = faults_of_rust(&sources(&["src"], &["rs"]));
    faults.extend(faults_of_migrations(&sources(&["migrations"], &["sql"])));
    assert_kept("one SQL text for two engines; what they understand otherwise stands in src/db/dialect.rs", &faults);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(sql: &str) -> usize {
        unportable(&plain(sql)).len()
    }

    #[test]
    fn what_only_one_engine_understands_is_found() {
        let bad = [
            "select sum(visits) from a",
            "select coalesce(avg (x), 0) from a",
            "select a from b where lower(name) = $1",
            "select UPPER (name) from b",
            "select a from b where name ilike $1",
            "select a from b where name LIKE $1",
            "select now() from a",
            "select current_timestamp",
            "select data->>'x' from a",
            "select cast(data as jsonb) from a",
            "select json_extract(data, '$.x') from a",
            "select string_agg(a, ',') from b",
            "select group_concat(a) from b",
            "select a::text from b",
            "select a from b where t > $1 - interval '1 day'",
            "create table a (id integer primary key autoincrement)",
            "create table a (id bigserial)",
            "insert or ignore into a values (1)",
            "select a from b for update skip locked",
        ];
        for sql in bad {
            assert_eq!(found(sql), 1, "{sql}");
        }
    }

    #[test]
    fn what_both_understand_is_clean() {
        let good = [
            "select cast(sum(visits) as bigint), cast(coalesce(avg(x), 0) as double precision) from a",
            "select 'now() :: lower(x) -> sum(a)' from a -- now()",
            "/* jsonb */ select lower_bound, known, serial_number, sum from a",
            "insert into a (b) values ($1) on conflict (b) do update set c = $2 returning id",
        ];
        for sql in good {
            assert_eq!(found(sql), 0, "{sql}: {:?}", unportable(&plain(sql)));
        }
    }

    #[test]
    fn sql_is_spotted_in_rust() {
        let text = "a(\"Select the best\");\ntx.sql(\"\n  select now()\");\ntx.compose(&[\"select a from b\", \" where lower(a) = $1\"]);\nb(r#\"with x as (select 1::text) select 2\"#);";
        let faults = faults_of_rust(&[Source::new("src/people/store.rs", text)]);
        let lines: Vec<_> = faults.iter().map(|fault| fault.split(": ").next().unwrap()).collect();
        assert_eq!(lines, ["src/people/store.rs:3", "src/people/store.rs:4", "src/people/store.rs:5"]);
        assert!(faults_of_rust(&[Source::new("src/db/dialect.rs", text)]).is_empty());
    }

    #[test]
    fn words_in_sentences_are_no_sql() {
        for text in ["with love -> you", "update: now()", "delete it", "create::new", "insert coin", "selected"] {
            assert!(!is_sql(text), "{text}");
        }
    }

    #[test]
    fn migrations_are_read_with_their_lines() {
        let text = "create table a (b text); -- serial\ncreate table c (id serial);";
        assert_eq!(faults_of_migrations(&[Source::new("migrations/0001_a_b.sql", text)]).len(), 1);
        assert!(
            faults_of_migrations(&[Source::new("migrations/0001_a_b.sql", text)])[0]
                .starts_with("migrations/0001_a_b.sql:2")
        );
        assert!(faults_of_migrations(&[Source::new("migrations/0001_a_b.postgres.sql", text)]).is_empty());
    }
}
