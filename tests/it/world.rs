//! The replay and the demo.
use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use urasilta::{
    clock::{self, Moment},
    db::Tx,
    people, privacy,
    walk::Walker,
    world::{
        demo,
        generate::{self, GenerateError, Size},
        keusote, replay,
        town::{Place, Town},
    },
};

use crate::support::Stage;

#[tokio::test]
async fn generated_people_go_into_an_empty_database_alone() {
    let stage = Stage::new().await;
    let size = Size { people: 10, rounds: 1, applications: 2, three: 0, seed: 7, day: clock::day(stage.now()) };
    assert!(matches!(generate::generate(stage.house(), size).await, Err(GenerateError::NotEmpty)));
    stage.end().await;
}

#[tokio::test]
async fn the_same_seed_generates_the_same_and_its_pages_open() {
    let mut seen = Vec::new();
    for _ in 0..2 {
        let stage = Stage::empty().await;
        let size = Size { people: 501, rounds: 2, applications: 200, three: 30, seed: 7, day: clock::day(stage.now()) };
        generate::generate(stage.house(), size).await.unwrap();
        let mut tx = stage.house().db.read().await.unwrap();
        let organisations = people::organisations(&mut tx).await.unwrap().len();
        let human = async |tx: &mut Tx, name: &str| {
            privacy::human_by_address(tx, &format!("{name}@alue1.example.invalid")).await.unwrap().unwrap()
        };
        let (coordinator, coach) = (human(&mut tx, "coordinator").await, human(&mut tx, "coach").await);
        drop(tx);
        let keys = generate::keys(stage.house(), stage.standing.router.clone(), size).await.unwrap();
        let of = |name: &str| {
            let line = keys.lines().find_map(|line| line.strip_prefix(&format!("{name}='"))).unwrap();
            line.trim_end_matches('\'').to_owned()
        };
        let list = stage.human(coordinator.id).await.see(&of("LIST_PATH")).await;
        let case = stage.human(coach.id).await.see(&of("CASE_PATH")).await;
        assert!(list.contains("Hakemukset") && case.contains("Yhteinen muistio"), "{list} {case}");
        assert!(of("STEP_BODY_0").contains("_csrf=") && of("PARTICIPANT_COOKIE").contains("urasilta"));
        let mut of_three = Vec::new();
        for (who, path) in [
            ("SUPERVISOR", "/waiting".to_owned()),
            ("SUPERVISOR", of("THREE_CASE_PATH") + "/agreed"),
            ("SUPERVISOR", of("THREE_CASE_PATH") + "/actions"),
            ("SUPERVISOR", of("THREE_CASE_PATH") + "/goals"),
            ("THREE_COACH", of("THREE_CASE_PATH")),
            ("THREE_PARTICIPANT", "/path".to_owned()),
        ] {
            let cookies = of(&format!("{who}_COOKIE"));
            let mut one = Walker::new(stage.standing.router.clone());
            for (name, value) in cookies.split("; ").filter_map(|cookie| cookie.split_once('=')) {
                one = one.with_cookie(name, value);
            }
            one.get(&path).await;
            assert_eq!(one.page.status, 200, "{who} at {path}: {}", one.page.words());
            of_three.push(one.page.words());
        }
        for (words, said) in
            of_three.iter().zip(["Tiedoksi sinulle", "Voimassa", "Sinä", "painoarvo 2", "Yhteinen muistio", "1. jakso"])
        {
            assert!(words.contains(said), "{said}: {words}");
        }
        seen.push((organisations, coordinator.id, coordinator.name, case, of_three));
        stage.end().await;
    }
    assert_eq!(seen[0].0, 4);
    assert_eq!(seen[0], seen[1]);
}

/// A house in which the pilot is walked.
async fn town(stage: &Stage, place: Place, begins: Moment) -> Town {
    stage.house().clock.move_to(begins);
    Town::new(stage.house().clone(), stage.standing.router.clone(), place).await.unwrap()
}

/// Every number that stands in a part of the report.
fn numbers(part: &Value) -> Vec<u64> {
    match part {
        Value::Object(parts) => parts.values().flat_map(numbers).collect(),
        Value::Array(parts) => parts.iter().flat_map(numbers).collect(),
        other => other.as_u64().into_iter().collect(),
    }
}

#[tokio::test]
async fn the_published_pilot_comes_out_of_the_pages() {
    let stage = Stage::empty().await;
    let town = town(&stage, replay::PLACE, replay::beginning()).await;
    let report = replay::replay(&town).await.unwrap_or_else(|stuck| panic!("{stuck}"));
    for (name, figure) in [("applicants", 39), ("placed", 32), ("packages", 30), ("visits_used", 73)] {
        assert_eq!(report[name], figure, "{name}");
    }
    assert_eq!(report["by_education"], json!({ "secondary": 18, "higher": 21 }));
    nobody_stands_out(&report);
    let ranked: Vec<&str> =
        report["expectations"]["ranked"].as_array().unwrap().iter().filter_map(|one| one["key"].as_str()).collect();
    assert_eq!(ranked[..3], ["career_planning", "opportunities", "motivation"]);
    let change = &report["paired_change"][0];
    let (mean, low) = (change["mean"].as_f64().unwrap(), change["ci95"][0].as_f64().unwrap());
    assert!(change["n"] == 26 && mean > low && low > 0.0 && change["d"].is_number(), "{change}");

    // Walked again, nothing is done twice and the same is told.
    let again = replay::replay(&town).await.unwrap_or_else(|stuck| panic!("{stuck}"));
    assert_eq!(serde_json::to_string(&report).unwrap(), serde_json::to_string(&again).unwrap());
    let words = replay::as_text(&report);
    assert!(words.contains("applicants") && words.contains("39") && words.contains("handed on"), "{words}");
    stage.end().await;
}

/// The service area with one applicant and every title and unit with fewer than five can neither be read nor computed.
fn nobody_stands_out(report: &Value) {
    let printed = serde_json::to_string(report).unwrap() + &replay::as_text(report);
    let mut areas = BTreeMap::<&str, u64>::new();
    let mut titles = areas.clone();
    for one in keusote::applicants() {
        *areas.entry(one.service_area).or_default() += 1;
        *titles.entry(one.title).or_default() += 1;
        assert!(!printed.contains(&format!("\"{}\"", one.unit)), "the unit {} is small", one.unit);
    }
    for (small, _) in areas.iter().chain(&titles).filter(|(_, count)| **count < 5) {
        assert!(!printed.contains(&format!("\"{small}\"")), "{small} is named");
    }
    for part in
        ["by_service_area", "by_title", "by_unit", "by_education", "placed_by_title", "placed_by_education", "outcomes"]
    {
        assert!(numbers(&report[part]).iter().all(|count| *count == 0 || *count >= 5), "{part}: {}", report[part]);
    }
    // What is merged hides at least two categories, so that the total less the rest names none.
    for (part, all) in [("by_service_area", &areas), ("by_title", &titles)] {
        let named = report[part].as_object().unwrap().keys().filter(|key| *key != "other").count();
        assert!(all.len() - named >= 2, "{part}: {}", report[part]);
        assert_eq!(numbers(&report[part]).iter().sum::<u64>(), 39, "{part}");
    }
}

/// Every page that the demo's people find from their menus asks the database at most six times, the row of the view log
/// among them.
async fn few_questions(stage: &Stage, town: &Town) {
    let mut seen = BTreeMap::<String, u32>::new();
    for (_, name) in urasilta::signin::personas(stage.house()).await.unwrap() {
        let name = name.to_lowercase().replace(' ', ".").replace(['ä', 'å'], "a").replace('ö', "o");
        let mut somebody = match town.of_county(&name).await {
            Ok(somebody) => somebody,
            Err(_) => town.of_company(&name).await.unwrap(),
        };
        let mut ways = vec!["/".to_owned(), "/me".to_owned()];
        let mut shapes = BTreeSet::new();
        while let Some(way) = ways.pop() {
            // Leaving ends the session; files are no pages.
            let out = way == "/leave"
                || way.contains("/assets/")
                || [".xlsx", ".ics", ".zip"].iter().any(|file| way.ends_with(file));
            if !way.starts_with('/') || out || !shapes.insert(shape(&way)) {
                continue;
            }
            // What a house reads once and remembers is read by the first look.
            if somebody.look(&way).await.is_none() {
                continue;
            }
            let Some(page) = somebody.look(&way).await else { continue };
            let asked: u32 = page.headers["x-queries"].to_str().unwrap().parse().unwrap();
            let most = seen.entry(shape(&way)).or_default();
            *most = asked.max(*most);
            ways.extend(page.addresses().into_iter().map(|way| way.split('#').next().unwrap_or_default().to_owned()));
        }
    }
    assert!(seen.len() > 25, "the walk went nowhere: {seen:?}");
    let many: Vec<_> = seen.iter().filter(|(page, asked)| **asked > most(page)).collect();
    assert!(many.is_empty(), "these pages ask too often: {many:?}");
}

/// Six; the first screens ask each slice what waits in it.
fn most(page: &str) -> u32 {
    FIRST_SCREENS.iter().find(|(first, _)| *first == page).map_or(6, |(_, most)| *most)
}

/// To be brought down to six: no page may join them.
const FIRST_SCREENS: [(&str, u32); 5] =
    [("/", 11), ("/path", 11), ("/today", 8), ("/waiting", 10), ("/cases/*/supervisor", 7)];

/// An address without its query, and with `*` for its ids.
fn shape(way: &str) -> String {
    let path = way.split(['?', '#']).next().unwrap_or_default();
    let part = |part| if uuid::Uuid::try_parse(part).is_ok() { "*" } else { part };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}

#[tokio::test]
async fn the_demo_stands_at_three_stages_with_people_to_enter_as() {
    let stage = Stage::empty().await;
    let today = clock::read_day("23.11.2026").unwrap();
    let place = demo::place(today);
    let town = town(&stage, place, demo::beginning(place)).await;
    demo::furnish(&town, today).await.unwrap_or_else(|stuck| panic!("{stuck}"));
    assert_eq!(clock::day(stage.now()), clock::read_day("21.11.2026").unwrap());
    assert_eq!(urasilta::signin::personas(stage.house()).await.unwrap().len(), 8);
    stage.on("23.11.2026");
    stage.letters().await;
    let mut maija = town.of_county("maija.virtanen").await.unwrap();
    let words = maija.see("/path").await.unwrap().words();
    assert!(words.contains("Aino Laine"), "{words}");
    let mut kirsi = town.of_county("kirsi.salo").await.unwrap();
    let words = kirsi.see("/rounds").await.unwrap().words();
    for said in ["ensimmäinen kierros", "toinen kierros", "kolmas kierros", "Käynnissä", "Haku auki", "Päättynyt"]
    {
        assert!(words.contains(said), "{words}");
    }
    let mut pekka = town.of_county("pekka.niemi").await.unwrap();
    let words = pekka.see("/waiting").await.unwrap().words();
    for said in ["oma-arvio aluksi", "Esihenkilön oma valmennustapaaminen", "Työpaja", "Parisparraus"] {
        assert!(words.contains(said), "{said}: {words}");
    }
    let track = pekka.see("/track").await.unwrap().words();
    assert!(track.contains("Pari odottaa vahvistustasi") && track.contains("30.11.2026"), "{track}");
    let mut tuula = town.of_county("tuula.jokela").await.unwrap();
    assert!(tuula.see("/reports").await.unwrap().address("/reports/", "").is_some());
    few_questions(&stage, &town).await;
    demo::furnish(&town, today).await.unwrap_or_else(|stuck| panic!("{stuck}"));
    stage.end().await;
}
