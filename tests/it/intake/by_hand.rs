//! Places given by hand, and forms that keep what was typed.
use urasilta::programmes::{Selection, SupervisorPart};

use super::support::{Terms, USUAL, apply, id_of, open_round, subjects};
use crate::support::Stage;

const BY_HAND: Terms = Terms { selection: Selection::Manual, ..USUAL };

#[tokio::test]
async fn by_hand_each_person_has_a_reason_and_a_missing_one_loses_no_tick_and_no_word() {
    let stage = Stage::new().await;
    let round = open_round(&stage, BY_HAND).await;
    let (maija, ville) = (apply(&stage, round, "Maija").await, apply(&stage, round, "Ville").await);
    subjects(&stage).await;
    let action = format!("/rounds/{round}/proposals");
    let (hers, his) = (format!("reason-{}", id_of(&maija)), format!("reason-{}", id_of(&ville)));
    let picks = [("pick", id_of(&maija)), ("pick", id_of(&ville))];
    let mut kirsi = stage.actor("Kirsi").await;
    kirsi.see("/applications?education=secondary").await;
    kirsi.see("/applications").await;
    kirsi.submit(&action, &[("proposal", "select")]).await;
    assert_eq!(kirsi.page.status.as_u16(), 422);
    assert!(kirsi.page.words().contains("Merkitse ensin ainakin yksi hakija."), "{}", kirsi.page.words());
    kirsi.submit(&action, &[picks[0], picks[1], (&hers, "Työ päättyy keväällä."), ("proposal", "select")]).await;
    assert_eq!(kirsi.page.status.as_u16(), 422, "one has no reason");
    let html = kirsi.page.html();
    assert!(kirsi.page.words().contains("Åkerlund Ville: Kirjoita perustelu"), "it says whose: {}", kirsi.page.words());
    assert_eq!(html.matches(" checked>").count(), 2, "both ticks are kept");
    assert!(html.contains("value=\"Työ päättyy keväällä.\""), "her reason is kept");
    assert!(html.contains(&format!("href=\"#f-{his}\"")) && !html.contains(&format!("href=\"#f-{hers}\"")));
    // The shared reason counts only when it was chosen.
    let shared =
        [picks[0], picks[1], (&*hers, "Työ päättyy keväällä."), ("reason", "Yksikkö lakkaa."), ("proposal", "select")];
    kirsi.submit(&action, &shared).await;
    assert_eq!(kirsi.page.status.as_u16(), 422, "typed but not chosen");
    kirsi.send_form(&action, &[&shared[..], &[("shared", "yes")]].concat()).await;
    for (own, reason) in [(&maija, "Työ päättyy keväällä."), (&ville, "Yksikkö lakkaa.")] {
        let words = kirsi.see(&format!("/rounds/{round}/applications/{}", id_of(own))).await;
        assert!(words.contains(reason), "{words}");
    }
    assert!(stage.actor("Maija").await.see(&maija).await.contains("Hakuehdot täyttyvät"), "not told yet");
    kirsi.see("/applications").await;
    let words = kirsi.send_form(&action, &[picks[0], picks[1], ("proposal", "undo")]).await;
    assert!(!words.contains("Ehdotettu"), "{words}");
    stage.end().await;
}

#[tokio::test]
async fn a_proposal_that_came_second_keeps_its_ticks_and_reasons_beside_the_new_situation() {
    let stage = Stage::new().await;
    let round = open_round(&stage, BY_HAND).await;
    let (maija, ville) = (apply(&stage, round, "Maija").await, apply(&stage, round, "Ville").await);
    subjects(&stage).await;
    let action = format!("/rounds/{round}/proposals");
    let (hers, his) = (format!("reason-{}", id_of(&maija)), format!("reason-{}", id_of(&ville)));
    let (mut kirsi, mut other) = (stage.actor("Kirsi").await, stage.actor("Kirsi").await);
    kirsi.see("/applications").await;
    other.see("/applications").await;
    other.send_form(&action, &[("pick", id_of(&maija)), (&hers, "Toinen syy."), ("proposal", "reserve")]).await;
    let mine = [
        ("pick", id_of(&maija)),
        ("pick", id_of(&ville)),
        (&*hers, "Työ päättyy."),
        (&*his, "Palaa vapaalta."),
        ("proposal", "select"),
    ];
    kirsi.submit(&action, &mine).await;
    assert_eq!(kirsi.page.status.as_u16(), 409);
    let (words, html) = (kirsi.page.words(), kirsi.page.html());
    assert!(words.contains("Toinen koordinaattori ehti ensin") && words.contains("Ehdotettu: varasijalle"), "{words}");
    assert!(html.contains("value=\"Työ päättyy.\"") && html.contains("value=\"Palaa vapaalta.\""), "{html}");
    assert_eq!(html.matches(" checked>").count(), 2);
    // The page knows the new revisions: the same form goes through when the coordinator still wants it.
    let words = kirsi.send_form(&action, &mine).await;
    assert_eq!(words.matches("Ehdotettu: valitaan").count(), 2, "{words}");
    stage.end().await;
}

#[tokio::test]
async fn words_typed_into_a_form_that_came_too_late_are_given_back() {
    let stage = Stage::new().await;
    let round = open_round(&stage, Terms { part: SupervisorPart::IsNotTold, ..USUAL }).await;
    let own = apply(&stage, round, "Heikki").await;
    subjects(&stage).await;
    let (mut heikki, mut tab) = (stage.actor("Heikki").await, stage.actor("Heikki").await);
    heikki.see(&own).await;
    tab.see(&own).await;
    heikki.send_form(&format!("{own}/another-look"), &[("look", "Teen osittain hoitotyötä.")]).await;
    tab.submit(&format!("{own}/another-look"), &[("look", "Olen myös kliinisessä työssä.")]).await;
    assert_eq!(tab.page.status.as_u16(), 409, "an out-of-date form");
    assert!(tab.page.words().contains("Olen myös kliinisessä työssä."), "{}", tab.page.words());
    assert!(tab.page.addresses().contains(&own), "and the way back: {:?}", tab.page.addresses());
    let file = format!("/rounds/{round}/applications/{}", id_of(&own));
    let (mut kirsi, mut other) = (stage.actor("Kirsi").await, stage.actor("Kirsi").await);
    kirsi.see(&file).await;
    other.see(&file).await;
    let check = format!("{file}/check");
    kirsi.send_form(&check, &[("outcome", "eligible"), ("reason", "Osa työstäsi on hoitotyötä.")]).await;
    other.submit(&check, &[("outcome", "ineligible"), ("reason", "Et tee hoitotyötä.")]).await;
    assert_eq!(other.page.status.as_u16(), 409);
    assert!(other.page.words().contains("Et tee hoitotyötä."), "{}", other.page.words());
    subjects(&stage).await;
    stage.end().await;
}
