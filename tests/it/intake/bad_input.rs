//! What goes wrong at a browser: a deadline that passes, a double click, the back button, an old page, a shared computer.
use chrono::Duration;

use super::support::{USUAL, apply, open_round, subjects};
use crate::support::{Actor, Stage};

/// Answers every question up to the page where the answers are checked; gives the application's address.
async fn written(actor: &mut Actor, round: uuid::Uuid) -> String {
    actor.see(&format!("/services/{round}/apply")).await;
    actor.send_form(&format!("/services/{round}/apply"), &[]).await;
    let own = actor.page.path.split("/steps/").next().unwrap().to_owned();
    actor.send_form(&format!("{own}/steps/expectations"), &[("expectations-strengths", "1")]).await;
    own
}

#[tokio::test]
async fn when_the_time_to_apply_ends_under_an_open_page_the_answers_are_kept_and_the_page_says_so() {
    let stage = Stage::new().await;
    let round = open_round(&stage, USUAL).await;
    stage.on("20.10.2023");
    stage.later(Duration::minutes(14 * 60 + 50));
    let mut maija = stage.actor("Maija").await;
    let own = written(&mut maija, round).await;
    maija.see(&format!("{own}/steps/situation")).await;
    stage.later(Duration::minutes(15));
    maija.send_form(&format!("{own}/steps/situation"), &[("situation", "Yksikkömme yhdistyy.")]).await;
    maija.see(&format!("{own}/check")).await;
    maija.submit(&format!("{own}/submission"), &[]).await;
    assert_eq!(maija.page.status.as_u16(), 409);
    let words = maija.page.words();
    assert!(words.contains("Hakuaika ei ole käynnissä. Vastauksesi ovat tallessa."), "{words}");
    assert!(maija.page.addresses().contains(&format!("{own}/check")), "a way back");
    assert!(maija.see(&own).await.contains("Yksikkömme yhdistyy."), "the answers are kept");
    maija.see("/services").await;
    maija.get(&format!("/services/{round}/apply")).await;
    assert!(maija.page.words().contains("Sinulla on jo hakemus"), "{}", maija.page.words());
    stage.end().await;
}

#[tokio::test]
async fn a_double_click_sends_once_and_the_back_button_shows_what_was_sent() {
    let stage = Stage::new().await;
    let round = open_round(&stage, USUAL).await;
    let mut maija = stage.actor("Maija").await;
    let own = written(&mut maija, round).await;
    maija.see(&format!("{own}/steps/situation")).await;
    let old_step = maija.page.hidden(&format!("{own}/steps/situation")).unwrap();
    maija.see(&format!("{own}/check")).await;
    let send = format!("{own}/submission");
    let form = maija.page.hidden(&send).unwrap();
    let mut twin = maija.clone();
    tokio::join!(maija.post(&send, &form), twin.post(&send, &form));
    for page in [&maija.page, &twin.page] {
        assert_eq!(page.status.as_u16(), 200, "{}", page.words());
        assert!(page.words().contains("Hakemus on lähetetty."), "{}", page.words());
    }
    assert_eq!(subjects(&stage).await.len(), 1, "one receipt");
    // Back to a question, a word changed, sent: it says that the application has gone and gives the words back.
    let words = "Haluan vielä lisätä tämän.".to_owned();
    let old = [old_step, vec![("situation".to_owned(), words.clone())]].concat();
    maija.post(&format!("{own}/steps/situation"), &old).await;
    assert_eq!(maija.page.status.as_u16(), 409);
    let shown = maija.page.words();
    assert!(shown.contains("Hakemus on jo lähetetty") && shown.contains(&words), "{shown}");
    // Back to the page of answers: what stands there now.
    maija.get(&format!("{own}/check")).await;
    assert!(maija.page.words().contains("Hakuehdot täyttyvät"), "{}", maija.page.words());
    stage.end().await;
}

#[tokio::test]
async fn an_application_left_open_on_a_ward_computer_is_not_sent_by_the_next_one_to_sit_down() {
    let stage = Stage::new().await;
    let round = open_round(&stage, USUAL).await;
    let mut ward = stage.actor("Maija").await;
    let own = written(&mut ward, round).await;
    ward.see(&format!("{own}/check")).await;
    let form = ward.page.hidden(&format!("{own}/submission")).unwrap();
    ward.send_form("/signout", &[]).await;
    ward.get("/signin").await;
    ward.send_form("/signin", &[("address", "ville@example.invalid")]).await;
    let letter = stage.letters().await.pop().unwrap();
    let code: String = letter.text.chars().filter(char::is_ascii_digit).take(8).collect();
    ward.send_form("/signin/code", &[("code", &code)]).await;
    ward.post(&format!("{own}/submission"), &form).await;
    assert_eq!(ward.page.status.as_u16(), 401);
    assert!(ward.page.words().contains("Tämä lomake avattiin toisella tunnuksella"), "{}", ward.page.words());
    assert_eq!(ward.status(&own).await, 404, "Ville does not see Maija's application either");
    assert!(stage.actor("Maija").await.see(&own).await.contains("Hakemus on kesken"), "nothing was sent");
    stage.end().await;
}

#[tokio::test]
async fn a_page_of_decisions_that_has_grown_old_publishes_nothing() {
    let stage = Stage::new().await;
    let round = open_round(&stage, USUAL).await;
    apply(&stage, round, "Maija").await;
    subjects(&stage).await;
    let mut kirsi = stage.actor("Kirsi").await;
    kirsi.see("/applications").await;
    kirsi.send_form(&format!("/rounds/{round}/proposals-by-policy"), &[]).await;
    let decisions = format!("/rounds/{round}/decisions");
    kirsi.see(&decisions).await;
    let old = kirsi.page.clone();
    let mut other = stage.actor("Kirsi").await;
    other.see(&format!("/rounds/{round}/move")).await;
    other.send_form(&format!("/rounds/{round}/move"), &[]).await;
    kirsi.page = old;
    kirsi.submit(&decisions, &[]).await;
    assert_eq!(kirsi.page.status.as_u16(), 409);
    assert!(kirsi.page.addresses().contains(&decisions), "and a way to look again: {:?}", kirsi.page.addresses());
    assert!(subjects(&stage).await.is_empty(), "nobody is told anything");
    stage.end().await;
}
