//! The lottery, as somebody outside checks it.
use sha2::{Digest, Sha256};
use urasilta::programmes::Selection;
use uuid::Uuid;

use super::support::{Terms, USUAL, apply, id_of, open_round, subjects};
use crate::support::Stage;

/// SHA-256 as `sha256sum` prints it, worked out here and not by the house.
fn sha256sum(words: &str) -> String {
    Sha256::digest(words.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The words of so many hexadecimal digits on a page, in order.
fn digits(page: &str, long: usize) -> Vec<String> {
    let is = |word: &&str| word.len() == long && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    page.split_whitespace().filter(is).map(str::to_owned).collect()
}

/// What the public page tells before its worked example: the page's words up to there.
async fn told(stage: &Stage, round: Uuid) -> String {
    let words = stage.visitor().see(&format!("/services/{round}/draw")).await;
    words.split("Tarkista itse").next().unwrap().to_owned()
}

/// Somebody outside draws again from the seed and the list of the page; gives the tickets in order.
async fn drawn_again(stage: &Stage, round: Uuid, seal: &str) -> Vec<String> {
    let words = told(stage, round).await;
    let (long, tickets) = (digits(&words, 64), digits(&words, 16));
    assert_eq!(long[0], seal, "the seal is the one published when applications opened");
    assert_eq!(sha256sum(&long[1]), seal, "the seed is the sealed one");
    let mut again = tickets.clone();
    again.sort_by_key(|ticket| sha256sum(&format!("{}:{ticket}", long[1])));
    assert_eq!(again, tickets, "the order is the seed's");
    assert_eq!(long[2..], tickets.iter().map(|one| sha256sum(&format!("{}:{one}", long[1]))).collect::<Vec<_>>());
    tickets
}

async fn ticket(stage: &Stage, name: &str, own: &str) -> String {
    let words = stage.actor(name).await.see(own).await;
    words.split("arpanumero on ").nth(1).unwrap().split('.').next().unwrap().to_owned()
}

const DRAWN: Terms = Terms { selection: Selection::Lottery, ..USUAL };

#[tokio::test]
async fn the_house_seals_a_lottery_when_applications_open_and_anyone_can_draw_it_again() {
    let stage = Stage::new().await;
    let round = open_round(&stage, DRAWN).await;
    // Before anybody has applied: the seal stands on the service page, the seed nowhere.
    let service = stage.visitor().see(&format!("/services/{round}")).await;
    let seal = digits(&service, 64).first().cloned().unwrap_or_else(|| panic!("no seal in {service}"));
    assert_eq!(digits(&told(&stage, round).await, 64), std::slice::from_ref(&seal));
    let own = apply(&stage, round, "Maija").await;
    let other = apply(&stage, round, "Ville").await;
    let mut kirsi = stage.actor("Kirsi").await;
    let words = kirsi.see("/applications").await;
    assert!(words.contains("Viimeinen hakupäivä on 20.10.2023"), "{words}");
    let draw = format!("/rounds/{round}/proposals-by-policy");
    assert!(kirsi.page.hidden(&draw).is_none(), "nobody draws while others still apply");
    let forced = kirsi.page.hidden(&format!("/rounds/{round}/proposals")).unwrap();
    kirsi.post(&draw, &forced.into_iter().chain([("rev".into(), "1".into())]).collect::<Vec<_>>()).await;
    assert_eq!(kirsi.page.status.as_u16(), 409, "nor by hand");
    stage.on("21.10.2023");
    kirsi = stage.actor("Kirsi").await;
    kirsi.see("/applications").await;
    let words = kirsi.send_form(&draw, &[]).await;
    assert!(words.contains("Ehdotettu: valitaan") && words.contains("Ehdotettu: varasijalle"), "{words}");
    let list = drawn_again(&stage, round, &seal).await;
    assert_eq!(list.len(), 2);
    for (name, own) in [("Maija", &own), ("Ville", &other)] {
        assert!(list.contains(&ticket(&stage, name, own).await), "{name} finds the own ticket");
    }
    assert!(!told(&stage, round).await.contains("Maija"));
    subjects(&stage).await;
    stage.end().await;
}

#[tokio::test]
async fn the_public_list_stays_when_a_proposal_is_undone_and_late_comers_stand_after_it() {
    let stage = Stage::new().await;
    let round = open_round(&stage, DRAWN).await;
    let seal = digits(&stage.visitor().see(&format!("/services/{round}")).await, 64).remove(0);
    let own = apply(&stage, round, "Maija").await;
    apply(&stage, round, "Ville").await;
    stage.on("21.10.2023");
    let mut kirsi = stage.actor("Kirsi").await;
    kirsi.see("/applications").await;
    let draw = format!("/rounds/{round}/proposals-by-policy");
    kirsi.send_form(&draw, &[]).await;
    let first = drawn_again(&stage, round, &seal).await;
    kirsi.send_form(&format!("/rounds/{round}/proposals"), &[("pick", id_of(&own)), ("proposal", "undo")]).await;
    assert_eq!(drawn_again(&stage, round, &seal).await, first, "what was drawn stays public");
    kirsi.see(&format!("/rounds/{round}/late")).await;
    let late = [("address", "sara@example.invalid"), ("reason", "Oli lomalla.")];
    kirsi.send_form(&format!("/rounds/{round}/late"), &late).await;
    kirsi.see("/applications").await;
    kirsi.send_form(&draw, &[]).await;
    let words = told(&stage, round).await;
    let tickets = digits(&words, 16);
    assert_eq!(tickets[..2], first[..], "nobody moves");
    assert!(tickets.len() == 3 && words.contains("Myöhemmin mukaan tulleet"), "{words}");
    subjects(&stage).await;
    stage.end().await;
}
