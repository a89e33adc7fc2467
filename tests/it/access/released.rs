//! The supervisor's pages are built from released items alone: words are planted wherever people write in a coaching of
//! three, and each appears before those alone for whom it is meant, on every page, file, letter, search and log line.
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

use urasilta::{
    coaching::three,
    mail::Letter,
    privacy::{self, Edge, Role},
};
use uuid::Uuid;

use super::{
    crawl::{crawl_as, is_html, route_of},
    twin,
};
use crate::{
    coaching::support::{add_coach, contract_page, name_coach},
    goals::{address, id},
    support::{Actor, Stage},
    three::support::{coached, confirmed},
};

/// A mark with those before whom it appears when all has been written and Eeva has taken Aino's place.
type Mark = (&'static str, &'static [&'static str]);

const MEMO: Mark = ("Aikamuistiomerkki-Kaisla", &["Maija"]);
const NOTE: Mark = ("Aikamuistiinpanomerkki-Suo", &[]);
const NEW_MEMO: Mark = ("Uusimuistiomerkki-Lumme", &["Maija", "Eeva"]);
const NEW_NOTE: Mark = ("Uusimuistiinpanomerkki-Raate", &["Eeva"]);
/// Before the joint discussion: her own, the coach's own that was shared and taken back, and the supervisor's own.
const THOUGHTS: Mark = ("Ajatusmerkki-Hilla", &["Maija"]);
const TAKEN_BACK: Mark = ("Takaisinmerkki-Karpalo", &[]);
const PEKKAS: Mark = ("Esihenkilömerkki-Puolukka", &["Pekka"]);
/// Shared in Aino's time, in the story of consent.
const SHARED_THOUGHTS: Mark = ("Jaettumerkki-Juolukka", &[]);
const BEFORE: Mark = ("Ennakkomerkki-Pajulintu", &["Maija"]);
/// Hers, and no page leads to it before the period is over.
const CLOSING: Mark = ("Loppumerkki-Punarinta", &[]);
const GOAL: Mark = ("Tavoitemerkki-Mänty", &["Maija", "Eeva", "Pekka"]);
const LEVEL: Mark = ("Tasomerkki-Kataja", &["Maija", "Eeva", "Pekka"]);
const DRAFT_GOAL: Mark = ("Luonnosmerkki-Koivu", &["Maija"]);
const PROPOSED: Mark = ("Ehdotusmerkki-Kanerva", &["Maija"]);
const REFUSED: Mark = ("Kieltomerkki-Sara", &["Maija"]);
const DROPPED: Mark = ("Jätettymerkki-Paju", &["Maija", "Eeva", "Pekka"]);
const REASON: Mark = ("Syymerkki-Haapa", &["Maija"]);
const RELEASED: Mark = ("Vapautusmerkki-Pihlaja", &["Maija", "Eeva", "Pekka"]);
const AGREED: Mark = ("Sovittumerkki-Tuomi", &["Maija", "Eeva", "Pekka"]);
const PEKKAS_OWN: Mark = ("Omaehdotusmerkki-Vaahtera", &["Maija", "Eeva", "Pekka"]);
/// Versions of what was agreed: of the first both parts were shared, of the second the aims alone; the third waits.
const AIMS: [Mark; 3] = [
    ("Päämäärämerkki-Kurki", &["Maija", "Eeva", "Pekka"]),
    ("Päämäärämerkki-Joutsen", &["Maija", "Eeva", "Pekka"]),
    ("Päämäärämerkki-Haikara", &["Maija", "Eeva"]),
];
const TIMES: [Mark; 3] = [
    ("Aikataulumerkki-Kuovi", &["Maija", "Eeva"]),
    ("Aikataulumerkki-Tiira", &["Maija", "Eeva"]),
    ("Aikataulumerkki-Lokki", &["Maija", "Eeva"]),
];
const ADDRESS: Mark = ("osoitemerkki.lokki@example.invalid", &["Maija"]);
const PLACE: Mark = ("Paikkamerkki 7", &["Maija", "Eeva"]);
const WHY: Mark = ("Perustelumerkki-Tikka", &["Maija", "Kirsi", "Arja"]);

/// Every mark.
fn marks() -> Vec<Mark> {
    let one = [
        MEMO,
        NOTE,
        NEW_MEMO,
        NEW_NOTE,
        THOUGHTS,
        TAKEN_BACK,
        PEKKAS,
        SHARED_THOUGHTS,
        BEFORE,
        CLOSING,
        GOAL,
        LEVEL,
        DRAFT_GOAL,
        PROPOSED,
        REFUSED,
        DROPPED,
        REASON,
        RELEASED,
        AGREED,
        PEKKAS_OWN,
        ADDRESS,
        PLACE,
        WHY,
    ];
    one.into_iter().chain(AIMS).chain(TIMES).collect()
}

/// What is not for this reader.
pub fn hidden_from(name: &str) -> Vec<&'static str> {
    marks().into_iter().filter(|(_, readers)| !readers.contains(&name)).map(|(mark, _)| mark).collect()
}

/// Sends the form of a page that is seen first.
async fn fill(actor: &mut Actor, (page, form): (&str, &str), fields: &[(&str, &str)]) -> String {
    actor.see(page).await;
    actor.send_form(form, fields).await
}

async fn propose(actor: &mut Actor, case: &str, (what, owner, due): (&str, &str, &str)) {
    let (page, form) = (format!("{case}/actions/new"), format!("{case}/actions"));
    fill(actor, (&page, &form), &[("what", what), ("owner", owner), ("due", due)]).await;
}

/// The address of the action with these words.
async fn action(actor: &mut Actor, case: &str, what: &str) -> String {
    actor.see(&format!("{case}/actions")).await;
    let html = actor.page.html();
    let row = html.split("<li class=\"row\">").find(|row| row.contains(what)).unwrap();
    row.split("href=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

/// Goals: one that Maija agrees to, one that stays a draft.
async fn goals(stage: &Stage, case: &str) {
    let mut aino = stage.actor("Aino").await;
    let (page, form) = (format!("{case}/goals/new"), format!("{case}/goals"));
    let levels = ["level0", "level1", "level2", "level3", "level4"].map(|name| (name, LEVEL.0));
    let goal = |words| [&levels[..], &[("goal", words), ("area", "competence"), ("weight", "2")]].concat();
    fill(&mut aino, (&page, &form), &goal(GOAL.0)).await;
    let mut maija = stage.actor("Maija").await;
    maija.see(&form).await;
    let agreement = format!("{form}/agreement");
    let shown = maija.page.form(&agreement, "").unwrap();
    let walker: &mut urasilta::walk::Walker = &mut maija;
    walker.send_form(&shown).await;
    fill(&mut aino, (&page, &form), &goal(DRAFT_GOAL.0)).await;
}

/// Actions in every state.
async fn actions(stage: &Stage, case: &str) {
    let (mut aino, mut maija, mut pekka) =
        (stage.actor("Aino").await, stage.actor("Maija").await, stage.actor("Pekka").await);
    propose(&mut aino, case, (REFUSED.0, "supervisor", "10.11.2023")).await;
    let refused = action(&mut maija, case, REFUSED.0).await;
    fill(&mut maija, (&refused, &format!("{refused}/refusal")), &[]).await;
    propose(&mut aino, case, (RELEASED.0, "supervisor", "11.11.2023")).await;
    let released = action(&mut maija, case, RELEASED.0).await;
    fill(&mut maija, (&released, &format!("{released}/release")), &[]).await;
    propose(&mut aino, case, (PROPOSED.0, "supervisor", "12.11.2023")).await;
    propose(&mut maija, case, (AGREED.0, "participant", "13.11.2023")).await;
    propose(&mut maija, case, (DROPPED.0, "participant", "14.11.2023")).await;
    let dropped = action(&mut maija, case, DROPPED.0).await;
    fill(&mut maija, (&dropped, &format!("{dropped}/drop")), &[("reason", REASON.0)]).await;
    propose(&mut pekka, case, (PEKKAS_OWN.0, "coach", "15.11.2023")).await;
    let own = action(&mut maija, case, PEKKAS_OWN.0).await;
    fill(&mut maija, (&own, &format!("{own}/release")), &[]).await;
}

/// Three versions: what the second leaves out is taken back, the third is not confirmed.
async fn versions(stage: &Stage, case: &str) {
    let (mut aino, mut maija) = (stage.actor("Aino").await, stage.actor("Maija").await);
    let (agreed, confirmation) = (format!("{case}/agreed"), format!("{case}/agreed/confirmation"));
    let shares: [&[&str]; 3] =
        [&["aims", "timetable", "ratings"], &["aims", "goals", "actions"], &["aims", "timetable"]];
    for (at, shares) in shares.into_iter().enumerate() {
        let shares: Vec<(&str, &str)> = shares.iter().map(|what| ("shares", *what)).collect();
        let noted =
            [&[("aims", AIMS[at].0), ("timetable", TIMES[at].0), ("ends_on", "31.1.2024")], &shares[..]].concat();
        fill(&mut aino, (&format!("{agreed}?note=1"), &agreed), &noted).await;
        if at < 2 {
            fill(&mut maija, (&confirmation, &confirmation), &shares).await;
        }
    }
}

/// Everything that people write in a coaching of three; gives its address and the letters.
pub async fn written(stage: &Stage) -> (String, Vec<Letter>) {
    let case = coached(stage).await;
    confirmed(stage, &case).await;
    let mut letters = stage.letters().await;
    let (mut aino, mut maija, mut pekka) =
        (stage.actor("Aino").await, stage.actor("Maija").await, stage.actor("Pekka").await);
    for (form, field, words) in [("memo", "memo", MEMO.0), ("note", "note", NOTE.0)] {
        fill(&mut aino, (&case, &format!("{case}/{form}")), &[(field, words)]).await;
    }
    let preparation = format!("{case}/preparation");
    let at = (preparation.as_str(), preparation.as_str());
    fill(&mut maija, at, &[("thoughts", THOUGHTS.0), ("how", "save")]).await;
    fill(&mut pekka, at, &[("thoughts", PEKKAS.0), ("how", "save")]).await;
    for how in ["share", "keep"] {
        fill(&mut aino, at, &[("thoughts", TAKEN_BACK.0), ("how", how)]).await;
    }
    goals(stage, &case).await;
    actions(stage, &case).await;
    versions(stage, &case).await;
    let contact = format!("{case}/contact");
    fill(&mut maija, (&contact, &contact), &[("address", ADDRESS.0)]).await;
    let meeting = [
        ("way", "place"),
        ("place", PLACE.0),
        ("minutes", "60"),
        ("whose_time", "work"),
        ("day1", "12.10.2023"),
        ("time1", "13.00"),
        ("roster_seen", "yes"),
        ("how", "book"),
    ];
    aino.see(&format!("{case}/sessions/new")).await;
    let step = crate::three::support::value_of(&aino.page.html(), "1. jakso: Tilanne");
    let meeting = [&meeting[..], &[("step", step.as_str())]].concat();
    assert!(aino.send_form(&format!("{case}/sessions"), &meeting).await.contains("Tapaaminen on sovittu"));
    maija.see("/path").await;
    let before = address(&maija, "/cases/", "/preparation");
    let answers = [("now", BEFORE.0), ("change", ""), ("content", "4"), ("how", "share")];
    fill(&mut maija, (&before, &before), &answers).await;
    let closing = before.replace("/preparation", "/closing");
    fill(&mut maija, (&closing, &closing), &[("clearer", CLOSING.0), ("next", ""), ("how", "share")]).await;
    letters.extend(stage.letters().await);
    (case, letters)
}

/// Eeva takes Aino's place and writes; Kirsi asks to open what Aino wrote, and it is not decided.
pub async fn next_coach(stage: &Stage, case: &str) -> Vec<Letter> {
    stage.later(chrono::Duration::days(1));
    let mut letters = stage.letters().await;
    add_coach(stage, "Eeva").await;
    name_coach(stage, "Eeva").await;
    let mut eeva = stage.actor("Eeva").await;
    for (form, field, words) in [("memo", "memo", NEW_MEMO.0), ("note", "note", NEW_NOTE.0)] {
        fill(&mut eeva, (case, &format!("{case}/{form}")), &[(field, words)]).await;
    }
    let mut kirsi = stage.actor("Kirsi").await;
    kirsi.see(&contract_page(stage).await).await;
    let ask = format!("{case}/earlier-request");
    fill(&mut kirsi, (&ask, &ask), &[("reason", WHY.0)]).await;
    letters.extend(stage.letters().await);
    letters
}

/// The marks that somebody comes upon who follows every link from the front page.
async fn found_by(stage: &Stage, name: &str) -> BTreeSet<&'static str> {
    let mut found = BTreeSet::new();
    for visit in crawl_as(stage, &mut stage.actor(name).await).await.visits {
        // One's own copy of everything is asked about apart.
        if visit.route == "/me/data/copy.zip" {
            continue;
        }
        let words = visit.page.html();
        let calendar = !is_html(&visit.page);
        for (mark, _) in marks().into_iter().filter(|(mark, _)| words.contains(mark)) {
            assert!(!calendar, "{name}: {mark} in {}", visit.address);
            found.insert(mark);
        }
    }
    found
}

/// Every id that has to do with the case.
async fn ids(stage: &Stage, case: &str) -> Vec<Uuid> {
    let mut tx = stage.write().await;
    let mut all = vec![id(case)];
    // Of many of one kind the first and the last.
    for sql in [
        "select id from case_session where case_id = $1",
        "select step_id from period_answer where case_id = $1",
        "select action_id from action_state where case_id = $1 and state in ('proposed', 'refused', 'dropped')",
        "select id from goal where case_id = $1",
        "select id from agreement where case_id = $1",
        "select id from coach_era where case_id = $1",
        "select id from era_request where case_id = $1",
        "select application_id from coaching_case where id = $1",
        "select round_id from coaching_case where id = $1",
        "select person_id from coaching_case where id = $1",
    ] {
        let found: Vec<(Uuid,)> = tx.sql(sql).bind(id(case)).all().await.unwrap();
        all.extend(found.first().into_iter().chain(found.last()).map(|(id,)| *id));
    }
    all.dedup();
    all
}

/// Every route of the house with every id of the case, read and sent to, and every list searched: what it answers.
async fn all_answers(stage: &Stage, name: &str, case: &str) -> String {
    let mut actor = stage.actor(name).await;
    actor.see("/me").await;
    let csrf = actor.page.hidden("/signout").unwrap_or_default();
    let routes: Vec<(String, String)> =
        stage.house().plan.access().map(|(method, path, _)| (method.to_owned(), path.to_owned())).collect();
    let ids = ids(stage, case).await;
    let mut all = String::new();
    for (method, route) in routes.iter().filter(|(_, route)| !["/signout", "/leave"].contains(&route.as_str())) {
        let open = route.matches('{').count();
        let mut addresses: Vec<String> = if open == 0 {
            // A search begins like a mark and is no mark: what is sent is shown again.
            let starts = ["merkki", "Ajatusmerkki-H", "Ehdotusmerkki-K", "Aikamuistiomerkki-K"];
            starts.iter().map(|start| format!("{route}?q={start}&search={start}&name={start}")).collect()
        } else {
            ids.iter().map(|id| filled(route, case, *id)).collect()
        };
        addresses.dedup();
        for address in addresses {
            assert!(open > 0 || route_of(&stage.house().plan, method, &address).is_some());
            if method == "GET" && route != "/me/data/copy.zip" {
                let page = actor.send("GET", &address, None).await;
                let _ = writeln!(all, "{address}: {}", page.html());
            } else if method == "POST" && open > 0 {
                actor.post(&address, &csrf).await;
                let _ = writeln!(all, "{address}: {}", actor.page.html());
            }
        }
    }
    all
}

/// The route with the case in the first place and the id in the last.
fn filled(route: &str, case: &str, last: Uuid) -> String {
    let open = route.matches('{').count();
    let mut at = 0;
    let parts = route.split('/').map(|part| {
        at += usize::from(part.starts_with('{'));
        match part.starts_with('{') {
            true if at == open => last.to_string(),
            true => id(case).to_string(),
            false => part.to_owned(),
        }
    });
    parts.collect::<Vec<_>>().join("/")
}

#[tokio::test]
async fn the_supervisor_comes_upon_released_words_alone_wherever_he_looks() {
    let stage = Stage::new().await;
    let (lines, listening) = twin::listen();
    let (case, mut letters) = written(&stage).await;
    letters.extend(next_coach(&stage, &case).await);
    let mut expected: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut found = expected.clone();
    for name in ["Maija", "Pekka", "Aino", "Eeva", "Kirsi", "Olli", "Arja", "Ville", "Tuula"] {
        let meant = marks().into_iter().filter(|(_, readers)| readers.contains(&name)).map(|(mark, _)| mark);
        expected.insert(name, meant.collect());
        found.insert(name, found_by(&stage, name).await);
    }
    assert_eq!(found, expected);
    let all = all_answers(&stage, "Pekka", &case).await;
    assert!(all.contains(RELEASED.0) && all.contains(PEKKAS.0), "what is his is there");
    for mark in hidden_from("Pekka") {
        let at = all.lines().find(|line| line.contains(mark));
        assert!(at.is_none(), "he comes upon {mark}: {}", at.unwrap_or_default());
    }
    letters.extend(stage.letters().await);
    assert!(letters.len() > 8 && letters.iter().any(|letter| letter.calendar.is_some()), "{}", letters.len());
    drop(listening);
    let (mailed, log) = (format!("{letters:?}").replace("\\r\\n ", ""), lines.text());
    assert!(log.contains("\"answered\"") && log.len() > 10_000, "{} bytes of log", log.len());
    for (mark, _) in marks() {
        assert!(!mailed.contains(mark) || mark == PLACE.0 || mark == ADDRESS.0, "{mark} is mailed: {mailed}");
        assert!(!log.contains(mark), "{mark} is logged");
    }
    for letter in letters.iter().filter(|letter| letter.to.starts_with("pekka")) {
        assert!(!format!("{letter:?}").contains(PLACE.0), "where the two meet: {letter:?}");
    }
    stage.end().await;
}

#[tokio::test]
async fn the_copy_of_ones_own_data_has_every_word_for_maija_and_for_pekka_his_own_alone() {
    let stage = Stage::new().await;
    let (case, _) = written(&stage).await;
    next_coach(&stage, &case).await;
    let all = |parts: Vec<(String, String)>| parts.into_iter().map(|(_, words)| words).collect::<String>();
    let hers = all(crate::rights::copy(&stage, "Maija").await);
    let own = [
        MEMO, NEW_MEMO, THOUGHTS, BEFORE, CLOSING, GOAL, LEVEL, DRAFT_GOAL, PROPOSED, REFUSED, DROPPED, REASON,
        RELEASED, AGREED, PEKKAS_OWN, ADDRESS,
    ];
    for (mark, _) in own.into_iter().chain(AIMS).chain(TIMES) {
        assert!(hers.contains(mark), "{mark} is not in her copy");
    }
    for (mark, _) in [NOTE, NEW_NOTE, TAKEN_BACK, PEKKAS] {
        assert!(!hers.contains(mark), "{mark} is another's own");
    }
    let his = all(crate::rights::copy(&stage, "Pekka").await);
    for (mark, _) in marks() {
        let own = [PEKKAS, PEKKAS_OWN].iter().any(|(own, _)| *own == mark);
        assert_eq!(his.contains(mark), own, "{mark} in the supervisor's copy");
    }
    assert!(!his.contains("Virtanen"), "of Maija not even the name");
    stage.letters().await;
    stage.end().await;
}

/// What Maija has shared and proposed in Aino's time opens to Eeva with her consent, and shuts again.
#[tokio::test]
async fn what_was_written_for_the_coach_before_opens_to_the_next_by_consent_and_shuts_again() {
    let stage = Stage::new().await;
    let (case, _) = written(&stage).await;
    let preparation = format!("{case}/preparation");
    let shared = [("thoughts", SHARED_THOUGHTS.0), ("how", "share")];
    fill(&mut stage.actor("Maija").await, (&preparation, &preparation), &shared).await;
    assert!(stage.actor("Aino").await.see(&format!("{case}/agreed")).await.contains(SHARED_THOUGHTS.0));
    next_coach(&stage, &case).await;
    let opens = BTreeSet::from([MEMO.0, SHARED_THOUGHTS.0, DRAFT_GOAL.0, PROPOSED.0, REFUSED.0, REASON.0]);
    let always: BTreeSet<&str> =
        marks().into_iter().filter(|(_, readers)| readers.contains(&"Eeva")).map(|(mark, _)| mark).collect();
    assert_eq!(found_by(&stage, "Eeva").await, always);
    let consent = format!("{case}/consent");
    for (answer, more) in [("yes", &opens), ("no", &BTreeSet::new())] {
        fill(&mut stage.actor("Maija").await, (&consent, &consent), &[("answer", answer)]).await;
        let expected: BTreeSet<&str> = always.union(more).copied().collect();
        assert_eq!(found_by(&stage, "Eeva").await, expected, "after {answer}");
    }
    // The answers around a period were given to Aino by name: Eeva reads them when Maija gives them to her.
    let mut maija = stage.actor("Maija").await;
    let mut tx = stage.write().await;
    let sql = "select step_id from period_answer where case_id = $1 and part = 'before'";
    let (step,): (Uuid,) = tx.sql(sql).bind(id(&case)).one().await.unwrap();
    drop(tx);
    let before = format!("{case}/steps/{step}/preparation");
    let mut eeva = stage.actor("Eeva").await;
    assert_eq!(eeva.status(&before).await, 404);
    assert!(!maija.see(&before).await.contains("Jaettu: Eeva"));
    maija.send_form(&before, &[("now", BEFORE.0), ("how", "share")]).await;
    assert!(eeva.see(&before).await.contains(BEFORE.0));
    stage.letters().await;
    stage.end().await;
}

#[tokio::test]
async fn another_supervisor_sees_nothing_of_what_the_one_before_was_told_until_maija_confirms_it_again() {
    let stage = Stage::new().await;
    let (case, _) = written(&stage).await;
    stage.later(chrono::Duration::days(1));
    let (ville, now) = (stage.world.human("Ville"), stage.now());
    let mut tx = stage.write().await;
    let seat = (stage.world.county, Role::Supervisor);
    privacy::give_seat(&mut tx, ville, seat, (now, Edge::open_end())).await.unwrap();
    let three = three::three_unseen(&mut tx, id(&case)).await.unwrap().unwrap();
    three::name_supervisor(&mut tx, &three, (ville, "Ville Korhonen"), (three.human_id, now)).await.unwrap();
    tx.commit().await.unwrap();
    for name in ["Ville", "Pekka"] {
        assert_eq!(found_by(&stage, name).await, BTreeSet::new(), "{name}");
    }
    let all = all_answers(&stage, "Ville", &case).await;
    assert!(marks().iter().all(|(mark, _)| !all.contains(mark)));
    let (agreed, confirmation) = (format!("{case}/agreed"), format!("{case}/agreed/confirmation"));
    let shares = [("shares", "aims"), ("shares", "actions")];
    let noted = [&[("aims", AIMS[2].0), ("timetable", TIMES[2].0)], &shares[..]].concat();
    fill(&mut stage.actor("Aino").await, (&format!("{agreed}?note=1"), &agreed), &noted).await;
    fill(&mut stage.actor("Maija").await, (&confirmation, &confirmation), &shares).await;
    // What is agreed is shared; what Pekka was asked and what he proposed was between the two.
    let shared = BTreeSet::from([AIMS[2].0, AGREED.0, DROPPED.0]);
    assert_eq!(found_by(&stage, "Ville").await, shared);
    assert_eq!(found_by(&stage, "Pekka").await, BTreeSet::new());
    stage.letters().await;
    stage.end().await;
}
