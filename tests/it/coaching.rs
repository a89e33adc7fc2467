//! Coaching: contract, case, meetings, the two notes, and the end, as the people in it see them.
use std::fmt::Write;

use urasilta::{
    clock, ident, jobs,
    mail::Letter,
    privacy::{self, Edge, Role},
    programmes::{self, HandOn, NewRound, Selection, SupervisorPart},
    text::Text,
};
use uuid::Uuid;

use crate::support::Stage;

const MEMO: &str = "Muistiomerkki-Kaislaranta";
const NOTE: &str = "Työmuistiinpanomerkki-Suopursu";

/// A round of the shipped service; gives its id.
async fn round(stage: &Stage) -> Uuid {
    let mut tx = stage.write().await;
    let text = programmes::shipped("keusote-coaching-pilot").unwrap();
    let county = stage.world.county;
    let published = programmes::publish(&mut tx, county, text, (None, None), stage.now()).await.unwrap();
    let new = NewRound {
        controller_id: county,
        programme_id: published.programme_id,
        blueprint_id: published.blueprint_id,
        name: Text::same("Syksy 2023"),
        opens_on: clock::day(stage.now()),
        closes_on: clock::day(stage.now()),
        places: 3,
        visits_per_package: 3,
        supervisor_part: SupervisorPart::IsTold,
        selection: Selection::Manual,
        offer_days: 7,
        hand_on: HandOn::Automatic,
        returns_unused: true,
    };
    let id = programmes::create_round(&mut tx, &new, stage.now()).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// Somebody has accepted a place in the round; the case is asked for `times` times.
async fn accept(stage: &Stage, round_id: Uuid, name: &'static str, times: usize) {
    let mut tx = stage.write().await;
    let application_id = ident::at(stage.now());
    tx.sql(
        "insert into application (id, round_id, controller_id, human_id, person_id, state, ticket, first_name, last_name, \
         sort_key, unit_name, service_area, title, education, started_at, saved_at, submitted_at) \
         values ($1, $2, $3, $4, $5, 'accepted', $6, $7, '', $8, '', '', '', 'secondary', $9, $9, $9)",
    )
    .bind(application_id)
    .bind(round_id)
    .bind(stage.world.county)
    .bind(stage.world.human(name))
    .bind(stage.world.person(name))
    .bind(ident::random().to_string())
    .bind(name.to_owned())
    .bind(vec![0_u8])
    .bind(stage.now())
    .execute()
    .await
    .unwrap();
    tx.sql(
        "insert into offer (id, application_id, round_id, visits, state, offered_at, answer_by) \
         values ($1, $2, $3, 3, 'accepted', $4, $5)",
    )
    .bind(ident::random())
    .bind(application_id)
    .bind(round_id)
    .bind(stage.now())
    .bind(clock::day(stage.now()))
    .execute()
    .await
    .unwrap();
    for _ in 0..times {
        let order = serde_json::json!({ "application_id": application_id });
        jobs::ask(&mut tx, "coaching.open_case", &order, stage.now()).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// Kirsi records a contract until the end of 2023 and Olli adds a coach to it.
async fn contract(stage: &Stage, coach: &str) {
    let provider = stage.world.provider.to_string();
    let mut kirsi = stage.actor("Kirsi").await;
    kirsi.see("/contracts/new").await;
    let fields = [
        ("name", "Valmennus 2023"),
        ("provider", provider.as_str()),
        ("starts_on", "1.9.2023"),
        ("ends_on", "31.12.2023"),
        ("packages", "2"),
        ("visits", "3"),
        ("returns_unused", "yes"),
        ("no_show_uses_visit", "yes"),
        ("requirements", "yes"),
    ];
    let page = kirsi.send_form("/contracts", &fields).await;
    assert!(page.contains("Sopimus on kirjattu") && page.contains("Polku Valmennus Oy"), "{page}");
    add_coach(stage, coach).await;
}

async fn add_coach(stage: &Stage, coach: &str) {
    let mut olli = stage.actor("Olli").await;
    olli.see("/assignments/coaches").await;
    let contract = olli.page.html().split("name=\"contract\" value=\"").nth(1).unwrap()[..36].to_owned();
    let address = format!("{}@example.invalid", coach.to_lowercase());
    let fields = [("name", coach), ("address", address.as_str()), ("contract", contract.as_str())];
    let page = olli.send_form("/assignments/coaches", &fields).await;
    assert!(page.contains("Valmentaja on lisätty"), "{page}");
}

/// Olli names the coach of the first case on his list.
async fn name_coach(stage: &Stage, coach: &str) {
    let mut olli = stage.actor("Olli").await;
    olli.see("/assignments").await;
    let case = olli
        .page
        .addresses()
        .into_iter()
        .find(|address| address.starts_with("/assignments/") && !address.ends_with("coaches"))
        .unwrap();
    olli.see(&case).await;
    let coach = stage.world.human(coach).to_string();
    let page = olli.send_form(&format!("{case}/coach"), &[("coach", &coach)]).await;
    assert!(page.contains("Valmentaja on nimetty"), "{page}");
}

/// Maija's case with Aino as her coach; gives its address for the coach.
async fn coached(stage: &Stage) -> String {
    let round = round(stage).await;
    contract(stage, "Aino").await;
    accept(stage, round, "Maija", 1).await;
    stage.letters().await;
    name_coach(stage, "Aino").await;
    stage.letters().await;
    let mut aino = stage.actor("Aino").await;
    aino.see("/people").await;
    aino.page.address("/cases/", "").unwrap()
}

/// Aino books a time directly; gives the meeting's address.
async fn book(stage: &Stage, case: &str, (day, time): (&str, &str)) -> String {
    let mut aino = stage.actor("Aino").await;
    aino.see(&format!("{case}/sessions/new")).await;
    let fields = [
        ("way", "place"),
        ("place", "Kirjastokatu 1"),
        ("minutes", "90"),
        ("whose_time", "work"),
        ("day1", day),
        ("time1", time),
        ("roster_seen", "yes"),
        ("how", "book"),
    ];
    let page = aino.send_form(&format!("{case}/sessions"), &fields).await;
    assert!(page.contains("Tapaaminen on sovittu"), "{page}");
    aino.page.address("/sessions/", "").unwrap()
}

fn calendars(letters: &[Letter]) -> Vec<(&str, &str, String)> {
    let of = |letter: &'_ Letter| {
        let text = letter.calendar.as_ref()?.text.replace("\r\n ", "");
        let line = |name: &str| text.lines().find(|line| line.starts_with(name)).unwrap_or_default().to_owned();
        Some(format!("{} {}", line("UID"), line("SEQUENCE")))
    };
    letters
        .iter()
        .filter_map(|letter| Some((letter.to.as_str(), letter.calendar.as_ref()?.method.as_str(), of(letter)?)))
        .collect()
}

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
    assert!(page.contains(MEMO) && page.contains("12.10.2023") && !page.contains(NOTE), "{page}");
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
    aino.see(&case).await;
    aino.send_form(&format!("{case}/completion"), &[]).await;
    stage_forget_hand_on(&stage, 2).await;
    stage.letters().await;
    let maija = stage.world.human("Maija");
    let keys = async || -> Vec<String> {
        let mut tx = stage.house().db.read().await.unwrap();
        let steps = urasilta::coaching::ready_steps(&mut tx, maija).await.unwrap();
        steps.into_iter().map(|step| step.step_key).collect()
    };
    assert!(keys().await.iter().any(|key| key == "after_career"), "{:?}", keys().await);
    assert!(!keys().await.iter().any(|key| key == "outcome_3"));
    let mut walker = stage.actor("Maija").await;
    walker.see(&format!("{case}/contact")).await;
    walker.send_form(&format!("{case}/contact"), &[("address", "maija@koti.example"), ("phone", "")]).await;
    stage.on("4.1.2024");
    let letters = stage.letters().await;
    assert_eq!(letters.iter().map(|letter| letter.to.as_str()).collect::<Vec<_>>(), ["maija@koti.example"]);
    assert!(keys().await.iter().any(|key| key == "outcome_3"));
    stage.on("4.10.2024");
    assert_eq!(stage.letters().await.len(), 2);
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

/// Takes the order to hand visits on from the queue, which the applications' slice does.
async fn stage_forget_hand_on(stage: &Stage, visits: i64) {
    let mut tx = stage.write().await;
    let orders: Vec<(String,)> = tx.sql("select payload from job where kind = 'intake.hand_on'").all().await.unwrap();
    let order: serde_json::Value = serde_json::from_str(&orders[0].0).unwrap();
    assert_eq!((orders.len(), order["visits"].as_i64()), (1, Some(visits)));
    tx.sql("delete from job where kind = 'intake.hand_on'").execute().await.unwrap();
    tx.commit().await.unwrap();
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
