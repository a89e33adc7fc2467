//! Applying.
use super::support::{USUAL, apply, open_round, subjects};
use crate::support::Stage;

#[tokio::test]
async fn maija_applies_question_by_question_and_sees_where_it_stands() {
    let stage = Stage::new().await;
    let round = open_round(&stage, USUAL).await;
    let mut maija = stage.actor("Maija").await;
    let words = maija.see(&format!("/services/{round}/apply")).await;
    assert!(words.contains("Esihenkilöllesi ei kerrota hakemuksesta."), "{words}");
    maija.send_form(&format!("/services/{round}/apply"), &[]).await;
    assert!(maija.page.words().contains("Kysymys 1 / 4"), "{}", maija.page.words());
    let own = maija.page.path.split("/steps/").next().unwrap().to_owned();
    maija.submit(&format!("{own}/steps/expectations"), &[]).await;
    assert_eq!(maija.page.status.as_u16(), 422, "the ranking is asked for");
    maija.send_form(&format!("{own}/steps/expectations"), &[("expectations-strengths", "1")]).await;
    // The link brings her back later, with the answer kept.
    let mut later = stage.actor("Maija").await;
    assert!(later.see(&own).await.contains("Hakemus on kesken"));
    let check = later.see(&format!("{own}/check")).await;
    assert!(check.contains("1. Tunnistan omat vahvuuteni"), "{check}");
    later.see(&format!("{own}/steps/situation?from=check")).await;
    later.send_form(&format!("{own}/steps/situation"), &[("situation", "Yksikkömme yhdistyy.")]).await;
    assert!(later.page.words().contains("Yksikkömme yhdistyy."), "changing leads back to the answers");
    let words = later.send_form(&format!("{own}/submission"), &[]).await;
    assert!(words.contains("Hakuehdot täyttyvät"), "{words}");
    let letters = stage.letters().await;
    assert_eq!(letters[0].subject, "Hakemuksesi on saapunut");
    assert!(!letters[0].text.contains("valmennu"), "a letter carries no content: {}", letters[0].text);
    assert_eq!(stage.actor("Ville").await.status(&own).await, 404, "another person's application does not exist");
    stage.end().await;
}

#[tokio::test]
async fn who_is_outside_the_terms_is_told_why_and_a_person_looks_again() {
    let stage = Stage::new().await;
    let round = open_round(&stage, USUAL).await;
    let own = apply(&stage, round, "Heikki").await;
    let mut heikki = stage.actor("Heikki").await;
    let words = heikki.see(&own).await;
    assert!(words.contains("Hakuehdot eivät täyty") && words.contains("ei koske lääkäreitä"), "{words}");
    heikki.submit(&format!("{own}/another-look"), &[("look", " ")]).await;
    assert_eq!(heikki.page.status.as_u16(), 422);
    let words = heikki.send_form(&format!("{own}/another-look"), &[("look", "Teen osittain hoitotyötä.")]).await;
    assert!(words.contains("Ihminen tarkistaa hakemuksesi"), "{words}");
    subjects(&stage).await;
    stage.end().await;
}

#[tokio::test]
async fn outside_the_time_and_outside_the_staff_the_page_says_so() {
    let stage = Stage::new().await;
    let round = open_round(&stage, USUAL).await;
    let apply_page = format!("/services/{round}/apply");
    let words = stage.actor("Aino").await.see(&apply_page).await;
    assert!(words.contains("eikä henkilöstörekisterissä"), "{words}");
    let mut maija = stage.actor("Maija").await;
    maija.see(&apply_page).await;
    stage.on("21.10.2023");
    maija = stage.actor("Maija").await;
    assert!(maija.see(&apply_page).await.contains("Hakuaika ei ole nyt käynnissä"));
    stage.end().await;
}

#[tokio::test]
async fn a_withdrawn_application_can_be_made_again_and_an_old_form_is_refused() {
    let stage = Stage::new().await;
    let round = open_round(&stage, USUAL).await;
    let own = apply(&stage, round, "Maija").await;
    let mut old_tab = stage.actor("Maija").await;
    old_tab.see(&own).await;
    let mut maija = stage.actor("Maija").await;
    maija.see(&own).await;
    let words = maija.send_form(&format!("{own}/withdrawal"), &[]).await;
    assert!(words.contains("Peruit hakemuksen"), "{words}");
    old_tab.submit(&format!("{own}/withdrawal"), &[]).await;
    assert_eq!(old_tab.page.status.as_u16(), 409, "an out-of-date form");
    let again = apply(&stage, round, "Maija").await;
    assert_ne!(again, own);
    subjects(&stage).await;
    stage.end().await;
}
