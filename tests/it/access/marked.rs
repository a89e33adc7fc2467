//! Planted words: what one wrote for few appears before those few alone, and in no letter, calendar, export, log or file.
use std::{
    collections::{BTreeMap, BTreeSet},
    io::Read,
};

use data_encoding::HEXLOWER;
use urasilta::walk::Page;

use super::{
    cast::Side,
    crawl::crawl,
    marks,
    twin::{self, twin},
};
use crate::support::Stage;

/// Each mark with those before whom it appears.
fn expected() -> BTreeMap<String, BTreeSet<&'static str>> {
    let mut all = BTreeMap::new();
    let mut mark = |mark: String, readers: &[&'static str]| {
        all.insert(mark, readers.iter().copied().collect::<BTreeSet<_>>());
    };
    // What somebody applied with is for the coordinators of the organisation; a draft is nobody else's.
    for first in ["Maija", "Ville", "Sara", "Timo", "Anna", "Heikki", "Hanna", "Risto", "Rauha"] {
        mark(marks::answer(first), &[first, "Kirsi", "Leena"]);
    }
    for first in ["Bea", "Boris", "Benita", "Britt", "Bosse", "Bodil"] {
        mark(marks::answer(first), &[first, "Bertta"]);
    }
    mark(marks::look("Heikki"), &["Kirsi", "Leena"]);
    mark(marks::support("Sirpa"), &["Kirsi", "Leena"]);
    mark(marks::feedback("Ville"), &["Ville"]);
    // The path goes on when the coach changes; the memo stays Sara's alone, who has not been asked yet, and the working
    // note its writer's, who has lost the case.
    mark(marks::memo("Aino"), &["Maija", "Aino"]);
    mark(marks::memo("Eeva"), &["Sara"]);
    mark(marks::memo("Ester"), &["Rauha"]);
    mark(marks::memo("Britta"), &["Bea", "Britta"]);
    mark(marks::note("Aino"), &["Aino"]);
    mark(marks::note("Eeva"), &[]);
    mark(marks::note("Ester"), &[]);
    mark(marks::note("Britta"), &["Britta"]);
    // Sara's meetings are over: no page leads to them any more.
    mark(marks::place(Side::A), &["Maija", "Rauha", "Aino"]);
    mark(marks::place(Side::B), &["Bea", "Britta"]);
    all
}

/// What besides belongs to the copy of somebody's own data: what they said, what was said of them, where they met.
const OWN: &[(&str, &str)] = &[
    ("Katsomerkki-Heikki", "Heikki"),
    ("Puoltomerkki-Sirpa", "Risto"),
    ("Puoltomerkki-Sirpa", "Sirpa"),
    ("https://video", "Sara"),
    ("https://video", "Ville"),
];

/// The words of a page, also those inside a workbook.
fn all_of(page: &Page) -> String {
    let Ok(mut book) = zip::ZipArchive::new(std::io::Cursor::new(page.bytes.clone())) else { return page.html() };
    let mut bytes = Vec::new();
    for part in 0..book.len() {
        let _ = book.by_index(part).unwrap().read_to_end(&mut bytes);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[tokio::test]
async fn what_was_written_for_few_is_before_their_eyes_alone() {
    let twin = twin().await;
    let stage = twin.stage().await;
    let (lines, listening) = twin::listen();
    let expected = expected();
    let mut found: BTreeMap<String, BTreeSet<&'static str>> =
        expected.keys().map(|mark| (mark.clone(), BTreeSet::new())).collect();
    let (mut exports, mut copies) = (0, BTreeMap::new());
    for member in twin.cast.all() {
        for visit in crawl(&stage, member).await.visits {
            if visit.route == "/me/data/copy.zip" {
                copies.insert(member.first, all_of(&visit.page));
                continue;
            }
            let words = all_of(&visit.page);
            let here: Vec<&String> = expected.keys().filter(|mark| words.contains(mark.as_str())).collect();
            if visit.address.ends_with(".ics") || visit.address.ends_with(".xlsx") {
                exports += 1;
                assert!(here.is_empty(), "{here:?} in {}", visit.address);
                let names = twin.cast.all().filter(|one| one.human != member.human && words.contains(one.last));
                assert_eq!(names.count(), 0, "somebody is named in {}", visit.address);
            }
            for mark in here {
                found.get_mut(mark).unwrap().insert(member.first);
            }
        }
    }
    assert!(exports > 3, "{exports} exports");
    assert_eq!(found, expected);
    for (first, copy) in copies {
        for mark in expected.keys().filter(|mark| copy.contains(mark.as_str())) {
            let own = OWN.iter().any(|(start, who)| mark.starts_with(start) && *who == first);
            assert!(own || expected[mark].contains(first), "{mark} in the copy of {first}'s data");
        }
    }
    drop(listening);
    nothing_is_mailed_or_logged(&expected, [&twin.log, &lines.text()]);
    nothing_lies_open(&stage).await;
    stage.end().await;
}

fn nothing_is_mailed_or_logged(marks: &BTreeMap<String, BTreeSet<&str>>, logs: [&str; 2]) {
    let mailed = marks::mailed();
    assert!(mailed.len() > 30 && mailed.iter().any(|letter| letter.calendar.is_some()), "{} letters", mailed.len());
    for letter in &mailed {
        // Long lines of a calendar are folded.
        let all = format!("{letter:?}").replace("\\r\\n ", "");
        assert!(marks.keys().all(|mark| !all.contains(mark.as_str())), "{all}");
    }
    for (at, log) in logs.into_iter().enumerate() {
        assert!(log.contains("\"answered\"") && log.len() > 10_000, "log {at}: {} bytes", log.len());
        let line = log.lines().find(|line| marks.keys().any(|mark| line.contains(mark.as_str())));
        assert_eq!(line, None, "a log line with words of a person");
        let named = log.lines().find(|line| {
            ["Kuusilehto", "Lainesalo", "Bergvik", "@example.invalid"].iter().any(|name| line.contains(name))
        });
        assert_eq!(named, None, "a log line with somebody's name");
    }
}

/// What the vault promises: memo, working note and answers given on the path lie sealed, in the database and its log.
async fn nothing_lies_open(stage: &Stage) {
    let sealed: Vec<String> = ["Aino", "Eeva", "Ester", "Britta"]
        .into_iter()
        .flat_map(|coach| [marks::memo(coach), marks::note(coach)])
        .chain([marks::feedback("Ville")])
        .collect();
    let dump = if stage.house().db.is_sqlite() { files(stage) } else { tables(stage).await };
    let has = |words: &str| dump.windows(words.len()).any(|part| part == words.as_bytes());
    assert!(has(&marks::answer("Maija")), "the dump is of this house: an application lies open, and is told to");
    for mark in sealed {
        assert!(!has(&mark) && !has(&HEXLOWER.encode(mark.as_bytes())), "{mark} lies open");
    }
}

/// The bytes of every file of the house.
fn files(stage: &Stage) -> Vec<u8> {
    let files = std::fs::read_dir(stage.folder()).unwrap().map(|file| file.unwrap().path());
    files.filter(|path| path.is_file()).flat_map(|path| std::fs::read(path).unwrap()).collect()
}

/// Every row of every table; bytes stand in hexadecimal.
async fn tables(stage: &Stage) -> Vec<u8> {
    let sql = "select query_to_xml('select row_to_json(t)::text as r from ' || quote_ident(table_name) || ' t', true, \
               false, '')::text from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'";
    let rows: Vec<(String,)> = stage.house().db.read().await.unwrap().sql(sql).all().await.unwrap();
    rows.into_iter().flat_map(|(rows,)| rows.into_bytes()).collect()
}
