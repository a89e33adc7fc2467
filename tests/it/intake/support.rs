//! A round that is open, and people who apply to it.
use chrono::NaiveDate;
use urasilta::{
    clock,
    programmes::{self, HandOn, NewRound, RoundState, Selection, SupervisorPart},
    text::Text,
};
use uuid::Uuid;

use crate::support::Stage;

/// The terms of a round in a story.
#[derive(Clone, Copy)]
pub struct Terms {
    pub places: i32,
    pub selection: Selection,
    pub part: SupervisorPart,
    pub hand_on: HandOn,
}

pub const USUAL: Terms =
    Terms { places: 1, selection: Selection::FirstCome, part: SupervisorPart::IsNotTold, hand_on: HandOn::Automatic };

fn day(words: &str) -> NaiveDate {
    clock::read_day(words).unwrap()
}

/// Opens a round of Keusote's coaching from 2 to 20 October 2023.
pub async fn open_round(stage: &Stage, terms: Terms) -> Uuid {
    let mut tx = stage.write().await;
    let county = stage.world.county;
    let text = programmes::shipped("keusote-coaching-pilot").unwrap();
    let published = programmes::publish(&mut tx, county, text, (None, None), stage.now()).await.unwrap();
    let new = NewRound {
        controller_id: county,
        programme_id: published.programme_id,
        blueprint_id: published.blueprint_id,
        name: Text {
            fi: "Uravalmennus".into(),
            sv: Some("Karriärcoachning".into()),
            en: Some("Career coaching".into()),
        },
        opens_on: day("2.10.2023"),
        closes_on: day("20.10.2023"),
        places: terms.places,
        visits_per_package: 3,
        supervisor_part: terms.part,
        selection: terms.selection,
        offer_days: 7,
        hand_on: terms.hand_on,
        returns_unused: true,
    };
    let id = programmes::create_round(&mut tx, &new, stage.now()).await.unwrap();
    let round = programmes::round(&mut tx, id).await.unwrap().unwrap();
    assert!(programmes::move_round(&mut tx, &round, RoundState::Open, (None, stage.now())).await.unwrap());
    tx.commit().await.unwrap();
    id
}

/// Somebody answers every question and sends; gives the address of the application.
pub async fn apply(stage: &Stage, round_id: Uuid, name: &str) -> String {
    let mut actor = stage.actor(name).await;
    actor.see(&format!("/services/{round_id}/apply")).await;
    actor.send_form(&format!("/services/{round_id}/apply"), &[]).await;
    let own = actor.page.path.split("/steps/").next().unwrap().to_owned();
    actor.send_form(&format!("{own}/steps/expectations"), &[("expectations-strengths", "1")]).await;
    for key in ["situation", "times", "meeting"] {
        actor.send_form(&format!("{own}/steps/{key}"), &[]).await;
    }
    assert!(actor.page.path.ends_with("/check"), "{}", actor.page.path);
    let words = actor.send_form(&format!("{own}/submission"), &[]).await;
    assert!(words.contains("Hakemus on lähetetty."), "{words}");
    own
}

/// The id at the end of an application's address.
pub fn id_of(own: &str) -> &str {
    own.rsplit('/').next().unwrap()
}

/// The coordinator proposes by the round's policy and publishes.
pub async fn decide(stage: &Stage, round_id: Uuid) {
    let mut kirsi = stage.actor("Kirsi").await;
    kirsi.see(&format!("/applications?round={round_id}")).await;
    kirsi.send_form(&format!("/rounds/{round_id}/proposals-by-policy"), &[]).await;
    kirsi.see(&format!("/rounds/{round_id}/decisions")).await;
    let words = kirsi.send_form(&format!("/rounds/{round_id}/decisions"), &[]).await;
    assert!(words.contains("Päätökset on julkaistu"), "{words}");
}

/// Takes the due jobs' letters; cases are opened by another slice's tests.
pub async fn subjects(stage: &Stage) -> Vec<String> {
    stage.letters().await.into_iter().map(|letter| format!("{}: {}", letter.to, letter.subject)).collect()
}
