//! Places: offered, refused, lapsed, handed on.
use urasilta::programmes::HandOn;

use super::support::{Terms, USUAL, apply, decide, open_round, subjects};
use crate::support::Stage;

#[tokio::test]
async fn a_refused_place_goes_to_the_first_on_the_reserve_list() {
    let stage = Stage::new().await;
    let round = open_round(&stage, USUAL).await;
    let maija = apply(&stage, round, "Maija").await;
    stage.later(chrono::Duration::minutes(5));
    let ville = apply(&stage, round, "Ville").await;
    subjects(&stage).await;
    decide(&stage, round).await;
    assert_eq!(subjects(&stage).await.len(), 2, "both are told");
    assert!(stage.actor("Ville").await.see(&ville).await.contains("Varasijalla 1"));
    let mut first = stage.actor("Maija").await;
    first.see(&format!("{maija}/offer")).await;
    let words = first.send_form(&format!("{maija}/refusal"), &[]).await;
    assert!(words.contains("Et ottanut paikkaa vastaan"), "{words}");
    stage.run_jobs().await;
    assert!(stage.actor("Ville").await.see(&ville).await.contains("Sinulle tarjotaan paikkaa"));
    subjects(&stage).await;
    stage.end().await;
}

#[tokio::test]
async fn an_offer_lapses_at_the_end_of_its_day_and_a_late_yes_gets_a_plain_answer() {
    let stage = Stage::new().await;
    let round = open_round(&stage, USUAL).await;
    let maija = apply(&stage, round, "Maija").await;
    stage.later(chrono::Duration::minutes(5));
    let ville = apply(&stage, round, "Ville").await;
    subjects(&stage).await;
    decide(&stage, round).await;
    subjects(&stage).await;
    // The page is opened ten minutes before midnight and sent five minutes after it.
    stage.on("9.10.2023");
    stage.later(chrono::Duration::minutes(14 * 60 + 50));
    let mut late = stage.actor("Maija").await;
    late.see(&format!("{maija}/offer")).await;
    stage.later(chrono::Duration::minutes(15));
    let words = late.send_form(&format!("{maija}/acceptance"), &[]).await;
    assert!(words.contains("Tarjouksen määräaika on päättynyt"), "{words}");
    stage.run_jobs().await;
    stage.run_jobs().await;
    assert!(stage.actor("Maija").await.see(&maija).await.contains("Tarjous ei ole enää voimassa"));
    assert!(stage.actor("Ville").await.see(&ville).await.contains("Sinulle tarjotaan paikkaa"));
    subjects(&stage).await;
    stage.end().await;
}

#[tokio::test]
async fn where_the_round_says_so_a_free_place_waits_for_the_coordinators_yes() {
    let stage = Stage::new().await;
    let round = open_round(&stage, Terms { hand_on: HandOn::Confirmed, ..USUAL }).await;
    let maija = apply(&stage, round, "Maija").await;
    stage.later(chrono::Duration::minutes(5));
    let ville = apply(&stage, round, "Ville").await;
    decide(&stage, round).await;
    let mut first = stage.actor("Maija").await;
    first.see(&format!("{maija}/offer")).await;
    first.send_form(&format!("{maija}/refusal"), &[]).await;
    subjects(&stage).await;
    assert!(stage.actor("Ville").await.see(&ville).await.contains("Olet varasijalla"));
    let mut kirsi = stage.actor("Kirsi").await;
    kirsi.see("/applications").await;
    let words = kirsi.send_form(&format!("/rounds/{round}/hand-on"), &[]).await;
    assert!(words.contains("Paikka tarjottiin"), "{words}");
    assert!(stage.actor("Ville").await.see(&ville).await.contains("Sinulle tarjotaan paikkaa"));
    subjects(&stage).await;
    stage.end().await;
}

#[tokio::test]
async fn the_list_is_sorted_as_finns_sort_and_filtered_in_a_few_queries() {
    let stage = Stage::new().await;
    let round = open_round(&stage, USUAL).await;
    for name in ["Ville", "Maija", "Sara", "Heikki"] {
        apply(&stage, round, name).await;
    }
    subjects(&stage).await;
    let mut kirsi = stage.actor("Kirsi").await;
    let words = kirsi.see("/applications").await;
    assert!(words.contains("työlista, ei tilasto"), "{words}");
    let places: Vec<usize> = ["Laakso Heikki", "Virtanen Maija", "Åkerlund Ville", "Öhman Sara"]
        .iter()
        .map(|name| words.find(name).unwrap_or_else(|| panic!("{name} in {words}")))
        .collect();
    assert!(places.is_sorted(), "{words}");
    let queries: u32 = kirsi.page.headers["x-queries"].to_str().unwrap().parse().unwrap();
    assert!(queries <= 6, "{queries} queries");
    let folded = |page: &str| page.contains("<details><summary>Rajaa listaa</summary>");
    assert!(folded(&kirsi.page.html()), "the list comes before the filters");
    let words = kirsi.see("/applications?name=vir&education=secondary").await;
    assert!(words.contains("2 rajausta käytössä") && !folded(&kirsi.page.html()), "{words}");
    let all = kirsi.page.address("/applications?round=", "").expect("a way back to the whole list");
    assert!(kirsi.see(&all).await.contains("Öhman Sara") && folded(&kirsi.page.html()));
    let words = kirsi.see("/applications?name=vir&education=secondary").await;
    assert!(words.contains("Virtanen Maija") && !words.contains("Öhman Sara"), "{words}");
    let words = kirsi.see("/applications?state=ineligible&order=arrival").await;
    assert!(words.contains("Laakso Heikki") && !words.contains("Virtanen Maija"), "{words}");
    stage.end().await;
}
