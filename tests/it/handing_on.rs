//! From an accepted place to a broken-off coaching, and on to the next in line, who gets the visits that came back.
use crate::{
    coaching::support::{book, contract, name_coach},
    intake::support::{USUAL, apply, decide, open_round},
    support::Stage,
};

/// Somebody takes the place that is offered.
async fn accept(stage: &Stage, name: &str, own: &str) -> String {
    let mut one = stage.actor(name).await;
    let first = one.see("/path").await;
    assert!(first.contains("Sinulle tarjotaan paikkaa"), "the offer is the next thing to do: {first}");
    one.see(&format!("{own}/offer")).await;
    let words = one.page.words();
    assert!(one.send_form(&format!("{own}/acceptance"), &[]).await.contains("Otit paikan vastaan"));
    words
}

#[tokio::test]
async fn a_coaching_that_breaks_off_gives_its_unused_visits_to_the_next_in_line() {
    let stage = Stage::new().await;
    let round = open_round(&stage, USUAL).await;
    contract(&stage, "Aino").await;
    let maija = apply(&stage, round, "Maija").await;
    stage.later(chrono::Duration::minutes(5));
    let ville = apply(&stage, round, "Ville").await;
    stage.letters().await;
    decide(&stage, round).await;
    stage.letters().await;
    assert!(accept(&stage, "Maija", &maija).await.contains("enintään 3 käyntiä"));
    stage.letters().await;
    name_coach(&stage, "Aino").await;
    stage.letters().await;

    let mut aino = stage.actor("Aino").await;
    aino.see("/people").await;
    let case = aino.page.address("/cases/", "").unwrap();
    let meeting = book(&stage, &case, ("12.10.2023", "13.00")).await;
    stage.letters().await;
    stage.on("13.10.2023");
    let mut aino = stage.actor("Aino").await;
    aino.see(&meeting).await;
    aino.send_form(&format!("{meeting}/held"), &[]).await;
    assert!(stage.actor("Ville").await.see(&ville).await.contains("Varasijalla 1"), "nothing has come back yet");

    let mut one = stage.actor("Maija").await;
    one.see(&format!("{case}/interruption")).await;
    let words = one.send_form(&format!("{case}/interruption"), &[("reason", "new_work")]).await;
    assert!(words.contains("Valmennus on keskeytetty"), "{words}");
    let told: Vec<String> = stage.letters().await.into_iter().map(|letter| letter.to).collect();
    assert!(told.contains(&"ville@example.invalid".to_owned()), "{told:?}");

    assert!(accept(&stage, "Ville", &ville).await.contains("enintään 2 käyntiä"), "what Maija did not use");
    stage.letters().await;
    let list = stage.actor("Olli").await.see("/assignments").await;
    assert!(list.contains("0 / 2 käyntiä käytetty") && list.contains("3 / 6 käyntiä annettu"), "{list}");
    assert!(!list.contains("uusi työ") && !list.contains("Uusi työ"), "the reason is not the provider's: {list}");
    stage.end().await;
}
