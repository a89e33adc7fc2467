//! Reports: what may be published of a round, and that nobody can be computed from it.
use std::collections::BTreeMap;

use chrono::NaiveDate;
use proptest::prelude::*;
use serde_json::Value;
use urasilta::{
    ident,
    insight::{self, About, Applicant, Became, Edition, Facts, Measured, Reached, Report, Together, WHOLE},
    text::{Lang, Text},
    web::Ui,
};
use uuid::Uuid;

mod review;
mod story;

/// The published pilot: 39 applicants in areas of 12, 11, 15 and 1; 18 and 21 by education; titles and units mostly alone.
const AREAS: [(&str, usize); 4] = [("Terveys", 12), ("Ikäihmiset", 11), ("Mielenterveys", 15), ("Hyvinvointi", 1)];
const TITLES: [(&str, usize); 6] = [
    ("Lähihoitaja", 7),
    ("Ohjaaja", 6),
    ("Sairaanhoitaja", 9),
    ("Erikoisohjaaja", 2),
    ("Laskentasihteeri", 1),
    ("Aulaneuvoja", 1),
];

fn keusote() -> Facts {
    let areas: Vec<&str> = AREAS.iter().flat_map(|(area, n)| std::iter::repeat_n(*area, *n)).collect();
    let titles: Vec<&str> = TITLES.iter().flat_map(|(title, n)| std::iter::repeat_n(*title, *n)).collect();
    let applicants = (0..39).map(|i| {
        // 32 placed, 30 started, 26 completed.
        let reached = match i * 7 % 39 {
            0..26 => Reached::Completed,
            26..30 => Reached::Started,
            30..32 => Reached::Placed,
            _ => Reached::Eligible,
        };
        let title = titles.get(i).map_or_else(|| format!("Nimike {i}"), |title| (*title).to_owned());
        person(i, reached, (areas[i], &title, if i % 13 < 6 { "secondary" } else { "higher" }))
    });
    facts(applicants.collect())
}

fn day(n: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 10, 2).unwrap() + chrono::Days::new(n)
}

fn person(i: usize, reached: Reached, (area, title, education): (&str, &str, &str)) -> Applicant {
    let placed = reached >= Reached::Placed;
    let n = u64::try_from(i).unwrap();
    Applicant {
        reached,
        service_area: area.into(),
        unit: format!("Yksikkö {}", i % 28),
        title: title.into(),
        education: education.into(),
        provider: placed.then(|| ident::of("test", "provider")),
        case_id: placed.then(|| ident::of("test", &i.to_string())),
        visits_used: if reached >= Reached::Started { n % 3 + 1 } else { 0 },
        applied_on: Some(day(n % 10)),
        placed_on: placed.then(|| day(20 + n % 7)),
        first_session_on: (reached >= Reached::Started).then(|| day(30 + n % 13)),
        expectations: if i.is_multiple_of(3) { vec!["plan".into(), "self".into()] } else { vec!["self".into()] },
    }
}

fn facts(applicants: Vec<Applicant>) -> Facts {
    let completed = applicants.iter().filter(|one| one.reached == Reached::Completed);
    let cases: Vec<Uuid> = completed.filter_map(|one| one.case_id).collect();
    let named = |key: &str| (key.to_owned(), Text::same(key));
    let together = applicants.iter().filter_map(|one| one.case_id).enumerate().map(|(i, case)| together(i, case));
    let together = together.collect();
    Facts {
        programme: Text::same("Työuravalmennus"),
        round: Text::same("2023–2024"),
        packages: 30,
        visits_per_package: 3,
        applicants,
        together,
        leading: None,
        measured: cases.iter().enumerate().flat_map(|(i, case)| measured(i, *case)).collect(),
        became: cases.iter().enumerate().map(|(i, case)| became(i, *case)).collect(),
        expectations: vec![named("plan"), named("self")],
        instruments: vec![About {
            key: "skills".into(),
            name: Text::same("Urataidot"),
            scores: vec![named(WHOLE), named("self")],
            lowest: 0.0,
            highest: 3.0,
        }],
        feedback: vec![About {
            key: "experience".into(),
            name: Text::same("Kokemus"),
            scores: vec![named("useful")],
            lowest: 1.0,
            highest: 5.0,
        }],
        points: vec![named("outcome_end")],
        kinds: vec![named("same_work"), named("studies"), named("retired")],
    }
}

fn together(i: usize, case_id: Uuid) -> Together {
    let (few, due) = (u32::try_from(i % 3).unwrap(), Some(day(0)));
    let actions = (0..=i % 4).map(|n| (due, n % 2 == 0)).collect();
    Together { case_id, in_force: i % 5 != 2, sessions_held: few, actions, goals: Some((50.0, 48.0 + f64::from(few))) }
}

fn measured(i: usize, case_id: Uuid) -> Vec<Measured> {
    let step = f64::from(u8::try_from(i % 4).unwrap()) / 4.0;
    let one = |instrument: &str, phase: &str, scores: &[(&str, f64)]| Measured {
        case_id,
        instrument: instrument.into(),
        phase: phase.into(),
        scores: scores.iter().map(|(key, score)| ((*key).to_owned(), *score)).collect::<BTreeMap<_, _>>(),
    };
    // Two did not answer one part: their number must not be the difference of two others.
    let before: &[(&str, f64)] = &[(WHOLE, 1.2 + step), ("self", 1.0 + step)];
    vec![
        one("skills", "before", if i < 2 { &before[..1] } else { before }),
        one("skills", "after", &[(WHOLE, 1.7 + step / 2.0), ("self", 1.4 + step * 2.0)]),
        one("experience", "experience", &[("useful", 1.0 + f64::from(u8::try_from(i % 5).unwrap()))]),
    ]
}

fn became(i: usize, case_id: Uuid) -> Became {
    let kind = match i % 9 {
        0 => "retired",
        1..4 => "studies",
        _ => "same_work",
    };
    Became { case_id, at_point: "outcome_end".into(), kind: kind.into() }
}

fn edition(report: Report) -> Edition {
    let id = ident::of("test", "edition");
    let made_at = urasilta::clock::start_of(day(200));
    Edition { id, round_id: id, controller_id: id, number: 1, made_at, report }
}

fn first(facts: &Facts) -> Report {
    insight::build(facts, None, day(200)).expect("enough have applied").0
}

#[test]
fn the_pilots_report_has_its_totals_and_none_of_its_ones() {
    let json = insight::report_json(&edition(first(&keusote())));
    assert_eq!((json["applicants"].as_u64(), json["placed"].as_u64()), (Some(39), Some(32)), "{json:#}");
    assert_eq!(json["packages"], 30);
    assert_eq!(json["by_education"], serde_json::json!({ "higher": 21, "secondary": 18 }));
    assert_eq!(json["by_service_area"], serde_json::json!({ "Mielenterveys": 15, "Terveys": 12, "other": 12 }));
    assert_eq!(
        json["by_title"],
        serde_json::json!({ "Lähihoitaja": 7, "Ohjaaja": 6, "Sairaanhoitaja": 9, "other": 17 })
    );
    assert_eq!(json["expectations"]["ranked"][0]["key"], "self");
    let change = &json["paired_change"][0];
    assert_eq!(change["instrument"], "skills");
    assert!(change["mean"].is_number() && change["ci95"].is_array() && change["d"].is_number(), "{change}");
    for rare in ["Hyvinvointi", "Ikäihmiset", "Laskentasihteeri", "Aulaneuvoja", "Erikoisohjaaja", "Yksikkö 3"] {
        assert!(!json.to_string().contains(rare), "{rare} is named");
    }
}

/// Everybody's number in a JSON value, with its path.
fn people(path: &str, value: &Value, found: &mut Vec<(String, u64)>) {
    let skipped =
        ["rank", "edition", "least_count", "packages", "lowest", "highest", "median", "p90", "visits_used", "total"];
    match value {
        Value::Object(map) => {
            for (key, value) in map.iter().filter(|(key, _)| !skipped.contains(&key.as_str())) {
                people(&format!("{path}/{key}"), value, found);
            }
        }
        Value::Array(list) => list.iter().for_each(|value| people(path, value, found)),
        Value::Number(number) => found.extend(number.as_u64().map(|n| (path.to_owned(), n))),
        _ => {}
    }
}

/// The attack of somebody who has the JSON: every number, every difference of two numbers of the same people, and for every
/// table the least and most of what is not shown.
fn attack(facts: &Facts, report: &Report) {
    let json = insight::report_json(&edition(report.clone()));
    let mut found = Vec::new();
    people("", &json, &mut found);
    for (path, n) in &found {
        assert!(*n == 0 || *n >= 5, "{path} is {n}\n{json:#}");
    }
    let told: Vec<u64> = ["applicants", "eligible", "placed", "started", "completed"]
        .iter()
        .filter_map(|step| json[*step].as_u64())
        .chain(found.iter().filter(|(path, _)| path.ends_with("/n")).map(|(_, n)| *n))
        .collect();
    for (a, b) in told.iter().flat_map(|a| told.iter().map(move |b| (a, b))) {
        assert!(a.abs_diff(*b) == 0 || a.abs_diff(*b) >= 5, "{a} and {b} people are told");
    }
    for table in report.population.tables.iter().filter(|table| table.is_divided()) {
        columns(table);
    }
    let cube = insight::cube(facts, insight::RULE).unwrap();
    let published = cube.publish(insight::RULE);
    assert_eq!(disclosure::audit::leaks(&cube, &published, insight::RULE), Ok(vec![]));
}

/// Brute force on one table: every filling of the hidden cells of each column that agrees with the total and the column
/// before; a hidden cell must not be held within less than five numbers when it could be 1–4.
fn columns(table: &insight::Table) {
    let lines: Vec<&Vec<Option<u64>>> = table.rows.iter().map(|row| &row.counts).chain(&table.other).collect();
    for step in 0..table.steps.len() {
        let Some(total) = table.total[step] else { continue };
        let shown: u64 = lines.iter().filter_map(|line| line[step]).sum();
        let hidden: Vec<u64> = lines.iter().filter(|line| line[step].is_none()).map(|line| most(line, step)).collect();
        let rest = total - shown;
        assert!(hidden.is_empty() == (rest == 0 && hidden.is_empty()), "{}: the rows add up to the total", table.name);
        let room: u64 = hidden.iter().sum();
        for most in &hidden {
            let low = rest.saturating_sub(room - most);
            let high = (*most).min(rest);
            assert!(high >= 5 || low == 0, "{}: a hidden cell is {low}–{high}", table.name);
            assert!(high - low >= 4 || low >= 5, "{}: a hidden cell is {low}–{high}", table.name);
        }
        for line in &lines {
            let before = (0..step).rev().find_map(|before| line[before]);
            if let (Some(before), Some(now)) = (before, line[step]) {
                assert!(before - now == 0 || before - now >= 5, "{}: {before} and {now} in one row", table.name);
            }
        }
    }
}

/// The last number shown before a step: the most the hidden one can be.
fn most(line: &[Option<u64>], step: usize) -> u64 {
    (0..step).rev().find_map(|before| line[before]).unwrap_or(u64::MAX / 64)
}

#[test]
fn nobody_can_be_computed_from_the_pilots_report() {
    let facts = keusote();
    attack(&facts, &first(&facts));
}

#[test]
fn the_sheet_has_no_small_number_and_no_formula() {
    let mut facts = keusote();
    for one in facts.applicants.iter_mut().filter(|one| one.title == "Lähihoitaja") {
        "=HYPERLINK(\"x\")".clone_into(&mut one.title);
    }
    let bytes = insight::xlsx(&edition(first(&facts)), &Ui::plain(Lang::Fi)).unwrap();
    let mut book: calamine::Xlsx<_> = calamine::Reader::new(std::io::Cursor::new(bytes)).unwrap();
    let mut cells = book.worksheet_cells_reader("Tulokset").unwrap();
    let (mut words, mut numbers) = (Vec::new(), Vec::new());
    while let Some(cell) = cells.next_cell().unwrap() {
        match cell.get_value() {
            calamine::DataRef::Float(n) => numbers.push(*n),
            calamine::DataRef::SharedString(text) => words.push((*text).to_owned()),
            calamine::DataRef::String(text) => words.push(text.clone()),
            _ => {}
        }
    }
    assert!(numbers.contains(&39.0) && numbers.contains(&32.0), "{numbers:?}");
    assert!(numbers.iter().all(|n| *n == 0.0 || *n >= 5.0), "{numbers:?}");
    assert!(words.iter().any(|words| words == "'=HYPERLINK(\"x\")"), "{words:?}");
    assert!(words.iter().all(|words| !words.starts_with(['=', '+', '-', '@'])), "{words:?}");
    assert!(words.iter().all(|words| !words.contains("Hyvinvointi")), "{words:?}");
}

#[test]
fn a_new_edition_waits_for_five_and_two_cannot_be_subtracted() {
    let mut facts = keusote();
    let (before, basis) = insight::build(&facts, None, day(200)).unwrap();
    let more = |facts: &mut Facts, n: usize| {
        for i in 0..n {
            let i = facts.applicants.len() + i;
            facts.applicants.push(person(i, Reached::Eligible, ("Terveys", "Lähihoitaja", "higher")));
        }
    };
    assert_eq!(insight::build(&facts, Some((&before, &basis)), day(230)), Err(insight::NotYet::NothingNew));
    more(&mut facts, 4);
    let kept = insight::build(&facts, Some((&before, &basis)), day(230));
    assert_eq!(kept, Err(insight::NotYet::NothingNew), "four more would be counted by subtraction");
    more(&mut facts, 5);
    let (after, _) = insight::build(&facts, Some((&before, &basis)), day(240)).unwrap();
    assert_eq!((before.step("applied"), after.step("applied")), (Some(39), Some(48)));
    let areas = |report: &Report| report.table("service_area").map(|table| table.as_of);
    assert_eq!(areas(&before), areas(&after), "merged otherwise, the areas stay as they were");
    assert_eq!(after.table("education").and_then(|table| table.rows[0].counts[0]), Some(30));
    attack(&facts, &after);
}

#[test]
fn four_applicants_have_no_report() {
    let mut facts = keusote();
    facts.applicants.truncate(4);
    assert_eq!(insight::build(&facts, None, day(200)), Err(insight::NotYet::TooFew));
}

fn any_person() -> impl Strategy<Value = (usize, usize, usize, usize)> {
    (0..5_usize, 0..5_usize, 0..8_usize, 0..3_usize)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn nobody_can_be_computed_from_any_round(people in prop::collection::vec(any_person(), 5..70), more in prop::collection::vec(any_person(), 0..20)) {
        let make = |people: &[(usize, usize, usize, usize)]| {
            let one = |(i, (step, area, title, level)): (usize, &(usize, usize, usize, usize))| {
                let education = ["secondary", "higher", "other"][*level];
                person(i, Reached::ALL[*step], (&format!("Alue {area}"), &format!("Nimike {}", title / 2 * title), education))
            };
            facts(people.iter().enumerate().map(one).collect())
        };
        let earlier = make(&people);
        let (before, basis) = insight::build(&earlier, None, day(200)).unwrap();
        attack(&earlier, &before);
        let later = make(&[people, more].concat());
        if let Ok((after, _)) = insight::build(&later, Some((&before, &basis)), day(230)) {
            let numbers = |report: &Report| {
                let mut found = Vec::new();
                self::people("", &insight::report_json(&edition(report.clone())), &mut found);
                found.into_iter().filter(|(path, _)| !path.ends_with("n_at_least")).collect::<BTreeMap<_, _>>()
            };
            let (old, new) = (numbers(&before), numbers(&after));
            for (path, n) in &new {
                let moved = old.get(path).map_or(0, |old| old.abs_diff(*n));
                prop_assert!(moved == 0 || moved >= 5, "{} moved by {}", path, moved);
            }
        }
    }
}
