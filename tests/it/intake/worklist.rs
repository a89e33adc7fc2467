//! The coordinator's and the supervisor's part, and what comes back.
use serde_json::json;
use urasilta::{app, jobs, people, programmes::SupervisorPart};

use super::support::{Terms, USUAL, apply, decide, id_of, open_round, subjects};
use crate::support::Stage;

#[tokio::test]
async fn a_person_looks_again_and_says_why() {
    let stage = Stage::new().await;
    let round = open_round(&stage, USUAL).await;
    let own = apply(&stage, round, "Heikki").await;
    let mut heikki = stage.actor("Heikki").await;
    heikki.see(&own).await;
    heikki.send_form(&format!("{own}/another-look"), &[("look", "Teen osittain hoitotyötä.")]).await;
    let file = format!("/rounds/{round}/applications/{}", id_of(&own));
    let mut kirsi = stage.actor("Kirsi").await;
    let words = kirsi.see(&file).await;
    assert!(words.contains("Teen osittain hoitotyötä.") && words.contains("Hakija pyysi tarkistusta"), "{words}");
    let queries: u32 = kirsi.page.headers["x-queries"].to_str().unwrap().parse().unwrap();
    assert!(queries <= 6, "{queries} queries");
    let action = format!("{file}/check");
    kirsi.submit(&action, &[("outcome", "eligible")]).await;
    assert_eq!(kirsi.page.status.as_u16(), 422, "a reason is asked for");
    kirsi.send_form(&action, &[("outcome", "eligible"), ("reason", "Osa työstäsi on hoitotyötä.")]).await;
    let words = stage.actor("Heikki").await.see(&own).await;
    assert!(words.contains("Hakuehdot täyttyvät") && words.contains("Osa työstäsi on hoitotyötä."), "{words}");
    assert_eq!(stage.actor("Maija").await.status(&file).await, 404);
    subjects(&stage).await;
    stage.end().await;
}

#[tokio::test]
async fn the_supervisor_speaks_without_seeing_the_answers() {
    let stage = Stage::new().await;
    let mut tx = stage.write().await;
    people::set_unit_supervisor(&mut tx, stage.world.ward, Some(stage.world.person("Pekka"))).await.unwrap();
    tx.commit().await.unwrap();
    let round = open_round(&stage, Terms { part: SupervisorPart::Approves, ..USUAL }).await;
    let mut pekka = stage.actor("Pekka").await;
    assert!(pekka.see("/waiting").await.contains("Mikään ei odota sinua nyt"));
    let own = apply(&stage, round, "Maija").await;
    assert_eq!(subjects(&stage).await.len(), 2, "Maija's receipt and Pekka's letter");
    let words = pekka.see("/waiting").await;
    assert!(words.contains("Maija Virtanen") && words.contains("Odottaa kannanottoasi"), "{words}");
    let words = pekka.see(&format!("/waiting/{}", id_of(&own))).await;
    assert!(!words.contains("vahvuuteni"), "{words}");
    let action = format!("{own}/support");
    pekka.submit(&action, &[("support", "not_supported")]).await;
    assert_eq!(pekka.page.status.as_u16(), 422, "a reason is asked for");
    pekka.send_form(&action, &[("support", "supported"), ("words", "Hyvä aika.")]).await;
    assert!(stage.actor("Maija").await.see(&own).await.contains("Esihenkilösi puoltaa"));
    assert!(stage.actor("Kirsi").await.see("/applications").await.contains("Esihenkilö puoltaa"));
    stage.end().await;
}

#[tokio::test]
async fn returned_visits_are_handed_on_once_also_when_two_servers_run() {
    let stage = Stage::new().await;
    let round = open_round(&stage, USUAL).await;
    let first = apply(&stage, round, "Maija").await;
    stage.later(chrono::Duration::minutes(1));
    let second = apply(&stage, round, "Ville").await;
    stage.later(chrono::Duration::minutes(1));
    let third = apply(&stage, round, "Sara").await;
    decide(&stage, round).await;
    subjects(&stage).await;
    let mut tx = stage.write().await;
    jobs::ask(&mut tx, "intake.hand_on", &json!({ "round_id": round, "visits": 2 }), stage.now()).await.unwrap();
    tx.commit().await.unwrap();
    let (one, other) = tokio::join!(app::run_jobs(stage.house()), app::run_jobs(stage.house()));
    one.unwrap();
    other.unwrap();
    stage.later(chrono::Duration::minutes(2));
    stage.run_jobs().await;
    let words = stage.actor("Ville").await.see(&format!("{second}/offer")).await;
    assert!(words.contains("enintään 2 käyntiä"), "{words}");
    assert!(stage.actor("Sara").await.see(&third).await.contains("Varasijalla 1"));
    assert!(stage.actor("Maija").await.see(&first).await.contains("Sinulle tarjotaan paikkaa"));
    assert_eq!(subjects(&stage).await.len(), 1, "one offer, one letter");
    stage.end().await;
}

#[tokio::test]
async fn somebody_is_added_late_with_a_reason() {
    let stage = Stage::new().await;
    let round = open_round(&stage, USUAL).await;
    stage.on("25.10.2023");
    let page = format!("/rounds/{round}/late");
    let mut kirsi = stage.actor("Kirsi").await;
    kirsi.see(&page).await;
    kirsi.submit(&page, &[("address", "nobody@example.invalid"), ("reason", "Oli lomalla.")]).await;
    assert_eq!(kirsi.page.status.as_u16(), 422);
    let words = kirsi.send_form(&page, &[("address", "maija@example.invalid"), ("reason", "Oli lomalla.")]).await;
    assert!(words.contains("Maija Virtanen") && words.contains("Oli lomalla."), "{words}");
    kirsi.see(&page).await;
    kirsi.submit(&page, &[("address", "maija@example.invalid"), ("reason", "Oli lomalla.")]).await;
    assert_eq!(kirsi.page.status.as_u16(), 422, "twice the same person");
    assert!(kirsi.page.html().contains("Oli lomalla."), "the words are kept: {}", kirsi.page.words());
    assert!(kirsi.see("/applications").await.contains("Lisätty myöhässä"));
    subjects(&stage).await;
    stage.end().await;
}

#[tokio::test]
async fn a_supervisor_who_is_told_hears_of_an_accepted_place_and_never_of_a_wish() {
    let stage = Stage::new().await;
    let mut tx = stage.write().await;
    people::set_unit_supervisor(&mut tx, stage.world.ward, Some(stage.world.person("Pekka"))).await.unwrap();
    tx.commit().await.unwrap();
    let round = open_round(&stage, Terms { part: SupervisorPart::IsTold, ..USUAL }).await;
    let service = stage.visitor().see(&format!("/services/{round}")).await;
    assert!(service.contains("Esihenkilösi saa tiedon vasta, kun otat paikan vastaan."), "{service}");
    let maija = apply(&stage, round, "Maija").await;
    stage.later(chrono::Duration::minutes(1));
    let ville = apply(&stage, round, "Ville").await;
    assert_eq!(subjects(&stage).await.len(), 2, "the applicants' receipts, and nothing to Pekka");
    decide(&stage, round).await;
    subjects(&stage).await;
    let mut pekka = stage.actor("Pekka").await;
    assert!(pekka.see("/waiting").await.contains("Mikään ei odota sinua nyt"));
    for own in [&maija, &ville] {
        assert_eq!(pekka.status(&format!("/waiting/{}", id_of(own))).await, 404, "a wish is the applicant's own");
    }
    let mut accepting = stage.actor("Maija").await;
    let offer = accepting.see(&format!("{maija}/offer")).await;
    assert!(offer.contains("Kun otat paikan vastaan, esihenkilösi saa tiedon siitä."), "{offer}");
    accepting.send_form(&format!("{maija}/acceptance"), &[]).await;
    let letters = subjects(&stage).await;
    assert!(letters.iter().any(|letter| letter == "pekka@example.invalid: Sinulle on uusi tieto"), "{letters:?}");
    let words = pekka.see("/waiting").await;
    assert!(words.contains("Maija Virtanen") && !words.contains("Åkerlund"), "{words}");
    let words = pekka.see(&format!("/waiting/{}", id_of(&maija))).await;
    assert!(words.contains("ottanut vastaan paikan") && !words.contains("vahvuuteni"), "{words}");
    assert_eq!(pekka.status(&format!("/waiting/{}", id_of(&ville))).await, 404);
    stage.end().await;
}
