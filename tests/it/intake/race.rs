//! Two at once.
use super::support::{USUAL, apply, decide, id_of, open_round, subjects};
use crate::support::Stage;

#[tokio::test]
async fn two_coordinators_decide_at_once_and_one_sees_both() {
    let stage = Stage::new().await;
    let round = open_round(&stage, USUAL).await;
    let own = apply(&stage, round, "Maija").await;
    let id = id_of(&own).to_owned();
    let mut one = stage.actor("Kirsi").await;
    let mut other = stage.actor("Kirsi").await;
    one.see("/applications").await;
    other.see("/applications").await;
    let action = format!("/rounds/{round}/proposals");
    let first = [("pick", id.as_str()), ("proposal", "select")];
    let second = [("pick", id.as_str()), ("proposal", "reserve")];
    tokio::join!(one.submit(&action, &first), other.submit(&action, &second));
    let mut statuses = [one.page.status.as_u16(), other.page.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
    let loser = if one.page.status.as_u16() == 409 { &one } else { &other };
    let words = loser.page.words();
    assert!(words.contains("Toinen koordinaattori ehti ensin"), "{words}");
    assert!(words.contains("Ehdotettu: valitaan") && words.contains("Ehdotettu: varasijalle"), "{words}");
    subjects(&stage).await;
    stage.end().await;
}

#[tokio::test]
async fn pressing_publish_twice_publishes_once() {
    let stage = Stage::new().await;
    let round = open_round(&stage, USUAL).await;
    apply(&stage, round, "Maija").await;
    subjects(&stage).await;
    let mut kirsi = stage.actor("Kirsi").await;
    kirsi.see("/applications").await;
    kirsi.send_form(&format!("/rounds/{round}/proposals-by-policy"), &[]).await;
    kirsi.see(&format!("/rounds/{round}/decisions")).await;
    let mut twin = stage.actor("Kirsi").await;
    twin.see(&format!("/rounds/{round}/decisions")).await;
    let action = format!("/rounds/{round}/decisions");
    let (hers, twins) = (kirsi.page.hidden(&action).unwrap(), twin.page.hidden(&action).unwrap());
    tokio::join!(kirsi.submit(&action, &[]), twin.submit(&action, &[]));
    let mut statuses = [kirsi.page.status.as_u16(), twin.page.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409], "one wins");
    // The same form again, as the back button sends it: the same answer, nothing new.
    let (winner, fields) = if kirsi.page.status.as_u16() == 200 { (&mut kirsi, hers) } else { (&mut twin, twins) };
    assert_eq!(winner.post(&action, &fields).await.status.as_u16(), 200);
    assert_eq!(subjects(&stage).await.len(), 1, "one letter");
    stage.end().await;
}

#[tokio::test]
async fn undoing_a_proposal_leaves_a_published_place_on_the_reserve_list_as_it_is() {
    let stage = Stage::new().await;
    let round = open_round(&stage, USUAL).await;
    apply(&stage, round, "Maija").await;
    stage.later(chrono::Duration::minutes(1));
    let ville = apply(&stage, round, "Ville").await;
    stage.later(chrono::Duration::minutes(1));
    let sara = apply(&stage, round, "Sara").await;
    decide(&stage, round).await;
    subjects(&stage).await;
    let mut kirsi = stage.actor("Kirsi").await;
    kirsi.see("/applications").await;
    let action = format!("/rounds/{round}/proposals");
    kirsi.send_form(&action, &[("pick", id_of(&ville)), ("proposal", "leave_out")]).await;
    kirsi.send_form(&action, &[("pick", id_of(&ville)), ("proposal", "undo")]).await;
    assert!(stage.actor("Ville").await.see(&ville).await.contains("Varasijalla 1"));
    assert!(stage.actor("Sara").await.see(&sara).await.contains("Varasijalla 2"));
    stage.end().await;
}

#[tokio::test]
async fn an_offer_answered_twice_is_answered_once() {
    let stage = Stage::new().await;
    let round = open_round(&stage, USUAL).await;
    let own = apply(&stage, round, "Maija").await;
    decide(&stage, round).await;
    subjects(&stage).await;
    let (mut phone, mut desk) = (stage.actor("Maija").await, stage.actor("Maija").await);
    phone.see(&format!("{own}/offer")).await;
    desk.see(&format!("{own}/offer")).await;
    let (yes, no) = (format!("{own}/refusal"), format!("{own}/refusal"));
    tokio::join!(phone.submit(&yes, &[]), desk.submit(&no, &[]));
    for page in [&phone.page, &desk.page] {
        assert!([200, 409].contains(&page.status.as_u16()), "{}", page.words());
    }
    let mut tx = stage.house().db.read().await.unwrap();
    let (answered,): (i64,) =
        tx.sql("select count(*) from event where what = 'application.refused'").one().await.unwrap();
    assert_eq!(answered, 1);
    drop(tx);
    stage.run_jobs().await;
    subjects(&stage).await;
    stage.end().await;
}
