//! Participants who are named and invited: free to say no, and told of it to nobody.
use urasilta::{
    clock,
    programmes::{self, HandOn, NewRound, RoundState, Selection, SupervisorPart},
    text::Text,
};
use uuid::Uuid;

use super::support::subjects;
use crate::support::{Actor, Stage};

/// A round of two places to which the coordinator names people.
async fn by_name(stage: &Stage) -> Uuid {
    let mut tx = stage.write().await;
    let county = stage.world.county;
    let text = programmes::shipped("keusote-coaching-pilot").unwrap();
    let text = text.replace("offer_days = 7", "offer_days = 7\nby_name = true");
    let published = programmes::publish(&mut tx, county, &text, (None, None), stage.now()).await.unwrap();
    let new = NewRound {
        controller_id: county,
        programme_id: published.programme_id,
        blueprint_id: published.blueprint_id,
        name: Text::same("Kevät"),
        opens_on: clock::day(stage.now()),
        closes_on: clock::day(stage.now()),
        places: 2,
        visits_per_package: 3,
        supervisor_part: SupervisorPart::IsTold,
        selection: Selection::Manual,
        offer_days: 7,
        hand_on: HandOn::Confirmed,
        returns_unused: false,
    };
    let id = programmes::create_round(&mut tx, &new, stage.now()).await.unwrap();
    let round = programmes::round(&mut tx, id).await.unwrap().unwrap();
    assert!(programmes::move_round(&mut tx, &round, RoundState::Open, (None, stage.now())).await.unwrap());
    tx.commit().await.unwrap();
    id
}

/// Kirsi finds somebody and invites.
async fn invite(kirsi: &mut Actor, (stage, round): (&Stage, Uuid), names: &[&'static str]) -> String {
    let path = format!("/rounds/{round}/invitations");
    let people: Vec<String> = names.iter().map(|name| stage.world.person(name).to_string()).collect();
    let fields: Vec<(&str, &str)> = people.iter().map(|id| ("person", id.as_str())).collect();
    kirsi.submit(&path, &fields).await;
    kirsi.page.words()
}

/// Where an invited person finds the invitation.
async fn invitation(actor: &mut Actor) -> String {
    actor.see("/own-applications").await;
    actor.page.addresses().into_iter().find(|to| to.starts_with("/invitations/")).unwrap()
}

#[tokio::test]
async fn a_named_person_reads_what_it_is_says_yes_and_a_coaching_opens_the_usual_way() {
    let stage = Stage::new().await;
    let round = by_name(&stage).await;
    let mut kirsi = stage.actor("Kirsi").await;
    kirsi.see(&format!("/rounds/{round}")).await;
    assert!(kirsi.page.addresses().contains(&format!("/rounds/{round}/named")));
    let page = kirsi.see(&format!("/rounds/{round}/named?q=lyhyt")).await;
    assert!(page.contains("Virtanen Maija") && page.contains("Åkerlund Ville"), "found by the unit: {page}");
    assert!(!page.contains("Laakso Heikki"), "{page}");
    let page = kirsi.see(&format!("/rounds/{round}/named?q=virt")).await;
    assert!(page.contains("Virtanen Maija") && !page.contains("Åkerlund"), "found by the name: {page}");
    assert!(invite(&mut kirsi, (&stage, round), &[]).await.contains("Valitse ainakin yksi kutsuttava."));
    let page = invite(&mut kirsi, (&stage, round), &["Maija"]).await;
    assert!(page.contains("Kutsut on lähetetty.") && page.contains("vastaus 9.10.2023 mennessä"), "{page}");
    assert!(page.contains("Yksi paikka vapaana."), "a place is kept: {page}");
    let letters = stage.letters().await;
    assert_eq!(letters.len(), 1);
    assert!(letters[0].to.starts_with("maija@") && !letters[0].text.contains("valmennu"), "{:?}", letters[0]);

    let mut maija = stage.actor("Maija").await;
    let path = invitation(&mut maija).await;
    let page = maija.see(&path).await;
    for words in ["Osallistuminen on vapaaehtoista", "Kuka näkee mitä", "Voit kieltäytyä kertomatta syytä."] {
        assert!(page.contains(words), "{words}\n{page}");
    }
    assert_eq!(stage.actor("Ville").await.status(&path).await, 404);
    assert_eq!(kirsi.status(&path).await, 404, "the coordinator reads no answer");
    let yes = format!("{path}/acceptance");
    maija.submit(&yes, &[]).await;
    assert_eq!(maija.page.status.as_u16(), 422, "the consent is said");
    let page = maija.send_form(&yes, &[("consent", "yes")]).await;
    assert!(page.contains("Kiitos, olet mukana."), "{page}");
    let told = subjects(&stage).await;
    assert!(told.iter().any(|line| line.starts_with("maija@")), "the coaching has opened: {told:?}");
    assert!(maija.see("/path").await.contains("Näin valmennus etenee"), "{}", maija.page.words());
    let mut tx = stage.write().await;
    let (cases,): (i64,) =
        tx.sql("select count(*) from coaching_case where round_id = $1").bind(round).one().await.unwrap();
    drop(tx);
    assert_eq!(cases, 1, "through offer and acceptance");
    let page = kirsi.see(&format!("/rounds/{round}/named")).await;
    assert!(page.contains("Osallistuu") && page.contains("Yksi paikka vapaana."), "the place is held once: {page}");
    stage.end().await;
}

#[tokio::test]
async fn a_no_a_silence_and_a_full_round_look_as_they_should() {
    let stage = Stage::new().await;
    let round = by_name(&stage).await;
    let mut kirsi = stage.actor("Kirsi").await;
    kirsi.see(&format!("/rounds/{round}/named?q=lyhyt")).await;
    let page = invite(&mut kirsi, (&stage, round), &["Maija", "Heikki"]).await;
    assert!(page.contains("Heikki Laakso ei kuulu palvelun kohderyhmään. Ketään ei vielä kutsuttu."), "{page}");
    assert!(page.contains("Ketään ei ole vielä kutsuttu."), "not half of them: {page}");
    invite(&mut kirsi, (&stage, round), &["Maija", "Ville"]).await;
    kirsi.see(&format!("/rounds/{round}/named?q=öh")).await;
    let page = invite(&mut kirsi, (&stage, round), &["Sara"]).await;
    assert!(page.contains("Paikat loppuvat: Sara Öhman ei enää mahdu."), "{page}");
    subjects(&stage).await;

    let mut maija = stage.actor("Maija").await;
    let path = invitation(&mut maija).await;
    maija.see(&path).await;
    let page = maija.send_form(&format!("{path}/refusal"), &[]).await;
    assert!(page.contains("Et osallistu") && page.contains("Sinun ei tarvitse tehdä mitään."), "{page}");
    stage.on("11.10.2023");
    assert_eq!(subjects(&stage).await, Vec::<String>::new(), "nobody is told of either");
    kirsi = stage.back(kirsi, stage.world.human("Kirsi")).await;
    let page = kirsi.see(&format!("/rounds/{round}/named")).await;
    assert_eq!(page.matches("Ei osallistu").count(), 3, "two lines alike, and what the words mean: {page}");
    assert!(page.contains("2 paikkaa vapaana."), "{page}");
    assert!(!page.contains("Kieltäytyi"), "{page}");
    let pekka = stage.actor("Pekka").await.see("/waiting").await;
    assert!(!pekka.contains("Maija") && !pekka.contains("Virtanen"), "the supervisor is not told: {pekka}");
    kirsi.see(&format!("/rounds/{round}/named?q=öh")).await;
    let page = invite(&mut kirsi, (&stage, round), &["Maija"]).await;
    assert!(page.contains("Maija Virtanen on jo hakenut tälle kierrokselle tai saanut kutsun."), "{page}");
    kirsi.see(&format!("/rounds/{round}/named?q=öh")).await;
    invite(&mut kirsi, (&stage, round), &["Sara"]).await;
    let withdrawal = kirsi.page.form(&format!("/rounds/{round}/invitations/"), "/withdrawal").unwrap().action;
    let page = kirsi.send_form(&withdrawal, &[]).await;
    assert!(page.contains("Kutsu peruttu"), "{page}");
    subjects(&stage).await;
    let mut sara = stage.actor("Sara").await;
    sara.see("/own-applications").await;
    assert!(!sara.page.html().contains("/invitations/"), "it waits no more");
    stage.end().await;
}
