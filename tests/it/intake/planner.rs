//! The coordinator's first screen.
use urasilta::programmes::HandOn;

use super::support::{Terms, USUAL, apply, decide, open_round, subjects};
use crate::support::Stage;

#[tokio::test]
async fn the_first_screen_says_what_to_do_now_and_what_is_ahead() {
    let stage = Stage::new().await;
    let mut kirsi = stage.actor("Kirsi").await;
    let words = kirsi.see("/").await;
    assert!(words.contains("Mitä teen nyt?") && words.contains("Kierroksia ei ole"), "{words}");
    let round = open_round(&stage, Terms { hand_on: HandOn::Confirmed, ..USUAL }).await;
    let words = kirsi.see("/").await;
    assert!(words.contains("Mikään ei odota sinua juuri nyt"), "{words}");
    assert!(words.contains("20.10.2023 Viimeinen hakupäivä") && words.contains("yksi paikka vapaana"), "{words}");
    let maija = apply(&stage, round, "Maija").await;
    stage.later(chrono::Duration::minutes(1));
    apply(&stage, round, "Ville").await;
    let mut heikki = stage.actor("Heikki").await;
    let own = apply(&stage, round, "Heikki").await;
    heikki.see(&own).await;
    heikki.send_form(&format!("{own}/another-look"), &[("look", "Teen osittain hoitotyötä.")]).await;
    assert!(kirsi.see("/").await.contains("Yksi hakemus odottaa tarkistusta"), "{}", kirsi.page.words());
    stage.on("23.10.2023");
    kirsi = stage.actor("Kirsi").await;
    let words = kirsi.see("/planner").await;
    assert!(words.contains("Hakuaika päättyi 20.10.2023") && words.contains("2 hakijaa odottaa ehdotusta"), "{words}");
    let queries: u32 = kirsi.page.headers["x-queries"].to_str().unwrap().parse().unwrap();
    assert!(queries <= 6, "{queries} queries");
    // The button leads to where it is done.
    kirsi.see(&format!("/applications?round={round}&state=eligible")).await;
    kirsi.send_form(&format!("/rounds/{round}/proposals-by-policy"), &[]).await;
    assert!(kirsi.see("/planner").await.contains("2 päätöstä odottaa julkaisemista"), "{}", kirsi.page.words());
    decide(&stage, round).await;
    let words = kirsi.see("/planner").await;
    assert!(words.contains("30.10.2023 Paikkatarjouksen viimeinen vastauspäivä"), "{words}");
    assert!(words.contains("varasijalla yksi"), "{words}");
    let mut refusing = stage.actor("Maija").await;
    refusing.see(&format!("{maija}/offer")).await;
    refusing.send_form(&format!("{maija}/refusal"), &[]).await;
    subjects(&stage).await;
    let words = kirsi.see("/planner").await;
    assert!(words.contains("Paikka on vapaana, ja varasijalla on hakijoita."), "{words}");
    assert!(!words.contains("Virtanen"), "numbers and days, no names");
    assert_eq!(stage.actor("Pekka").await.status("/planner").await, 404);
    stage.end().await;
}
