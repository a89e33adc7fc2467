//! Coaching: contract, case, meetings, the two notes, and the end, as the people in it see them.
mod contracts;
mod depth;
mod ending;
mod sealed;
pub mod support;

use std::fmt::Write;

use urasilta::{
    ident,
    privacy::{self, Edge, Role},
};

use self::support::{accept, add_coach, book, calendars, coached, contract, ended, name_coach, stage_forget_hand_on};
use crate::support::{Stage, round};

const MEMO: &str = "Muistiomerkki-Kaislaranta";
const NOTE: &str = "Työmuistiinpanomerkki-Suopursu";

#[tokio::test]
async fn an_accepted_place_opens_one_case_however_often_it_is_asked_for() {
    let stage = Stage::new().await;
    let round = round(&stage).await;
    contract(&stage, "Aino").await;
    accept(&stage, round, "Maija", 3).await;
    assert_eq!(stage.letters().await.len(), 1);
    let mut olli = stage.actor("Olli").await;
    let page = olli.see("/assignments").await;
    assert_eq!(page.matches("Maija Virtanen").count(), 2, "her row and its button: {page}");
    assert!(page.contains("3 / 6 käyntiä annettu") && page.contains("0 / 3 käyntiä käytetty"), "{page}");
    let mut maija = stage.actor("Maija").await;
    let page = maija.see("/path").await;
    assert!(page.contains("Hei Maija") && page.contains("Näin valmennus etenee"), "{page}");
    let reading = maija.page.address("/cases/", "/reading").unwrap();
    let page = maija.send_form(&reading, &[]).await;
    assert!(page.contains("Vastaa kysymyksiin") && page.contains("Valmennustapaamiset"), "{page}");
    let steps = urasilta::coaching::ready_steps(&mut stage.write().await, stage.world.human("Maija")).await.unwrap();
    assert_eq!(steps.iter().map(|step| step.step_key.as_str()).collect::<Vec<_>>(), ["before_career", "before_skills"]);
    stage.end().await;
}

#[tokio::test]
async fn a_case_without_a_contract_waits_and_gets_its_visits_when_one_is_recorded() {
    let stage = Stage::new().await;
    let round = round(&stage).await;
    accept(&stage, round, "Maija", 1).await;
    stage.letters().await;
    let mut kirsi = stage.actor("Kirsi").await;
    assert!(kirsi.see("/contracts").await.contains("Sopimusta odottavia valmennuksia: 1"));
    contract(&stage, "Aino").await;
    assert!(!kirsi.see("/contracts").await.contains("odottavia"));
    let mut olli = stage.actor("Olli").await;
    assert!(olli.see("/assignments").await.contains("Maija Virtanen"));
    stage.end().await;
}

#[tokio::test]
async fn aino_proposes_times_maija_picks_one_and_both_get_an_invitation_without_content() {
    let stage = Stage::new().await;
    let case = coached(&stage).await;
    let mut aino = stage.actor("Aino").await;
    assert!(aino.see("/today").await.contains("Odottavat ensimmäistä aikaa"));
    aino.see(&format!("{case}/sessions/new")).await;
    let fields = [
        ("way", "remote"),
        ("place", "https://kokous.example/salainen"),
        ("minutes", "60"),
        ("whose_time", "own"),
        ("day1", "12.10.2023"),
        ("time1", "13.00"),
        ("day2", "13.10.2023"),
        ("time2", "9.00"),
        ("how", "propose"),
    ];
    aino.send_form(&format!("{case}/sessions"), &fields).await;
    assert_eq!(stage.letters().await.len(), 1, "Maija is told that there are times");
    let mut maija = stage.actor("Maija").await;
    let reading = {
        maija.see("/path").await;
        maija.page.address("/sessions/", "").unwrap()
    };
    let page = maija.see(&reading).await;
    assert!(
        page.contains("12.10.2023 klo 13.00") && page.contains("13.10.2023 klo 9.00") || page.contains("09.00"),
        "{page}"
    );
    let time = maija.page.html().split("name=\"time\" value=\"").nth(2).unwrap()[..36].to_owned();
    let page = maija.send_form(&format!("{reading}/choice"), &[("time", &time)]).await;
    assert!(page.contains("Tapaaminen 13.10.2023"), "{page}");
    let letters = stage.letters().await;
    assert_eq!(
        calendars(&letters).iter().map(|(to, method, _)| (*to, *method)).collect::<Vec<_>>(),
        [("maija@example.invalid", "REQUEST"), ("aino@example.invalid", "REQUEST"),]
    );
    for letter in &letters {
        let all = format!("{letter:?}").to_lowercase();
        for word in ["valmennu", "kokous.example", "virtanen", "syksy"] {
            assert!(!all.contains(word), "{word} in {all}");
        }
    }
    let ics = maija.send("GET", &format!("{reading}/calendar.ics"), None).await;
    assert!(ics.html().contains("SUMMARY:Tapaaminen") && ics.html().contains("TZID=Europe/Helsinki:20231013T090000"));
    stage.end().await;
}

#[tokio::test]
async fn a_moved_and_cancelled_meeting_updates_the_same_calendar_entry() {
    let stage = Stage::new().await;
    let case = coached(&stage).await;
    let meeting = book(&stage, &case, ("12.10.2023", "13.00")).await;
    let mut seen = calendars(&stage.letters().await)
        .into_iter()
        .map(|(_, method, line)| format!("{method} {line}"))
        .collect::<Vec<_>>();
    let mut aino = stage.actor("Aino").await;
    aino.see(&meeting).await;
    aino.send_form(&format!("{meeting}/move"), &[("day1", "16.10.2023"), ("time1", "10.00")]).await;
    seen.extend(calendars(&stage.letters().await).into_iter().map(|(_, method, line)| format!("{method} {line}")));
    aino.see(&meeting).await;
    aino.send_form(&format!("{meeting}/cancellation"), &[("reason", "coach")]).await;
    seen.extend(calendars(&stage.letters().await).into_iter().map(|(_, method, line)| format!("{method} {line}")));
    let uid = format!("UID:{}@urasilta", meeting.rsplit('/').next().unwrap());
    let twice = |method: &str, sequence: i32| vec![format!("{method} {uid} SEQUENCE:{sequence}"); 2];
    assert_eq!(seen, [twice("REQUEST", 0), twice("REQUEST", 1), twice("CANCEL", 2)].concat());
    assert!(aino.see(&case).await.contains("0 / 3 käyntiä käytetty"));
    stage.end().await;
}

#[tokio::test]
async fn a_closed_duty_roster_warns_and_the_supervisor_is_told_the_time_alone() {
    let stage = Stage::new().await;
    let case = coached(&stage).await;
    let mut tx = stage.write().await;
    urasilta::people::set_unit_supervisor(&mut tx, stage.world.ward, Some(stage.world.person("Pekka"))).await.unwrap();
    tx.commit().await.unwrap();
    stage.on("25.10.2023");
    let mut aino = stage.actor("Aino").await;
    aino.see(&format!("{case}/sessions/new")).await;
    let action = format!("{case}/sessions");
    let fields = [
        ("way", "place"),
        ("place", "Kirjastokatu 1"),
        ("minutes", "90"),
        ("whose_time", "work"),
        ("day1", "9.11.2023"),
        ("time1", "13.00"),
        ("how", "book"),
    ];
    aino.submit(&action, &fields).await;
    assert_eq!(aino.page.status.as_u16(), 422);
    assert!(aino.page.words().contains("Työvuorolista suljettiin 20.10.2023"), "{}", aino.page.words());
    assert!(aino.page.html().contains("value=\"Kirjastokatu 1\""), "the words are kept");
    let mut seen = fields.to_vec();
    seen.push(("roster_seen", "yes"));
    aino.send_form(&action, &seen).await;
    let letters = stage.letters().await;
    let pekka: Vec<_> = letters.iter().filter(|letter| letter.to == "pekka@example.invalid").collect();
    assert_eq!(pekka.len(), 1);
    assert!(
        pekka[0].text.contains("Maija Virtanen on sovitusti poissa vuorosta 9.11.2023 klo 13.00–14.30"),
        "{}",
        pekka[0].text
    );
    assert!(
        !pekka[0].text.contains("Kirjastokatu") && !pekka[0].text.contains("almennu") && pekka[0].calendar.is_none()
    );
    stage.end().await;
}

#[tokio::test]
async fn visits_are_counted_and_the_package_is_never_exceeded() {
    let stage = Stage::new().await;
    let case = coached(&stage).await;
    for (day, came) in [("3.10.2023", "held"), ("4.10.2023", "no-show"), ("5.10.2023", "held")] {
        let meeting = book(&stage, &case, (day, "13.00")).await;
        stage.on(day);
        stage.later(chrono::Duration::hours(6));
        let mut aino = stage.actor("Aino").await;
        assert!(aino.see("/today").await.contains("Merkitse tapaaminen"));
        aino.see(&meeting).await;
        aino.send_form(&format!("{meeting}/{came}"), &[]).await;
    }
    stage.letters().await;
    let mut aino = stage.actor("Aino").await;
    let page = aino.see(&case).await;
    assert!(page.contains("3 / 3 käyntiä käytetty") && !page.contains("Ehdota aikaa"), "{page}");
    aino.see(&format!("{case}/sessions/new")).await;
    let fields = [
        ("way", "phone"),
        ("minutes", "60"),
        ("whose_time", "own"),
        ("day1", "9.10.2023"),
        ("time1", "9.00"),
        ("how", "book"),
    ];
    aino.submit(&format!("{case}/sessions"), &fields).await;
    assert_eq!(aino.page.status.as_u16(), 409, "{}", aino.page.words());
    stage.end().await;
}

#[tokio::test]
async fn two_who_save_at_once_see_both_texts_and_lose_neither() {
    let stage = Stage::new().await;
    let case = coached(&stage).await;
    let (mut aino, mut maija) = (stage.actor("Aino").await, stage.actor("Maija").await);
    let memo = format!("{case}/memo");
    aino.see(&case).await;
    maija.see(&memo).await;
    aino.send_form(&memo, &[("memo", "Ainon rivi")]).await;
    maija.submit(&memo, &[("memo", "Maijan rivi")]).await;
    assert_eq!(maija.page.status.as_u16(), 422);
    assert!(maija.page.words().contains("Ainon rivi") && maija.page.words().contains("Maijan rivi"));
    let page = maija.send_form(&memo, &[("memo", "Ainon rivi ja Maijan rivi")]).await;
    assert!(page.contains("Ainon rivi ja Maijan rivi"), "{page}");
    // The same for a meeting: the second form was made before the first was sent.
    let mut other = stage.actor("Aino").await;
    let new = format!("{case}/sessions/new");
    aino.see(&new).await;
    other.see(&new).await;
    let fields = [
        ("way", "phone"),
        ("minutes", "60"),
        ("whose_time", "own"),
        ("day1", "9.10.2023"),
        ("time1", "9.00"),
        ("how", "book"),
    ];
    aino.send_form(&format!("{case}/sessions"), &fields).await;
    other.submit(&format!("{case}/sessions"), &fields).await;
    assert_eq!(other.page.status.as_u16(), 409);
    stage.letters().await;
    stage.end().await;
}

#[tokio::test]
async fn what_the_two_write_is_on_nobody_elses_page_and_not_readable_in_the_database() {
    let stage = Stage::new().await;
    let case = coached(&stage).await;
    let meeting = book(&stage, &case, ("3.10.2023", "13.00")).await;
    let mut aino = stage.actor("Aino").await;
    aino.see(&case).await;
    aino.send_form(&format!("{case}/memo"), &[("memo", MEMO)]).await;
    aino.see(&case).await;
    let page = aino.send_form(&format!("{case}/note"), &[("note", NOTE)]).await;
    assert!(page.contains(MEMO) && page.contains(NOTE), "the coach reads both: {page}");
    let mut maija = stage.actor("Maija").await;
    let page = maija.see(&format!("{case}/memo")).await;
    assert!(page.contains(MEMO) && !page.contains(NOTE), "{page}");
    assert_eq!(maija.status(&case).await, 404);
    let id = case.rsplit('/').next().unwrap();
    let routes: Vec<_> = stage
        .house()
        .plan
        .access()
        .filter(|(method, ..)| *method == "GET")
        .map(|(_, path, _)| path.to_owned())
        .collect();
    for name in ["Kirsi", "Olli", "Pekka", "Arja", "Eeva", "Tuula", "Ville", "Maija"] {
        let mut actor = stage.actor(name).await;
        for route in &routes {
            let id = if route.starts_with("/sessions") { meeting.rsplit('/').next().unwrap() } else { id };
            let path = route
                .split('/')
                .map(|part| if part.starts_with('{') { id } else { part })
                .collect::<Vec<_>>()
                .join("/");
            let page = actor.send("GET", &path, None).await.html();
            assert!(!page.contains(NOTE), "{name} reads the working note at {path}");
            assert!(name == "Maija" || !page.contains(MEMO), "{name} reads the memo at {path}");
        }
    }
    let mut all = String::new();
    for letter in stage.letters().await {
        let _ = write!(all, "{letter:?}");
    }
    if stage.house().db.is_sqlite() {
        let folder = std::path::PathBuf::from(stage.house().config.get("data_dir"));
        for file in std::fs::read_dir(folder).unwrap().filter_map(|file| std::fs::read(file.unwrap().path()).ok()) {
            all.push_str(&String::from_utf8_lossy(&file));
        }
    }
    assert!(!all.contains(MEMO) && !all.contains(NOTE), "a marker lies in a letter or in a file of the database");
    stage.end().await;
}

#[tokio::test]
async fn another_coach_goes_on_along_the_path_and_the_one_before_sees_nothing() {
    let stage = Stage::new().await;
    let case = coached(&stage).await;
    let meeting = book(&stage, &case, ("12.10.2023", "13.00")).await;
    let mut aino = stage.actor("Aino").await;
    aino.see(&case).await;
    aino.send_form(&format!("{case}/memo"), &[("memo", MEMO)]).await;
    aino.see(&case).await;
    aino.send_form(&format!("{case}/note"), &[("note", NOTE)]).await;
    stage.letters().await;
    add_coach(&stage, "Eeva").await;
    name_coach(&stage, "Eeva").await;
    let letters = stage.letters().await;
    let sent = calendars(&letters).into_iter().map(|(to, method, _)| (to, method)).collect::<Vec<_>>();
    assert_eq!(sent, [("aino@example.invalid", "CANCEL"), ("eeva@example.invalid", "REQUEST")]);
    for path in [case.clone(), format!("{case}/memo"), meeting.clone()] {
        assert_eq!(aino.status(&path).await, 404, "{path}");
    }
    assert!(aino.see("/people").await.contains("Sinulla ei ole valmennettavia"));
    let mut eeva = stage.actor("Eeva").await;
    let page = eeva.see(&case).await;
    assert!(page.contains("12.10.2023") && !page.contains(MEMO) && !page.contains(NOTE), "{page}");
    stage.end().await;
}

#[tokio::test]
async fn maija_looks_back_on_her_own_meetings_and_with_whom_each_was() {
    let stage = Stage::new().await;
    let case = coached(&stage).await;
    let mut maija = stage.actor("Maija").await;
    maija.see("/path").await;
    assert!(maija.page.addresses().contains(&"/path/meetings".to_owned()));
    assert!(maija.see("/path/meetings").await.contains("Tapaamisia ei ole vielä ollut"));
    let first = book(&stage, &case, ("12.10.2023", "13.00")).await;
    assert!(maija.see("/path/meetings").await.contains("Tapaamisia ei ole vielä ollut"), "it is still to come");
    stage.on("12.10.2023");
    stage.later(chrono::Duration::hours(6));
    let mut aino = stage.actor("Aino").await;
    aino.see(&first).await;
    aino.send_form(&format!("{first}/held"), &[]).await;
    let second = book(&stage, &case, ("19.10.2023", "13.00")).await;
    aino.see(&second).await;
    aino.send_form(&format!("{second}/cancellation"), &[("reason", "coach")]).await;
    let third = book(&stage, &case, ("26.10.2023", "13.00")).await;
    stage.on("20.10.2023");
    add_coach(&stage, "Eeva").await;
    name_coach(&stage, "Eeva").await;
    stage.letters().await;
    stage.on("26.10.2023");
    stage.later(chrono::Duration::hours(6));
    let mut eeva = stage.actor("Eeva").await;
    eeva.see(&third).await;
    eeva.send_form(&format!("{third}/held"), &[]).await;
    let page = stage.actor("Maija").await.see("/path/meetings").await;
    let said: Vec<&str> = page.split("Valmentaja ").skip(1).map(|rest| &rest[..4]).collect();
    assert_eq!(said, ["Eeva", "Aino", "Aino"], "the latest first: {page}");
    assert!(page.matches("Pidetty").count() == 2 && page.matches("Peruttu").count() == 1, "{page}");
    let page = stage.actor("Ville").await.see("/path/meetings").await;
    assert!(!page.contains("Valmentaja") && page.contains("Tapaamisia ei ole vielä ollut"), "{page}");
    stage.letters().await;
    stage.end().await;
}

#[tokio::test]
async fn when_the_contract_has_ended_provider_and_coach_see_nothing_and_another_never_does() {
    let stage = Stage::new().await;
    let case = coached(&stage).await;
    let assignment = case.replace("/cases/", "/assignments/");
    let mut tx = stage.write().await;
    let other = ident::random();
    let (eeva, until) = (stage.world.human("Eeva"), Edge::open_end());
    privacy::give_seat(&mut tx, eeva, (other, Role::Provider), (stage.now(), until)).await.unwrap();
    privacy::give_seat(&mut tx, eeva, (other, Role::Coordinator), (stage.now(), until)).await.unwrap();
    tx.commit().await.unwrap();
    let mut eeva = stage.actor("Eeva").await;
    let kirsi_contract = {
        let mut kirsi = stage.actor("Kirsi").await;
        kirsi.see("/contracts").await;
        kirsi.page.addresses().into_iter().find(|to| to.starts_with("/contracts/") && !to.ends_with("new")).unwrap()
    };
    for path in [&case, &assignment, &kirsi_contract] {
        assert_eq!(eeva.status(path).await, 404, "another organisation at {path}");
    }
    assert!(!eeva.see("/assignments").await.contains("Maija"));
    let (mut olli, mut aino) = (stage.actor("Olli").await, stage.actor("Aino").await);
    assert_eq!((olli.status(&assignment).await, aino.status(&case).await), (200, 200));
    stage.on("1.1.2024");
    let (mut olli, mut aino) = (stage.actor("Olli").await, stage.actor("Aino").await);
    assert_eq!((olli.status(&assignment).await, aino.status(&case).await), (404, 404));
    assert!(!olli.see("/assignments").await.contains("Maija"));
    assert!(!aino.see("/today").await.contains("Maija") && !aino.see("/people").await.contains("Maija"));
    let mut maija = stage.actor("Maija").await;
    assert!(maija.see("/path").await.contains("Yhteisen muistion näet nyt vain sinä"));
    stage.end().await;
}

#[tokio::test]
async fn a_path_is_walked_to_its_end_and_the_follow_ups_come_by_the_clock() {
    let stage = Stage::new().await;
    let case = coached(&stage).await;
    let meeting = book(&stage, &case, ("3.10.2023", "13.00")).await;
    stage.on("4.10.2023");
    let mut aino = stage.actor("Aino").await;
    aino.see(&meeting).await;
    aino.send_form(&format!("{meeting}/held"), &[]).await;
    assert!(aino.see("/today").await.contains("Kirjoita muistio"));
    let maija = stage.world.human("Maija");
    ended(&stage, &case).await;
    let keys = async || -> Vec<String> {
        let mut tx = stage.house().db.read().await.unwrap();
        let steps = urasilta::coaching::ready_steps(&mut tx, maija).await.unwrap();
        steps.into_iter().map(|step| step.step_key).collect()
    };
    assert!(keys().await.iter().any(|key| key == "after_career"), "{:?}", keys().await);
    assert!(!keys().await.iter().any(|key| key == "outcome_3"));
    stage.on("4.1.2024");
    let letters = stage.letters().await;
    assert_eq!(letters.iter().map(|letter| letter.to.as_str()).collect::<Vec<_>>(), ["maija@koti.example"]);
    assert!(keys().await.iter().any(|key| key == "outcome_3"));
    stage.on("4.10.2024");
    assert_eq!(stage.letters().await.len(), 1, "what was due while the server stood still is of a time long past");
    let mut tx = stage.write().await;
    for step in urasilta::coaching::ready_steps(&mut tx, maija).await.unwrap() {
        assert!(urasilta::coaching::mark_step_done(&mut tx, step.step_id, stage.now()).await.unwrap());
        assert!(!urasilta::coaching::mark_step_done(&mut tx, step.step_id, stage.now()).await.unwrap(), "once");
    }
    tx.commit().await.unwrap();
    assert!(keys().await.is_empty());
    let mut kirsi = stage.actor("Kirsi").await;
    kirsi.see("/contracts").await;
    let contract =
        kirsi.page.addresses().into_iter().find(|to| to.starts_with("/contracts/") && !to.ends_with("new")).unwrap();
    assert!(kirsi.see(&contract).await.contains("Seuranta valmis"));
    stage.end().await;
}

#[tokio::test]
async fn maija_interrupts_and_her_unused_visits_go_back() {
    let stage = Stage::new().await;
    let case = coached(&stage).await;
    book(&stage, &case, ("12.10.2023", "13.00")).await;
    stage.letters().await;
    let mut maija = stage.actor("Maija").await;
    maija.see(&format!("{case}/interruption")).await;
    maija.submit(&format!("{case}/interruption"), &[]).await;
    assert_eq!(maija.page.status.as_u16(), 422, "a reason is chosen");
    let page = maija.send_form(&format!("{case}/interruption"), &[("reason", "no_time")]).await;
    assert!(page.contains("Valmennus on keskeytetty"), "{page}");
    stage_forget_hand_on(&stage, 3).await;
    let letters = stage.letters().await;
    assert!(calendars(&letters).iter().all(|(_, method, _)| *method == "CANCEL") && !letters.is_empty());
    let mut olli = stage.actor("Olli").await;
    let page = olli.see("/assignments").await;
    assert!(page.contains("0 / 6 käyntiä annettu") && page.contains("Keskeytynyt"), "{page}");
    assert!(!page.contains("ei riitä"), "the reason is not the provider's");
    stage.end().await;
}

#[tokio::test]
async fn the_case_page_asks_the_database_little() {
    let stage = Stage::new().await;
    let case = coached(&stage).await;
    let mut aino = stage.actor("Aino").await;
    aino.see(&case).await;
    aino.send_form(&format!("{case}/memo"), &[("memo", MEMO)]).await;
    let page = aino.send("GET", &case, None).await;
    let queries = page.headers.get("x-queries").and_then(|said| said.to_str().ok()?.parse::<u32>().ok());
    assert!(queries.is_some_and(|queries| queries <= 6), "{queries:?}");
    stage.end().await;
}

#[tokio::test]
async fn the_pages_speak_three_languages() {
    let stage = Stage::new().await;
    let case = coached(&stage).await;
    let mut aino = stage.actor("Aino").await;
    for (lang, words) in [("fi", "Yhteinen muistio"), ("sv", "Gemensam anteckning"), ("en", "Shared memo")] {
        assert!(aino.see(&format!("{case}?lang={lang}")).await.contains(words));
    }
    stage.end().await;
}
