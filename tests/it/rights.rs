//! What people may ask of their own data, and how long it is kept.
use std::io::{Cursor, Read};

use urasilta::{app, privacy::vault::VaultError};
use uuid::Uuid;

use crate::{
    coaching::support::{accept, book, coached, ended, round_page},
    support::Stage,
};

const MEMO: &str = "Muistiomerkki-Kaislaranta";
const NOTE: &str = "Työmuistiinpanomerkki-Suopursu";
const OTHERS: [&str; 3] = ["Villenmuistio-Tervaleppä", "Villenvastaus-Rantakäärme", "Åkerlund"];

/// Maija's coaching with memo and working note, ended on 4 October 2023; gives its address for the coach.
async fn done(stage: &Stage) -> String {
    let case = coached(stage).await;
    let meeting = book(stage, &case, ("3.10.2023", "13.00")).await;
    stage.on("4.10.2023");
    let mut aino = stage.actor("Aino").await;
    aino.see(&meeting).await;
    aino.send_form(&format!("{meeting}/held"), &[]).await;
    for (form, field, words) in [("memo", "memo", MEMO), ("note", "note", NOTE)] {
        aino.see(&case).await;
        aino.send_form(&format!("{case}/{form}"), &[(field, words)]).await;
    }
    ended(stage, &case).await;
    case
}

fn id_of(case: &str) -> Uuid {
    case.rsplit('/').next().unwrap().parse().unwrap()
}

/// Maija answers the question of three months by its link.
async fn answer_after_three_months(stage: &Stage) {
    stage.on("4.1.2024");
    let letters = stage.letters().await;
    let at = letters[0].text.find("/o/").unwrap();
    let link = letters[0].text[at..].split_whitespace().next().unwrap();
    let mut somebody = stage.visitor();
    somebody.see(link).await;
    somebody.send_form(link, &[("outcome", "studies")]).await;
}

/// The daily look on a day, with everything that has come due until then.
async fn look(stage: &Stage, day: &str) {
    stage.on(day);
    app::ask_daily(stage.house()).await.unwrap();
    stage.letters().await;
}

/// Kirsi says yes to every list; gives the words of the page afterwards.
async fn approve_all(stage: &Stage) -> String {
    let mut kirsi = stage.actor("Kirsi").await;
    kirsi.see("/retention").await;
    while let Some(form) = kirsi.page.form("/retention/", "/approval") {
        kirsi.send_form(&form.action, &[]).await;
        stage.run_jobs().await;
        kirsi.see("/retention").await;
    }
    kirsi.page.words()
}

/// The files of a packed copy.
fn unpack(bytes: &[u8]) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|at| {
            let mut file = zip.by_index(at).unwrap();
            let mut words = String::new();
            file.read_to_string(&mut words).unwrap();
            (file.name().unwrap().into_owned(), words)
        })
        .collect()
}

pub async fn copy(stage: &Stage, name: &str) -> Vec<(String, String)> {
    let mut actor = stage.actor(name).await;
    actor.see("/me").await;
    actor.see("/me/data").await;
    let file = actor.send("GET", "/me/data/copy.zip", None).await;
    assert_eq!(file.status.as_u16(), 200);
    unpack(&file.bytes)
}

#[tokio::test]
async fn what_is_past_its_time_is_listed_approved_and_erased_for_good() {
    let stage = Stage::new().await;
    let case = done(&stage).await;
    let (memo, id) = (format!("{case}/memo"), id_of(&case));
    look(&stage, "3.10.2025").await;
    let mut arja = stage.actor("Arja").await;
    assert!(arja.see("/system/retention").await.matches("hävitettäisiin 1").count() == 1, "her application alone");
    look(&stage, "4.10.2025").await;
    let mut arja = stage.actor("Arja").await;
    let page = arja.see("/system/retention").await;
    assert!(
        page.matches("hävitettäisiin 1").count() == 2 && page.contains("Odottaa koordinaattorin hyväksyntää"),
        "{page}"
    );
    assert!(!page.contains("Maija"), "counts alone");
    let mut maija = stage.actor("Maija").await;
    assert!(maija.see(&memo).await.contains(MEMO), "listed is not erased");
    let mut tx = stage.write().await;
    let backup: (i32, Vec<u8>) =
        tx.sql("select generation, wrapped from vault_key where subject_id = $1").bind(id).one().await.unwrap();
    let sealed: Vec<(Vec<u8>,)> =
        tx.sql("select sealed from note where case_id = $1 order by kind").bind(id).all().await.unwrap();
    drop(tx);
    let mut kirsi = stage.actor("Kirsi").await;
    let page = kirsi.see("/retention").await;
    assert!(page.contains("Valmennuksen sisältö") && page.contains("vanhin päättynyt 4.10.2023"), "{page}");
    let page = approve_all(&stage).await;
    assert!(page.contains("hävitetty 1"), "{page}");
    assert!(!maija.see(&memo).await.contains(MEMO));
    assert_eq!(maija.see("/path").await.matches("Hei Maija").count(), 1, "her path is there");
    // Half a day and a day later the ring has turned: yesterday's backup does not help.
    for _ in 0..2 {
        stage.house().vault.turn(&stage.house().db).await.unwrap();
    }
    let mut tx = stage.write().await;
    tx.sql("insert into vault_key (subject_id, generation, wrapped) values ($1, $2, $3)")
        .bind(id)
        .bind(backup.0)
        .bind(backup.1)
        .execute()
        .await
        .unwrap();
    for (words,) in &sealed {
        let opened = stage.house().vault.open(&mut tx, id, words).await;
        assert!(matches!(opened, Err(VaultError::NoGeneration(_))), "{opened:?}");
    }
    assert_eq!(sealed.len(), 2, "memo and working note");
    drop(tx);
    stage.end().await;
}

#[tokio::test]
async fn a_year_later_the_numbers_are_nobodys_any_more() {
    let stage = Stage::new().await;
    let id = id_of(&done(&stage).await);
    answer_after_three_months(&stage).await;
    look(&stage, "5.10.2026").await;
    approve_all(&stage).await;
    let mut tx = stage.write().await;
    for (table, tied) in [
        ("outcome", "select count(*) from outcome where case_id = $1"),
        ("follow_up", "select count(*) from follow_up where case_id = $1"),
        ("ask_link", "select count(*) from ask_link where case_id = $1"),
    ] {
        let (n,): (i64,) = tx.sql(tied).bind(id).one().await.unwrap();
        assert_eq!(n, 0, "{table} names her no more");
    }
    let (kept,): (i64,) = tx.sql("select count(*) from outcome where kind = 'studies'").one().await.unwrap();
    assert_eq!(kept, 1, "the number stays");
    drop(tx);
    look(&stage, "6.10.2026").await;
    let mut kirsi = stage.actor("Kirsi").await;
    kirsi.see("/retention").await;
    assert!(kirsi.page.form("/retention/", "/approval").is_none());
    stage.end().await;
}

#[tokio::test]
async fn a_hold_stops_erasing_until_it_is_lifted() {
    let stage = Stage::new().await;
    let case = done(&stage).await;
    look(&stage, "4.10.2025").await;
    let mut kirsi = stage.actor("Kirsi").await;
    kirsi.see("/retention").await;
    kirsi.submit("/retention/holds", &[("number", "9999"), ("reason", "legal_claim")]).await;
    assert_eq!(kirsi.page.status.as_u16(), 422);
    let yes = kirsi.page.form("/retention/", "/approval").unwrap().action;
    // Kirsi opens the list; another places a hold before she says yes.
    let mut other = stage.actor("Kirsi").await;
    other.see("/retention").await;
    let page = other.send_form("/retention/holds", &[("number", "0001"), ("reason", "legal_claim")]).await;
    assert!(page.contains("Esto on asetettu") && page.contains("Maija Virtanen"), "{page}");
    kirsi.send_form(&yes, &[]).await;
    stage.run_jobs().await;
    let mut maija = stage.actor("Maija").await;
    assert!(maija.see(&format!("{case}/memo")).await.contains(MEMO));
    assert!(kirsi.see("/retention").await.contains("pidossa 1"));
    let lift = kirsi.page.form("/retention/holds/", "/lift").unwrap().action;
    kirsi.send_form(&lift, &[]).await;
    look(&stage, "5.10.2025").await;
    approve_all(&stage).await;
    let mut maija = stage.actor("Maija").await;
    assert!(!maija.see(&format!("{case}/memo")).await.contains(MEMO));
    stage.end().await;
}

/// Ville's application and memo, with words that are his alone.
async fn ville_is_coached_too(stage: &Stage) {
    let round: Uuid = round_page(stage).await.rsplit('/').next().unwrap().parse().unwrap();
    accept(stage, round, "Ville", 1).await;
    stage.letters().await;
    let mut tx = stage.write().await;
    let (ville,): (Uuid,) = tx
        .sql("select id from coaching_case where human_id = $1")
        .bind(stage.world.human("Ville"))
        .one()
        .await
        .unwrap();
    let sealed = stage.house().vault.seal(&mut tx, ville, OTHERS[0]).await.unwrap();
    tx.sql(
        "insert into note (case_id, kind, owner_id, author_id, sealed, saved_at) values ($1, 'memo', $2, $2, $3, $4)",
    )
    .bind(ville)
    .bind(stage.world.human("Ville"))
    .bind(sealed)
    .bind(stage.now())
    .execute()
    .await
    .unwrap();
    tx.sql("update application set support_words = $2 where human_id = $1")
        .bind(stage.world.human("Ville"))
        .bind(OTHERS[1])
        .execute()
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn maija_takes_home_everything_of_her_own_and_nothing_of_others() {
    let stage = Stage::new().await;
    done(&stage).await;
    ville_is_coached_too(&stage).await;
    let files = copy(&stage, "Maija").await;
    assert_eq!(files.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["tiedot.html", "tiedot.json"]);
    for (name, words) in &files {
        for own in [MEMO, "Maija", "lähihoitaja", "maija@koti.example", "Aino Laine", "Kirjastokatu 1"] {
            assert!(words.contains(own), "{own} is missing in {name}: {words}");
        }
        for other in OTHERS.into_iter().chain([NOTE]) {
            assert!(!words.contains(other), "{other} is in {name}");
        }
    }
    assert!(files[0].1.contains("Työmuistiinpano") || files[0].1.contains("työmuistiinpano ei ole mukana"));
    let json: serde_json::Value = serde_json::from_str(&files[1].1).unwrap();
    assert_eq!(json["working_note_left_out"], true);
    let kinds: Vec<&str> = json["papers"].as_array().unwrap().iter().filter_map(|one| one["kind"].as_str()).collect();
    for kind in ["account", "person", "employment", "application", "coaching", "meeting", "memo", "view"] {
        assert!(kinds.contains(&kind), "{kind}: {kinds:?}");
    }
    let villes = copy(&stage, "Ville").await;
    assert!(villes[0].1.contains(OTHERS[0]) && !villes[0].1.contains(MEMO), "each their own");
    // The organisation decides to give the working note, from a day on.
    let mut kirsi = stage.actor("Kirsi").await;
    kirsi.see("/retention").await;
    let page = kirsi.send_form("/retention/policy", &[("gives", "yes"), ("from_on", "10.10.2023")]).await;
    assert!(page.contains("Päätös on tallennettu"), "{page}");
    assert!(!copy(&stage, "Maija").await[0].1.contains(NOTE), "not before its day");
    stage.on("10.10.2023");
    assert!(copy(&stage, "Maija").await[0].1.contains(NOTE));
    assert!(!copy(&stage, "Ville").await[0].1.contains(NOTE));
    stage.end().await;
}

#[tokio::test]
async fn a_request_shows_its_due_day_and_is_answered_and_erases() {
    let stage = Stage::new().await;
    let case = done(&stage).await;
    let mut maija = stage.actor("Maija").await;
    maija.see("/me/data").await;
    let county = stage.world.county.to_string();
    maija.submit("/me/requests", &[("kind", "erasure"), ("organisation", &county)]).await;
    assert_eq!(maija.page.status.as_u16(), 422, "it needs words");
    let words = "Poistakaa muistioni, Pihlajanmarja";
    let fields = [("kind", "erasure"), ("words", words), ("organisation", county.as_str())];
    let page = maija.send_form("/me/requests", &fields).await;
    assert!(page.contains("Lähetetty 4.10.2023, vastaus viimeistään 4.11.2023"), "{page}");
    let told = stage.letters().await;
    assert!(told.iter().any(|letter| letter.to == "kirsi@example.invalid" && !letter.text.contains("Maija")));
    let mut kirsi = stage.actor("Kirsi").await;
    kirsi.see("/staff").await;
    assert!(kirsi.page.address("/retention", "").is_some());
    assert!(kirsi.see("/retention").await.contains("vastaus viimeistään 4.11.2023"));
    let request = kirsi.page.address("/requests/", "").unwrap();
    for other in ["Olli", "Aino", "Pekka", "Arja", "Ville"] {
        assert_eq!(stage.actor(other).await.status(&request).await, 404, "{other}");
    }
    assert!(kirsi.see(&request).await.contains("Pihlajanmarja"));
    let answer = format!("{request}/answer");
    kirsi.send_form(&answer, &[("answer", "Sisällöt on hävitetty."), ("how", "erase")]).await;
    let told = stage.letters().await;
    assert!(told.iter().any(|letter| letter.to == "maija@example.invalid" && !letter.text.contains("hävitetty")));
    assert!(maija.see("/me/data").await.contains("Sisällöt on hävitetty."));
    assert!(!maija.see(&format!("{case}/memo")).await.contains(MEMO));
    let mut tx = stage.write().await;
    let (keys,): (i64,) =
        tx.sql("select count(*) from vault_key where subject_id = $1").bind(id_of(&case)).one().await.unwrap();
    assert_eq!(keys, 0);
    drop(tx);
    stage.end().await;
}
